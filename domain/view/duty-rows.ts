import type { EntryId, PatientId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import type { Person } from '../log/person.ts'
import type { DutyReason } from '../record/duty-reason.ts'
import { isOutsideUsual } from '../record/usual-duty.ts'
import type { Instant } from '../time.ts'

/** A record outside its author's usual duties, for the audit. `said` null: nobody has said why, not even that there was no time. */
export type DutyRow = {
  readonly seq: number
  readonly entry: EntryId
  readonly kind: Kind
  readonly at: Instant
  readonly by: Person
  readonly onBehalfOf: Person | null
  readonly patient: PatientId | null
  readonly said: { readonly reason: DutyReason; readonly words: string } | null
}

/** In journal order. Derived from the records themselves, not from their flags: a flag that a power cut took is missed by nobody. */
export function dutyRows(records: Iterable<{ readonly seq: number; readonly entry: Entry }>): readonly DutyRow[] {
  const all = [...records].toSorted((a, b) => a.seq - b.seq)
  const reasons = dutyReasons(all.map(({ entry }) => entry))
  return all.flatMap(({ seq, entry }): readonly DutyRow[] => {
    if (entry.patient === null || !isOutsideUsual(entry)) return []
    const { id, kind, recordedAt, by, onBehalfOf, patient } = entry
    return [{ seq, entry: id, kind, at: recordedAt, by, onBehalfOf, patient, said: reasons.get(id) ?? null }]
  })
}

/** What was said about each record: a reason, once given, stays; before that "later" stands. */
export function dutyReasons(entries: Iterable<Entry>): ReadonlyMap<EntryId, { readonly reason: DutyReason; readonly words: string }> {
  const said = new Map<EntryId, { readonly reason: DutyReason; readonly words: string }>()
  for (const entry of entries) {
    if (entry.kind !== 'outside-usual') continue
    const before = said.get(entry.body.entry)
    if (before === undefined || before.reason === 'later') said.set(entry.body.entry, { reason: entry.body.reason, words: entry.body.words })
  }
  return said
}
