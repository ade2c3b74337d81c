import { CalendarDate, instantOf, tokyoParts, type Instant } from '../time.ts'

/** The time of a list as it is proposed for correction: `2026/11/20 07:40`. */
export function takenAtText(takenAt: Instant): string {
  const { date, hhmm } = tokyoParts(takenAt)
  return `${date.replaceAll('-', '/')} ${hhmm}`
}

const form = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?\s+(\d{1,2})\s*[:時]\s*(\d{2})分?$/

/**
 * When the hospital's system gave a list out, as a person typed it, in Japan's time. The year must stand there: guessed, a list of
 * last year would pass for this morning's. Null for anything else, and for a time that has not come. Rule REF-45.
 */
export function readTakenAt(typed: string, now: Instant): Instant | null {
  const [, year = '', month = '', day = '', hour = '', minute = ''] = form.exec(typed.normalize('NFKC').trim()) ?? []
  const date = CalendarDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (!date.success || Number(hour) > 23 || Number(minute) > 59) return null
  const at = instantOf(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour) - 9, Number(minute)))
  return at <= now ? at : null
}
