import { shiftAround } from '#domain/fluid/shifts.ts'
import { instantOf, millisecondsOf, tokyoDateOf, tokyoParts, type CalendarDate, type Instant } from '#domain/time.ts'
import type { VitalSigns } from '#domain/record/vital-signs.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { Language } from '#renderer/ui/language.tsx'
import { dayOfWeek, monthAndDay } from '#renderer/ui/moment.ts'

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

/** 8: one shift, as fluids are summed by it. */
export type Hours = 8 | 24 | 72 | 168

/**
 * Grid of the last hours: to the next full hour, so that the newest point does not stand on the edge; of a shift, from its
 * beginning to its end. A chart that began within them begins at the left instead, with room for what comes: else all of
 * its first day would stand on one edge. `back`: so many periods earlier, each ending where the one after it begins.
 * At least 35–40 ℃, at most 33–43 ℃.
 */
export function gridOf(sets: readonly { readonly at: Instant; readonly signs: VitalSigns }[], hours: Hours, now: Instant, began: Instant, back = 0): Grid {
  const newest = hours === 8 ? millisecondsOf(shiftAround(now).from) : newestStart(hours, now, began)
  const start = newest - back * hours * hour
  const from = instantOf(start)
  const to = start + hours * hour
  const levels = sets.filter(({ at }) => at >= from && millisecondsOf(at) < to).flatMap(({ signs }) => curveNames.flatMap((name) => (signs[name] === null ? [] : [levelOf(name, signs[name])])))
  return {
    from,
    to: instantOf(to),
    low: Math.max(-2, Math.min(0, Math.floor(Math.min(0, ...levels)))),
    high: Math.min(8, Math.max(5, Math.ceil(Math.max(5, ...levels)))),
  }
}

const hour = 3_600_000

function newestStart(hours: Hours, now: Instant, began: Instant): number {
  const end = (Math.floor(millisecondsOf(now) / hour) + 1) * hour
  return Math.max(end - hours * hour, Math.floor(Math.min(millisecondsOf(began), millisecondsOf(now)) / hour) * hour)
}

export function levelOf(name: CurveName, value: number): number {
  return (value - curves[name].zero) / curves[name].step
}

/** The points of one curve inside the grid, oldest first. Struck sets do not count. */
export function pointsOf(name: CurveName, rows: readonly ChartRow[], grid: Grid): readonly CurvePoint[] {
  return rows.flatMap(({ entry, struck }): readonly CurvePoint[] => {
    if (entry.kind !== 'vital-signs' || struck !== null || entry.at < grid.from || entry.at >= grid.to) return []
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
  const step = { 8: 1, 24: 2, 72: 6, 168: 12 }[hours]
  const ticks: Tick[] = []
  for (let ms = Math.ceil(millisecondsOf(grid.from) / hour) * hour; ms <= millisecondsOf(grid.to); ms += hour) {
    const at = instantOf(ms)
    const own = Number(tokyoParts(at).hhmm.slice(0, 2))
    if (own % step === 0) ticks.push({ at, hour: own, isMidnight: own === 0, date: tokyoDateOf(at) })
  }
  return ticks
}

/** The day in words as far as there is room before the next, in units of the drawing. */
export function dayLabel(room: number, date: CalendarDate, language: Language): string {
  const full = dayOfWeek(date, language)
  if (room > { ja: 76, en: 98 }[language]) return full
  if (language === 'en' && room > 62) return full.split(' ').slice(0, 2).join(' ')
  // A number alone above the hours reads as one of them.
  return room > 46 ? monthAndDay(date) : ''
}
