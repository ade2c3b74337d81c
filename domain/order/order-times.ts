import { err, ok, type Result } from '../result.ts'
import { instantOf, millisecondsOf, tokyoDateOf, type CalendarDate, type Instant } from '../time.ts'

/** 朝・昼・夕・眠前, at the hours a ward gives them. */
export const daySlots = { morning: '08:00', noon: '12:00', evening: '18:00', night: '21:00' } as const
export type DaySlot = keyof typeof daySlots
export const daySlotNames = Object.keys(daySlots) as readonly DaySlot[] // Object.keys forgets the key type of a const object

export type TimesFault = { readonly code: 'times-not-understood'; readonly typed: string } | { readonly code: 'times-too-many' }
const mostTimes = 12

/** The slots that were chosen and the times that were typed (`6:00 14:00`, `0600、1400`): each once, in the order of the day. */
export function readTimes(slots: readonly DaySlot[], typed: string): Result<readonly string[], TimesFault> {
  const parts = typed.normalize('NFKC').split(/[\s,、・;]+/).filter((part) => part !== '')
  const times = new Set<string>(slots.map((slot) => daySlots[slot]))
  for (const part of parts) {
    const time = timeOfDay(part)
    if (time === null) return err({ code: 'times-not-understood', typed: part.slice(0, 12) })
    times.add(time)
  }
  return times.size > mostTimes ? err({ code: 'times-too-many' }) : ok([...times].toSorted())
}

/** `6:00`, `18時`, `1830`, `6時30分` → `06:00` …; null for what is no time of a day. */
function timeOfDay(text: string): string | null {
  const found = /^(?:(\d{1,2})[:.](\d{2})|(\d{1,2})時(?:(\d{2})分?)?|(\d{2})(\d{2})|(\d)(\d{2}))$/.exec(text)
  if (found === null) return null
  const hour = Number(found[1] ?? found[3] ?? found[5] ?? found[7])
  const minute = Number(found[2] ?? found[4] ?? found[6] ?? found[8] ?? 0)
  return hour > 23 || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

export type MomentFault = { readonly code: 'moment-not-understood' }

/**
 * A moment of an order as typed; null for an empty box. A time alone is the next such time, today or tomorrow; a day alone
 * (`11/22`) is its first minute, or its last where an end is meant. What it was read as stands beside the box.
 */
export function readMoment(typed: string, now: Instant, meant: 'start' | 'end'): Result<Instant | null, MomentFault> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return ok(null)
  const found = text.length > 30 ? null : /^(?:(\d{1,2})[/-](\d{1,2}))?\s*(\S+)?$/.exec(text)
  const time = found?.[3] === undefined ? null : timeOfDay(found[3])
  if (found === null || (found[3] !== undefined && time === null)) return err({ code: 'moment-not-understood' })
  if (found[1] !== undefined) return onDay(Number(found[1]), Number(found[2]), time ?? (meant === 'start' ? '00:00' : '23:59'), now)
  const today = onDate(tokyoDateOf(now), time ?? '00:00')
  // The minute that runs is still to come: 09:10 typed at 09:10:30 is now.
  return ok(millisecondsOf(today) > millisecondsOf(now) - 60_000 ? today : instantOf(millisecondsOf(today) + dayMs))
}

const dayMs = 24 * 3_600_000

/** The nearest such day: in January a day of December is last year's. */
function onDay(month: number, day: number, time: string, now: Instant): Result<Instant, MomentFault> {
  const year = Number(tokyoDateOf(now).slice(0, 4))
  const candidates = [year - 1, year, year + 1].flatMap((one): readonly Instant[] => {
    const date = new Date(Date.UTC(one, month - 1, day))
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? [onDate(date.toISOString().slice(0, 10), time)] : []
  })
  const away = (at: Instant): number => Math.abs(millisecondsOf(at) - millisecondsOf(now))
  const [nearest] = candidates.toSorted((one, other) => away(one) - away(other))
  return nearest === undefined || away(nearest) > 183 * dayMs ? err({ code: 'moment-not-understood' }) : ok(nearest)
}

/** The moment of a time of day on a day in Japan. */
export function onDate(date: CalendarDate | string, time: string): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return instantOf(Date.UTC(year, month - 1, day, hour - 9, minute))
}
