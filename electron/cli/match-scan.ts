/** How a table is written: what stands between cells and behind rows, as papaparse made it out; each one byte but CR LF. */
export type TableForm = { readonly delimiter: string; readonly linebreak: string }

/** A stretch of a table in memory. */
export type Piece = { readonly bytes: Buffer; readonly from: number; readonly end: number; readonly isLast: boolean }

/** Where the cells of one row begin and end in the bytes, by place of the wanted columns; both 0 where the row is too short. */
export type CellBounds = { readonly from: Uint32Array; readonly end: Uint32Array }

const quote = 0x22

/**
 * Walks the bytes of a piece of a table row by row, finds the wanted columns, and says how far it came: a row that the piece cuts
 * off is left for the next one, unless this is the last. Reading a million rows into texts takes ten times as long as matching
 * them. Nothing is read that is not plain: null as soon as a quoted cell is anything but a quote, text without a quote, and a
 * quote before the next delimiter; then papaparse reads the whole.
 */
export function scanTable({ bytes, from: begin, end: length, isLast }: Piece, { delimiter, linebreak }: TableForm, wanted: readonly number[], onRow: (cells: CellBounds, from: number, end: number) => void): number | null {
  const comma = delimiter.charCodeAt(0)
  const breakLength = linebreak.length
  const last = linebreak.charCodeAt(breakLength - 1)
  const before = breakLength === 2 ? linebreak.charCodeAt(0) : -1
  const most = Math.max(...wanted) + 1
  const places = new Int32Array(most).fill(-1)
  for (const [place, column] of wanted.entries()) places[column] = place
  const cells = { from: new Uint32Array(wanted.length), end: new Uint32Array(wanted.length) }
  let at = begin
  while (at < length) {
    const rowFrom = at
    cells.from.fill(0)
    cells.end.fill(0)
    let isEnd = false
    let rowEnd = at
    for (let column = 0; !isEnd; column += 1) {
      const isQuoted = bytes[at] === quote
      let from = at
      let end = at
      if (isQuoted) {
        from += 1
        end = from
        while (end < length && bytes[end] !== quote) end += 1
        at = end + 1
        if (!isLast && at + breakLength > length) return rowFrom // what stands behind the quote is not here yet
        if (end === length || (at < length && bytes[at] !== comma && !isBreak(at))) return null
      }
      for (;;) {
        if (at >= length) {
          if (!isLast) return rowFrom
          isEnd = true
          rowEnd = length
          break
        }
        const byte = bytes[at]!
        if (byte === comma) break
        if (byte === last && (before === -1 || (at > rowFrom && bytes[at - 1] === before))) {
          isEnd = true
          rowEnd = at - breakLength + 1
          break
        }
        at += 1
      }
      if (!isQuoted) end = isEnd ? rowEnd : at
      if (column < most && places[column]! >= 0) {
        cells.from[places[column]!] = from
        cells.end[places[column]!] = end
      }
      at += 1
    }
    onRow(cells, rowFrom, rowEnd)
  }
  return length

  function isBreak(place: number): boolean {
    return breakLength === 1 ? bytes[place] === last : bytes[place] === before && place + 1 < length && bytes[place + 1] === last
  }
}
