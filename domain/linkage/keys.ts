import { isWholeDay, monthDayOf, yearOf } from './birth-number.ts'
import type { Columns, Words } from './lists.ts'

/**
 * What two rows must share to be compared at all. Two rows of one person that share none of these are not found; rows that
 * share one by chance cost a comparison. Each key stands for one way in which everything else may be wrong.
 */
export const mostKeys = 22

/** Writes the keys of one row into `into` and says how many. `isAsked`: the row is of the list that asks, whose gaps decide what is worth looking for. */
export type KeyWriter = (row: number, isAsked: boolean, into: Uint32Array) => number

export function keysOf(columns: Columns, words: Words): KeyWriter {
  const kanaHead = heads(words.kana, 2)
  const nameHead = heads(words.name, 1)
  const place = placeMarks(words.address)
  return (row, isAsked, into) => {
    let count = 0
    const put = (salt: number, one: number, two: number): void => {
      if (one !== 0 && two !== 0) into[count++] = mix(salt, one, two)
    }
    const birth = columns.birth[row] ?? 0
    const isDay = isWholeDay(birth)
    const [family, given, kanaFamily, kanaGiven] = [columns.family[row] ?? 0, columns.given[row] ?? 0, columns.familyKana[row] ?? 0, columns.givenKana[row] ?? 0]
    const [year, monthDay, postcode] = [yearOf(birth), isDay ? monthDayOf(birth) : 0, columns.postcode[row] ?? 0]
    if (isDay) put(1, birth, 1)
    put(2, columns.phone[row] ?? 0, 1)
    put(3, columns.identifier[row] ?? 0, 1)
    put(4, columns.wholeKana[row] ?? 0, 1)
    put(5, columns.whole[row] ?? 0, 1)
    // Family and given name exchanged.
    put(6, Math.min(kanaFamily, kanaGiven), Math.max(kanaFamily, kanaGiven))
    put(7, Math.min(family, given), Math.max(family, given))
    put(8, kanaHead(kanaFamily), year)
    put(9, nameHead(family), year)
    put(10, kanaGiven, monthDay)
    put(11, given, monthDay)
    put(12, kanaHead(kanaFamily), postcode)
    put(13, nameHead(family), postcode)
    put(14, kanaGiven, postcode)
    put(15, given, postcode)
    const [least, next] = place(columns.address[row] ?? 0)
    put(16, least, next)
    put(19, least, postcode === 0 ? year : postcode)
    // Without a day of birth the name has to carry a slip alone.
    if (!isAsked || !isDay) {
      put(17, kanaFamily, kanaHead(kanaGiven))
      put(18, family, nameHead(given))
    }
    return count
  }
}

/** A number for the first signs of a word, the same in every list; worked out once a word. */
function heads(terms: Words['name'], length: number): (term: number) => number {
  let byTerm = new Uint32Array(1024)
  return (term) => {
    if (term === 0) return 0
    if (term >= byTerm.length) {
      const wider = new Uint32Array(Math.max(byTerm.length * 2, term + 1))
      wider.set(byTerm)
      byTerm = wider
    }
    const before = byTerm[term] ?? 0
    if (before !== 0) return before
    const key = terms.key(term)
    // A letter says less than a kanji.
    const many = /^[a-z]/.test(key) ? length + 1 : length
    let head = 1
    for (let at = 0; at < Math.min(many, key.length); at += 1) head = mix(19, head, key.charCodeAt(at) + 1)
    byTerm[term] = head
    return head
  }
}

/**
 * Two marks of an address: the least and the greatest hash of its runs of three signs. Addresses that are mostly the same mostly have
 * them in common (Broder's min-wise hashing), wherever the slip is.
 */
function placeMarks(terms: Words['address']): (term: number) => readonly [number, number] {
  const known = new Map<number, readonly [number, number]>()
  return (term) => {
    if (term === 0) return nowhere
    const before = known.get(term)
    if (before !== undefined) return before
    const key = terms.key(term)
    let [least, greatest] = [0xffffffff, 1]
    for (let at = 0; at + 2 < key.length; at += 1) {
      const hash = mix(20, key.charCodeAt(at) * 65_536 + key.charCodeAt(at + 1), key.charCodeAt(at + 2))
      if (hash < least) least = hash
      if (hash > greatest) greatest = hash
    }
    const found = [least, greatest] as const
    known.set(term, found)
    return found
  }
}

const nowhere = [0, 0] as const

/** 32 bits of three numbers; two different keys that fall together cost one needless comparison. */
function mix(salt: number, one: number, two: number): number {
  let hash = Math.imul(salt, 0x9e3779b1) ^ Math.imul(one, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(two, 0x27d4eb2f)
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1)
  return (hash ^ (hash >>> 16)) >>> 0
}
