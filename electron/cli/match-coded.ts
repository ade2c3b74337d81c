import Papa from 'papaparse'
import { ByteWords } from '#domain/linkage/byte-words.ts'
import { byField, type Coded } from '#domain/linkage/coded.ts'
import { phoneFigures, phoneFiguresOf } from '#domain/linkage/fold.ts'
import type { Encoding, Places, ReadTable } from './match-parsed.ts'
import { scanTable, type TableForm } from './match-scan.ts'

/** The table by its bytes, of which only what differs is ever made text; null where it is not plain enough for that. Rule MATCH-9. */
export function codedTable(bytes: Buffer, form: TableForm, encoding: Encoding, places: Places): ReadTable | null {
  // The second byte of a character of CP932 may look like a |.
  if (encoding !== 'UTF-8' && form.delimiter === '|') return null
  const decoder = new TextDecoder('shift_jis')
  const decoded = (from: Uint8Array): string => (encoding === 'UTF-8' ? Buffer.from(from.buffer, from.byteOffset, from.length).toString('utf8') : decoder.decode(from))
  const read = (from: Uint8Array): string => decoded(from).trim()
  const textAt = (from: number, end: number): string => read(bytes.subarray(from, end))
  const isWritten = (from: number, end: number): boolean => from < end && ((bytes[from]! > 0x20 && bytes[from]! < 0x7f) || textAt(from, end) !== '')
  const byteAt = (at: number): number => bytes[at]!
  const phoneAt = (from: number, end: number): number => {
    for (let at = from; at < end; at += 1) if (bytes[at]! > 0x7f) return phoneFigures(textAt(from, end))
    return phoneFiguresOf(byteAt, from, end)
  }

  const phonePlaces = places.columns.get('phone') ?? []
  const spoken = [...new Set([...places.columns].flatMap(([meaning, of]) => (meaning === 'phone' ? [] : of)))]
  const wanted = [...new Set([places.id, ...spoken, ...phonePlaces])]
  const columns = spoken.map((place) => ({ place, at: wanted.indexOf(place), words: new ByteWords(), codes: new Grown() }))
  const phonesAt = phonePlaces.map((place) => wanted.indexOf(place))
  const [idFrom, idEnd, phones] = [new Grown(), new Grown(), new Grown()]
  let [rows, withoutId, isHead] = [0, 0, true]
  const isPlain = scanTable(bytes, isMarked(bytes) ? 3 : 0, form, wanted, ({ from, end }, rowFrom, rowEnd) => {
    if (isHead || !isWritten(from[0]!, end[0]!)) {
      if (isEmptyRow(decoded(bytes.subarray(rowFrom, rowEnd)), form)) return
      if (!isHead) withoutId += 1
      isHead = false
      return
    }
    idFrom.put(rows, from[0]!)
    idEnd.put(rows, end[0]!)
    for (const { at, words, codes } of columns) codes.put(rows, words.of(bytes, from[at]!, end[at]!))
    if (phonesAt.length === 1) phones.put(rows, phoneAt(from[phonesAt[0]!]!, end[phonesAt[0]!]!))
    else if (phonesAt.length > 1) phones.put(rows, phoneFigures(phonesAt.map((at) => textAt(from[at]!, end[at]!)).join(' ')))
    rows += 1
  })
  if (!isPlain) return null
  const coded = new Map(columns.map(({ place, words, codes }) => [place, codedOf(words.texts(read), codes.first(rows))]))
  return {
    people: { count: rows, phones: phones.first(rows), ...byField((field) => together((places.columns.get(field) ?? []).flatMap((place) => coded.get(place) ?? []), rows)) },
    idAt: (row) => textAt(idFrom.at(row), idEnd.at(row)),
    withoutId,
  }
}

const isMarked = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** Whether papaparse would find nothing but spaces in the cells of a row. */
const isEmptyRow = (text: string, { delimiter, linebreak }: TableForm): boolean => (text.includes('"') ? (Papa.parse<string[]>(text, { delimiter, newline: linebreak as '\n' }) /* what papaparse said itself */.data[0] ?? []).join('') : text.replaceAll(delimiter, '')).trim() === ''

/** Only number 0 is the empty text: a cell of spaces is one, too. */
function codedOf(texts: readonly string[], codes: Uint32Array): Coded {
  return texts.lastIndexOf('') === 0 ? { texts, codes } : { texts, codes: codes.map((code) => (texts[code] === '' ? 0 : code)) }
}

/** Several columns as one, with a space between what is written in them. */
function together(parts: readonly Coded[], rows: number): Coded {
  const [first = { texts: [''], codes: new Uint32Array(rows) }, ...others] = parts
  if (others.length === 0) return first
  const [texts, codes, known] = [[''], new Uint32Array(rows), new Map([['', 0]])]
  for (let row = 0; row < rows; row += 1) {
    const text = parts.flatMap((part) => (part.codes[row] === 0 ? [] : part.texts[part.codes[row]!]!)).join(' ')
    const before = known.get(text)
    codes[row] = before ?? texts.length
    if (before !== undefined) continue
    known.set(text, texts.length)
    texts.push(text)
  }
  return { texts, codes }
}

/** Numbers of rows whose count is not known before. */
class Grown {
  private numbers = new Uint32Array(1 << 12)

  put(row: number, number: number): void {
    if (row === this.numbers.length) {
      const larger = new Uint32Array(row * 2)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers[row] = number
  }

  at(row: number): number {
    return this.numbers[row] ?? 0
  }

  first(rows: number): Uint32Array {
    return this.numbers.length < rows ? new Uint32Array(rows) : this.numbers.subarray(0, rows)
  }
}
