import { err, ok, type Result } from '../result.ts'
import type { VitalName } from '../record/vital-fields.ts'
import type { VitalValues } from '../view/latest-vitals.ts'

/**
 * National Early Warning Score 2 (Royal College of Physicians, 2017), chart 1: seven signs of one set, none missing. SpO2 by
 * scale 1; scale 2 needs a doctor's decision and is not offered. For people from 16 years on who are not pregnant.
 *
 * A hint (目安) with its rule, never a decision: what to do about it is the hospital's own order.
 */
export type News2 = { readonly score: number; readonly risk: News2Risk; /** Points of each sign. */ readonly points: Readonly<Record<News2Sign, number>> }
export type News2Risk = 'low' | 'low-medium' | 'medium' | 'high'

export const news2Signs = ['respirationsPerMin', 'spo2Percent', 'oxygenLPerMin', 'systolicMmHg', 'pulsePerMin', 'jcs', 'temperatureC'] as const satisfies readonly VitalName[]
export type News2Sign = (typeof news2Signs)[number]

/** The floor that its publisher gives: higher than that of START (8), and no setting. */
export const news2Years = 16

export type News2Fault =
  /** A sign that was not taken in this set is no normal sign. Room air is written as 0 L/min. */
  | { readonly code: 'incomplete'; readonly missing: readonly News2Sign[] }
  /** The patient is younger than 16, or nobody knows. */
  | { readonly code: 'not-for-age' }
  /** The record says that she is, or may be, pregnant (triage/pregnancy.ts). */
  | { readonly code: 'pregnant' }

/** Whose set it is. `years`: the age; null: unknown, also where it was only estimated as a child's. */
export type Scored = { readonly years: number | null; readonly isPregnant: boolean }

/** The score of one set. Rules NEWS-1 to NEWS-4. */
export function news2(signs: VitalValues, { years, isPregnant }: Scored): Result<News2, News2Fault> {
  if (years === null || years < news2Years) return err({ code: 'not-for-age' })
  if (isPregnant) return err({ code: 'pregnant' })
  const { respirationsPerMin, spo2Percent, oxygenLPerMin, systolicMmHg, pulsePerMin, jcs, temperatureC } = signs
  if (respirationsPerMin === null || spo2Percent === null || oxygenLPerMin === null || systolicMmHg === null || pulsePerMin === null || jcs === null || temperatureC === null) {
    return err({ code: 'incomplete', missing: news2Signs.filter((sign) => signs[sign] === null) })
  }
  const points = {
    respirationsPerMin: band(respirationsPerMin, [[8, 3], [11, 1], [20, 0], [24, 2]], 3),
    spo2Percent: band(spo2Percent, [[91, 3], [93, 2], [95, 1]], 0),
    oxygenLPerMin: oxygenLPerMin > 0 ? 2 : 0,
    systolicMmHg: band(systolicMmHg, [[90, 3], [100, 2], [110, 1], [219, 0]], 3),
    pulsePerMin: band(pulsePerMin, [[40, 3], [50, 1], [90, 0], [110, 1], [130, 2]], 3),
    jcs: jcs === '0' ? 0 : 3,
    temperatureC: band(temperatureC, [[35, 3], [36, 1], [38, 0], [39, 1]], 2),
  }
  const score = Object.values(points).reduce((sum, one) => sum + one, 0)
  return ok({ score, points, risk: score >= 7 ? 'high' : score >= 5 ? 'medium' : Object.values(points).includes(3) ? 'low-medium' : 'low' })
}

/** Points of the first band whose upper end is not below the value; above all of them `more`. */
function band(value: number, ends: readonly (readonly [end: number, points: number])[], more: number): number {
  return ends.find(([end]) => value <= end)?.[1] ?? more
}
