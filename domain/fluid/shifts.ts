import { instantOf, tokyoParts, type CalendarDate, type Instant } from '../time.ts'

export type Shift = 'night' | 'day' | 'evening'

/** Hours of the day in Japan at which the shifts begin, first to last; the last one ends with the day. */
export const shiftHours = [{ shift: 'night', from: 0, to: 8 }, { shift: 'day', from: 8, to: 16 }, { shift: 'evening', from: 16, to: 24 }] as const satisfies readonly { readonly shift: Shift; readonly from: number; readonly to: number }[]

/** From its first moment to the first one that is no longer in it. */
export type Span = { readonly from: Instant; readonly to: Instant }

export function shiftSpan(date: CalendarDate, shift: Shift): Span {
  const hours = shiftHours.find((one) => one.shift === shift) ?? shiftHours[0]
  return spanOf(date, hours.from, hours.to)
}

/** The shift in which a moment lies. */
export function shiftAround(at: Instant): Span {
  const { date, hhmm } = tokyoParts(at)
  const hour = Number(hhmm.slice(0, 2))
  return shiftSpan(date, (shiftHours.findLast(({ from }) => from <= hour) ?? shiftHours[0]).shift)
}

/** 24 hours from midnight in Japan. */
export function daySpan(date: CalendarDate): Span {
  return spanOf(date, 0, 24)
}

export function dayBefore(date: CalendarDate): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10) as CalendarDate // a day before a day has the branded form
}

const tokyoHours = 9

function spanOf(date: CalendarDate, from: number, to: number): Span {
  const midnight = Date.parse(`${date}T00:00:00.000Z`) - tokyoHours * 3_600_000
  return { from: instantOf(midnight + from * 3_600_000), to: instantOf(midnight + to * 3_600_000) }
}
