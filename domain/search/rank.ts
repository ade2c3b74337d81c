import type { Pattern, Query, Word } from './query.ts'
import { shape, type SearchRows } from './rows.ts'
import { matchLevels } from './search-text.ts'

const { number, exact, prefix, part, none } = matchLevels

/**
 * How well a row answers (matchLevels); `none` when it does not. The one definition of a match: the index only saves
 * asking it of every row. Of several words the worst counts.
 */
export function rankOf(rows: SearchRows, row: number, query: Query): number {
  let worst: number = number
  for (const word of query) {
    worst = Math.max(worst, rankOfWord(rows, row, word))
    if (worst === none) return none
  }
  return worst
}

function rankOfWord({ text, from, shape: lengths, births }: SearchRows, row: number, word: Word): number {
  const at = row * shape.size
  const kanjiFrom = from[row] ?? 0
  const kanaFrom = kanjiFrom + (lengths[at + shape.kanji] ?? 0)
  const bedFrom = kanaFrom + (lengths[at + shape.kana] ?? 0)
  const idsFrom = bedFrom + (lengths[at + shape.bed] ?? 0)
  let best: number = none
  if (word.number.length > 0) best = rankOfIds(text, idsFrom, from[row + 1] ?? 0, word.number)
  if (best <= exact) return best
  for (const pattern of word.names) {
    const isKanji = pattern.field === 'kanji'
    const [begin, end] = isKanji ? [kanjiFrom, kanaFrom] : [kanaFrom, bedFrom]
    const found = rankOfName(text, begin, begin + (lengths[at + (isKanji ? shape.kanjiCut : shape.kanaCut)] ?? 0), end, pattern)
    if (found < best) best = found
    if (best <= exact) return best
  }
  if (word.bed.length > 0 && idsFrom > bedFrom && beginsWith(text, bedFrom, idsFrom, word.bed)) best = Math.min(best, idsFrom - bedFrom === word.bed.length ? exact : prefix)
  const birth = births[row] ?? 0
  if (birth > 0) for (const { low, high, level } of word.births) if (birth >= low && birth <= high && level < best) best = level
  return best
}

function rankOfIds(text: Uint16Array, begin: number, end: number, typed: readonly number[]): number {
  let best: number = none
  for (let from = begin; from < end; ) {
    let to = from
    while (text[to] !== 0) to += 1
    if (beginsWith(text, from, to, typed)) best = Math.min(best, to - from === typed.length ? number : prefix)
    from = to + 1
  }
  return best
}

function beginsWith(text: Uint16Array, from: number, to: number, typed: readonly number[]): boolean {
  if (to - from < typed.length) return false
  for (let at = 0; at < typed.length; at += 1) if (text[from + at] !== typed[at]) return false
  return true
}

/** A name from `begin` to `end`, whose family name ends at `cut`. */
function rankOfName(text: Uint16Array, begin: number, cut: number, end: number, { literal, places, isOpen }: Pattern): number {
  let best: number = none
  for (let at = begin; at < end; at += 1) {
    let isWhole = false
    if (literal === null) {
      const ends = endsAt(text, at, end, places)
      if (ends.length === 0) continue
      isWhole = ends.includes(end) || (at === begin && ends.includes(cut))
    } else {
      if (text[at] !== literal[0] || !beginsWith(text, at, end, literal)) continue
      const to = at + literal.length
      isWhole = to === end || (at === begin && to === cut)
    }
    if (at !== begin && at !== cut) {
      if (best === none) best = part
      continue
    }
    if (isWhole && !isOpen) return exact
    best = prefix
  }
  return best
}

const nowhere: readonly number[] = []

/** Where the places may end when they begin at `at`. All ways are followed together: one by one they could double at each place. */
function endsAt(text: Uint16Array, at: number, end: number, places: Pattern['places']): readonly number[] {
  let here: readonly number[] = [at]
  for (const place of places) {
    let next: number[] | null = null
    for (const from of here) {
      for (const piece of place) {
        if (!beginsWith(text, from, end, piece)) continue
        const to = from + piece.length
        if (next === null) next = [to]
        else if (!next.includes(to)) next.push(to)
      }
    }
    if (next === null) return nowhere
    here = next
  }
  return here
}
