import { readBirthText } from '../patient/birth-text.ts'
import type { Birth, Sex } from '../patient/birth.ts'
import { calendarDate } from '../patient/wareki.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine } from '../text.ts'
import type { CalendarDate } from '../time.ts'
import type { ReferenceAllergies, ValueFaultCode } from './reference-fact.ts'
import { mostAllergies } from './same-person.ts'

/**
 * Words and dates as hospital systems write them. A value is understood or refused with a code, never guessed; a text stays
 * as it came but for the spaces around it, with which systems fill their columns.
 */
export type ValueRead<Value> = Result<Value, ValueFaultCode>

const nothing = ok('')
const suspicious = new RegExp('[\\u0000-\\u001f\\u007f-\\u009f\\ud800-\\udfff\\ufffd]')

/** One line of text without the spaces around it. `text-is-broken` also where a byte was no character (U+FFFD). */
export function lineOf(text: string, most: number): ValueRead<string> {
  if (text === '') return nothing
  const trimmed = text.trim()
  // Ten million cells: nearly all of them need one look.
  if (trimmed.length <= most && !suspicious.test(trimmed)) return ok(trimmed)
  const checked = checkText(trimmed, most)
  if (!checked.ok) return err(checked.error.code)
  if (/[\n\t]/.test(trimmed)) return err('text-has-control-characters')
  return trimmed.includes('\uFFFD') ? err('text-is-broken') : ok(trimmed)
}

const sexes: readonly (readonly [RegExp, Sex])[] = [
  [/^(男性?|オトコ|m(ale)?|1)$/, 'male'],
  [/^(女性?|オンナ|f(emale)?|2)$/, 'female'],
  [/^(その他|o(ther)?)$/, 'other'],
  [/^(|不明|不詳|未回答|u(nknown)?|0|9)$/, 'unknown'],
]

/** 男, 女性, M, female, and 1 and 2 of ISO/IEC 5218 and the receipt computers; empty is unknown. */
export function sexOf(text: string): ValueRead<Sex> {
  const word = text.normalize('NFKC').trim().toLowerCase()
  const found = sexes.find(([form]) => form.test(word))
  return found === undefined ? err('sex-not-understood') : ok(found[1])
}

const solidDay = /^(\d{4})([-/]?)(\d{2})\2(\d{2})$/

/** A birth as far as it is written; empty, 不明 and all zeros are unknown. What can be read in two ways is refused. */
export function birthOf(text: string, today: CalendarDate): ValueRead<Birth> {
  const plain = withoutTime(text)
  const [, year, , month, day] = solidDay.exec(plain) ?? []
  // Almost every row of a million: the long way takes ten times as long and says the same.
  const on = year === undefined ? null : calendarDate(Number(year), Number(month), Number(day))
  if (on !== null && on > '1868-12-31' && on <= today) return ok({ kind: 'day', on })
  if (/^[0\s/.-]*$/.test(plain)) return ok({ kind: 'unknown' })
  const read = readBirthText(plain, today)
  return read.ok ? ok(read.value.birth) : err('birth-not-understood')
}

/** A day, written as a birth is; null where nothing is written. A month or a year alone is no day. */
export function dayOf(text: string, today: CalendarDate): ValueRead<CalendarDate | null> {
  const birth = birthOf(text, today)
  if (!birth.ok || (birth.value.kind !== 'day' && birth.value.kind !== 'unknown')) return err('date-not-understood')
  return ok(birth.value.kind === 'day' ? birth.value.on : null)
}

/** The same reading, of which the last answers are kept: a list of a million has some thousands of days in it. */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text)
    if (known.size >= 50_000) known.clear()
    known.set(text, found)
    return found
  }
}

/** Spreadsheets and databases put a time behind a day. */
function withoutTime(text: string): string {
  return text.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/, '')
}

/**
 * A name that stands whole is divided at its one space, except in Latin letters, where either part may be the family's.
 * Everything else is the family name as a whole.
 */
export function dividedName(whole: string): { readonly family: string; readonly given: string } {
  const parts = whole.split(/[ \u3000]+/)
  const [family, given] = parts
  if (parts.length !== 2 || family === undefined || given === undefined || /[a-zａ-ｚ]/i.test(whole)) return { family: whole, given: '' }
  return { family, given }
}

const none = /^(無し?|なし|ナシ|無|アレルギー(は)?(無し?|なし)|特に(無し?|なし)|none|no|nkda|nka|no known (drug )?allerg(y|ies))[。.]?$/
const untold = /^(|不明|未確認|未聴取|未|unknown|-|－|ー)$/

/** Allergies of one cell, one a line. Empty and 未確認 say nothing (null); なし says none (empty). */
export function allergiesOf(text: string): ValueRead<ReferenceAllergies | null> {
  const substances: string[] = []
  for (const written of text.split('\n')) {
    const line = lineOf(written, mostLine)
    if (!line.ok) return line
    if (line.value !== '') substances.push(line.value)
  }
  return allergiesFrom(substances.map((substance) => ({ substance, note: '' })))
}

/** The same from a list, where a single 「なし」 stands for an empty one. */
export function allergiesFrom(list: ReferenceAllergies): ValueRead<ReferenceAllergies | null> {
  const told = list.filter(({ substance }) => !untold.test(plainWord(substance)))
  const real = told.filter(({ substance }) => !none.test(plainWord(substance)))
  if (real.length > mostAllergies) return err('too-many-allergies')
  return ok(told.length === 0 ? null : real)
}

function plainWord(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
