import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { readBirthText } from '../patient/birth-text.ts'
import { calendarDate } from '../patient/wareki.ts'
import { readFigure } from '../record/typed-figure.ts'
import { readWhen } from '../record/when-text.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, mostName, type TextFault } from '../text.ts'
import { CalendarDate, Instant, tokyoDateOf } from '../time.ts'
import { fieldsOf, type FormField } from './definition.ts'
import type { FormShape } from './shape.ts'
import type { FormValue, FormValues } from './value.ts'

/**
 * A form as typed, one text a field. A choice is its code; of several ticked, the codes with a space between; yes and no are
 * `yes` and `no`. A name that is not here was not touched.
 */
export type FormTyped = Readonly<Record<string, string>>

/** Longest text of one field: a whole form stays within one frame of the journal. */
export const mostFormText = 4_000

export type FieldFault =
  | TextFault
  | { readonly code: 'text-has-line-breaks' | 'not-a-number' | 'too-fine' | 'out-of-range' | 'not-a-choice' | 'time-not-understood' | 'not-yet' | 'day-not-yet' | 'date-not-understood' }

/**
 * fine  nothing to say; null: the field is empty, and will not be in the record
 * ask   unlikely: shown as a question beside the field, and saved as typed
 * bad   cannot be meant: not saved until changed; what was typed stays in the field
 */
export type FieldReading =
  | { readonly verdict: 'fine'; readonly value: Exclude<FormValue, null> | null }
  | { readonly verdict: 'ask'; readonly value: number }
  | { readonly verdict: 'bad'; readonly fault: FieldFault }

export type FormIssue =
  | { readonly field: string; readonly fault: FieldFault }
  /** Nothing was written, or nothing of what the form is for; `field` is the first of those. */
  | { readonly field: string; readonly fault: { readonly code: 'nothing-written' } }

export type FormDesk = {
  readonly patient: PatientId
  /** Fixed while the form is open, so that saving twice records once. */
  readonly entry: EntryId
  readonly now: Instant
  /** When it happened, if not now. */
  readonly at: Instant | null
  /** Of a correction: what the old record holds that this form cannot show; it stays as it is. */
  readonly carried?: FormValues
}

/** The record of a form as typed, or everything in the way of it. Rules FORM-1 to FORM-6. */
export function formEntry(shape: FormShape, typed: FormTyped, { patient, entry, now, at, carried = {} }: FormDesk): Result<{ readonly draft: Draft<'form'>; readonly asks: readonly string[] }, readonly FormIssue[]> {
  const readings = fieldsOf(shape).map((field) => ({ name: field.name, reading: readField(field, typed[field.name] ?? '', now) }))
  const issues = readings.flatMap(({ name, reading }): readonly FormIssue[] => (reading.verdict === 'bad' ? [{ field: name, fault: reading.fault }] : []))
  if (issues.length > 0) return err(issues)
  const written: FormValues = Object.fromEntries(readings.flatMap(({ name, reading }) => (reading.verdict === 'bad' || reading.value === null ? [] : [[name, reading.value]])))
  const wanted = shape.atLeast.length === 0 ? readings.map(({ name }) => name) : shape.atLeast
  if (!wanted.some((name) => name in written)) return err([{ field: wanted[0] ?? '', fault: { code: 'nothing-written' } }])
  return ok({
    draft: { id: entry, kind: 'form', patient, at, body: { definition: shape.id, version: shape.version, values: { ...carried, ...written } } },
    asks: readings.flatMap(({ name, reading }) => (reading.verdict === 'ask' ? [name] : [])),
  })
}

/** What one field says about what stands in it. */
export function readField(field: FormField, typed: string, now: Instant): FieldReading {
  if (typed.trim() === '') return { verdict: 'fine', value: null }
  switch (field.type) {
    case 'line':
      return readText(typed, mostLine, /[\n\t]/)
    case 'text':
      return readText(typed, mostFormText, null)
    case 'number':
      return readNumber(field, typed)
    case 'choice':
      return field.options.some(({ code }) => code === typed) ? { verdict: 'fine', value: typed } : bad({ code: 'not-a-choice' })
    case 'choices': {
      const codes = typed.split(' ')
      return codes.every((code) => field.options.some((option) => option.code === code)) ? { verdict: 'fine', value: codes } : bad({ code: 'not-a-choice' })
    }
    case 'yes-no':
      return typed === 'yes' || typed === 'no' ? { verdict: 'fine', value: typed === 'yes' } : bad({ code: 'not-a-choice' })
    case 'moment': {
      const read = readWhen({ typed, day: null }, now)
      return read.ok ? { verdict: 'fine', value: read.value.at } : bad({ code: read.error.code })
    }
    case 'date': {
      const day = readDay(typed, tokyoDateOf(now))
      return day === null ? bad({ code: 'date-not-understood' }) : { verdict: 'fine', value: day }
    }
  }
}

/** The stored values as they would be typed: a correction begins with what stands there. Moments and days are typed in full. */
export function typedOf(shape: FormShape, values: FormValues, sayMoment: (at: Instant) => string): FormTyped {
  return Object.fromEntries(fieldsOf(shape).flatMap((field) => {
    const value = values[field.name]
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) return [[field.name, value.join(' ')]]
    if (typeof value === 'boolean') return [[field.name, value ? 'yes' : 'no']]
    const moment = field.type === 'moment' ? Instant.safeParse(value) : null
    return [[field.name, moment?.success === true ? sayMoment(moment.data) : String(value)]]
  }))
}

function bad(fault: FieldFault): FieldReading {
  return { verdict: 'bad', fault }
}

function readText(typed: string, most: number, forbidden: RegExp | null): FieldReading {
  const checked = checkText(typed, most)
  if (!checked.ok) return bad(checked.error)
  return forbidden?.test(typed) === true ? bad({ code: 'text-has-line-breaks' }) : { verdict: 'fine', value: typed }
}

/** A figure like every other, but for its sign: the base excess of a blood gas, a balance. Never rounds. */
function readNumber({ decimals, possible, likely }: Extract<FormField, { type: 'number' }>, typed: string): FieldReading {
  const text = typed.slice(0, mostName + 1).normalize('NFKC').trim()
  const unsigned = text.replace(/^[-‐‑–—−ー]/, '')
  const figure = readFigure(unsigned)
  if (figure === null || figure === 'empty') return bad({ code: 'not-a-number' })
  if (figure.decimals > decimals) return bad({ code: 'too-fine' })
  const value = unsigned === text || figure.value === 0 ? figure.value : -figure.value
  if (value < possible[0] || value > possible[1]) return bad({ code: 'out-of-range' })
  return value < likely[0] || value > likely[1] ? { verdict: 'ask', value } : { verdict: 'fine', value }
}

/** A day as it is written on paper: with its year in either calendar, or month and day alone, which is the nearest one to today. */
function readDay(typed: string, today: CalendarDate): CalendarDate | null {
  if (typed.length > 40) return null
  const short = /^(\d{1,2})\s*[/-]\s*(\d{1,2})$|^(\d{1,2})月(\d{1,2})日$/.exec(typed.normalize('NFKC').trim())
  if (short !== null) return nearestDay(Number(short[1] ?? short[3]), Number(short[2] ?? short[4]), today)
  const read = readBirthText(typed, lastDay)
  return read.ok && read.value.birth.kind === 'day' && !read.value.outsideEra ? read.value.birth.on : null
}

function nearestDay(month: number, day: number, today: CalendarDate): CalendarDate | null {
  const year = Number(today.slice(0, 4))
  const days = [year - 1, year, year + 1].flatMap((candidate) => calendarDate(candidate, month, day) ?? [])
  const away = (one: CalendarDate): number => Math.abs(Date.parse(one) - Date.parse(today))
  return days.toSorted((a, b) => away(a) - away(b))[0] ?? null
}

/** A day to come is no mistake here. */
const lastDay = CalendarDate.parse('9999-12-31')
