import { err, ok, type Result } from '../result.ts'
import type { Realm } from '../realm.ts'
import { lastCount, readWardNumber, wardNumber, type StationLetters, type WardNumber } from './ward-number.ts'

/**
 * Which numbers a station may still give.
 *
 * Story: set-up enters two letters from the hospital's station register; the station counts 1, 2, 3 … on
 * them. When there is any doubt that this folder is the only descendant of its past (restored from a
 * backup, copied to another PC, rolled back), it may not count on: it waits for new letters from the
 * register, then starts again at 1 on those. Letters once used are never used again, so no two patients
 * ever wear one number. The clock takes no part.
 */
export type Series = {
  readonly realm: Realm
  readonly letters: StationLetters
  /** The last count given on these letters; 0 before the first. */
  readonly given: number
  readonly used: readonly StationLetters[]
}

/** What the machine saw at start, beside the journal. */
export type Lineage = {
  /** Is this the PC that the folder was last opened on? */
  readonly machine: 'same' | 'other'
  /** The mark kept outside the folder: how far the journal had come when it was last open here. */
  readonly tide: 'agrees' | 'journal-is-behind' | 'absent'
  /** Was the folder put back from a backup since it was last open? */
  readonly restored: boolean
}

export type SeriesFault =
  /** Doubt about the past: enter new letters from the station register first. */
  | { readonly code: 'new-letters-needed' }
  /** These letters were used here before. */
  | { readonly code: 'letters-used'; readonly letters: StationLetters }
  /** 99,999 numbers were given on these letters. */
  | { readonly code: 'series-used-up'; readonly letters: StationLetters }

export function newSeries(realm: Realm, letters: StationLetters): Series {
  return { realm, letters, given: 0, used: [letters] }
}

/** Rule NUM-4: may this folder go on counting? A missing tide mark on the same machine is doubt too. */
export function mayContinue(lineage: Lineage): boolean {
  return lineage.machine === 'same' && lineage.tide === 'agrees' && !lineage.restored
}

/** Takes new letters. Err 'letters-used' if this station's past already holds them. */
export function takeLetters(series: Series, letters: StationLetters): Result<Series, SeriesFault> {
  if (series.used.includes(letters)) return err({ code: 'letters-used', letters })
  return ok({ ...series, letters, given: 0, used: [...series.used, letters] })
}

/** The next number and the series after it. The number exists only once the entry that carries it is saved. */
export function nextNumber(series: Series): Result<{ readonly number: WardNumber; readonly series: Series }, SeriesFault> {
  const count = series.given + 1
  if (count > lastCount) return err({ code: 'series-used-up', letters: series.letters })
  return ok({ number: wardNumber(series.realm, series.letters, count), series: { ...series, given: count } })
}

/**
 * The series after a number was seen in the journal: replay never counts backwards, and letters that stand in
 * any number count as used, even if the record of taking them was lost with an older backup.
 */
export function afterNumber(series: Series, number: string): Series {
  const read = readWardNumber(number)
  if (!read.ok || read.value.realm !== series.realm) return series
  const { letters, count } = read.value
  if (letters === series.letters) return count > series.given ? { ...series, given: count } : series
  return series.used.includes(letters) ? series : { ...series, used: [...series.used, letters] }
}
