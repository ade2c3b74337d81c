import type { Instant } from '../time.ts'
import type { ChartRow } from '../view/chart.ts'
import type { FormValue } from './value.ts'

/** What was last written in each field of a form, with its time. Struck records and those of another station say nothing here. */
export function lastValues(rows: readonly ChartRow[], definition: string): ReadonlyMap<string, { readonly value: FormValue; readonly at: Instant }> {
  const last = new Map<string, { readonly value: FormValue; readonly at: Instant }>()
  for (const { entry, struck, origin } of rows) {
    if (entry.kind !== 'form' || entry.body.definition !== definition || struck !== null || origin !== null) continue
    for (const [name, value] of Object.entries(entry.body.values)) last.set(name, { value, at: entry.at })
  }
  return last
}
