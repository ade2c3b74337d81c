import { yearOf } from './birth-number.ts'
import type { Columns, Words } from './lists.ts'

/**
 * How often a value stands in the list that is searched: what two people share by chance. 佐藤 says little, 勅使河原 much
 * (reference/interop.md §7.1: u from the frequencies of the master). Shares are smoothed towards what is usual, so that a
 * short list does not take every value for a rare one.
 */
export type Tally = {
  readonly rows: number
  readonly family: (term: number) => number
  readonly given: (term: number) => number
  readonly familyKana: (term: number) => number
  readonly givenKana: (term: number) => number
  readonly birth: (birth: number) => number
  readonly year: (birth: number) => number
  readonly phone: (phone: number) => number
  readonly postcode: (term: number) => number
  readonly address: (term: number) => number
}

export function tallyOf(columns: Columns, words: Words): Tally {
  const { count } = columns
  const share = (counted: Uint32Array, said: number, usual: number, weight: number) => (value: number): number => ((counted[value] ?? 0) + usual * weight) / (said + weight)
  const terms = (column: Uint32Array, size: number, usual: number): ((term: number) => number) => {
    const counted = new Uint32Array(size)
    for (let row = 0; row < count; row += 1) counted[column[row] ?? 0]! += 1
    return share(counted, count - (counted[0] ?? 0), usual, 500)
  }
  const births = new Sketch(18)
  const years = new Uint32Array(10_000)
  const phones = new Sketch(20)
  let born = 0
  for (let row = 0; row < count; row += 1) {
    const [birth, phone] = [columns.birth[row] ?? 0, columns.phone[row] ?? 0]
    if (birth !== 0) {
      births.add(birth)
      years[yearOf(birth)]! += 1
      born += 1
    }
    if (phone !== 0) phones.add(phone)
  }
  return {
    rows: count,
    family: terms(columns.family, words.name.count, 1 / 2000),
    given: terms(columns.given, words.name.count, 1 / 2000),
    familyKana: terms(columns.familyKana, words.kana.count, 1 / 2000),
    givenKana: terms(columns.givenKana, words.kana.count, 1 / 1000),
    birth: (birth) => (births.count(birth) + 1) / (born + 25_000),
    year: (birth) => ((years[yearOf(birth)] ?? 0) + 1) / (born + 80),
    phone: (phone) => (phones.count(phone) + 1) / (count + 50_000),
    postcode: terms(columns.postcode, words.postcode.count, 1 / 2000),
    address: terms(columns.address, words.address.count, 1 / 20_000),
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
