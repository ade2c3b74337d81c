import type { ClockWhy } from '../record/clock-confirmed.ts'
import { err, ok, type Result } from '../result.ts'
import { CalendarDate, millisecondsOf, tokyoParts, type Instant } from '../time.ts'
import { firstAfter, judgeClock, standsAtBirth, type ClockVerdict } from './clock.ts'

/** What somebody said after a look at a watch. `utc` and `utc-ahead` take nine whole hours with one key. */
export type WatchForm = {
  readonly clock: 'right' | 'wrong' | 'utc' | 'utc-ahead' | null
  /** Empty: the day the device shows, or, while it stands at its beginning, the first one possible. */
  readonly dateTyped: string
  readonly timeTyped: string
}

export const emptyWatch: WatchForm = { clock: null, dateTyped: '', timeTyped: '' }

/** Why a typed date or time is not one. */
export type WatchFault = { readonly code: 'not-a-time' } | { readonly code: 'not-a-date' }

const minuteMs = 60_000
const nineHoursMs = 9 * 60 * minuteMs

/**
 * Milliseconds to add to the device's clock so that it shows the typed date and time, in whole minutes: nobody reads
 * seconds off a wall clock. Times as `1453`, `14:53`, `14時53分`; dates as `11/18`, `2026/11/18`, `20261118`; half or full
 * width. `notBefore` as in clock.ts: it lends the year, and with an empty battery the day.
 */
export function clockOffset(device: Instant, dateTyped: string, timeTyped: string, notBefore: Instant): Result<number, WatchFault> {
  const time = readTime(timeTyped)
  if (time === null) return err({ code: 'not-a-time' })
  const isAtBirth = standsAtBirth(device, notBefore)
  const today = isAtBirth ? tokyoParts(firstAfter(notBefore, time)).date : tokyoParts(device).date
  const date = dateTyped.trim() === '' ? today : readDate(dateTyped, today)
  if (date === null) return err({ code: 'not-a-date' })
  const shown = tokyoParts(device)
  return ok(minutesSinceZero(date, time) - minutesSinceZero(shown.date, shown.hhmm))
}

/** The offset of a filled form; null while it is not. */
export function watchOffset({ clock, dateTyped, timeTyped }: WatchForm, device: Instant, notBefore: Instant): number | null {
  switch (clock) {
    case null:
      return null
    case 'right':
      return 0
    case 'utc':
      return nineHoursMs
    case 'utc-ahead':
      return -nineHoursMs
    case 'wrong': {
      const offset = clockOffset(device, dateTyped, timeTyped, notBefore)
      return offset.ok ? offset.value : null
    }
  }
}

/** What the typed reading says of the clock; null while there is none. */
export function watchVerdict({ dateTyped, timeTyped }: WatchForm, device: Instant, notBefore: Instant): ClockVerdict | null {
  const offset = clockOffset(device, dateTyped, timeTyped, notBefore)
  return offset.ok ? judgeClock(device, offset.value, notBefore) : null
}

/** Why the clock is corrected, for the record. */
export function whyOf(form: WatchForm, device: Instant, notBefore: Instant): ClockWhy {
  if (form.clock === 'right') return 'checked'
  if (form.clock === 'utc' || form.clock === 'utc-ahead') return 'utc'
  const verdict = watchVerdict(form, device, notBefore)
  if (verdict?.kind === 'dead-battery') return 'dead-battery'
  return verdict?.kind === 'right' ? 'checked' : 'off'
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
