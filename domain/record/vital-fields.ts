import type { VitalSigns } from './vital-signs.ts'

/** The measured fields of a set of vital signs, in the order they are asked for. */
export const vitalNames = [
  'temperatureC', 'pulsePerMin', 'systolicMmHg', 'diastolicMmHg', 'respirationsPerMin', 'spo2Percent', 'oxygenLPerMin', 'jcs',
] as const satisfies readonly (keyof VitalSigns)[]
export type VitalName = (typeof vitalNames)[number]
export type NumberVital = Exclude<VitalName, 'jcs'>

/**
 * What can be typed, and what is asked about. The limits are our choice, not a guideline; a clinician of the
 * hospital signs them before live use.
 *
 *   possible  outside it the value cannot be meant: nothing living or no device gives it. As wide as the
 *             schema. (The lowest survived core temperature on record is 11.8 ℃, a child in 2014.)
 *   likely    outside it a slip of the finger is more likely than the value, so the form asks once. Wider
 *             than "abnormal" on purpose: a shocked or frozen patient must not be an obstacle course.
 *             Compared with what emergency departments use to clean typed values (Genes et al.,
 *             Open Med Inform J 2013;7:34) and form limits of other record systems (pulse 30–220,
 *             respirations 4–60, SpO2 from 50).
 */
export const vitalFields = {
  temperatureC: { ja: '体温', en: 'Temperature', unitJa: '℃', unitEn: '°C', decimals: 1, possible: [10, 50], likely: [30, 42] },
  pulsePerMin: { ja: '脈拍', en: 'Pulse', unitJa: '回/分', unitEn: '/min', decimals: 0, possible: [0, 350], likely: [30, 220] },
  systolicMmHg: { ja: '収縮期血圧', en: 'Systolic', unitJa: 'mmHg', unitEn: 'mmHg', decimals: 0, possible: [0, 350], likely: [50, 260] },
  diastolicMmHg: { ja: '拡張期血圧', en: 'Diastolic', unitJa: 'mmHg', unitEn: 'mmHg', decimals: 0, possible: [0, 300], likely: [20, 160] },
  respirationsPerMin: { ja: '呼吸', en: 'Respirations', unitJa: '回/分', unitEn: '/min', decimals: 0, possible: [0, 120], likely: [4, 60] },
  spo2Percent: { ja: 'SpO2', en: 'SpO2', unitJa: '%', unitEn: '%', decimals: 0, possible: [0, 100], likely: [50, 100] },
  oxygenLPerMin: { ja: '酸素', en: 'Oxygen', unitJa: 'L/分', unitEn: 'L/min', decimals: 2, possible: [0, 80], likely: [0, 15] },
} as const satisfies Record<NumberVital, VitalField>

export type VitalField = {
  readonly ja: string
  readonly en: string
  readonly unitJa: string
  readonly unitEn: string
  /** Most decimals that are read; a finer value is refused rather than rounded. */
  readonly decimals: 0 | 1 | 2
  readonly possible: readonly [number, number]
  readonly likely: readonly [number, number]
}

/** A value as shown: no unit, no trailing zero (37, not 37.0, which a tired eye reads as 370). */
export function shownNumber(value: number): string {
  return String(value)
}

/** One value with its unit in full and a space before it: 「36.5 ℃」; JCS has none. */
export function shownVital(name: VitalName, value: number | string): { readonly ja: string; readonly en: string } {
  if (name === 'jcs' || typeof value === 'string') return { ja: `JCS ${value}`, en: `JCS ${value}` }
  const field = vitalFields[name]
  return { ja: `${shownNumber(value)} ${field.unitJa}`, en: `${shownNumber(value)} ${field.unitEn}` }
}

/** 「120/80 mmHg」; a side that was not taken is a dash, so that no single number is read as the wrong one. Null when neither was. */
export function shownPressure(signs: Pick<VitalSigns, 'systolicMmHg' | 'diastolicMmHg'>): string | null {
  if (signs.systolicMmHg === null && signs.diastolicMmHg === null) return null
  return `${signs.systolicMmHg ?? '—'}/${signs.diastolicMmHg ?? '—'} mmHg`
}
