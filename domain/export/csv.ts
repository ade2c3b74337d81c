import { err, ok, type Result } from '../result.ts'

/**
 * CSV that Excel opens by double click: UTF-8 with BOM, CRLF. Text always stands in quotes, numbers never.
 *
 * A text that a spreadsheet would run as a formula gets one apostrophe (') in front. So does a text that
 * begins with an apostrophe itself: whoever takes one leading apostrophe away from every quoted cell that
 * has one holds exactly what was typed. README says so. Rule EXP-6.
 */
export type Cell = string | number | boolean | null

const runs = /^['\t\r\n]|^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠−﹣﹢﹦﹫]/

export const byteOrderMark = '\ufeff'

export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`
}

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  return `"${guarded(cell).replaceAll('"', '""')}"`
}

/** The text as it stands in a cell: never a formula. */
export function guarded(text: string): string {
  return runs.test(text) ? `'${text}` : text
}

/** What was typed, out of a cell. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

/** Rows of a file written by csvRow, cells as they stand, quotes taken off. Err when it is anything else. */
export function readCsv(text: string): Result<readonly (readonly string[])[], { readonly code: 'not-our-csv' }> {
  if (!text.startsWith(byteOrderMark)) return err({ code: 'not-our-csv' })
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n)/y
  const rows: string[][] = []
  let row: string[] = []
  cell.lastIndex = 1
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (found === null) return err({ code: 'not-our-csv' })
    const [, quoted, bare, end] = found
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return row.length === 0 ? ok(rows) : err({ code: 'not-our-csv' })
}

/** Rows of a file written by csvRow, the heading among them: line ends that stand in no quotes. Null when a quote is left open. */
export function countCsvRows(text: string): number | null {
  let rows = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    if (letter === 0x22) quoted = !quoted
    else if (letter === 0x0a && !quoted) rows += 1
  }
  return quoted ? null : rows
}
