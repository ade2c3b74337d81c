import { CalendarDate } from '../time.ts'
import type { Birth } from './birth.ts'

/**
 * Japanese eras. The first days are those of the law or the proclamation in today's calendar (domain facts
 * §7.1); a day belongs to the last era that had begun. The offset turns an era year into a year: 昭和25 → 1950.
 */
export const eras = [
  { letter: 'm', kanji: '明', ja: '明治', en: 'Meiji', first: '1868-10-23', last: '1912-07-29', offset: 1867 },
  { letter: 't', kanji: '大', ja: '大正', en: 'Taisho', first: '1912-07-30', last: '1926-12-24', offset: 1911 },
  { letter: 's', kanji: '昭', ja: '昭和', en: 'Showa', first: '1926-12-25', last: '1989-01-07', offset: 1925 },
  { letter: 'h', kanji: '平', ja: '平成', en: 'Heisei', first: '1989-01-08', last: '2019-04-30', offset: 1988 },
  { letter: 'r', kanji: '令', ja: '令和', en: 'Reiwa', first: '2019-05-01', last: '9999-12-31', offset: 2018 },
] as const
export type Era = (typeof eras)[number]

/** A word or sentence for people in both languages of the station. */
export type Words = { readonly ja: string; readonly en: string }

/** The era a day lies in; null before 明治. */
export function eraOf(date: CalendarDate): Era | null {
  return eras.find((era) => era.first <= date && date <= era.last) ?? null
}

/** 「昭和25年3月4日」, 「平成元年1月8日」; null before 明治. */
export function wareki(date: CalendarDate): string | null {
  const era = eraOf(date)
  if (era === null) return null
  const { year, month, day } = partsOf(date)
  return `${eraYear(era, year)}${month}月${day}日`
}

/** Completed years, months and days at a date. Each is the whole age in that unit, not a remainder. */
export type Age = { readonly years: number; readonly months: number; readonly days: number }

/**
 * Age on a date; null when that date is before the birth. A year or month is complete on the day with the
 * same number; where there is none (29 February, 31st) on the day after, as on hospital screens.
 */
export function ageOn(born: CalendarDate, on: CalendarDate): Age | null {
  if (on < born) return null
  const from = partsOf(born)
  const to = partsOf(on)
  const months = (to.year - from.year) * 12 + (to.month - from.month) - (to.day < from.day ? 1 : 0)
  return { years: Math.floor(months / 12), months, days: daysBetween(born, on) }
}

/** 「76歳」; under one year 「8か月」; under one month 「12日」: a dose for a newborn needs more than 0歳. */
export function ageWords(age: Age): Words {
  if (age.years > 0) return { ja: `${age.years}歳`, en: `${age.years} y` }
  if (age.months > 0) return { ja: `${age.months}か月`, en: `${age.months} mo` }
  return { ja: `${age.days}日`, en: `${age.days} d` }
}

/** Age on a date, as far as the birth is known: 「76歳」, 「75〜76歳」, 「推定50歳」, 「年齢不明」. */
export function shownAge(birth: Birth, on: CalendarDate): Words {
  if (birth.kind === 'unknown') return { ja: '年齢不明', en: 'age unknown' }
  if (birth.kind === 'estimated-age') return { ja: `推定${birth.years}歳`, en: `about ${birth.years} y` }
  if (birth.kind === 'age-band') return bandWords(birth)
  const { first, last } = daysOf(birth)
  const oldest = ageOn(first, on)
  if (oldest === null) return { ja: '年齢不明', en: 'age unknown' }
  const youngest = ageOn(last, on) ?? { years: 0, months: 0, days: 0 }
  const high = ageWords(oldest)
  const low = ageWords(youngest)
  if (high.ja === low.ja) return high
  if (youngest.years > 0) return { ja: `${youngest.years}〜${high.ja}`, en: `${youngest.years}–${high.en}` }
  if (oldest.years > 0) return { ja: `0〜${high.ja}`, en: `0–${high.en}` }
  return { ja: `${low.ja}〜${high.ja}`, en: `${low.en}–${high.en}` }
}

/** Said as seen, and not counted on: whoever looked 15 to 64 a month ago still does. */
function bandWords({ from, to }: Extract<Birth, { kind: 'age-band' }>): Words {
  if (to === null) return { ja: `見た目${from}歳以上`, en: `looks ${from} y or older` }
  if (to === from) return { ja: `見た目${from}歳`, en: `looks ${from} y` }
  return { ja: `見た目${from}〜${to}歳`, en: `looks ${from}–${to} y` }
}

/** 「昭和25年3月4日（1950-03-04、76歳）」 with the age on that date; an unknown part is left out, never filled in. */
export function shownBirth(birth: Birth, on: CalendarDate): Words {
  const age = shownAge(birth, on)
  switch (birth.kind) {
    case 'unknown':
      return { ja: '生年月日不明', en: 'birth date unknown' }
    case 'estimated-age':
    case 'age-band':
      return { ja: `生年月日不明（${age.ja}）`, en: `birth date unknown (${age.en})` }
    case 'day': {
      const era = eraOf(birth.on)
      const { year, month, day } = partsOf(birth.on)
      if (era === null) return { ja: `${year}年${month}月${day}日（${age.ja}）`, en: `${birth.on} (${age.en})` }
      return {
        ja: `${eraYear(era, year)}${month}月${day}日（${birth.on}、${age.ja}）`,
        en: `${birth.on} (${era.en} ${year - era.offset}, ${age.en})`,
      }
    }
    case 'month':
    case 'year':
      return shownPeriod(birth, age)
  }
}

/** The first and the last day a birth may have been on. */
export function daysOf(birth: Extract<Birth, { kind: 'day' | 'month' | 'year' }>): { readonly first: CalendarDate; readonly last: CalendarDate } {
  switch (birth.kind) {
    case 'day':
      return { first: birth.on, last: birth.on }
    case 'month':
      return { first: CalendarDate.parse(`${birth.month}-01`), last: lastDayOf(birth.month) }
    case 'year':
      return { first: CalendarDate.parse(`${pad(birth.year, 4)}-01-01`), last: CalendarDate.parse(`${pad(birth.year, 4)}-12-31`) }
  }
}

/** `YYYY-MM-DD` of three numbers, or null when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const read = CalendarDate.safeParse(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
  return read.success ? read.data : null
}

/** A year or month may lie in two eras: 「昭和64年・平成元年（1989年、37歳）」. */
function shownPeriod(birth: Extract<Birth, { kind: 'month' | 'year' }>, age: Words): Words {
  const { first, last } = daysOf(birth)
  const { year, month } = partsOf(first)
  const inEras = eras.filter((era) => era.first <= last && first <= era.last)
  const monthJa = birth.kind === 'month' ? `${month}月` : ''
  const iso = birth.kind === 'month' ? birth.month : String(year)
  const western = birth.kind === 'month' ? iso : `${iso}年`
  if (inEras.length === 0) return { ja: `${year}年${monthJa}（${age.ja}）`, en: `${iso} (${age.en})` }
  const ja = inEras.map((era) => eraYear(era, year)).join('・')
  const en = inEras.map((era) => `${era.en} ${year - era.offset}`).join(' / ')
  return { ja: `${ja}${monthJa}（${western}、${age.ja}）`, en: `${iso} (${en}, ${age.en})` }
}

function eraYear(era: Era, year: number): string {
  const count = year - era.offset
  return `${era.ja}${count === 1 ? '元' : count}年`
}

function partsOf(date: CalendarDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function lastDayOf(month: string): CalendarDate {
  const next = new Date(`${month}-01T00:00:00.000Z`)
  next.setUTCMonth(next.getUTCMonth() + 1, 0)
  return CalendarDate.parse(next.toISOString().slice(0, 10))
}

const oneDay = 86_400_000

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / oneDay)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
