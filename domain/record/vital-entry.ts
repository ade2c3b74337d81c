import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, mostName, type TextFault } from '../text.ts'
import { readFigure } from './typed-figure.ts'
import { vitalFields, vitalNames, type NumberVital, type VitalName } from './vital-fields.ts'
import { jcsGrades, type VitalSigns } from './vital-signs.ts'

/** The form as typed, one text a field. */
export type VitalForm = Readonly<Record<VitalName | 'remark', string>>

export const emptyVitalForm: VitalForm = {
  temperatureC: '', pulsePerMin: '', systolicMmHg: '', diastolicMmHg: '', respirationsPerMin: '', spo2Percent: '', oxygenLPerMin: '', jcs: '', remark: '',
}

/**
 * fine  nothing to say (also an empty field)
 * ask   unlikely: shown as a question beside the field, and saved as typed
 * bad   cannot be meant: not saved until changed; what was typed stays in the field
 */
export type VitalReading<Value> =
  | { readonly verdict: 'fine'; readonly value: Value | null }
  | { readonly verdict: 'ask'; readonly value: Value; readonly code: 'unlikely' }
  | { readonly verdict: 'bad'; readonly code: VitalFault }

export type VitalFault =
  | 'not-a-number'
  /** More decimals than the instrument has; we do not round. */
  | 'too-fine'
  | 'out-of-range'
  | 'not-a-grade'
  /** The two pressures are the wrong way round. */
  | 'diastolic-above-systolic'

export type VitalIssue =
  | { readonly field: VitalName; readonly code: VitalFault }
  | ({ readonly field: 'remark' } & TextFault)
  | { readonly field: 'temperatureC'; readonly code: 'nothing-taken' }

/** Reads one number as typed. Unlike an amount it has a lower bound too, and between likely and possible it is asked about. */
export function readNumberVital(name: NumberVital, typed: string): VitalReading<number> {
  const figure = readFigure(typed)
  if (figure === null) return { verdict: 'bad', code: 'not-a-number' }
  if (figure === 'empty') return { verdict: 'fine', value: null }
  const field = vitalFields[name]
  if (figure.decimals > field.decimals) return { verdict: 'bad', code: 'too-fine' }
  const { value } = figure
  if (!within(value, field.possible)) return { verdict: 'bad', code: 'out-of-range' }
  return within(value, field.likely) ? { verdict: 'fine', value } : { verdict: 'ask', value, code: 'unlikely' }
}

type JcsGrade = (typeof jcsGrades)[number]

/** Reads a Japan Coma Scale grade: `II-10`, `Ⅱ−10`, or its number alone, which says the same (`10`). */
export function readJcs(typed: string): VitalReading<JcsGrade> {
  if (typed.length > mostName) return { verdict: 'bad', code: 'not-a-grade' }
  const text = typed.normalize('NFKC').trim().toUpperCase().replace(/[‐‑–—−ー]/g, '-')
  if (text === '') return { verdict: 'fine', value: null }
  const grade = jcsGrades.find((one) => one === text || one.slice(one.indexOf('-') + 1) === text)
  return grade === undefined ? { verdict: 'bad', code: 'not-a-grade' } : { verdict: 'fine', value: grade }
}

export type VitalEntry = {
  readonly signs: VitalSigns
  /** Fields the person is asked about before or while saving; not an obstacle. */
  readonly asks: readonly VitalName[]
}

/** The set of vital signs of a form, or everything that keeps it from being saved. Rules OBS-1 to OBS-9. */
export function vitalEntry(form: VitalForm): Result<VitalEntry, readonly VitalIssue[]> {
  const { readings, issues } = readVitalForm(form)
  const remark = checkText(form.remark, mostLine)
  const faults: VitalIssue[] = [...issues]
  if (!remark.ok) faults.push({ field: 'remark', ...remark.error })
  if (faults.length === 0 && !vitalNames.some((name) => isTaken(readings[name]))) {
    faults.push({ field: 'temperatureC', code: 'nothing-taken' })
  }
  if (faults.length > 0) return err(faults)
  return ok({
    signs: {
      temperatureC: valueOf(readings.temperatureC),
      pulsePerMin: valueOf(readings.pulsePerMin),
      systolicMmHg: valueOf(readings.systolicMmHg),
      diastolicMmHg: valueOf(readings.diastolicMmHg),
      respirationsPerMin: valueOf(readings.respirationsPerMin),
      spo2Percent: valueOf(readings.spo2Percent),
      oxygenLPerMin: valueOf(readings.oxygenLPerMin),
      jcs: valueOf(readings.jcs),
      remark: form.remark,
    },
    asks: vitalNames.filter((name) => readings[name].verdict === 'ask'),
  })
}

export type VitalReadings = { readonly [Name in NumberVital]: VitalReading<number> } & { readonly jcs: VitalReading<JcsGrade> }

/** The verdict of every field, as the form shows it while it is typed. */
export function readVitalForm(form: VitalForm): { readonly readings: VitalReadings; readonly issues: readonly VitalIssue[] } {
  const diastolic = readNumberVital('diastolicMmHg', form.diastolicMmHg)
  const systolic = readNumberVital('systolicMmHg', form.systolicMmHg)
  const readings: VitalReadings = {
    temperatureC: readNumberVital('temperatureC', form.temperatureC),
    pulsePerMin: readNumberVital('pulsePerMin', form.pulsePerMin),
    systolicMmHg: systolic,
    diastolicMmHg: againstSystolic(diastolic, valueOf(systolic)),
    respirationsPerMin: readNumberVital('respirationsPerMin', form.respirationsPerMin),
    spo2Percent: readNumberVital('spo2Percent', form.spo2Percent),
    oxygenLPerMin: readNumberVital('oxygenLPerMin', form.oxygenLPerMin),
    jcs: readJcs(form.jcs),
  }
  const issues = vitalNames.flatMap((field) => {
    const reading = readings[field]
    return reading.verdict === 'bad' ? [{ field, code: reading.code }] : []
  })
  return { readings, issues }
}

/** Equal pressures are asked about (0 over 0 is real); a diastolic above the systolic cannot be meant. */
function againstSystolic(diastolic: VitalReading<number>, systolic: number | null): VitalReading<number> {
  const value = valueOf(diastolic)
  if (value === null || systolic === null || value < systolic) return diastolic
  if (value > systolic) return { verdict: 'bad', code: 'diastolic-above-systolic' }
  return { verdict: 'ask', value, code: 'unlikely' }
}

function valueOf<Value>(reading: VitalReading<Value>): Value | null {
  return reading.verdict === 'bad' ? null : reading.value
}

function isTaken(reading: VitalReading<number | JcsGrade>): boolean {
  return valueOf(reading) !== null
}

function within(value: number, [least, most]: readonly [number, number]): boolean {
  return least <= value && value <= most
}
