import { vitalFields, type NumberVital } from '#domain/record/vital-fields.ts'
import type { Instant } from '#domain/time.ts'
import { latestVital, type LatestVital, type Vitals } from '#domain/view/latest-vitals.ts'

/** One cell of the board. `at` stands in it only when the value is older than the time in the last column. */
export type LatestCell =
  | { readonly kind: 'not-taken' }
  /** The latest may lie further back than the board knows: never an older value passed off as the latest. */
  | { readonly kind: 'in-chart' }
  | { readonly kind: 'value'; readonly text: string; readonly at: Instant; readonly isOlder: boolean; readonly outside: 'high' | 'low' | null }

export type LatestRow = {
  /** Of the newest value shown; null when nothing was taken. */
  readonly at: Instant | null
  readonly temperatureC: LatestCell
  readonly pulsePerMin: LatestCell
  readonly pressure: LatestCell
  readonly spo2Percent: LatestCell
}

export function latestRow(vitals: Vitals): LatestRow {
  const temperature = latestVital(vitals, 'temperatureC')
  const pulse = latestVital(vitals, 'pulsePerMin')
  const systolic = latestVital(vitals, 'systolicMmHg')
  const diastolic = latestVital(vitals, 'diastolicMmHg')
  const spo2 = latestVital(vitals, 'spo2Percent')
  const at = [temperature, pulse, systolic, spo2].reduce<Instant | null>(
    (newest, one) => (one.state === 'taken' && (newest === null || one.at > newest) ? one.at : newest),
    null,
  )
  const cell = (name: NumberVital, latest: LatestVital<NumberVital>): LatestCell => {
    if (latest.state !== 'taken') return { kind: latest.state }
    return { kind: 'value', text: String(latest.value), at: latest.at, isOlder: latest.at !== at, outside: outsideOf(name, latest.value) }
  }
  // A diastolic of another set belongs to another systolic: a dash rather than a pair nobody measured.
  const lower = systolic.state === 'taken' && diastolic.state === 'taken' && diastolic.entry === systolic.entry ? String(diastolic.value) : '—'
  const upper = cell('systolicMmHg', systolic)
  return {
    at,
    temperatureC: cell('temperatureC', temperature),
    pulsePerMin: cell('pulsePerMin', pulse),
    pressure: upper.kind === 'value' ? { ...upper, text: `${upper.text}/${lower}` } : upper,
    spo2Percent: cell('spo2Percent', spo2),
  }
}

function outsideOf(name: NumberVital, value: number): 'high' | 'low' | null {
  const [least, most] = vitalFields[name].likely
  return value < least ? 'low' : value > most ? 'high' : null
}
