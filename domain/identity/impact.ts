import type { EntryId, PatientId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { Fact } from '../view/facts.ts'

/** What was done while two registrations were taken for one person: every one of it must be looked at when the link was wrong. */
export type Impact = {
  readonly seq: number
  readonly entry: Entry
  readonly of: 'written' | 'viewed' | 'printed'
}

/**
 * Everything since the link about either of the two, in journal order: entries, views, and sheets and bands that were
 * printed. `records`: of both charts and of the ward. The link's own entry is not among it, nor is the strike that ends it.
 */
export function impactOf(link: Fact<'patient-linked'>, pair: readonly PatientId[], records: Iterable<{ readonly seq: number; readonly entry: Entry }>): readonly Impact[] {
  const seen = new Set<EntryId>()
  const impacts: Impact[] = []
  for (const { seq, entry } of records) {
    if (seq <= link.seq || seen.has(entry.id)) continue
    const printed = entry.kind === 'sheet-printed' && entry.body.patient !== null && pair.includes(entry.body.patient)
    const about = entry.patient !== null && pair.includes(entry.patient)
    if (!printed && !about) continue
    if (entry.kind === 'entry-struck' && entry.body.struck === link.entry) continue
    seen.add(entry.id)
    impacts.push({ seq, entry, of: printed ? 'printed' : entry.kind === 'chart-opened' ? 'viewed' : 'written' })
  }
  return impacts.toSorted((a, b) => a.seq - b.seq)
}
