import { err, ok, type Result } from '#domain/result.ts'
import { CalendarDate, millisecondsOf, tokyoParts, type Instant } from '#domain/time.ts'

/** Why a typed date or time is not one. */
export type ClockFault = { readonly code: 'not-a-time' } | { readonly code: 'not-a-date' }

const minuteMs = 60_000

/**
 * Milliseconds to add to the device's clock so that it shows the typed date and time, in whole minutes: nobody reads
 * seconds off a wall clock. Times as `1453`, `14:53`, `14時53分`; dates as `11/18`, `2026/11/18`, `20261118`; half or full width.
 */
export function clockOffset(device: Instant, dateTyped: string, timeTyped: string): Result<number, ClockFault> {
  const time = readTime(timeTyped)
  if (time === null) return err({ code: 'not-a-time' })
  const date = readDate(dateTyped, tokyoParts(device).date)
  if (date === null) return err({ code: 'not-a-date' })
  const shown = tokyoParts(device)
  return ok(minutesSinceZero(date, time) - minutesSinceZero(shown.date, shown.hhmm))
}

/** More than a day off is likelier a slip of the finger than a clock: it is asked about once more, and allowed. */
export function isUnlikelyOffset(offsetMs: number): boolean {
  return Math.abs(offsetMs) > 24 * 60 * minuteMs
}

/** The device's moment with the offset added. */
export function correctedMs(device: Instant, offsetMs: number): number {
  return millisecondsOf(device) + offsetMs
}

function minutesSinceZero(date: CalendarDate, hhmm: string): number {
  return Date.parse(`${date}T${hhmm}:00.000Z`)
}

function readTime(typed: string): string | null {
  const [, hours, minutes] = /^(\d{1,2})[:時.]?(\d{2})分?$/.exec(typed.normalize('NFKC').replaceAll(/\s/g, '')) ?? []
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}

function readDate(typed: string, today: CalendarDate): CalendarDate | null {
  const text = typed.normalize('NFKC').trim()
  const [, year, month, day] = /^(?:(\d{4})[年/.-]?)?(\d{1,2})[月/.-]?(\d{1,2})日?$/.exec(text) ?? []
  if (month === undefined || day === undefined) return null
  const read = CalendarDate.safeParse(`${year ?? today.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read.success ? read.data : null
}
