import type { Instant } from '#domain/time.ts'
import { instantOf, millisecondsOf, tokyoDateOf, tokyoParts, type CalendarDate } from '#domain/time.ts'
import type { VitalSigns } from '#domain/record/vital-signs.ts'
import type { ChartRow } from '#domain/view/chart.ts'

/**
 * The temperature chart as wards draw it: one grid for three curves. A step of the grid is 1 ℃, 20 beats or 5 breaths;
 * step 0 is 35 ℃, 40 /min, 10 /min.
 */
export const curves = {
  temperatureC: { zero: 35, step: 1 },
  pulsePerMin: { zero: 40, step: 20 },
  respirationsPerMin: { zero: 10, step: 5 },
} as const
export type CurveName = keyof typeof curves
export const curveNames = Object.keys(curves) as readonly CurveName[] // Object.keys forgets the key type of a const object

export type CurvePoint = {
  readonly at: Instant
  readonly value: number
  /** Height in steps; held at the edge when the value lies outside the grid. */
  readonly level: number
  /** Outside the grid: the value is written beside the mark, so that the edge is not read as the value. */
  readonly beyond: boolean
}

export type Grid = { readonly from: Instant; readonly to: Instant; readonly low: number; readonly high: number }

export type Hours = 24 | 72 | 168

/**
 * Grid of the last hours: to the next full hour, so that the newest point does not stand on the edge. A chart that began
 * within them begins at the left instead, with room for what comes: else all of its first day would stand on one edge.
 * At least 35–40 ℃, at most 33–43 ℃.
 */
export function gridOf(sets: readonly { readonly at: Instant; readonly signs: VitalSigns }[], hours: Hours, now: Instant, began: Instant): Grid {
  const hour = 3_600_000
  const end = (Math.floor(millisecondsOf(now) / hour) + 1) * hour
  const start = Math.max(end - hours * hour, Math.floor(Math.min(millisecondsOf(began), millisecondsOf(now)) / hour) * hour)
  const from = instantOf(start)
  const to = start + hours * hour
  const levels = sets.filter(({ at }) => at >= from).flatMap(({ signs }) => curveNames.flatMap((name) => (signs[name] === null ? [] : [levelOf(name, signs[name])])))
  return {
    from,
    to: instantOf(to),
    low: Math.max(-2, Math.min(0, Math.floor(Math.min(0, ...levels)))),
    high: Math.min(8, Math.max(5, Math.ceil(Math.max(5, ...levels)))),
  }
}

export function levelOf(name: CurveName, value: number): number {
  return (value - curves[name].zero) / curves[name].step
}

/** The points of one curve inside the grid, oldest first. Struck sets do not count. */
export function pointsOf(name: CurveName, rows: readonly ChartRow[], grid: Grid): readonly CurvePoint[] {
  return rows.flatMap(({ entry, struck }): readonly CurvePoint[] => {
    if (entry.kind !== 'vital-signs' || struck !== null || entry.at < grid.from || entry.at > grid.to) return []
    const value = entry.body[name]
    return value === null ? [] : [pointOf(name, value, entry.at, grid)]
  })
}

export function pointOf(name: CurveName, value: number, at: Instant, grid: Grid): CurvePoint {
  const level = levelOf(name, value)
  const held = Math.max(grid.low, Math.min(grid.high, level))
  return { at, value, level: held, beyond: held !== level }
}

export type Tick = { readonly at: Instant; readonly hour: number; readonly isMidnight: boolean; readonly date: CalendarDate }

/** Every few full hours of Japan inside the grid. */
export function ticksOf(grid: Grid, hours: Hours): readonly Tick[] {
  const step = { 24: 2, 72: 6, 168: 12 }[hours]
  const hour = 3_600_000
  const ticks: Tick[] = []
  for (let ms = Math.ceil(millisecondsOf(grid.from) / hour) * hour; ms <= millisecondsOf(grid.to); ms += hour) {
    const at = instantOf(ms)
    const own = Number(tokyoParts(at).hhmm.slice(0, 2))
    if (own % step === 0) ticks.push({ at, hour: own, isMidnight: own === 0, date: tokyoDateOf(at) })
  }
  return ticks
}
