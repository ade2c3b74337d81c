import { rowsFor, spellingsOf } from './grams.ts'
import { queryOf, type Query, type Word } from './query.ts'
import { rankOf } from './rank.ts'
import type { SearchRows } from './rows.ts'
import { mostFill, orderOf, type SearchIndex } from './search-index.ts'
import { matchLevels } from './search-text.ts'
import { countBetween, lowestBetween, type Sorted } from './sorted.ts'
import { allOf, anyOf, type Stream } from './streams.ts'

/**
 * The rows that answer what was typed, best first (matchLevels), equals in the order of the source. Any text is answered;
 * nothing typed finds nobody.
 */
export function find(index: SearchIndex, typed: string, most = 50): readonly number[] {
  const query = queryOf(typed).map((word) => ({ ...word, names: word.names.flatMap((pattern) => spellingsOf(index.grams, pattern)) }))
  if (query.length === 0) return []
  const found: number[] = []
  for (let level = matchLevels.number; level < matchLevels.none && found.length < most; level += 1) found.push(...rowsOfLevel(index, query, level, most - found.length))
  return found
}

/** The same by asking every row: for the few patients of a ward, whose list changes with every entry. */
export function scan(rows: SearchRows, typed: string, most = 50): readonly number[] {
  const query = queryOf(typed)
  if (query.length === 0) return []
  const levels: number[][] = Array.from({ length: matchLevels.none }, () => [])
  for (let row = 0; row < rows.count; row += 1) levels[rankOf(rows, row, query)]?.push(row)
  return levels.flat().slice(0, most)
}

/** The lowest rows that answer at exactly this level. Only rows that may answer the rarest word are asked. */
function rowsOfLevel(index: SearchIndex, query: Query, level: number, most: number): readonly number[] {
  const words = query.map((word) => sourcesOf(index, word, level)).toSorted((a, b) => a.size - b.size)
  const [rarest] = words
  if (rarest === undefined) return []
  const answers = (row: number): boolean => rankOf(index.rows, row, query) === level
  const named = rarest.spans.length > 0 ? rarest.named : allOf(words.filter(({ spans }) => spans.length === 0).map(({ named: stream }) => stream))
  const rows: number[] = []
  for (let row = named(0); row < Infinity && rows.length < most; row = named(row + 1)) if (answers(row)) rows.push(row)
  if (rarest.spans.length === 0) return rows
  for (const { of, low, high } of rarest.spans) rows.push(...lowestBetween(of, low, high, most, answers))
  return [...new Set(rows)].toSorted((a, b) => a - b).slice(0, most)
}

type Span = { readonly of: Sorted; readonly low: number; readonly high: number }
type Sources = { readonly named: Stream; readonly spans: readonly Span[]; readonly size: number }

/** Where every row stands that may answer a word at this level or better. */
function sourcesOf({ grams, numbers, births }: SearchIndex, word: Word, level: number): Sources {
  const named = level < matchLevels.exact ? [] : word.names.map((pattern) => rowsFor(grams, pattern, level))
  const typed = [word.number, ...(level < matchLevels.exact ? [] : [word.bed])].filter((text) => text.length > 0)
  const spans = [
    ...typed.map((text) => ({ of: numbers, low: orderOf(text, 0, text.length, 0), high: orderOf(text, 0, text.length, level < matchLevels.prefix ? 0 : mostFill) })),
    ...word.births.filter((range) => range.level <= level).map(({ low, high }) => ({ of: births, low, high })),
  ].map((span) => ({ ...span, size: countBetween(span.of, span.low, span.high) })).filter(({ size }) => size > 0)
  return { named: anyOf(named.map(({ stream }) => stream)), spans, size: [...named, ...spans].reduce((sum, { size }) => sum + size, 0) }
}
