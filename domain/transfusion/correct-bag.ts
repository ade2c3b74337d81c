import type { EntryId } from '../ids.ts'
import type { Draft, Entry } from '../log/entry.ts'
import { correctEntry, type Correction, type CorrectionFault } from '../record/correct.ts'
import { err, ok, type Result } from '../result.ts'
import type { ChartRow } from '../view/chart.ts'

/**
 * 訂正 of the start of a bag. Its looks and its end name the start they belong to, so each goes over to the new version as a
 * version of its own: else the corrected bag would run on without them. `idOf`: ids fixed while the form is open, one for
 * each record and purpose, so that saving twice records once. The corrections are saved in this order. Rule TRF-15.
 */
export function correctBag(start: Entry<'transfusion-started'>, next: Draft<'transfusion-started'>, reason: string, rows: readonly ChartRow[], idOf: (of: EntryId, what: 'next' | 'strike') => EntryId): Result<readonly Correction[], CorrectionFault> {
  const head = correctEntry(idOf(start.id, 'strike'), { entry: start, struck: rows.some(({ entry, struck }) => entry.id === start.id && struck !== null) }, next, reason)
  if (!head.ok) return head
  const corrections: Correction[] = [head.value]
  for (const { entry, struck } of rows) {
    if (struck !== null || (entry.kind !== 'transfusion-watched' && entry.kind !== 'transfusion-ended') || entry.body.bag !== start.id) continue
    const follower = { id: idOf(entry.id, 'next'), kind: entry.kind, patient: entry.patient, at: entry.at, body: { ...entry.body, bag: next.id } } as Draft // the body is of the same entry
    const corrected = correctEntry(idOf(entry.id, 'strike'), { entry, struck: false }, follower, reason)
    if (!corrected.ok) return err(corrected.error)
    corrections.push(corrected.value)
  }
  return ok(corrections)
}
