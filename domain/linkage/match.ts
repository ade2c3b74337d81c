import type { CalendarDate } from '../time.ts'
import { chanceOf, type Chance } from './chance.ts'
import { holdsOf, isSlipOfLetters, type Hold, type PairClass } from './class.ts'
import { KeyTable } from './key-table.ts'
import { keysOf, marksOf, mostKeys, type Marks } from './keys.ts'
import type { Scored } from './levels.ts'
import type { CodedList } from './coded.ts'
import { columnsOf, newWords, type Columns, type Words } from './lists.ts'
import { Pairs } from './pairs.ts'
import { scorerOf, type Scorer } from './score.ts'
import { tallyOf, type Tally } from './tally.ts'

/** Two rows that may be one person, with what says so. Rows count from 0. */
export type Match = { readonly asking: number; readonly searched: number; readonly class: PairClass; readonly holds: readonly Hold[]; readonly scored: Scored }

export type MatchOptions = {
  readonly today: CalendarDate
  /** Pairs below these log₂ odds are not listed; 0 lists what is at least as likely as not. */
  readonly floor?: number
  /** Told now and then how many rows of the searched list were read; false stops, and nothing is returned. */
  readonly onRows?: (read: number, of: number) => boolean
}

/** Another candidate this close (2¹⁰, a thousand to one) makes a pair a matter of judgement. */
const rivalBits = 10
/** A candidate this close to the better one is listed beside it: nobody could tell them apart. */
const tieBits = 3

/** The list that is searched, read and counted once; any number of lists may ask it. */
export type SearchedList = {
  readonly words: Words
  readonly columns: Columns
  readonly tally: Tally
  readonly chance: Chance
  readonly marks: Marks
  /** For whoever asks often: the keys of all rows one after the other, and where those of each row end. Null: made while they are looked for, without their memory. */
  readonly kept: { readonly keys: Int32Array; readonly ends: Uint32Array } | null
}

export function searchedList(list: CodedList, today: CalendarDate): SearchedList {
  const words = newWords()
  const columns = columnsOf(list, words, today)
  return { words, columns, tally: tallyOf(columns, words), chance: chanceOf(columns, words), marks: marksOf(words), kept: null }
}

/** The same list with its keys made beforehand. */
export function keyedList(searched: SearchedList): SearchedList {
  const { columns, marks } = searched
  const write = keysOf(columns, marks, false)
  // Most rows have nearly as many; what is never written takes no memory.
  const keys = new Int32Array(columns.count * mostKeys)
  const ends = new Uint32Array(columns.count)
  let end = 0
  for (let row = 0; row < columns.count; row += 1) {
    end = write(row, keys, end)
    ends[row] = end
  }
  return { ...searched, kept: { keys, ends } }
}

/**
 * Finds who of the asking list is who of the searched list: each row on one side with at most one of the other, but for ties,
 * of which every one is listed for review. Null: stopped.
 */
export function matchLists(asking: CodedList, searched: CodedList, options: MatchOptions): readonly Match[] | null {
  const read = searchedList(searched, options.today)
  return matchSearched(columnsOf(asking, read.words, options.today), read, options)
}

/** The same of lists that were read before, the asking one with the words of the searched one. */
export function matchSearched(a: Columns, searched: SearchedList, options: Omit<MatchOptions, 'today'>): readonly Match[] | null {
  const { words, columns: b, tally, chance } = searched
  const marks = marksOf(words, searched.marks)
  const scorer = scorerOf(a, b, words, { tally, chance, house: marks.house })
  const pairs = candidates(a, searched, marks, scorer, false, options)
  return pairs === null ? null : assigned(pairs, a, b, words, scorer)
}

/** Finds rows of one list that may be one person: doubles. Each pair once, the earlier row as `asking`. Null: stopped. */
export function matchWithin(list: CodedList, options: MatchOptions): readonly Match[] | null {
  const searched = searchedList(list, options.today)
  const { words, columns, tally, chance, marks } = searched
  const scorer = scorerOf(columns, columns, words, { tally, chance, house: marks.house })
  const pairs = candidates(columns, searched, marks, scorer, true, options)
  return pairs === null ? null : doubles(pairs, columns, words, scorer)
}

function candidates(a: Columns, { columns: b, kept }: SearchedList, marks: Marks, scorer: Scorer, isOneList: boolean, { floor = 0, onRows }: Omit<MatchOptions, 'today'>): Pairs | null {
  const table = new KeyTable(a.count, keysOf(a, marks, true))
  const pairs = new Pairs()
  const write = keysOf(b, marks, false)
  const keys = kept?.keys ?? new Int32Array(mostKeys)
  let [from, end] = [0, 0]
  for (let row = 0; row < b.count; row += 1) {
    if (row % 16_384 === 0 && onRows !== undefined && !onRows(row, b.count)) return null
    if (kept !== null) from = end
    end = kept === null ? write(row, keys, 0) : kept.ends[row]!
    const many = table.find(keys, from, end)
    for (let at = 0; at < many; at += 1) {
      const other = table.found[at]!
      if (isOneList && other >= row) continue
      const bits = scorer.total(other, row, floor)
      if (bits >= floor) pairs.add(other, row, bits)
    }
  }
  return pairs
}

function assigned(pairs: Pairs, a: Columns, b: Columns, words: Words, scorer: Scorer): readonly Match[] {
  const order = pairs.ordered()
  const [ofA, ofB] = [new Float64Array(a.count).fill(-Infinity), new Float64Array(b.count).fill(-Infinity)] // bits of the pair a row was given
  const [secondA, secondB] = [new Float64Array(a.count).fill(-Infinity), new Float64Array(b.count).fill(-Infinity)]
  const chosen: number[] = []
  const ties: number[] = []
  for (const pair of order) {
    const [x, y, bits] = [pairs.asking[pair] ?? 0, pairs.searched[pair] ?? 0, pairs.bits[pair] ?? 0]
    const [bestX, bestY] = [ofA[x] ?? 0, ofB[y] ?? 0]
    if (bestX === -Infinity && bestY === -Infinity) {
      chosen.push(pair)
      ofA[x] = bits
      ofB[y] = bits
      continue
    }
    if (bestX !== -Infinity) secondA[x] = Math.max(secondA[x] ?? 0, bits)
    if (bestY !== -Infinity) secondB[y] = Math.max(secondB[y] ?? 0, bits)
    if (bestX - bits <= tieBits && bestX !== -Infinity) ties.push(pair)
    else if (bestY - bits <= tieBits && bestY !== -Infinity) ties.push(pair)
  }
  const hasRival = (x: number, y: number, bits: number): boolean => bits - (secondA[x] ?? 0) < rivalBits || bits - (secondB[y] ?? 0) < rivalBits
  return [
    ...chosen.map((pair) => matchOf(pairs, pair, a, b, words, scorer, hasRival(pairs.asking[pair] ?? 0, pairs.searched[pair] ?? 0, pairs.bits[pair] ?? 0))),
    ...ties.map((pair) => matchOf(pairs, pair, a, b, words, scorer, true)),
  ].toSorted(byRows)
}

function doubles(pairs: Pairs, columns: Columns, words: Words, scorer: Scorer): readonly Match[] {
  const together = new Set<number>()
  const near = new Map<number, number[]>()
  const add = (row: number, other: number): void => void (near.get(row) ?? near.set(row, []).get(row))?.push(other)
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const [x, y] = [pairs.asking[pair] ?? 0, pairs.searched[pair] ?? 0]
    together.add(x * columns.count + y)
    add(x, y)
    add(y, x)
  }
  const areBoth = (x: number, y: number): boolean => together.has(Math.min(x, y) * columns.count + Math.max(x, y))
  // A third row that is like one of the two and not like the other: one of the likenesses is wrong.
  const hasRival = (x: number, y: number): boolean => (near.get(x) ?? []).some((other) => other !== y && !areBoth(other, y)) || (near.get(y) ?? []).some((other) => other !== x && !areBoth(other, x))
  return Array.from({ length: pairs.count }, (_, pair) => matchOf(pairs, pair, columns, columns, words, scorer, hasRival(pairs.asking[pair] ?? 0, pairs.searched[pair] ?? 0))).toSorted(byRows)
}

function matchOf(pairs: Pairs, pair: number, a: Columns, b: Columns, words: Words, scorer: Scorer, hasRival: boolean): Match {
  const [asking, searched] = [pairs.asking[pair] ?? 0, pairs.searched[pair] ?? 0]
  const scored: Scored = { ...scorer.explain(asking, searched), total: pairs.bits[pair]! }
  const found: readonly Hold[] = [...holdsOf(scored, { isSlipOfLetters: isSlipOfLetters(words, a, asking, b, searched) }), ...(hasRival ? (['rival'] as const) : [])]
  return { asking, searched, class: found.length === 0 ? 'likely' : 'review', holds: found, scored }
}

const byRows = (one: Match, two: Match): number => one.asking - two.asking || two.scored.total - one.scored.total
