import { z } from 'zod'
import type { Realm } from '../realm.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine, typedText } from '../text.ts'
import type { Series, SeriesFault } from './series.ts'
import { lastCount, readWardNumber, StationLetters, type WardNumber, type WardNumberFault, type WardNumberParts, wardNumber } from './ward-number.ts'

const count = z.number().int().min(1).max(lastCount)

/**
 * Numbers that were printed before anybody wears them: on bands and labels for a registration that begins on paper. The
 * station's own count goes on behind them, so that none is given twice; one that is never used stays unused.
 */
export const NumbersSetAside = z.object({ letters: StationLetters, first: count, last: count }).refine(({ first, last }) => first <= last)
export type NumbersSetAside = z.infer<typeof NumbersSetAside>

/** Why a band is not to be used any more. Stored: add, never rename. */
export const BlankVoidReason = z.enum(['lost', 'spoiled', 'other'])
export type BlankVoidReason = z.infer<typeof BlankVoidReason>

/** Bands that went astray or cannot be read: found again by somebody, they must not begin a second patient. */
export const NumbersVoided = z.object({ letters: StationLetters, first: count, last: count, reason: BlankVoidReason, words: typedText(mostLine) }).refine(({ first, last }) => first <= last)
export type NumbersVoided = z.infer<typeof NumbersVoided>

/** The most that are set aside at once: seventeen pages of six bands. */
export const mostSetAside = 102

/** The next numbers of a series, `many` of them. Throws outside 1–102; err 'series-used-up' where so many are not left. */
export function setAside(series: Series, many: number): Result<NumbersSetAside, SeriesFault> {
  if (!Number.isInteger(many) || many < 1 || many > mostSetAside) throw new Error('One to 102 numbers are set aside at once')
  const last = series.given + many
  if (last > lastCount) return err({ code: 'series-used-up', letters: series.letters })
  return ok({ letters: series.letters, first: series.given + 1, last })
}

/** The numbers themselves, in their order. */
export function numbersOf({ letters, first, last }: NumbersSetAside, realm: Realm): readonly WardNumber[] {
  return Array.from({ length: last - first + 1 }, (_, at) => wardNumber(realm, letters, first + at))
}

/** What a station knows of its pre-printed numbers. */
export type Blanks = {
  readonly realm: Realm
  readonly letters: StationLetters
  readonly setAside: readonly NumbersSetAside[]
  readonly voided: readonly NumbersVoided[]
  /** Numbers that patients carry. */
  readonly used: ReadonlySet<WardNumber>
}

/** Of a station that printed none. */
export function noBlanks({ realm, letters }: Pick<Series, 'realm' | 'letters'>): Blanks {
  return { realm, letters, setAside: [], voided: [], used: new Set() }
}

export type BlankFault =
  | WardNumberFault
  /** A band of a drill in an emergency, or the other way round. */
  | { readonly code: 'number-of-other-realm' }
  /** Of another station, or on letters that this one had before. */
  | { readonly code: 'number-of-other-station' }
  /** Never set aside here: the station gives it itself, or has not come so far. */
  | { readonly code: 'not-a-blank' }
  | { readonly code: 'blank-used' }
  | { readonly code: 'blank-void'; readonly reason: BlankVoidReason }

/** Reads the number of a pre-printed band, typed or scanned, for the patient who wears it now. Only a number set aside here that nobody carries is accepted. */
export function numberFromBlank(typed: string, blanks: Blanks): Result<WardNumber, BlankFault> {
  const read = numberOnBand(typed, blanks)
  if (!read.ok) return read
  const { number } = read.value
  if (blanks.used.has(number)) return err({ code: 'blank-used' })
  const voided = isVoid(read.value, blanks.voided)
  return voided === null ? ok(number) : err({ code: 'blank-void', reason: voided.reason })
}

/** The number of a band that was printed here before, whatever became of it. */
export function numberOnBand(typed: string, blanks: Blanks): Result<WardNumberParts, BlankFault> {
  const read = readWardNumber(typed)
  if (!read.ok) return read
  const { realm, letters } = read.value
  if (realm !== blanks.realm) return err({ code: 'number-of-other-realm' })
  if (letters !== blanks.letters) return err({ code: 'number-of-other-station' })
  if (!blanks.setAside.some((range) => isWithin(range, read.value))) return err({ code: 'not-a-blank' })
  return read
}

/** What was said of this number when it was declared void; null when it was not. */
export function isVoid(number: Pick<WardNumberParts, 'letters' | 'count'>, voided: readonly NumbersVoided[]): NumbersVoided | null {
  return voided.find((range) => isWithin(range, number)) ?? null
}

/** Was this number printed before it was given to anybody? */
export function isBlank(number: WardNumber, setAsideHere: readonly NumbersSetAside[]): boolean {
  const read = readWardNumber(number)
  return read.ok && setAsideHere.some((range) => isWithin(range, read.value))
}

function isWithin(range: NumbersSetAside, { letters, count: given }: Pick<WardNumberParts, 'letters' | 'count'>): boolean {
  return range.letters === letters && range.first <= given && given <= range.last
}
