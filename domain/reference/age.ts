import { millisecondsOf, type Instant } from '../time.ts'

/** How far a list is from the stop or from now, as people say it: minutes within the hour, hours within two days, then days; never rounded up to look older or younger by more than the unit. */
export type Age = { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number; readonly isAfter: boolean }

/** Rule REF-42. */
export function ageOf(takenAt: Instant, from: Instant): Age {
  const apart = millisecondsOf(from) - millisecondsOf(takenAt)
  const minutes = Math.floor(Math.abs(apart) / 60_000)
  const isAfter = apart < 0
  if (minutes < 60) return { unit: 'minutes', count: minutes, isAfter }
  return minutes < 48 * 60 ? { unit: 'hours', count: Math.floor(minutes / 60), isAfter } : { unit: 'days', count: Math.floor(minutes / 1440), isAfter }
}

/** A patient list older than this is warned about while sealed: it is renewed in ordinary times, once a week at the least. */
export const staleAfterDays = 7

/** Rule REF-43. */
export function isStale(takenAt: Instant, now: Instant): boolean {
  return millisecondsOf(now) - millisecondsOf(takenAt) > staleAfterDays * 86_400_000
}
