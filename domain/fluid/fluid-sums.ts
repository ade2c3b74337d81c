import type { Instant } from '../time.ts'
import type { ChartRow } from '../view/chart.ts'
import { flowsOf, tenth } from './flows.ts'
import { FluidWay, isIn } from './fluid.ts'

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

function sum(amounts: readonly number[]): number {
  return tenth(amounts.reduce((total, one) => total + one, 0))
}
