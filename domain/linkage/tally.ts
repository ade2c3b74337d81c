import { yearOf } from './birth-number.ts'
import type { Columns, Words } from './lists.ts'

/**
 * How much it says that two rows share a value, in bits: -log₂ of how often it stands in the list that is searched. 佐藤 says
 * little, 勅使河原 much (reference/interop.md §7.1: u from the frequencies of the master). Shares are smoothed towards what is
 * usual, so that a short list does not take every value for a rare one.
 */
export type Tally = {
  /** By term. */
  readonly family: Float64Array
  readonly given: Float64Array
  readonly familyKana: Float64Array
  readonly givenKana: Float64Array
  readonly postcode: Float64Array
  readonly address: Float64Array
  /** Of a part of a name that nobody of the list has: no other can be rarer. Terms of another list may lie beyond the tables above. */
  readonly unseen: { readonly family: number; readonly given: number; readonly familyKana: number; readonly givenKana: number }
  readonly birth: (birth: number) => number
  readonly year: (birth: number) => number
  readonly phone: (phone: number) => number
}

export function tallyOf(columns: Columns, words: Words): Tally {
  const { count } = columns
  const terms = (column: Uint32Array, size: number, usual: number): { readonly bits: Float64Array; readonly unseen: number } => {
    const counted = new Uint32Array(size)
    for (let row = 0; row < count; row += 1) counted[column[row]!]! += 1
    const said = count - counted[0]!
    const weight = 500
    const bits = new Float64Array(size)
    const rare = Math.log2(said + weight)
    for (let term = 0; term < size; term += 1) bits[term] = rare - Math.log2(counted[term]! + usual * weight)
    return { bits, unseen: rare - Math.log2(usual * weight) }
  }
  const births = new Sketch(17)
  const years = new Uint32Array(10_000)
  const phones = new Sketch(Math.min(20, Math.max(12, Math.ceil(Math.log2(count + 1)) + 2)))
  let born = 0
  for (let row = 0; row < count; row += 1) {
    const birth = columns.birth[row]!
    const phone = columns.phone[row]!
    if (birth !== 0) {
      births.add(birth)
      years[yearOf(birth)]! += 1
      born += 1
    }
    if (phone !== 0) phones.add(phone)
  }
  const family = terms(columns.family, words.name.count, 1 / 2000)
  const given = terms(columns.given, words.name.count, 1 / 2000)
  const familyKana = terms(columns.familyKana, words.kana.count, 1 / 2000)
  const givenKana = terms(columns.givenKana, words.kana.count, 1 / 1000)
  return {
    family: family.bits, given: given.bits, familyKana: familyKana.bits, givenKana: givenKana.bits,
    unseen: { family: family.unseen, given: given.unseen, familyKana: familyKana.unseen, givenKana: givenKana.unseen },
    postcode: terms(columns.postcode, words.postcode.count, 1 / 2000).bits,
    address: terms(columns.address, words.address.count, 1 / 20_000).bits,
    birth: (birth) => -Math.log2((births.count(birth) + 1) / (born + 25_000)),
    year: (birth) => -Math.log2(((years[yearOf(birth)] ?? 0) + 1) / (born + 80)),
    phone: (phone) => -Math.log2((phones.count(phone) + 1) / (count + 50_000)),
  }
}

/** Counts of numbers under their hash. Two numbers that fall together count as one another: a share too large, never too small. */
class Sketch {
  private readonly counts: Uint32Array
  private readonly shift: number

  constructor(bits: number) {
    this.counts = new Uint32Array(2 ** bits)
    this.shift = 32 - bits
  }

  add(value: number): void {
    this.counts[this.place(value)]! += 1
  }

  count(value: number): number {
    return this.counts[this.place(value)] ?? 0
  }

  private place(value: number): number {
    return Math.imul(value, 0x9e3779b1) >>> this.shift
  }
}
