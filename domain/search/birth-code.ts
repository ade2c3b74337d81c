import { plainBirthText } from '../patient/birth-text.ts'
import type { Birth } from '../patient/birth.ts'
import { unreachable } from '../result.ts'
import { eras } from '../patient/wareki.ts'
import { matchLevels } from './search-text.ts'

/** A birth as one number, 19500304; 19500300 and 19500000 where the day or the month is not known, 0 where nothing is. */
export function birthCode(birth: Birth): number {
  switch (birth.kind) {
    case 'day':
      return figures(birth.on, 0, 4) * 10_000 + figures(birth.on, 5, 7) * 100 + figures(birth.on, 8, 10)
    case 'month':
      return figures(birth.month, 0, 4) * 10_000 + figures(birth.month, 5, 7) * 100
    case 'year':
      return birth.year * 10_000
    case 'estimated-age':
    case 'age-band':
    case 'unknown':
      return 0
    default:
      return unreachable(birth)
  }
}

/** Births from `low` to `high`, both included, and how well they answer. */
export type BirthRange = { readonly low: number; readonly high: number; readonly level: number }

const eraPart = '(?<era>[mtshr]|明治?|大正?|昭和?|平成?|令和?)'
const separated = new RegExp(
  String.raw`^(?:${eraPart}\s*\.?\s*)?(?<year>\d{1,4}|元)(?<afterYear>\s*[年./-]\s*|\s+|$)(?:(?<month>\d{1,2})(?<afterMonth>\s*[月./-]\s*|\s+|$)(?:(?<day>\d{1,2})(?<afterDay>日?)$)?)?$`,
)
const solid = new RegExp(String.raw`^(?:${eraPart}\s*)?(?<digits>\d{3,8})$`)

/**
 * The births that what was typed so far may mean. The forms are those of birth-text.ts, and each of them unfinished: the
 * last figure may go on (`s25.1` is January and October to December), unless 年, a full stop … stands behind it. Digits
 * without an era count from the year on: fewer than four are the beginning of an ID.
 */
export function birthRanges(typed: string): readonly BirthRange[] {
  const text = plainBirthText(typed)
  if (!/\d|元/.test(text)) return []
  const run = solid.exec(text)?.groups
  if (run !== undefined) return rangesOfRun(run['era'], run['digits'] ?? '')
  const found = separated.exec(text)?.groups
  if (found === undefined) return []
  const { era: eraTyped, year = '', afterYear = '', month, afterMonth = '', day, afterDay = '' } = found
  const offset = offsetOf(eraTyped)
  if (offset === null ? !/^\d{4}$/.test(year) : year.length > 2) return []
  const years = (year === '元' ? [1] : meant(year, afterYear === '' ? yearsOf(offset) : 0)).map((count) => count + (offset ?? 0))
  if (month === undefined) return spans(years).map(([from, to]) => ({ low: from * 10_000, high: to * 10_000 + 1231, level: matchLevels.prefix }))
  const months = meant(month, afterMonth === '' ? 12 : 0).filter((one) => one <= 12)
  if (day === undefined) return years.flatMap((one) => [...months.flatMap((ofYear) => monthRange(one, ofYear)), ...maybe(one * 10_000)])
  const days = meant(day, afterDay === '' ? 31 : 0).filter((one) => one <= 31)
  return years.flatMap((one) =>
    months.flatMap((ofYear) => {
      const code = one * 10_000 + ofYear * 100
      return [...days.map((ofMonth) => ({ low: code + ofMonth, high: code + ofMonth, level: ofMonth === Number(day) ? matchLevels.exact : matchLevels.prefix })), ...maybe(code), ...maybe(one * 10_000)]
    }),
  )
}

/** `s250304`, `19500304` and every beginning of them from the third or fourth sign on. */
function rangesOfRun(eraTyped: string | undefined, digits: string): readonly BirthRange[] {
  const offset = offsetOf(eraTyped)
  if (offset === null ? !/^(?:18|19|20)\d{2}/.test(digits) : digits.length > 6) return []
  const western = offset === null ? digits : String(Number(digits.slice(0, 2)) + offset) + digits.slice(2)
  const [low, high] = [Number(western.padEnd(8, '0')), Number(western.padEnd(8, '9'))]
  const year = Number(western.slice(0, 4)) * 10_000
  if (western.length === 4) return [{ low, high, level: matchLevels.prefix }]
  const month = western.length === 8 ? maybe(Number(western.slice(0, 6)) * 100) : []
  return [{ low, high, level: western.length === 8 ? matchLevels.exact : matchLevels.prefix }, ...month, ...maybe(year)]
}

/** The number typed, and those it may be the beginning of. */
function meant(typed: string, most: number): readonly number[] {
  const one = Number(typed)
  if (typed.length !== 1 || most === 0) return one === 0 ? [] : [one]
  return [one, ...Array.from({ length: 10 }, (_, next) => one * 10 + next)].filter((number, index, all) => number > 0 && number <= most && all.indexOf(number) === index)
}

/** How many years an era has at most; none where the year is not one of an era. */
function yearsOf(offset: number | null): number {
  const era = eras.find((one) => one.offset === offset)
  return era === undefined ? 0 : Math.min(99, Number(era.last.slice(0, 4)) - era.offset)
}

/** Numbers that follow each other as one stretch: fewer to look up. */
function spans(numbers: readonly number[]): readonly (readonly [number, number])[] {
  return numbers.reduce<(readonly [number, number])[]>((so, number) => {
    const last = so.at(-1)
    return last !== undefined && last[1] + 1 === number ? [...so.slice(0, -1), [last[0], number]] : [...so, [number, number]]
  }, [])
}

const monthRange = (year: number, month: number): readonly BirthRange[] => [{ low: year * 10_000 + month * 100, high: year * 10_000 + month * 100 + 31, level: matchLevels.prefix }]
/** Somebody whose month or day is not known may be the one. */
const maybe = (code: number): readonly BirthRange[] => [{ low: code, high: code, level: matchLevels.part }]

function offsetOf(typed: string | undefined): number | null {
  return typed === undefined ? null : (eras.find((era) => era.letter === typed || typed.startsWith(era.kanji))?.offset ?? null)
}

/** The figures of a date's part, without a string of each: there may be a million dates. */
function figures(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 0x30
  return number
}
