import { err, ok, type Result } from '../result.ts'
import { instantOf, millisecondsOf, tokyoDateOf, tokyoParts, type CalendarDate, type Instant } from '../time.ts'

/** When it happened at the bedside, as typed. An empty box means now. `day` is the answer to 今日/昨日; null while nobody was asked. */
export type WhenForm = { readonly typed: string; readonly day: 'today' | 'yesterday' | null }

export const emptyWhen: WhenForm = { typed: '', day: null }

export type WhenFault =
  | { readonly code: 'time-not-understood' }
  /** That time has not come today. At ten past midnight 23:50 is yesterday's: asked, never assumed. */
  | { readonly code: 'not-yet'; readonly yesterday: Instant }
  /** A day was written, and it has not come. */
  | { readonly code: 'day-not-yet' }

/** `at: null` is now. Never later than now: an entry cannot stand in the future (ENT-2). */
export type When = { readonly at: Instant | null }

// Full-width figures and the signs an input method gives for a colon are read too; `16:5` is not, it may be 16:05 or 16:50.
const form = /^(?:(?<month>\d{1,2})\s*[/-]\s*(?<day>\d{1,2})\s+)?(?:(?<hour>\d{1,2})\s*[:.時]\s*(?<minute>\d{2})\s*分?|(?<solid>\d{3,4}))$/

export function readWhen({ typed, day }: WhenForm, now: Instant): Result<When, WhenFault> {
  const text = typed.length > 40 ? 'too long to be a time' : typed.normalize('NFKC').trim().replace(/。/g, '.')
  if (text === '') return ok({ at: null })
  const found = form.exec(text)?.groups
  if (found === undefined) return err({ code: 'time-not-understood' })
  const solid = found['solid']?.padStart(4, '0')
  const hour = Number(found['hour'] ?? solid?.slice(0, 2))
  const minute = Number(found['minute'] ?? solid?.slice(2))
  if (hour > 23 || minute > 59) return err({ code: 'time-not-understood' })
  const today = tokyoDateOf(now)
  if (found['month'] !== undefined) return onWrittenDay(Number(found['month']), Number(found['day']), hour, minute, now)
  const yesterday = inTokyo(today, hour, minute, -1)
  if (day === 'yesterday') return ok({ at: yesterday })
  const at = inTokyo(today, hour, minute)
  return at > now ? err({ code: 'not-yet', yesterday }) : ok({ at })
}

/** Is a day written in front of the time? Then 今日/昨日 is not asked. */
export function hasDay(typed: string): boolean {
  return form.exec(typed.normalize('NFKC').trim())?.groups?.['month'] !== undefined
}

/** A moment as it would be typed, with its day: 「11/19 23:50」. Read again it is the same minute while it is less than ten months ago. */
export function whenOf(at: Instant): WhenForm {
  const { date, hhmm } = tokyoParts(at)
  return { typed: `${Number(date.slice(5, 7))}/${Number(date.slice(8))} ${hhmm}`, day: null }
}

function onWrittenDay(month: number, dayOfMonth: number, hour: number, minute: number, now: Instant): Result<When, WhenFault> {
  const year = Number(tokyoDateOf(now).slice(0, 4))
  // In January a day of December is last year's.
  for (const candidate of [year, year - 1]) {
    const first = new Date(Date.UTC(candidate, month - 1, dayOfMonth))
    if (first.getUTCMonth() !== month - 1 || first.getUTCDate() !== dayOfMonth) return err({ code: 'time-not-understood' })
    const at = instantOf(Date.UTC(candidate, month - 1, dayOfMonth, hour - 9, minute))
    if (at <= now) return millisecondsOf(now) - millisecondsOf(at) < 300 * 86_400_000 ? ok({ at }) : err({ code: 'day-not-yet' })
  }
  return err({ code: 'day-not-yet' })
}

function inTokyo(date: CalendarDate, hour: number, minute: number, days = 0): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return instantOf(Date.UTC(year, month - 1, day + days, hour - 9, minute))
}
