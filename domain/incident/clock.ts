import type { Entry } from '../log/entry.ts'
import { instantOf, millisecondsOf, tokyoParts, type Instant } from '../time.ts'

/**
 * A PC without a network has only the clock it was left with. Every frame carries the device's own time, for ever and
 * uncorrected; what people are shown is that time plus the offset that was confirmed by a watch when the frame was
 * written. Nothing written before is changed by a correction, and order is the journal's sequence, never a time.
 */
export type ConfirmedOffset = {
  /** From this place of the journal on. */
  readonly seq: number
  /** Milliseconds to add to the device's time. */
  readonly offsetMs: number
}

/** In the order of the journal; empty while nobody compared the clock. */
export type ClockOffsets = readonly ConfirmedOffset[]

/** The offsets with what this entry says of the clock, if it says anything. Entries may come in any order. */
export function withClock(offsets: ClockOffsets, seq: number, entry: Entry): ClockOffsets {
  if (entry.kind !== 'incident-told' && entry.kind !== 'clock-confirmed') return offsets
  const offsetMs = entry.kind === 'incident-told' ? entry.body.clockOffsetMs : entry.body.offsetMs
  return [...offsets.filter((one) => one.seq !== seq), { seq, offsetMs }].toSorted((one, other) => one.seq - other.seq)
}

/** The newest offset confirmed at this place of the journal; 0 before the first. */
export function offsetAt(offsets: ClockOffsets, seq: number): number {
  return offsets.findLast((one) => one.seq <= seq)?.offsetMs ?? 0
}

/** A device time as people are shown it. */
export function corrected(device: Instant, offsetMs: number): Instant {
  return offsetMs === 0 ? device : instantOf(millisecondsOf(device) + offsetMs)
}

/** A time somebody read off a right clock, as the device would have told it: what an entry holds. */
export function asDevice(shown: Instant, offsetMs: number): Instant {
  return corrected(shown, -offsetMs)
}

/** The two times of an entry as people are shown them: with the offset that held when it was written. */
export function correctedEntry<E extends { readonly at: Instant; readonly recordedAt: Instant }>(entry: E, seq: number, offsets: ClockOffsets): E {
  const offsetMs = offsetAt(offsets, seq)
  return offsetMs === 0 ? entry : { ...entry, at: corrected(entry.at, offsetMs), recordedAt: corrected(entry.recordedAt, offsetMs) }
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** A person reads a watch to the minute and types for a while. */
const readingErrorMs = 5 * minuteMs

export type ClockVerdict =
  /** Within a minute: nobody reads seconds off a wall clock. */
  | { readonly kind: 'right' }
  | { readonly kind: 'off' }
  /** Nine hours behind: the clock of the PC holds UTC and is taken for Japan's. `offsetMs` is the whole nine hours. */
  | { readonly kind: 'utc'; readonly offsetMs: number }
  /** Nine hours ahead: the clock holds Japan's time and is taken for UTC. */
  | { readonly kind: 'utc-ahead'; readonly offsetMs: number }
  /** The clock stands where a PC begins to count without a battery. */
  | { readonly kind: 'dead-battery' }

/**
 * What is wrong with a clock that differs by `offsetMs` from a watch. `notBefore`: this program was built, or wrote its
 * last frame, then; no true clock shows less.
 */
export function judgeClock(device: Instant, offsetMs: number, notBefore: Instant): ClockVerdict {
  if (Math.abs(offsetMs) < minuteMs) return { kind: 'right' }
  if (standsAtBirth(device, notBefore)) return { kind: 'dead-battery' }
  if (Math.abs(offsetMs - 9 * hourMs) <= readingErrorMs) return { kind: 'utc', offsetMs: 9 * hourMs }
  if (Math.abs(offsetMs + 9 * hourMs) <= readingErrorMs) return { kind: 'utc-ahead', offsetMs: -9 * hourMs }
  return { kind: 'off' }
}

/** Years in which PCs begin to count when their battery is empty. */
const birthYears: readonly string[] = ['1970', '1980', '2000', '2010']

/** A day is left for time zones and for a clock that was a little slow when the program was built. */
export function standsAtBirth(device: Instant, notBefore: Instant): boolean {
  return birthYears.includes(tokyoParts(device).date.slice(0, 4)) || millisecondsOf(device) < millisecondsOf(notBefore) - 24 * hourMs
}

/**
 * The moment meant by a time of day that somebody typed while the clock stands at its birth: the first one that is not
 * before the last moment known to have been. Hours and minutes in Japan.
 */
export function firstAfter(notBefore: Instant, hhmm: string): Instant {
  const { date, hhmm: known } = tokyoParts(notBefore)
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = hhmm.split(':').map(Number)
  return instantOf(Date.UTC(year, month - 1, hhmm < known ? day + 1 : day, hour - 9, minute))
}
