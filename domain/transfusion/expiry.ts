import { readBirthText } from '../patient/birth-text.ts'
import { err, ok, type Result } from '../result.ts'
import { CalendarDate } from '../time.ts'

export type ExpiryFault = { readonly code: 'expiry-missing' | 'expiry-not-understood' }

const lastDay = CalendarDate.parse('9999-12-31')
const halfYear = 183

/** The day printed on a bag, as typed: with year as dates are read everywhere here, or month and day alone, which mean the nearest such day. */
export function readExpiry(typed: string, today: CalendarDate): Result<CalendarDate, ExpiryFault> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return err({ code: 'expiry-missing' })
  const short = /^(\d{1,2})\s*[./月-]\s*(\d{1,2})\s*日?$/.exec(text)
  if (short !== null) return nearest(Number(short[1]), Number(short[2]), today)
  // The same reader as of birth dates, with no day too late for it.
  const read = readBirthText(typed, lastDay)
  return read.ok && read.value.birth.kind === 'day' ? ok(read.value.birth.on) : err({ code: 'expiry-not-understood' })
}

function nearest(month: number, day: number, today: CalendarDate): Result<CalendarDate, ExpiryFault> {
  const year = Number(today.slice(0, 4))
  const days = [year, year + 1, year - 1].flatMap((one) => {
    const at = Date.UTC(one, month - 1, day)
    const isDay = new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === day
    return isDay && Math.abs(at - Date.parse(today)) <= halfYear * 86_400_000 ? [at] : []
  })
  return days[0] === undefined ? err({ code: 'expiry-not-understood' }) : ok(CalendarDate.parse(new Date(days[0]).toISOString().slice(0, 10)))
}
