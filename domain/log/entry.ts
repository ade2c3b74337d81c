import { z } from 'zod'
import { EntryId, IncidentId, PatientId, Sha256, StationId } from '../ids.ts'
import type { Hand } from '../ports.ts'
import { readWardNumber } from '../number/ward-number.ts'
import { Realm } from '../realm.ts'
import { err, ok, type Result } from '../result.ts'
import { Instant, millisecondsOf } from '../time.ts'
import { kinds, type BodyOf, type Kind } from './kinds.ts'
import { Person } from './person.ts'

/**
 * One fact of the ward, appended once and never changed. Everything a screen, a print or an export shows
 * is computed from entries.
 *
 *   at          when it happened at the bedside; may be earlier than recordedAt (late entry), never later
 *   recordedAt  when it was written down; device time, uncorrected (offsets are entries of their own)
 *   by          who is answerable; onBehalfOf: for whom, when somebody else types (代行)
 *   account     number of the envelope whose account was open: an account is not a person
 *   after       the last acknowledged chain head and a counter of this window: a second chain, under the
 *               cipher, that nobody without the key can forge (inner-chain.ts)
 *
 * Changing the meaning of a field here makes old journals lie. Add a version instead.
 */
export type Entry<K extends Kind = Kind> = K extends Kind
  ? {
      readonly id: EntryId
      readonly realm: Realm
      readonly incident: IncidentId
      readonly station: StationId
      readonly kind: K
      readonly patient: PatientId | null
      readonly at: Instant
      readonly recordedAt: Instant
      readonly by: Person
      readonly onBehalfOf: Person | null
      readonly account: number
      readonly body: BodyOf<K>
      readonly v: 1
      readonly after: After
    }
  : never

export const After = z.object({ head: Sha256, n: z.number().int().min(1) })
export type After = z.infer<typeof After>

const Envelope = z.object({
  id: EntryId,
  realm: Realm,
  incident: IncidentId,
  station: StationId,
  kind: z.enum(Object.keys(kinds) as [Kind, ...Kind[]]), // the keys of a non-empty const object
  patient: PatientId.nullable(),
  at: Instant,
  recordedAt: Instant,
  by: Person,
  onBehalfOf: Person.nullable(),
  account: z.number().int().min(0).max(99),
  body: z.unknown(),
  v: z.literal(1),
  after: After,
})

export type EntryFault =
  /** Not the shape of an entry; `where` names the field, never its value. */
  | { readonly code: 'entry-malformed'; readonly where: string }
  | { readonly code: 'entry-in-the-future' }
  | { readonly code: 'entry-without-patient' }

/** Reads what was opened from a cipher, a file or a form. Unknown fields are refused by being dropped. */
export function readEntry(value: unknown): Result<Entry, EntryFault> {
  const envelope = Envelope.safeParse(value)
  if (!envelope.success) return err({ code: 'entry-malformed', where: place(envelope.error) })
  const row = kinds[envelope.data.kind]
  const body = row.body.safeParse(envelope.data.body)
  if (!body.success) return err({ code: 'entry-malformed', where: `body.${place(body.error)}` })
  const entry = { ...envelope.data, body: body.data } as Entry // kind and body were checked against the same row
  if (millisecondsOf(entry.at) > millisecondsOf(entry.recordedAt)) return err({ code: 'entry-in-the-future' })
  if (row.about !== 'either' && (row.about === 'patient') !== (entry.patient !== null)) return err({ code: 'entry-without-patient' })
  return ok(entry)
}

/** Who and where: the part of an entry that stays the same while one person works. */
export type Standing = {
  readonly realm: Realm
  readonly incident: IncidentId
  readonly station: StationId
  readonly account: number
  readonly by: Person
  readonly onBehalfOf: Person | null
}

/** What a form hands over: the fact itself. Its id was born with the draft, so saving twice records once. */
export type Draft<K extends Kind = Kind> = K extends Kind
  ? { readonly id: EntryId; readonly kind: K; readonly patient: PatientId | null; readonly at: Instant | null; readonly body: BodyOf<K> }
  : never

/** Makes the entry of a draft. `at: null` means now. Err as readEntry: a form cannot write what a reader refuses. */
export function decide(draft: Draft, standing: Standing, after: After, hand: Pick<Hand, 'now'>): Result<Entry, EntryFault> {
  const recordedAt = hand.now()
  // The number says its realm by its first letter: one of a drill is never written into a real ward (REALM-8).
  if (draft.kind === 'patient-registered') {
    const number = readWardNumber(draft.body.number)
    if (number.ok && number.value.realm !== standing.realm) return err({ code: 'entry-malformed', where: 'body.number' })
  }
  return readEntry({ ...standing, ...draft, at: draft.at ?? recordedAt, recordedAt, v: 1, after })
}

function place(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join('.') ?? ''
}
