import type { Pattern } from './query.ts'
import { shape, type SearchRows } from './rows.ts'
import { matchLevels } from './search-text.ts'
import { allOf, anyOf, listed, type Stream } from './streams.ts'

/**
 * For each sign and each pair of signs the rows whose name holds it, ascending, all in one array. Signs and pairs that
 * begin a name or a part of it are kept apart from those within: beginnings rank before pieces, and whoever types one
 * sign wants the fifty best of forty thousand. Whole names and parts stand under a hash. Two things under one key
 * do no harm: every row is asked again (rank.ts).
 */
export type Grams = {
  /** A hash table of gram keys; `list` is the list of the same place, plus one. */
  readonly keys: Uint32Array
  readonly list: Uint32Array
  /** Where each list begins; one more than lists. */
  readonly from: Uint32Array
  readonly rows: Uint32Array
}

export function gramsOf({ count, text, from: textFrom, shape: lengths }: SearchRows): Grams {
  let size = 1 << 14
  while (size < count * 2) size *= 2
  size = Math.min(size, 1 << 18)
  let keys = new Uint32Array(size)
  let list = new Uint32Array(size)
  let lists = 0
  let counts = new Uint32Array(size)
  let last = new Uint32Array(size) // the last row of each list, plus one
  let stream = new Uint32Array(Math.max(1024, count * 32))
  let streamed = 0
  const streamEnd = new Uint32Array(count)

  const grow = (): void => {
    const [oldKeys, oldList] = [keys, list]
    size *= 2
    keys = new Uint32Array(size)
    list = new Uint32Array(size)
    counts = widened(counts, size)
    last = widened(last, size)
    for (let at = 0; at < oldKeys.length; at += 1) {
      const one = oldList[at] ?? 0
      if (one === 0) continue
      const place = placeOf(keys, list, oldKeys[at] ?? 0)
      keys[place] = oldKeys[at] ?? 0
      list[place] = one
    }
  }
  const add = (row: number, key: number): void => {
    const place = placeOf(keys, list, key)
    let one = list[place] ?? 0
    if (one === 0) {
      if (lists * 2 > size) {
        grow()
        return add(row, key)
      }
      one = lists += 1
      keys[place] = key
      list[place] = one
    }
    if (last[one - 1] === row + 1) return
    last[one - 1] = row + 1
    counts[one - 1] = (counts[one - 1] ?? 0) + 1
    stream[streamed++] = one - 1
  }
  const addName = (row: number, begin: number, cut: number, end: number): void => {
    if (begin === end) return
    if (streamed + (end - begin) * 2 + 3 > stream.length) stream = widened(stream, stream.length * 2)
    let whole = hashStart
    let piece = hashStart
    for (let at = begin; at < end; at += 1) {
      const sign = text[at] ?? 0
      const isStart = at === begin || at === cut
      add(row, isStart ? startOf(sign) : within(sign))
      if (at + 1 < end) add(row, isStart ? startPair(sign, text[at + 1] ?? 0) : pair(sign, text[at + 1] ?? 0))
      if (at === cut) {
        add(row, hashed(piece))
        piece = hashStart
      }
      piece = hashNext(piece, sign)
      whole = hashNext(whole, sign)
    }
    add(row, hashed(piece))
    add(row, hashed(whole))
  }

  for (let row = 0; row < count; row += 1) {
    const at = row * shape.size
    const kanji = textFrom[row] ?? 0
    const kana = kanji + (lengths[at + shape.kanji] ?? 0)
    addName(row, kanji, kanji + (lengths[at + shape.kanjiCut] ?? 0), kana)
    addName(row, kana, kana + (lengths[at + shape.kanaCut] ?? 0), kana + (lengths[at + shape.kana] ?? 0))
    streamEnd[row] = streamed
  }

  const from = new Uint32Array(lists + 1)
  for (let at = 0; at < lists; at += 1) from[at + 1] = (from[at] ?? 0) + (counts[at] ?? 0)
  const next = from.slice(0, lists)
  const rows = new Uint32Array(streamed)
  for (let row = 0, at = 0; row < count; row += 1) {
    for (const end = streamEnd[row] ?? 0; at < end; at += 1) {
      const one = stream[at] ?? 0
      const to = next[one] ?? 0
      next[one] = to + 1
      rows[to] = row
    }
  }
  return { keys, list, from, rows }
}

/** More spellings than this are not looked up one by one. No name has so many; `ooooooo` has. */
const mostSpellings = 256

/**
 * A pattern as the single spellings of which every sign and pair stands in some name: of 27 ways to read `yoshio` three
 * are names. Where too many remain the pattern itself is given back.
 */
export function spellingsOf(grams: Grams, pattern: Pattern): readonly Pattern[] {
  const isThere = (key: number): boolean => grams.list[placeOf(grams.keys, grams.list, key)] !== 0
  const follows = (one: number, two: number): boolean => isThere(pair(one, two)) || isThere(startPair(one, two))
  let spellings: readonly (readonly number[])[] = [[]]
  for (const place of pattern.places) {
    spellings = spellings.flatMap((before) =>
      place.flatMap((piece) => {
        const signs = [...before, ...piece]
        for (let at = before.length; at < signs.length; at += 1) {
          const [one, two] = [signs[at - 1], signs[at] ?? 0]
          if (one === undefined ? !isThere(startOf(two)) && !isThere(within(two)) : !follows(one, two)) return []
        }
        return [signs]
      }),
    )
    if (spellings.length > mostSpellings) return [pattern]
  }
  return spellings.map((literal) => ({ ...pattern, places: [], literal }))
}

/**
 * The rows that may answer a pattern of spellingsOf at a level or better, and about how many. Every pair of signs must
 * stand in the name; whether in this order is asked of the row itself.
 */
export function rowsFor(grams: Grams, { literal, places, isOpen }: Pattern, level: number): Found {
  const any = (...keys: readonly number[]): Found => {
    const lists = keys.flatMap((key) => postingOf(grams, key))
    return { stream: anyOf(lists.map(({ from, to }) => listed(grams.rows, from, to))), size: lists.reduce((sum, { from, to }) => sum + to - from, 0) }
  }
  const begin = (start: number, inside: number): Found => (level < matchLevels.part ? any(start) : any(start, inside))
  if (literal === null) {
    const heads = [...new Set((places[0] ?? []).map(([head = 0]) => head))]
    return any(...heads.map(startOf), ...(level < matchLevels.part ? [] : heads.map(within)))
  }
  const [one = 0, two] = literal
  if (level < matchLevels.prefix) return isOpen ? any() : any(hashed(literal.reduce(hashNext, hashStart)))
  if (two === undefined) return begin(startOf(one), within(one))
  const joints = literal.slice(1).map((sign, at) => {
    const before = literal[at] ?? 0
    return at === 0 ? begin(startPair(before, sign), pair(before, sign)) : any(startPair(before, sign), pair(before, sign))
  }).toSorted((a, b) => a.size - b.size)
  return { stream: allOf(joints.map(({ stream }) => stream)), size: joints[0]?.size ?? 0 }
}

export type Found = { readonly stream: Stream; readonly size: number }

/** The list of a key; none where nothing stands under it. */
function postingOf({ keys, list, from }: Grams, key: number): readonly { readonly from: number; readonly to: number }[] {
  const one = list[placeOf(keys, list, key)] ?? 0
  return one === 0 ? [] : [{ from: from[one - 1] ?? 0, to: from[one] ?? 0 }]
}

// Codes below a space are no signs of a name, so they tell the sorts of key apart.
const startOf = (sign: number): number => (1 << 16) | sign
const within = (sign: number): number => (2 << 16) | sign
const pair = (one: number, two: number): number => ((one << 16) | two) >>> 0
const startPair = (one: number, two: number): number => (pair(one, two) ^ 0x9e3779b9) >>> 0
const hashed = (hash: number): number => (3 << 16) | ((hash ^ (hash >>> 16)) & 0xffff) // few keys: a name of its own a row would fill the table
const hashStart = 0x811c9dc5
const hashNext = (hash: number, sign: number): number => Math.imul(hash ^ sign, 0x01000193) >>> 0

function placeOf(keys: Uint32Array, list: Uint32Array, key: number): number {
  const mask = keys.length - 1
  let at = (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 7) & mask
  while (list[at] !== 0 && keys[at] !== key) at = (at + 1) & mask
  return at
}

function widened(array: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(size)
  wider.set(array)
  return wider
}
