import { isWholeDay, monthDayOf, yearOf } from './birth-number.ts'
import { houseMarks, leadingMarks } from './marks.ts'
import { mix } from './mix.ts'
import type { Columns, Words } from './lists.ts'

/**
 * What two rows must share to be compared at all. Two rows of one person that share none of these are not found; rows that
 * share one by chance cost a comparison. Each key stands for one way in which everything else may be wrong.
 */
export const mostKeys = 20

/** Writes the keys of one row into `into`, beginning at `from`, and says where they end. */
export type KeyWriter = (row: number, into: Int32Array, from: number) => number

/** What keys need to know of the words of both lists. */
export type Marks = { readonly kanaHead: Uint32Array; readonly nameHead: Uint32Array; readonly house: Uint32Array }

const noMarks: Marks = { kanaHead: new Uint32Array(0), nameHead: new Uint32Array(0), house: new Uint32Array(0) }

/** `before`: those of the words that were there before. */
export function marksOf(words: Words, before: Marks = noMarks): Marks {
  return { kanaHead: leadingMarks(words.kana, 2, before.kanaHead), nameHead: leadingMarks(words.name, 1, before.nameHead), house: houseMarks(words.address, before.house) }
}

export function keysOf(columns: Columns, { kanaHead, nameHead, house }: Marks, isAsking: boolean): KeyWriter {
  const { birth, phone, identifier, postcode, address, family, given, whole, familyKana, givenKana, wholeKana } = columns
  return (row, into, from) => {
    let count = from
    const born = birth[row]!
    const isDay = isWholeDay(born)
    const year = yearOf(born)
    const monthDay = isDay ? monthDayOf(born) : 0
    const lives = postcode[row]!
    const kanaFamily = familyKana[row]!
    const kanaGiven = givenKana[row]!
    const nameFamily = family[row]!
    const nameGiven = given[row]!
    const place = address[row]!
    if (isDay) into[count++] = mix(1, born, 1)
    if (phone[row] !== 0) into[count++] = mix(2, phone[row]!, 1)
    if (identifier[row] !== 0) into[count++] = mix(3, identifier[row]!, 1)
    if (wholeKana[row] !== 0) into[count++] = mix(4, wholeKana[row]!, 1)
    if (whole[row] !== 0) into[count++] = mix(5, whole[row]!, 1)
    // Family and given name exchanged.
    if (kanaFamily !== 0 && kanaGiven !== 0) into[count++] = kanaFamily < kanaGiven ? mix(6, kanaFamily, kanaGiven) : mix(6, kanaGiven, kanaFamily)
    if (nameFamily !== 0 && nameGiven !== 0) into[count++] = nameFamily < nameGiven ? mix(7, nameFamily, nameGiven) : mix(7, nameGiven, nameFamily)
    if (kanaFamily !== 0) {
      if (year !== 0) into[count++] = mix(8, kanaHead[kanaFamily]!, year)
      if (lives !== 0) into[count++] = mix(12, kanaHead[kanaFamily]!, lives)
    }
    if (nameFamily !== 0) {
      if (year !== 0) into[count++] = mix(9, nameHead[nameFamily]!, year)
      if (lives !== 0) into[count++] = mix(13, nameHead[nameFamily]!, lives)
    }
    if (kanaGiven !== 0) {
      if (monthDay !== 0) into[count++] = mix(10, kanaGiven, monthDay)
      if (lives !== 0) into[count++] = mix(14, kanaGiven, lives)
    }
    if (nameGiven !== 0) {
      if (monthDay !== 0) into[count++] = mix(11, nameGiven, monthDay)
      if (lives !== 0) into[count++] = mix(15, nameGiven, lives)
    }
    if (place !== 0) {
      into[count++] = mix(16, place, 1)
      const number = house[place]!
      if (number !== 0 && lives !== 0) into[count++] = mix(19, number, lives)
      if (number !== 0 && kanaGiven !== 0) into[count++] = mix(20, number, kanaGiven)
      else if (number !== 0 && nameGiven !== 0) into[count++] = mix(21, number, nameGiven)
    }
    // Without a day of birth the name has to carry a slip alone: worth looking for only where the asking row has none.
    if (!isAsking || !isDay) {
      if (kanaFamily !== 0 && kanaGiven !== 0) into[count++] = mix(17, kanaFamily, kanaHead[kanaGiven]!)
      if (nameFamily !== 0 && nameGiven !== 0) into[count++] = mix(18, nameFamily, nameHead[nameGiven]!)
    }
    return count
  }
}
