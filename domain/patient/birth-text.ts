import { err, ok, type Result } from '../result.ts'
import { checkText, mostName, type TextFault } from '../text.ts'
import type { CalendarDate } from '../time.ts'
import type { Birth } from './birth.ts'
import { calendarDate, daysOf, eras, shownBirth, type Era, type Words } from './wareki.ts'

/**
 * Reads a birth date as people type it into one text box. A box and a parser of our own, because the date
 * fields at hand silently turn 昭和64年1月8日 into another day (reference/spike.md §2).
 *
 *   s25.3.4  S25/3/4  ｓ２５．３．４  昭25-3-4  昭和25年3月4日  平成元年1月8日  1950-3-4  1950年3月4日
 *   s250304  19500304            six digits after an era, eight without
 *   s25  s25.3  1950  1950-3     day or month not known: stays so
 *   不明  不詳                    and an empty box: unknown
 *
 * Anything else is refused and stays in the box. What could be read in two ways (`s2534`, `25.3.4`,
 * six digits without an era) is refused, not guessed.
 */
export type BirthReading = {
  readonly birth: Birth
  /** The era's name does not cover this day (old cards carry 昭和64年 after 7 January): to be confirmed, never corrected. */
  readonly outsideEra: boolean
  /** What was understood, to be shown beside the box. */
  readonly shown: Words
}

export type BirthTextFault =
  | { readonly code: 'birth-not-understood' }
  /** Understood, but the calendar has no such day or month. */
  | { readonly code: 'no-such-day' }
  /** Before 1868-10-23, the first day of 明治. */
  | { readonly code: 'before-meiji' }
  /** After today; `bornOn` as far as it was typed. A station whose clock is slow gives this too. */
  | { readonly code: 'born-later'; readonly bornOn: string }
  | TextFault

const eraPart = `(?<era>[mtshr]|明治?|大正?|昭和?|平成?|令和?)`
const sep = String.raw`(?:\s*[./-]\s*|\s+)`
const separated = new RegExp(
  String.raw`^(?:${eraPart}\s*\.?\s*)?(?<year>\d{1,4}|元)` +
    String.raw`(?:\s*年|(?:\s*年\s*|${sep})(?<month>\d{1,2})(?:\s*月|(?:\s*月\s*|${sep})(?<day>\d{1,2})(?:\s*日)?)?)?$`,
)
const solid = new RegExp(String.raw`^(?:${eraPart}\s*(?<year2>\d{2})|(?<year4>\d{4}))(?<month>\d{2})(?<day>\d{2})$`)

/** Reads typed text on a given day in Japan. */
export function readBirthText(typed: string, today: CalendarDate): Result<BirthReading, BirthTextFault> {
  const checked = checkText(typed, mostName)
  if (!checked.ok) return checked
  const text = plainBirthText(typed)
  if (text === '' || text === '不明' || text === '不詳') return ok(reading({ kind: 'unknown' }, null, today))

  const found = (solid.exec(text) ?? separated.exec(text))?.groups
  if (found === undefined) return err({ code: 'birth-not-understood' })
  const { era: eraTyped, year2, year4, year = year2 ?? year4 ?? '', month, day } = found
  const era = eraTyped === undefined ? null : (eras.find((one) => one.letter === eraTyped || eraTyped.startsWith(one.kanji)) ?? null)
  if (era === null ? year.length !== 4 : year.length > 2) return err({ code: 'birth-not-understood' })

  const count = year === '元' ? 1 : Number(year)
  if (era !== null && count === 0) return err({ code: 'no-such-day' })
  const birth = birthOf(count + (era?.offset ?? 0), month, day)
  if (birth === null) return err({ code: 'no-such-day' })
  const { first, last } = daysOf(birth)
  if (last < eras[0].first) return err({ code: 'before-meiji' })
  if (first > today) return err({ code: 'born-later', bornOn: birth.kind === 'day' ? birth.on : birth.kind === 'month' ? birth.month : String(birth.year) })
  return ok(reading(birth, era, today))
}

/**
 * NFKC makes full-width figures plain. The long mark and the Japanese full stop and middle dot are what the
 * minus, full stop and slash keys type while an input method is on.
 */
export function plainBirthText(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().replace(/[‐‑‒–—−ー]/g, '-').replace(/[・･]/g, '/').replace(/[。]/g, '.')
}

type DatedBirth = Extract<Birth, { kind: 'day' | 'month' | 'year' }>

function birthOf(year: number, month: string | undefined, day: string | undefined): DatedBirth | null {
  if (year < 1) return null
  if (month === undefined) return { kind: 'year', year }
  const first = calendarDate(year, Number(month), 1)
  if (first === null) return null
  if (day === undefined) return { kind: 'month', month: first.slice(0, 7) }
  const on = calendarDate(year, Number(month), Number(day))
  return on === null ? null : { kind: 'day', on }
}

function reading(birth: Birth, era: Era | null, today: CalendarDate): BirthReading {
  const shown = shownBirth(birth, today)
  if (era === null || birth.kind === 'unknown' || birth.kind === 'estimated-age' || birth.kind === 'age-band') return { birth, outsideEra: false, shown }
  const { first, last } = daysOf(birth)
  return { birth, outsideEra: last < era.first || first > era.last, shown }
}
