import type { EntryId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { Instant } from '../time.ts'
import type { ChartRow } from '../view/chart.ts'
import type { FluidWay } from './fluid.ts'

/**
 * One amount at the moment it was written. `ml` null: seen and not measured, so many `times`; with an amount `times` is only how
 * often it came. `name`: which drain, which drug, which lot. `row`: the record that says it.
 */
export type Flow = { readonly at: Instant; readonly way: FluidWay; readonly name: string; readonly ml: number | null; readonly times: number; readonly note: string; readonly row: ChartRow }

/**
 * Everything that went in or came out, in the order of the chart, for the screen and for paper alike: `rows` must hold all that
 * was said of an infusion, from its start. An infusion counts what was read off it whenever somebody wrote it, less what was
 * read off before: what has run since is not reckoned from the rate. What was struck does not count, nor what is said of an
 * infusion or bag that was struck and not written anew. Rules FLU-4, FLU-5.
 */
export function flowsOf(rows: readonly ChartRow[]): readonly Flow[] {
  const startOf = startsIn(rows)
  const before = new Map<EntryId, number>()
  return rows.flatMap((row): readonly Flow[] => {
    const { entry, struck } = row
    if (struck !== null) return []
    if (entry.kind === 'fluid-measured') {
      const { way, name, amountMl, times, note } = entry.body
      return [{ at: entry.at, way, name, ml: amountMl, times: times ?? (amountMl === null ? 1 : 0), note, row }]
    }
    if (entry.kind === 'transfusion-ended') {
      const start = startOf(entry.body.bag)
      return start.isStruck ? [] : [{ at: entry.at, way: 'in-transfusion', name: start.of?.kind === 'transfusion-started' ? start.of.body.lot : '', ml: entry.body.givenMl, times: 0, note: '', row }]
    }
    if (entry.kind !== 'infusion-changed') return []
    const { infusion, change, givenMl } = entry.body
    const start = startOf(infusion)
    if (start.isStruck) return []
    // Said since the start or the last bag, again and again while it runs: only what is new of it counts.
    const said = before.get(start.id) ?? 0
    if (change === 'bag' || change === 'ended') before.delete(start.id)
    else if (givenMl !== null) before.set(start.id, givenMl)
    return givenMl === null ? [] : [{ at: entry.at, way: 'in-infusion', name: start.of?.kind === 'medicine-given' ? start.of.body.drug : '', ml: tenth(givenMl - said), times: 0, note: '', row }]
  })
}

/** mL to one decimal: binary sums have more. */
export function tenth(ml: number): number {
  return Math.round(ml * 10) / 10
}

type Start = { readonly id: EntryId; readonly of: Entry | null; readonly isStruck: boolean }

/**
 * The start that a record belongs to as it stands now: a corrected one is its newest version, also when the correction was cut
 * off before the records that belong to it went over. One that is not in these rows counts as standing.
 */
function startsIn(rows: readonly ChartRow[]): (id: EntryId) => Start {
  const byId = new Map(rows.map((row) => [row.entry.id, row]))
  return (id) => {
    const seen = new Set<EntryId>()
    for (let at = id; ; ) {
      const row = byId.get(at)
      const next = row?.struck?.replacement ?? null
      if (row === undefined || next === null || seen.has(at) || !byId.has(next)) return { id: at, of: row?.entry ?? null, isStruck: row !== undefined && row.struck !== null }
      seen.add(at)
      at = next
    }
  }
}
