import { millisecondsOf, tokyoParts, type CalendarDate, type Instant } from '#domain/time.ts'
import type { Language } from './language.tsx'

const weekdays = { ja: ['日', '月', '火', '水', '木', '金', '土'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `11/18 14:40`: a moment of this incident, where the year goes without saying. */
export function shortMoment(at: Instant): string {
  const { date, hhmm } = tokyoParts(at)
  return `${monthAndDay(date)} ${hhmm}`
}

/** `16:00` today, `11/18 07:40` on another day. */
export function nearMoment(at: Instant, now: Instant): string {
  return tokyoParts(at).date === tokyoParts(now).date ? tokyoParts(at).hhmm : shortMoment(at)
}

/** `11/18` */
export function monthAndDay(date: CalendarDate): string {
  return `${Number(date.slice(5, 7))}/${date.slice(8, 10)}`
}

/** `2026年11月17日（火）` or `Tue 17 Nov 2026`. */
export function longDate(date: CalendarDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number)
  const weekday = weekdays[language][new Date(`${date}T00:00:00.000Z`).getUTCDay()]
  return language === 'ja' ? `${year}年${month}月${day}日（${weekday}）` : `${weekday} ${day} ${months[(month ?? 1) - 1]} ${year}`
}

/** `金`, as paper says the day of the week. */
export function weekdayOf(date: CalendarDate): string {
  return weekdays.ja[new Date(`${date}T00:00:00.000Z`).getUTCDay()] ?? ''
}

/** `11/20（金）` or `Fri 20 Nov`. */
export function dayOfWeek(date: CalendarDate, language: Language): string {
  const weekday = weekdays[language][new Date(`${date}T00:00:00.000Z`).getUTCDay()]
  return language === 'ja' ? `${monthAndDay(date)}（${weekday}）` : `${weekday} ${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`
}

/** `令和8年`. This station is younger than the era; the year before it never stands on its clock. */
export function eraYear(date: CalendarDate): string {
  const year = Number(date.slice(0, 4)) - 2018
  return `令和${year === 1 ? '元' : year}年`
}

/** `2日 1時間44分`, `1時間04分`, `12分`. */
export function elapsed(from: Instant, to: Instant, language: Language): string {
  const minutes = Math.max(0, Math.floor((millisecondsOf(to) - millisecondsOf(from)) / 60_000))
  return duration(minutes, language)
}

export function duration(minutes: number, language: Language): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const ja = [days > 0 ? `${days}日 ` : '', days > 0 || hours > 0 ? `${hours}時間` : '', `${rest}分`]
  const en = [days > 0 ? `${days} d ` : '', days > 0 || hours > 0 ? `${hours} h ` : '', `${rest} min`]
  return (language === 'ja' ? ja : en).join('')
}
