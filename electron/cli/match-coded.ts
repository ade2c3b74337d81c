import { isUtf8 } from 'node:buffer'
import Papa from 'papaparse'
import { ByteWords } from '#domain/linkage/byte-words.ts'
import { byField, type Coded } from '#domain/linkage/coded.ts'
import { phoneFigures, phoneFiguresOf } from '#domain/linkage/fold.ts'
import { Grown, KeptBytes } from './match-kept.ts'
import type { Encoding, Places, ReadTable } from './match-parsed.ts'
import type { Pieces } from './match-pieces.ts'
import { scanTable, type Piece, type TableForm } from './match-scan.ts'

/** The table by its bytes, of which only what differs is ever made text, or why not: it is not plain enough for that, or not in this encoding. Rule MATCH-9. */
export async function codedTable(pieces: Pieces, form: TableForm, encoding: Encoding, places: Places): Promise<ReadTable | 'not-plain' | 'not-utf8'> {
  // The second byte of a character of CP932 may look like a |.
  if (encoding !== 'UTF-8' && form.delimiter === '|') return 'not-plain'
  const rows = rowsOf(form, encoding, places, Math.ceil(pieces.size / rowBytes))
  let rest: Uint8Array = new Uint8Array()
  for (let isFirst = true; ; isFirst = false) {
    const piece = await pieces.next(rest)
    if (piece === null) return 'not-plain'
    const from = isFirst && isMarked(piece) ? piece.from + 3 : piece.from
    const read = scanTable({ ...piece, from }, form, rows.wanted, rows.put(piece.bytes))
    if (read === null) return 'not-plain'
    if (encoding === 'UTF-8' && !isUtf8(piece.bytes.subarray(from, read))) return 'not-utf8'
    if (piece.isLast) return rows.table()
    rest = piece.bytes.subarray(read, piece.end)
  }
}

/** Hardly any row of people is shorter. */
const rowBytes = 32

type PutRow = Parameters<typeof scanTable>[3]

/** Rows as they come: words by number, telephones by their figures, ids as they stand. */
function rowsOf(form: TableForm, encoding: Encoding, places: Places, likely: number): { readonly wanted: readonly number[]; readonly put: (bytes: Buffer) => PutRow; readonly table: () => ReadTable } {
  const decoder = new TextDecoder('shift_jis')
  const decoded = (from: Uint8Array): string => (encoding === 'UTF-8' ? Buffer.from(from.buffer, from.byteOffset, from.length).toString('utf8') : decoder.decode(from))
  const read = (from: Uint8Array): string => decoded(from).trim()

  const phonePlaces = places.columns.get('phone') ?? []
  const spoken = [...new Set([...places.columns].flatMap(([meaning, of]) => (meaning === 'phone' ? [] : of)))]
  const wanted = [...new Set([places.id, ...spoken, ...phonePlaces])]
  const columns = spoken.map((place) => ({ place, at: wanted.indexOf(place), words: new ByteWords(), codes: new Grown(likely) }))
  const phonesAt = phonePlaces.map((place) => wanted.indexOf(place))
  const [ids, phones] = [new KeptBytes(likely), new Grown(likely)]
  let [rows, withoutId, isHead] = [0, 0, true]

  const put = (bytes: Buffer): PutRow => {
    const textAt = (from: number, end: number): string => read(bytes.subarray(from, end))
    const isWritten = (from: number, end: number): boolean => from < end && ((bytes[from]! > 0x20 && bytes[from]! < 0x7f) || textAt(from, end) !== '')
    const byteAt = (at: number): number => bytes[at]!
    const phoneAt = (from: number, end: number): number => {
      for (let at = from; at < end; at += 1) if (bytes[at]! > 0x7f) return phoneFigures(textAt(from, end))
      return phoneFiguresOf(byteAt, from, end)
    }
    return ({ from, end }, rowFrom, rowEnd) => {
      if (isHead || !isWritten(from[0]!, end[0]!)) {
        if (isEmptyRow(decoded(bytes.subarray(rowFrom, rowEnd)), form)) return
        if (!isHead) withoutId += 1
        isHead = false
        return
      }
      ids.put(bytes, from[0]!, end[0]!)
      for (let column = 0; column < columns.length; column += 1) {
        const { at, words, codes } = columns[column]!
        codes.put(rows, words.of(bytes, from[at]!, end[at]!))
      }
      if (phonesAt.length === 1) phones.put(rows, phoneAt(from[phonesAt[0]!]!, end[phonesAt[0]!]!))
      else if (phonesAt.length > 1) phones.put(rows, phoneFigures(phonesAt.map((at) => textAt(from[at]!, end[at]!)).join(' ')))
      rows += 1
    }
  }
  const table = (): ReadTable => {
    const coded = new Map(columns.map(({ place, words, codes }) => [place, codedOf(words.texts(read), codes.first(rows))]))
    return {
      people: { count: rows, phones: phones.first(rows), ...byField((field) => together((places.columns.get(field) ?? []).flatMap((place) => coded.get(place) ?? []), rows)) },
      idAt: (row) => read(ids.at(row)),
      withoutId,
    }
  }
  return { wanted, put, table }
}

const isMarked = ({ bytes, from, end }: Piece): boolean => end - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf

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
