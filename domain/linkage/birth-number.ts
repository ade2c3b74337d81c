import { birthOf } from '../reference/source-text.ts'
import type { CalendarDate } from '../time.ts'

/**
 * A day of birth as one number, year·10000 + month·100 + day, with 0 for what is not known; 0: nothing is known. A day the
 * calendar does not have keeps its figures: month and day exchanged is the commonest slip of all, and must stay comparable.
 */
export function birthNumber(raw: string, today: CalendarDate): number {
  const read = birthOf(raw, today)
  if (!read.ok) {
    const figures = raw.normalize('NFKC').trim().replace(/[-/.]/g, '')
    return /^\d{8}$/.test(figures) ? Number(figures) : 0
  }
  const birth = read.value
  if (birth.kind === 'day') return Number(birth.on.replaceAll('-', ''))
  if (birth.kind === 'month') return Number(birth.month.replace('-', '')) * 100
  return birth.kind === 'year' ? birth.year * 10_000 : 0
}

// | 0 keeps the engine in whole numbers: these are asked for every pair.
export const yearOf = (birth: number): number => (birth / 10_000) | 0
export const monthDayOf = (birth: number): number => birth % 10_000
export const isWholeDay = (birth: number): boolean => birth % 100 !== 0 && birth >= 10_000

/** How far the same era year lies apart in two neighbouring eras: 昭和25 for 大正25, 平成5 for 昭和5 … (wareki.ts `offset`). */
const eraSteps = new Set([44, 58, 14, 63, 77, 30, 93])

export type BirthLikeness = 'same' | 'slip' | 'same-as-far-as-known' | 'same-day-of-year' | 'same-year' | 'differs' | 'unknown'

/**
 * How two days of birth agree. A slip: day and month exchanged, one figure wrong, two neighbouring figures exchanged, a year too
 * many or too few, or the year of another era.
 */
export function birthLikeness(one: number, two: number): BirthLikeness {
  if (one === 0 || two === 0) return 'unknown'
  if (one === two) return isWholeDay(one) ? 'same' : 'same-as-far-as-known'
  const yearOne = yearOf(one)
  const yearTwo = yearOf(two)
  const dayOne = monthDayOf(one)
  const dayTwo = monthDayOf(two)
  if (!isWholeDay(one) || !isWholeDay(two)) return partly(yearOne, yearTwo, dayOne, dayTwo)
  const apart = Math.abs(yearOne - yearTwo)
  if (dayOne === dayTwo) return apart === 1 || eraSteps.has(apart) || oneSlip(one, two) ? 'slip' : 'same-day-of-year'
  if (yearOne === yearTwo && ((dayOne / 100) | 0) === dayTwo % 100 && dayOne % 100 === ((dayTwo / 100) | 0)) return 'slip'
  if (oneSlip(one, two)) return 'slip'
  return yearOne === yearTwo ? 'same-year' : 'differs'
}

function partly(yearOne: number, yearTwo: number, dayOne: number, dayTwo: number): BirthLikeness {
  if (yearOne !== yearTwo) return 'differs'
  const [monthOne, monthTwo] = [Math.floor(dayOne / 100), Math.floor(dayTwo / 100)]
  return monthOne === 0 || monthTwo === 0 || monthOne === monthTwo ? 'same-as-far-as-known' : 'same-year'
}

/** One figure wrong, or two neighbours exchanged. */
function oneSlip(one: number, two: number): boolean {
  // Either makes a difference of one figure, or of nine times one figure, with noughts behind it; few differences are like that.
  let apart = one > two ? one - two : two - one
  while (apart % 10 === 0) apart = (apart / 10) | 0
  if (apart > 9 && (apart % 9 !== 0 || apart > 81)) return false
  let left = one
  let right = two
  let wrong = 0
  let first = 0
  let wrongLeft = 0
  let wrongRight = 0
  for (let at = 0; at < 8; at += 1) {
    const a = left % 10
    const b = right % 10
    if (a !== b) {
      wrong += 1
      if (wrong === 2) return at === first + 1 && ((left / 10) | 0) === ((right / 10) | 0) && a === wrongRight && b === wrongLeft
      first = at
      wrongLeft = a
      wrongRight = b
    }
    left = (left - a) / 10
    right = (right - b) / 10
  }
  return wrong === 1
}
