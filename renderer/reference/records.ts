import { parse } from 'papaparse'
import type { TextEncoding } from './encoding.ts'
import { textOf } from './text-stream.ts'

/**
 * A CSV file record by record in bounded memory. Quotes may hold line ends, so pieces are cut where no quote is open and then
 * given to the CSV parser; a record that does not end is let go, and reading goes on at the next line.
 */
export type RecordFault = 'row-too-long' | 'quote-unclosed' | 'cut-off'

/** `number` as a spreadsheet counts. `isLast`: no line end after it, so it may be cut. Empty rows are counted and not given. */
export type CsvRecord = { readonly number: number; readonly cells: readonly string[]; readonly fault: RecordFault | null; readonly isLast: boolean }
export type Records = { readonly records: readonly CsvRecord[]; readonly readBytes: number; readonly rows: number }

/** In characters. Longer is no patient. */
export const mostRecord = 1 << 20

export async function* recordsOf(file: Blob, encoding: TextEncoding, delimiter: string, signal?: AbortSignal): AsyncGenerator<Records> {
  let held = ''
  let scan = fresh
  let rows = 0
  let isSkipping = false
  for await (const { text, readBytes, isCut, isLast } of textOf(file, encoding, signal)) {
    const records: CsvRecord[] = []
    const take = (read: readonly CsvRecord[], count: number): void => {
      for (const record of read) if (record.fault !== null || record.cells.some((cell) => cell.trim() !== '')) records.push(record)
      rows += count
    }
    let fed = text
    if (isSkipping) {
      const end = fed.indexOf('\n')
      isSkipping = end === -1
      fed = end === -1 ? '' : fed.slice(end + 1)
    }
    held += fed
    scan = scanRecords(held, delimiter, scan, isLast)
    if (scan.end > 0) {
      let piece = held.slice(0, scan.end)
      if (scan.firstEnd > mostRecord) {
        take([{ number: rows + 1, cells: [], fault: 'row-too-long', isLast: false }], 1)
        piece = piece.slice(scan.firstEnd)
      }
      if (piece !== '') {
        const read = parsed(piece.slice(0, -1), delimiter, rows)
        take(read, read.length)
      }
      held = held.slice(scan.end)
      scan = { ...scan, at: scan.at - scan.end, end: 0, firstEnd: 0 }
    }
    if (held.length > mostRecord || (isLast && held !== '' && scan.isQuoted && held.includes('\n'))) {
      const lines = held.lastIndexOf('\n') + 1
      if (lines === 0) {
        take([{ number: rows + 1, cells: [], fault: 'row-too-long', isLast: false }], 1)
        isSkipping = true
        held = ''
      } else {
        // A quote that is never closed: its row is lost, the lines after it are not.
        const read = byLine(held.slice(0, lines - 1), delimiter, rows)
        take(read, read.length)
        held = held.slice(lines)
      }
      scan = fresh
      if (isLast) scan = scanRecords(held, delimiter, scan, true)
    }
    if (isLast && held !== '') {
      const [last] = parsed(held, delimiter, rows)
      if (last !== undefined) take([{ ...last, fault: isCut || scan.isQuoted ? 'cut-off' : last.fault, isLast: true }], 1)
    }
    yield { records, readBytes, rows }
  }
}

type Scan = {
  /** How far it has looked. */
  readonly at: number
  /** After the last line end outside quotes, and after the first. */
  readonly end: number
  readonly firstEnd: number
  readonly isQuoted: boolean
}
const fresh: Scan = { at: 0, end: 0, firstEnd: 0, isQuoted: false }

/** Looks on for record ends from where it stopped. The same reading of quotes as the parser's: one opens only where a cell begins. */
function scanRecords(text: string, delimiter: string, from: Scan, isWhole: boolean): Scan {
  let { at, end, firstEnd, isQuoted } = from
  const endWithin = (start: number, stop: number): void => {
    const last = text.lastIndexOf('\n', stop - 1)
    if (last < start) return
    if (firstEnd === 0) firstEnd = text.indexOf('\n', start) + 1
    end = last + 1
  }
  for (;;) {
    const quote = text.indexOf('"', at)
    if (!isQuoted) {
      endWithin(at, quote === -1 ? text.length : quote)
      if (quote === -1) return { at: text.length, end, firstEnd, isQuoted }
      const before = text[quote - 1]
      isQuoted = before === undefined || before === '\n' || before === delimiter
      at = quote + 1
      continue
    }
    if (quote === -1) return { at: text.length, end, firstEnd, isQuoted }
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    let next = quote + 1
    while (next < text.length && text[next] !== delimiter && text[next] !== '\n' && /\s/.test(text[next] ?? '')) next += 1
    if (next === text.length && !isWhole) return { at: quote, end, firstEnd, isQuoted }
    isQuoted = next < text.length && text[next] !== delimiter && text[next] !== '\n'
    at = isQuoted ? quote + 1 : next
  }
}

/** Whole records as rows of cells; `before` rows came before them. The last one's line end is left out. */
function parsed(text: string, delimiter: string, before: number): readonly CsvRecord[] {
  // With its line end, since the parser reads spaces after a closing quote otherwise at the end of a text.
  const { data, errors } = parse<string[]>(`${text}\n`, { delimiter, newline: '\n' })
  const rows = data.at(-1)?.length === 1 && data.at(-1)?.[0] === '' ? data.slice(0, -1) : data
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row))
  return rows.map((cells, at) => ({ number: before + at + 1, cells, fault: broken.has(at) ? 'quote-unclosed' : null, isLast: false }))
}

/** Lines of which the first opens a quote that does not end: each is a record of its own. */
function byLine(text: string, delimiter: string, before: number): readonly CsvRecord[] {
  return text.split('\n').flatMap((line, at): readonly CsvRecord[] => {
    const number = before + at + 1
    if (at === 0 || line.split('"').length % 2 === 0) return [{ number, cells: [], fault: 'quote-unclosed', isLast: false }]
    return line.includes('"') ? parsed(line, delimiter, number - 1).slice(0, 1) : [{ number, cells: line.split(delimiter), fault: null, isLast: false }]
  })
}
