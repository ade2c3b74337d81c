import { z } from 'zod'
import { Sha256 } from '../ids.ts'
import { err, ok, type Result } from '../result.ts'
import { StationProfile, type StationCard } from '../station.ts'
import { EnvelopeNumber } from './keys.ts'
import { Roster } from './roster.ts'

/**
 * The key ceremony as it lies on the disk, from the moment the codes are made until the station is sealed. The life of a
 * sheet, in order; it never goes back:
 *
 *   made       the code stands on the screen and nowhere else
 *   printing   it was sent to a printer: there may be a paper, or half of one
 *   on-paper   a person holds it; the window has forgotten the code
 *   proved     it was typed back from the paper and opened the real account file
 *   void       its number is burnt for ever and its account file is gone
 *
 * No code, no secret and no key of an account ever stands here. The words are stored: add, never rename.
 */
const SheetState = z.enum(['made', 'printing', 'on-paper', 'proved', 'void'])

export const Ceremony = z.object({
  v: z.literal(1),
  profile: StationProfile,
  roster: Roster,
  /** Of that roster, as it stands on every sheet. */
  fingerprint: z.string().max(80),
  /** Envelopes whose codes were made. The roster lists more: spares, which take the place of a voided one. */
  envelopes: z.array(z.object({ envelope: EnvelopeNumber, sha256: Sha256, sheet: SheetState })).max(99),
  isOfficerProved: z.boolean(),
  /** Envelopes whose sheet was compared with the fingerprint on the screen. */
  compared: z.array(EnvelopeNumber),
})
export type Ceremony = z.infer<typeof Ceremony>

/** With fewer, one lost paper is a station that nobody opens. */
export const fewestEnvelopes = 2
/** Accounts in the roster beyond those asked for: the fingerprint on sheets already printed stays true when one jams. */
export const spareAccounts = 1

export const CeremonyMark = z.discriminatedUnion('mark', [
  z.object({ mark: z.literal('sheet'), envelope: EnvelopeNumber, sheet: z.enum(['printing', 'on-paper', 'proved']) }),
  z.object({ mark: z.literal('compared'), envelope: EnvelopeNumber, isSame: z.boolean() }),
  z.object({ mark: z.literal('officer-proved') }),
])
export type CeremonyMark = z.infer<typeof CeremonyMark>

const before = { printing: ['made', 'printing'], 'on-paper': ['made', 'printing', 'on-paper'], proved: ['on-paper', 'proved'] } as const satisfies Record<string, readonly z.infer<typeof SheetState>[]>

/** The ceremony one step on; null when this step does not follow from where it is. */
export function afterMark(ceremony: Ceremony, mark: CeremonyMark): Ceremony | null {
  if (mark.mark === 'officer-proved') return { ...ceremony, isOfficerProved: true }
  const now = ceremony.envelopes.find(({ envelope }) => envelope === mark.envelope)?.sheet
  if (now === undefined || now === 'void') return null
  if (mark.mark === 'compared') {
    const others = ceremony.compared.filter((envelope) => envelope !== mark.envelope)
    return { ...ceremony, compared: mark.isSame ? [...others, mark.envelope] : others }
  }
  const allowed: readonly string[] = before[mark.sheet]
  return allowed.includes(now) ? withSheet(ceremony, mark.envelope, mark.sheet) : null
}

/** One envelope is void: its number is burnt. Void already, or never made: null. */
export function withoutEnvelope(ceremony: Ceremony, envelope: number): Ceremony | null {
  if (!liveEnvelopes(ceremony).includes(envelope)) return null
  const voided = withSheet(ceremony, envelope, 'void')
  return { ...voided, compared: voided.compared.filter((other) => other !== envelope) }
}

/** After a crash, a lock or a pause: what never came to paper whole. Its codes are gone with the window that made them. */
export function lostSheets(ceremony: Ceremony): readonly number[] {
  return ceremony.envelopes.filter(({ sheet }) => sheet === 'made' || sheet === 'printing').map(({ envelope }) => envelope)
}

export function sheetsOnPaper(ceremony: Ceremony): readonly number[] {
  return ceremony.envelopes.filter(({ sheet }) => sheet === 'on-paper' || sheet === 'proved').map(({ envelope }) => envelope)
}

export function liveEnvelopes(ceremony: Ceremony): readonly number[] {
  return ceremony.envelopes.filter(({ sheet }) => sheet !== 'void').map(({ envelope }) => envelope)
}

/** Accounts in the roster whose code was never made. */
export function spareEnvelopes({ roster, envelopes }: Ceremony): readonly number[] {
  return roster.accounts.map(({ envelope }) => envelope).filter((number) => !envelopes.some(({ envelope }) => envelope === number))
}

export type NotSealable = { readonly code: 'too-few' | 'not-proved' | 'officer-not-proved' | 'not-compared' }

/** Sealing waits for every envelope that is not void, for the officer's key, and for each sheet compared. */
export function sealable(ceremony: Ceremony): Result<null, NotSealable> {
  const live = liveEnvelopes(ceremony)
  if (live.length < fewestEnvelopes) return err({ code: 'too-few' })
  if (ceremony.envelopes.some(({ sheet }) => sheet !== 'void' && sheet !== 'proved')) return err({ code: 'not-proved' })
  if (!ceremony.isOfficerProved) return err({ code: 'officer-not-proved' })
  return live.every((envelope) => ceremony.compared.includes(envelope)) ? ok(null) : err({ code: 'not-compared' })
}

/** The first number no envelope of this station ever had: retired, voided or present. Null when all 99 were used. */
export function firstFreeNumber(card: StationCard | null, count: number): number | null {
  const used = card === null ? [] : [card.lastEnvelope, ...card.roster.accounts.map(({ envelope }) => envelope), ...card.voided.map(({ envelope }) => envelope), ...card.retired.map(({ envelope }) => envelope)]
  const first = Math.max(0, ...used) + 1
  return first + count - 1 <= 99 ? first : null
}

/** May this roster begin a ceremony here? First one: epoch 1 or above the one that was given up; renewal: the next epoch. Numbers are never used twice. */
export function mayBegin(card: StationCard | null, roster: Roster): boolean {
  if (card === null) return roster.epoch === 1
  if (card.phase !== 'new' && card.phase !== 'closed') return false
  const first = firstFreeNumber(card, 1)
  return roster.epoch === nextEpoch(card) && first !== null && roster.accounts.every(({ envelope }) => envelope >= first)
}

export function nextEpoch(card: StationCard | null): number {
  return card === null ? 1 : card.roster.epoch + 1
}

function withSheet(ceremony: Ceremony, envelope: number, sheet: z.infer<typeof SheetState>): Ceremony {
  return { ...ceremony, envelopes: ceremony.envelopes.map((each) => (each.envelope === envelope ? { ...each, sheet } : each)) }
}
