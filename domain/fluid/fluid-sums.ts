import type { EntryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { ChartRow } from '../view/chart.ts'
import { FluidWay, isIn } from './fluid.ts'

/** One amount at one moment. `ml` null: seen and not measured, so many times. */
type Flow = { readonly at: Instant; readonly way: FluidWay; readonly ml: number | null; readonly times: number }

export type WaySum = { readonly way: FluidWay; readonly ml: number; /** Seen and not measured. */ readonly times: number }

export type FluidSums = {
  /** Ways of which something was said, in the order of the sheet. */
  readonly ways: readonly WaySum[]
  readonly inMl: number
  readonly outMl: number
  readonly balanceMl: number
  /** False: something was seen and not measured, so the balance leaves it out. */
  readonly isWhole: boolean
}

/**
 * What went in and came out from `from` until before `to`. Infusions and bags of blood count from their own records, at the
 * moment it was written how much went in; struck records do not count. Rules FLU-3 to FLU-6.
 */
export function fluidSums(rows: readonly ChartRow[], from: Instant, to: Instant): FluidSums {
  const flows = flowsOf(rows).filter(({ at }) => from <= at && at < to)
  const ways = FluidWay.options.flatMap((way): readonly WaySum[] => {
    const own = flows.filter((flow) => flow.way === way)
    return own.length === 0 ? [] : [{ way, ml: sum(own.map(({ ml }) => ml ?? 0)), times: sum(own.map(({ ml, times }) => (ml === null ? times : 0))) }]
  })
  const [inMl, outMl] = [ways.filter(({ way }) => isIn(way)), ways.filter(({ way }) => !isIn(way))].map((some) => sum(some.map(({ ml }) => ml))) as [number, number] // two in, two out
  return { ways, inMl, outMl, balanceMl: tenth(inMl - outMl), isWhole: ways.every(({ times }) => times === 0) }
}

function flowsOf(rows: readonly ChartRow[]): readonly Flow[] {
  // What went in since the start or the last bag is said again and again while it runs: only what is new of it counts.
  const before = new Map<EntryId, number>()
  return rows.flatMap(({ entry, struck }): readonly Flow[] => {
    if (struck !== null) return []
    if (entry.kind === 'fluid-measured') return [{ at: entry.at, way: entry.body.way, ml: entry.body.amountMl, times: entry.body.times ?? 1 }]
    if (entry.kind === 'transfusion-ended') return [{ at: entry.at, way: 'in-transfusion', ml: entry.body.givenMl, times: 0 }]
    if (entry.kind !== 'infusion-changed') return []
    const { infusion, change, givenMl } = entry.body
    const said = before.get(infusion) ?? 0
    if (change === 'bag' || change === 'ended') before.delete(infusion)
    else if (givenMl !== null) before.set(infusion, givenMl)
    return givenMl === null ? [] : [{ at: entry.at, way: 'in-infusion', ml: givenMl - said, times: 0 }]
  })
}

function sum(amounts: readonly number[]): number {
  return tenth(amounts.reduce((total, one) => total + one, 0))
}

/** Amounts have at most one decimal, and binary sums of them more. */
function tenth(ml: number): number {
  return Math.round(ml * 10) / 10
}
