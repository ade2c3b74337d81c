import type { ChartRow } from '../view/chart.ts'

/**
 * Does the record say that this person is pregnant, or may be? A triage says it by its mark, a visit or an imaging request by
 * their answer; of these the newest counts. A triage without the mark says nothing of it, and nor does "unknown": only a
 * form's "no" takes it back. What was struck does not count. `rows`: oldest first, as a chart has them. Rule NEWS-4.
 */
export function isSaidPregnant(rows: readonly ChartRow[]): boolean {
  return rows.flatMap((row) => (row.struck === null ? (saidBy(row) ?? []) : [])).at(-1) ?? false
}

/** Null: nothing is said of it. */
function saidBy({ entry }: ChartRow): boolean | null {
  if (entry.kind === 'triage-decided') return entry.body.who?.pregnant === true ? true : null
  if (entry.kind !== 'form' || (entry.body.definition !== 'visit' && entry.body.definition !== 'imaging')) return null
  const answer = entry.body.values['pregnancy']
  return answer === 'yes' || answer === 'possible' ? true : answer === 'no' ? false : null
}
