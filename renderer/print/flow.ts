import { wrap } from './measure.ts'

/**
 * A sheet as pieces with known heights, and the cut into pages: a piece never stands on two, a heading never stands last,
 * a table repeats its head. Nothing is decided by the browser, so that page n/N and the numbers of the sheets are known
 * before they are printed.
 */
export type Flow = {
  readonly title: string
  readonly english: string
  /** Two rows of three fields over every page. */
  readonly box: readonly Field[]
  readonly pieces: readonly Piece[]
}

export type Field = { readonly label: string; readonly text: string }

export type Piece =
  | { readonly piece: 'heading'; readonly text: string; readonly note: string }
  | { readonly piece: 'line'; readonly text: string; readonly look: Look }
  /** Empty lines for a pen. */
  | { readonly piece: 'pen'; readonly rows: number }
  | { readonly piece: 'row'; readonly table: Table; readonly cells: readonly Cell[] }
  /** A code to be typed or scanned: in groups, with its QR. */
  | { readonly piece: 'code'; readonly text: string; readonly note: string }
  | { readonly piece: 'page-end' }

type Look = 'plain' | 'bold' | 'note' | 'boxed'
export type Cell = string | { readonly text: string; readonly look: 'label' | 'big' | 'boxed' | 'english' }

export type Table = {
  /** Rows of one table stand together under one head. */
  readonly name: string
  readonly columns: readonly { readonly head: string; readonly width: number; readonly isMiddle?: boolean }[]
  /** Whether the head is printed. A table of facts has none: its labels stand beside. */
  readonly hasHead: boolean
  /** Least height of a row, in mm: 9 where a pen writes. */
  readonly rowMm: number
}

/** Millimetres between the margins of an upright A4, and what may stand between box and foot. */
export const widthOfPage = 182
export const heightOfPage = 238

const headingMm = 7.4
const penMm = 9
const codeMm = 28
const headMm = 5.4
const tableEdgeMm = 1.6
const boxEdgeMm = 3.2
const lineOf = { plain: { pt: 9, mm: 4.6 }, bold: { pt: 9.5, mm: 4.9 }, note: { pt: 7.5, mm: 3.8 }, boxed: { pt: 9.5, mm: 4.9 } } as const
const cellOf = { plain: { pt: 8, mm: 3.6 }, label: { pt: 8, mm: 3.6 }, big: { pt: 10, mm: 4.5 }, boxed: { pt: 8, mm: 3.6 }, english: { pt: 7.5, mm: 3.4 } } as const

/** Long text as lines that fit, each a piece of its own: it may go on overleaf. An empty text leaves `pen` lines. */
export function written(text: string, pen: number, look: Look = 'plain'): readonly Piece[] {
  if (text.trim() === '') return [{ piece: 'pen', rows: pen }]
  const { pt } = lineOf[look]
  return wrap(text, widthOfPage - (look === 'boxed' ? 8 : 2), pt).map((line) => ({ piece: 'line', text: line, look }))
}

export function heightOf(piece: Piece): number {
  switch (piece.piece) {
    case 'heading':
      return headingMm
    case 'line':
      return lineOf[piece.look].mm
    case 'pen':
      return piece.rows * penMm
    case 'row':
      return rowHeight(piece.table, piece.cells)
    case 'code':
      return codeMm
    case 'page-end':
      return 0
  }
}

function rowHeight({ columns, rowMm }: Table, cells: readonly Cell[]): number {
  const heights = columns.map(({ width }, column) => {
    const cell = cells[column] ?? ''
    const { text, look } = typeof cell === 'string' ? { text: cell, look: 'plain' as const } : cell
    const { pt, mm } = cellOf[look]
    const room = (widthOfPage * width) / 100 - (look === 'boxed' ? 5 : 2.4)
    return wrap(text, room, pt).length * mm + 1.4
  })
  return Math.max(rowMm, ...heights)
}

/** Pages of pieces. A piece taller than a page stands alone on one; `written` and short cells make none such. */
export function pagesOf({ pieces }: Flow): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [[]]
  let page: Piece[] = pages[0] ?? []
  let used = 0
  const turn = (carried: Piece[]): void => {
    page = carried
    pages.push(page)
    used = carried.reduce((sum, piece, at) => sum + withHead(piece, carried[at - 1]), 0)
  }
  for (const piece of pieces) {
    if (piece.piece === 'page-end') {
      turn([])
      continue
    }
    if (used + withHead(piece, page.at(-1)) > heightOfPage && page.length > 0) {
      // A heading goes on with what it heads.
      const carried: Piece[] = []
      while (page.at(-1)?.piece === 'heading' && page.length > 1) carried.unshift(...page.splice(-1))
      turn(carried)
    }
    used += withHead(piece, page.at(-1))
    page.push(piece)
  }
  return pages.filter((each, at) => each.length > 0 || at === 0)
}

/** Does this piece stand in one table, or in one box, with the one before? */
export function goesOn(piece: Piece, before: Piece): boolean {
  if (piece.piece === 'row') return before.piece === 'row' && before.table.name === piece.table.name
  return piece.piece === 'line' && piece.look === 'boxed' && before.piece === 'line' && before.look === 'boxed'
}

/** What begins a table or a box, or goes on with it on a new page, carries head and edges. */
function withHead(piece: Piece, before: Piece | undefined): number {
  if (before !== undefined && goesOn(piece, before)) return heightOf(piece)
  if (piece.piece === 'line' && piece.look === 'boxed') return heightOf(piece) + boxEdgeMm
  return heightOf(piece) + (piece.piece === 'row' ? tableEdgeMm + (piece.table.hasHead ? headMm : 0) : 0)
}
