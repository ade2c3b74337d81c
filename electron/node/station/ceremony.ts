import { liveEnvelopes, type Ceremony } from '#domain/access/ceremony.ts'
import type { StationCard, VoidReason } from '#domain/station.ts'
import { saveCard } from './card.ts'
import type { Station } from './station.ts'
import { writeStored } from './stored.ts'

export async function saveCeremony(station: Station, ceremony: Ceremony): Promise<void> {
  await writeStored(station.ports.disk, station.layout.ceremony, ceremony)
  station.ceremony = ceremony
}

export async function endCeremony(station: Station): Promise<void> {
  const { disk } = station.ports
  if ((await disk.size(station.layout.ceremony)) !== null) {
    await disk.remove(station.layout.ceremony)
    await disk.syncFolder(station.layout.data)
  }
  station.ceremony = null
}

/**
 * Burns numbers: they stand on the card before their account files go, so that a crash in between leaves a file that
 * nothing lists, and which the next sweep takes away. Told in the station journal, once each.
 */
export async function burn(station: Station, card: StationCard, envelopes: readonly number[], epoch: number, why: VoidReason): Promise<StationCard> {
  const fresh = envelopes.filter((envelope) => !card.voided.some((gone) => gone.envelope === envelope))
  const next: StationCard = { ...card, voided: [...card.voided, ...fresh.map((envelope) => ({ envelope, epoch, why }))] }
  await saveCard(station, next)
  for (const envelope of fresh) await station.base?.journal.record({ event: 'envelope-voided', envelope, rosterEpoch: epoch, why })
  return next
}

/** Account files that neither the card nor the ceremony lists are removed: a voided code has nothing left to open. */
export async function sweepAccounts(station: Station): Promise<void> {
  const { disk } = station.ports
  const listed = new Set([...(station.card?.accountFiles.map(({ envelope }) => envelope) ?? []), ...(station.ceremony === null ? [] : liveEnvelopes(station.ceremony))].map((envelope) => station.layout.account(envelope)))
  for (const name of await disk.list(station.layout.accounts)) {
    const path = `${station.layout.accounts}/${name}`
    if (!listed.has(path)) await disk.remove(path)
  }
  // A name taken away and not made durable is there again after a power cut.
  await disk.syncFolder(station.layout.accounts).catch(() => undefined) // a folder that never was
}
