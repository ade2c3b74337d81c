import { fingerprintOf, hashOfRoster } from '#domain/access/roster.ts'
import type { IncidentId } from '#domain/ids.ts'
import type { StationCard } from '#domain/station.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256OfText } from '../journal/frame.ts'
import { saveCard } from './card.ts'
import { endCeremony, sweepAccounts } from './ceremony.ts'
import { findEvent, newestFirst } from './public-events.ts'
import type { Station } from './station.ts'

/**
 * Ends accounts: first the journal says so, then their files go, then the card forgets them. Whatever happens in
 * between, the next start finds the journal's word and finishes the work (`settleRetirement`), also when somebody put an
 * older card or an account's file back.
 */
export async function removeAccounts(station: Station, envelopes: readonly number[], epoch: number): Promise<void> {
  const { card, layout, ports } = station
  if (card === null) return
  for (const envelope of envelopes) {
    const path = layout.account(envelope)
    if ((await ports.disk.size(path)) !== null) await ports.disk.remove(path)
  }
  await ports.disk.syncFolder(layout.accounts).catch(() => undefined) // a folder that never was
  const known = new Set(card.retired.map(({ envelope }) => envelope))
  const retired = [...card.retired, ...envelopes.filter((envelope) => !known.has(envelope)).map((envelope) => ({ envelope, epoch }))]
  await saveCard(station, { ...card, retired, accountFiles: card.accountFiles.filter(({ envelope }) => !envelopes.includes(envelope)) })
}

/** At every start: what the station journal says was retired is not there any more, whatever the card says. */
export async function settleRetirement(station: Station): Promise<void> {
  const { card, layout, ports } = station
  if (card === null || card.phase === 'new') return
  // Told and then not done, because the disk refused the card: whoever resumed the emergency since then has accounts.
  const last = await findEvent(ports.disk, layout.stationJournal, ({ event }) => event === 'accounts-retired' || event === 'resumed')
  if (last?.event !== 'accounts-retired') return
  const isTold = last.envelopes.every((envelope) => card.retired.some((retired) => retired.envelope === envelope))
  const isGone = card.accountFiles.every(({ envelope }) => !last.envelopes.includes(envelope))
  if (isTold && isGone) return
  station.alarms.add('retired-accounts-were-back')
  await removeAccounts(station, last.envelopes, last.rosterEpoch)
  await saveCard(station, { ...card, ...station.card, phase: phaseWithoutAccounts(station.card ?? card, last.incident) })
}

/**
 * A seal that was cut short between the card and the journal is finished: its ceremony ends, files that nobody lists go,
 * and the journal is told. Before the openings are counted, which begin anew with each seal.
 */
export async function settleSealed(station: Station): Promise<void> {
  const { card, base, layout, ports } = station
  if (card === null || base === null || card.phase === 'new' || card.phase === 'closed') return
  const last = await findEvent(ports.disk, layout.stationJournal, ({ event }) => event === 'station-sealed')
  const sealedEpoch = last?.event === 'station-sealed' ? last.rosterEpoch : 0
  if (station.ceremony !== null) {
    // The sweep first, with none of the ceremony's files listed: cut short, the ceremony's file still says there is one to do.
    station.ceremony = null
    await sweepAccounts(station)
    await endCeremony(station)
  }
  if (card.phase !== 'sealed' || sealedEpoch >= card.roster.epoch) return
  await base.journal.record({ event: 'station-prepared', letters: card.profile.letters, rosterEpoch: card.roster.epoch, rosterFingerprint: fingerprintOf(hashOfRoster(card.roster, sha256OfText)) })
  await base.journal.record({ event: 'station-sealed', rosterEpoch: card.roster.epoch, by: null })
}

/** Nobody comes back with one of these: they go with their incident, also when the program was killed while it was closed. */
export async function dropRestartCodes(disk: Disk, folder: string): Promise<void> {
  const names = await disk.list(folder)
  for (const name of names) await disk.remove(`${folder}/${name}`)
  if (names.length > 0) await disk.syncFolder(folder)
}

export async function settleClosed(station: Station): Promise<void> {
  const { disk } = station.ports
  if (station.card === null) return
  for (const incident of await disk.list(station.layout.incidents)) {
    if (incident !== station.card.incident) await dropRestartCodes(disk, station.layout.incident(incident).restart)
  }
}

/**
 * A seal that the journal saw broken stays broken, also when the program was killed before the card had it: whoever
 * opened the envelope holds its code.
 */
export async function settleOpened(station: Station): Promise<void> {
  const { card, layout, ports } = station
  if (card === null || card.phase === 'new') return
  const opened = new Set(card.opened)
  for await (const { event } of newestFirst(ports.disk, layout.stationJournal, null)) {
    if (event.event === 'station-sealed') break
    if (event.event === 'envelope-opened') opened.add(event.envelope)
  }
  if (opened.size > card.opened.length) await saveCard(station, { ...card, opened: [...opened], broken: [...new Set([...card.broken, ...opened])].toSorted((one, other) => one - other) })
}

/** Killed between the journal's word and the card's, or an older card put back: the record is being reconciled, or there is none and only new accounts can seal. */
function phaseWithoutAccounts(card: StationCard, retiredIn: IncidentId): StationCard['phase'] {
  if (card.incident === retiredIn) return 'reconciling'
  return card.incident === null && card.accountFiles.length === 0 ? 'closed' : card.phase
}
