import { err, ok } from '#domain/result.ts'
import { afterMark, fewestEnvelopes, lostSheets, mayBegin, sealable, sheetsOnPaper, spareEnvelopes, withoutEnvelope, type Ceremony } from '#domain/access/ceremony.ts'
import type { Handlers } from '#domain/bridge.ts'
import { afterLifeEvent } from '#domain/incident/life.ts'
import type { StationCard } from '#domain/station.ts'
import { writeWhole } from '../disk/disk.ts'
import { saveCard } from './card.ts'
import { burn, endCeremony, saveCeremony, sweepAccounts } from './ceremony.ts'
import { move, notNow, type Handling } from './handling.ts'
import { findEvent } from './public-events.ts'
import { settleReference } from './reference.ts'
import { beginStation, statusOf, type Station } from './station.ts'

type Names = 'station:begin' | 'station:prepare' | 'station:seal' | 'station:officer-test' | 'ceremony:mark' | 'ceremony:void' | 'ceremony:add' | 'ceremony:file' | 'ceremony:resume' | 'ceremony:drop'

/** The key ceremony, first time and renewal: every step is on the disk before the screen goes on, so that it can be interrupted. */
export function ceremonyHandlers({ station, around }: Handling): Pick<Handlers, Names> {
  const { disk } = station.ports
  let before: Promise<unknown> = Promise.resolve()
  /** One act after the other: two marks at once would each keep what the other had not yet written. */
  const under = <Done>(act: (now: { readonly ceremony: Ceremony; readonly card: StationCard }) => Promise<Done>) => {
    const mine = before.then(async (): Promise<Done | typeof notNow> => {
      const { ceremony, card } = station
      if (ceremony === null || card === null || station.base === null) return notNow
      return card.phase === 'new' || card.phase === 'closed' ? act({ ceremony, card }) : notNow
    })
    before = mine.catch(() => undefined) // told to whoever asked for it
    return mine
  }
  const told = async () => ok(await statusOf(station))
  return {
    'station:begin': async () => {
      const base = await beginStation(station)
      return ok({ station: base.id, realm: station.realm, stationKey: base.key.minisignKey })
    },
    'station:prepare': async ({ profile, roster, fingerprint, accounts }) => {
      const { base, card } = station
      // A card that is gone or unreadable is not a new station: its accounts lie here still.
      if (station.damaged || (card === null && (await wasSealed(station)))) return notNow
      if (card?.role === 'desk') return notNow // it has no beds, and what it took in stays a desk's
      if (base === null || station.ceremony !== null || roster.station !== base.id || roster.realm !== station.realm || !mayBegin(card, roster)) return notNow
      await disk.makeFolder(station.layout.accounts)
      for (const { envelope, file } of accounts) await writeWhole(disk, station.layout.account(envelope), file.bytes)
      const lastEnvelope = Math.max(...roster.accounts.map(({ envelope }) => envelope))
      // The numbers are burnt before the record of the ceremony stands: a crash here costs numbers, and gives none twice.
      const kept = card?.phase === 'closed' ? card.profile : profile
      await saveCard(station, card === null ? newCard(station, base.id, { profile, roster, lastEnvelope }) : card.phase === 'new' ? { ...card, profile, usedLetters: [profile.letters], roster, lastEnvelope } : { ...card, lastEnvelope })
      await saveCeremony(station, { v: 1, profile: kept, roster, fingerprint, envelopes: accounts.map(({ envelope, file }) => ({ envelope, sha256: file.sha256, sheet: 'made' })), isOfficerProved: false, compared: [] })
      // Beside a closed card the old roster holds until the new one is sealed.
      if (card?.phase === 'closed') await base.journal.record({ event: 'ceremony-begun', rosterEpoch: roster.epoch, rosterFingerprint: fingerprint })
      else await base.journal.record({ event: 'station-prepared', letters: kept.letters, rosterEpoch: roster.epoch, rosterFingerprint: fingerprint })
      return told()
    },
    'ceremony:mark': (mark) => under(async ({ ceremony }) => {
      const next = afterMark(ceremony, mark)
      if (next === null) return notNow
      await saveCeremony(station, next)
      return told()
    }),
    'ceremony:void': ({ envelope, why }) => under(async ({ ceremony, card }) => {
      const next = withoutEnvelope(ceremony, envelope)
      if (next === null) return notNow
      await saveCeremony(station, next)
      await burn(station, card, [envelope], ceremony.roster.epoch, why)
      await sweepAccounts(station)
      return told()
    }),
    'ceremony:add': ({ envelope, file }) => under(async ({ ceremony }) => {
      if (!spareEnvelopes(ceremony).includes(envelope)) return notNow
      await writeWhole(disk, station.layout.account(envelope), file.bytes)
      await saveCeremony(station, { ...ceremony, envelopes: [...ceremony.envelopes, { envelope, sha256: file.sha256, sheet: 'made' }] })
      return told()
    }),
    'ceremony:file': ({ envelope }) => under(async ({ ceremony }) => {
      const listed = ceremony.envelopes.find((each) => each.envelope === envelope)
      if (listed === undefined || listed.sheet === 'void' || (await disk.size(station.layout.account(envelope))) === null) return err({ code: 'not-found' })
      return ok({ file: { bytes: new Uint8Array(await disk.read(station.layout.account(envelope))), sha256: listed.sha256 } })
    }),
    'ceremony:resume': () => under(async ({ ceremony, card }) => {
      if (sheetsOnPaper(ceremony).length < fewestEnvelopes) return notNow
      const lost = lostSheets(ceremony)
      await saveCeremony(station, lost.reduce((now, envelope) => withoutEnvelope(now, envelope) ?? now, ceremony))
      await burn(station, card, [...lost, ...voidSheets(ceremony)], ceremony.roster.epoch, 'interrupted')
      await sweepAccounts(station)
      return told()
    }),
    'ceremony:drop': () => under(async ({ ceremony, card }) => {
      await burn(station, card, ceremony.roster.accounts.map(({ envelope }) => envelope), ceremony.roster.epoch, 'made-anew')
      await endCeremony(station)
      await sweepAccounts(station)
      return told()
    }),
    'station:seal': ({ by }) => under(async ({ ceremony, card }) => {
      if (afterLifeEvent(card.phase, 'seal') === null || !sealable(ceremony).ok) return notNow
      if (card.phase === 'closed' && ceremony.roster.epoch <= card.roster.epoch) return notNow
      await burn(station, card, [...spareEnvelopes(ceremony), ...voidSheets(ceremony)], ceremony.roster.epoch, 'spare')
      const live = ceremony.envelopes.filter(({ sheet }) => sheet !== 'void')
      const accounts = { roster: ceremony.roster, accountFiles: live.map(({ envelope, sha256 }) => ({ envelope, sha256 })), opened: [], incident: null }
      return move(station, 'seal', accounts, async (base) => {
        station.incident = null
        await endCeremony(station)
        await sweepAccounts(station)
        if (card.phase === 'closed') await base.journal.record({ event: 'station-prepared', letters: card.profile.letters, rosterEpoch: ceremony.roster.epoch, rosterFingerprint: ceremony.fingerprint })
        await base.journal.record({ event: 'station-sealed', rosterEpoch: ceremony.roster.epoch, by })
        await settleReference(station)
        await base.journal.checkpoint('locked')
      })
    }),
    'station:officer-test': async ({ bytes }) => {
      const folder = await around.chooseFolder()
      if (folder === null) return ok({ path: null })
      await disk.makeFolder(folder)
      const path = `${folder}/tomoshibi-officer-test.age`
      await writeWhole(disk, path, bytes)
      return ok({ path })
    },
  }
}

/** Given up in the ceremony; burnt once more where a crash came between the two. */
function voidSheets(ceremony: Ceremony): readonly number[] {
  return ceremony.envelopes.filter(({ sheet }) => sheet === 'void').map(({ envelope }) => envelope)
}

async function wasSealed({ ports, layout }: Station): Promise<boolean> {
  return (await findEvent(ports.disk, layout.stationJournal, ({ event }) => event === 'station-sealed')) !== null
}

/** The card of a station that nobody sealed yet. */
export function newCard({ realm }: Station, station: StationCard['station'], made: Pick<StationCard, 'profile' | 'roster' | 'lastEnvelope'>): StationCard {
  return { v: 1, station, realm, phase: 'new', role: 'ward', ...made, accountFiles: [], opened: [], broken: [], incident: null, reservedCount: 0, usedLetters: [made.profile.letters], retired: [], voided: [], clockOffsetMs: 0, clockInDoubt: false, lettersInDoubt: false }
}
