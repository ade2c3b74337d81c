import { CalendarDate, instantOf, millisecondsOf, tokyoDateOf, type Instant } from '#domain/time.ts'
import { dayWithWeekday } from './say.ts'

/** Seven days from a Monday, in Japan. */
export type Week = readonly CalendarDate[]

const dayMs = 86_400_000
const tokyoMs = 9 * 3_600_000

/** The first moment of a day in Japan, in milliseconds. */
export const startOf = (day: CalendarDate): number => Date.parse(`${day}T00:00:00.000Z`) - tokyoMs

export const dayAfter = (day: CalendarDate, days: number): CalendarDate => tokyoDateOf(instantOf(startOf(day) + days * dayMs))

export function weekOf(at: Instant): Week {
  const day = tokyoDateOf(at)
  const sinceMonday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 7 }, (_, n) => dayAfter(day, n - sinceMonday))
}

/** Every calendar week in which one of these moments lies, oldest first. */
export function weeksOf(moments: readonly Instant[]): readonly Week[] {
  const weeks = new Map(moments.map((at) => weekOf(at)).map((week) => [week[0], week]))
  return [...weeks.values()].toSorted(([one = ''], [two = '']) => (one < two ? -1 : 1))
}

export const isIn = (week: Week, at: Instant): boolean => week.includes(tokyoDateOf(at))

/** Hours since the first day of a week began, with their fraction. */
export function hoursInto(week: Week, at: Instant): number {
  const [first = tokyoDateOf(at)] = week
  return (millisecondsOf(at) - startOf(first)) / 3_600_000
}

/** 「2026-11-16(月)〜22(日)」 */
export function shownWeek(week: Week): string {
  const [first, last] = [week[0], week.at(-1)]
  if (first === undefined || last === undefined) return ''
  const weekday = (day: CalendarDate): string => dayWithWeekday(day).replace(/^[^(]*/, '')
  return `${first}${weekday(first)}〜${first.slice(0, 7) === last.slice(0, 7) ? last.slice(8) : last.slice(5)}${weekday(last)}`
}
