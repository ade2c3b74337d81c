import { kanaKey, kanjiKey } from '../patient/name-keys.ts'
import { bedKey } from '../view/ward-lists.ts'
import { birthRanges, type BirthRange } from './birth-code.ts'
import { idKey } from './id-keys.ts'
import { readRomaji, type Reading } from './romaji.ts'

/** What was typed, ready to be held against rows. Every word must be answered. */
export type Query = readonly Word[]

/** All that one word may mean. */
export type Word = {
  readonly number: readonly number[]
  readonly bed: readonly number[]
  readonly births: readonly BirthRange[]
  readonly names: readonly Pattern[]
}

/** A piece of a name, sign by sign; at each place one of several pieces may stand. */
export type Pattern = {
  readonly field: 'kanji' | 'kana'
  readonly places: readonly (readonly (readonly number[])[])[]
  /** One row of signs where there is no choice; then `places` is not looked at. */
  readonly literal: readonly number[] | null
  readonly isOpen: boolean
}

/** Longer typing finds nobody anyway. */
const mostTyped = 100
const mostWords = 8

export function queryOf(typed: string): Query {
  const text = typed.slice(0, mostTyped).normalize('NFKC').trim()
  // 「昭和25年 3月 4日」 and `s25 3 4` are one date with spaces in it.
  const whole = /\s/.test(text) ? birthRanges(text) : []
  if (whole.length > 0) return [{ number: [], bed: [], births: whole, names: [] }]
  return text.split(/\s+/).map(wordOf).filter(isAnything).slice(0, mostWords)
}

function wordOf(word: string): Word {
  const [kanji, kana] = [codesOf(kanjiKey(word)), codesOf(kanaKey(word))]
  const literals: readonly Pattern[] = [literal('kanji', kanji), literal('kana', kana)].filter(({ places }) => places.length > 0)
  return {
    number: codesOf(idKey(word)),
    bed: codesOf(bedKey(word)),
    births: birthRanges(word),
    names: [...literals, ...readingsOf(word.toLowerCase()).map(({ places, isOpen }): Pattern => ({ field: 'kana', places: places.map((place) => place.map(codesOf)), literal: null, isOpen }))],
  }
}

function literal(field: Pattern['field'], codes: readonly number[]): Pattern {
  return { field, places: codes.map((code) => [[code]]), literal: codes, isOpen: false }
}

/** Letters in a word are read as romaji, also behind kana: an input method shows やまs before it shows やまさ. */
function readingsOf(word: string): readonly Reading[] {
  const parts = word.match(/[a-zâêîôûāēīōū'’-]+|[^a-zâêîôûāēīōū'’-]+/g) ?? []
  if (!parts.some((part) => /[a-zâêîôûāēīōū]/.test(part))) return []
  let so: readonly Reading[] = [{ places: [], isOpen: false }]
  for (const part of parts) {
    const more: readonly Reading[] = /[a-zâêîôûāēīōū]/.test(part) ? readRomaji(part) : isKana.test(part) ? [{ places: [...kanaKey(part)].map((sign) => [sign]), isOpen: false }] : []
    so = so.flatMap((before) => (before.isOpen ? [] : more.map((after) => ({ places: [...before.places, ...after.places], isOpen: after.isOpen }))))
  }
  return so.filter(({ places }) => places.length > 0)
}

const isKana = /^[\u3041-\u30FF]+$/

function isAnything({ number, bed, births, names }: Word): boolean {
  return number.length + bed.length + births.length + names.length > 0
}

function codesOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}
