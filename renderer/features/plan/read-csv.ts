import { parse } from 'papaparse'
import type { TableRow } from '#domain/plan/staff-rows.ts'
import { err, ok, type Result } from '#domain/result.ts'

export type Csv = { readonly encoding: 'UTF-8' | 'Shift_JIS'; readonly head: readonly string[]; readonly rows: readonly TableRow[] }

export type CsvFault = { readonly code: 'file-empty' | 'not-text' | 'no-rows' | 'too-many-rows' | 'too-many-columns' }

const mostRows = 20_000
const mostColumns = 100

/** A table from a file of unknown origin: UTF-8 when it is exactly that, else what Japanese spreadsheets write (CP932). Rule PLAN-6. */
export function readCsv(bytes: Uint8Array): Result<Csv, CsvFault> {
  if (bytes.length === 0) return err({ code: 'file-empty' })
  const read = decode(bytes)
  if (read === null) return err({ code: 'not-text' })
  // Files put together by hand mix their line ends.
  const text = read.text.replaceAll(/\r\n?/g, '\n')
  const { data, errors } = parse<string[]>(text, { delimiter: delimiterOf(text), newline: '\n' })
  const unclosed = errors.some(({ code }) => code === 'MissingQuotes')
  const isWhole = !read.isCut && !unclosed
  const numbered = data.map((cells, index) => ({ number: index + 1, cells, isCut: !isWhole && index === data.length - 1 })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [head, ...rows] = numbered
  if (head === undefined) return err({ code: 'file-empty' })
  if (rows.length === 0) return err({ code: 'no-rows' })
  if (head.cells.length > mostColumns) return err({ code: 'too-many-columns' })
  if (rows.length > mostRows) return err({ code: 'too-many-rows' })
  return ok({ encoding: read.encoding, head: head.cells, rows })
}

/** What divides the head; a head of one column has none. */
function delimiterOf(text: string): string {
  const head = text.trimStart().slice(0, 10_000).split('\n', 1)[0] ?? ''
  const times = (symbol: string): number => head.split(symbol).length
  return [',', '\t', ';'].reduce((best, symbol) => (times(symbol) > times(best) ? symbol : best))
}

type Decoded = { readonly text: string; readonly encoding: Csv['encoding']; readonly isCut: boolean }

/** Null when it is no text in either encoding; a file that ends within a character is one that was cut. */
function decode(bytes: Uint8Array): Decoded | null {
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== null) return { ...utf8, encoding: 'UTF-8' }
  // It says that it is UTF-8, and is not: reading it as anything else would make names of nobody.
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return null
  const japanese = strictly('shift_jis', bytes)
  return japanese === null ? null : { ...japanese, encoding: 'Shift_JIS' }
}

function strictly(encoding: 'utf-8' | 'shift_jis', bytes: Uint8Array): Omit<Decoded, 'encoding'> | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isCut: false }
  } catch {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true }), isCut: true }
    } catch {
      return null // bytes within that are no character
    }
  }
}
