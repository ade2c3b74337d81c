import { kanaKey, kanjiKey } from '../patient/name-keys.ts'
import { bedKey } from '../view/ward-lists.ts'
import { birthCode } from './birth-code.ts'
import { idKeys } from './id-keys.ts'
import type { SearchSource } from './search-text.ts'

/**
 * The keys of every row in a few flat arrays: nothing else is looked at to decide whether a row answers, and a million rows
 * cross from a worker to the window without being copied.
 *
 * A row's text is its kanji, its kana, its bed and its IDs, each ID with a zero behind it.
 */
export type SearchRows = {
  readonly count: number
  readonly text: Uint16Array
  /** Where each row's text begins; one more than rows. */
  readonly from: Uint32Array
  /** Five lengths a row (shape below). */
  readonly shape: Uint16Array
  readonly births: Uint32Array
}

/** A name is cut in two at its first space: the family name, and the rest. */
export const shape = { size: 5, kanjiCut: 0, kanji: 1, kanaCut: 2, kana: 3, bed: 4 } as const

/** Longer keys are looked at no further: no name is. */
const mostKey = 400

/** Told of each key that numbers and beds are sorted by. */
export type Numbered = (row: number, text: Uint16Array, from: number, to: number) => void

export function rowsOf(source: SearchSource, numbered: Numbered = () => undefined): SearchRows {
  const { count } = source
  const kanji = foldedBy(kanjiKey)
  const kana = foldedBy(kanaKey)
  const from = new Uint32Array(count + 1)
  const lengths = new Uint16Array(count * shape.size)
  const births = new Uint32Array(count)
  let text = new Uint16Array(Math.max(1024, count * 32))
  let end = 0
  const room = (more: number): void => {
    if (end + more <= text.length) return
    const wider = new Uint16Array(Math.max(text.length * 2, end + more))
    wider.set(text)
    text = wider
  }
  const put = (key: string): void => {
    const length = Math.min(key.length, mostKey)
    room(length + 1)
    for (let at = 0; at < length; at += 1) text[end + at] = key.charCodeAt(at)
    end += length
  }
  /** Writes a name's key; the length of its first part. */
  const putName = (name: string, fold: Fold): number => {
    const begin = end
    let cut = 0
    if (name.length <= mostKey) {
      room(name.length)
      for (let at = 0; at < name.length; at += 1) {
        const sign = name.charCodeAt(at)
        const known = fold.table[sign] ?? 0
        const folded = known === unknown ? fold.learn(sign) : known
        if (folded > space) text[end++] = folded
        else if (folded === space && cut === 0) cut = end - begin
        else if (folded === slow) return putSlowly(name, fold, (end = begin))
      }
      return cut === 0 ? end - begin : cut
    }
    return putSlowly(name, fold, begin)
  }
  const putSlowly = (name: string, { key }: Fold, begin: number): number => {
    const [first = '', ...rest] = name.trim().split(/\s+/)
    put((key(first) + key(rest.join(''))).slice(0, mostKey))
    return Math.min(key(first).length, end - begin)
  }
  const putId = (row: number, key: string): void => {
    const begin = end
    put(key)
    numbered(row, text, begin, end)
    text[end++] = 0
  }

  for (let row = 0; row < count; row += 1) {
    const one = source.at(row)
    const at = row * shape.size
    from[row] = end
    lengths[at + shape.kanjiCut] = putName(one.kanji, kanji)
    const kanaFrom = end
    lengths[at + shape.kanji] = kanaFrom - (from[row] ?? 0)
    lengths[at + shape.kanaCut] = putName(one.kana, kana)
    const bedFrom = end
    lengths[at + shape.kana] = bedFrom - kanaFrom
    if (one.bed !== '') {
      put(bedKey(one.bed))
      if (end > bedFrom) numbered(row, text, bedFrom, end)
    }
    lengths[at + shape.bed] = end - bedFrom
    for (const id of one.ids) {
      // Digits alone are their own key: of a million rows nearly all.
      if (isPlain(id)) {
        putId(row, id)
        if (id.charCodeAt(0) === zero) putPlainWithoutZeros(row, id)
      } else for (const key of idKeys(id)) putId(row, key)
    }
    births[row] = birthCode(one.birth)
  }
  from[count] = end
  return { count, text: text.slice(0, end), from, shape: lengths, births }

  function putPlainWithoutZeros(row: number, id: string): void {
    const bare = id.replace(/^0+/, '')
    if (bare !== '') putId(row, bare)
  }
}

const zero = 0x30

function isPlain(id: string): boolean {
  if (id === '') return false
  for (let at = 0; at < id.length; at += 1) {
    const sign = id.charCodeAt(at)
    if (sign < zero || sign > 0x39) return false
  }
  return true
}

/** What a sign becomes in a key: one sign (then its code), nothing, the end of a part, or something only the whole name tells. */
const [unknown, dropped, slow, space] = [0, 1, 2, 3]

type Fold = { readonly key: (name: string) => string; readonly table: Uint16Array; readonly learn: (sign: number) => number }

/**
 * A key function sign by sign, each sign asked about once: normalising a million names one by one takes longer than
 * everything else. A test holds it against the function itself.
 */
function foldedBy(key: (name: string) => string): Fold {
  const table = new Uint16Array(0x10000)
  const learn = (code: number): number => {
    const sign = String.fromCharCode(code)
    const folded = key(sign)
    const became = /\s/.test(sign) ? space : folded === '' ? dropped : joins.test(sign) ? slow : folded.length === 1 && folded > ' ' ? folded.charCodeAt(0) : slow
    return (table[code] = became)
  }
  return { key, table, learn }
}

/** Signs that mean something else beside others: halves of a pair, accents, voicing marks, the parts of a Korean syllable, a sigma that ends a word. */
const joins = /[\uD800-\uDFFF\u1100-\u11FF\uA960-\uA97F\uAC00-\uD7FFΣ\uFF9E\uFF9F]|\p{M}/u
