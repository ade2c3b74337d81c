import { wrap } from '../measure.ts'

/**
 * What stands in the cells of a patient's sheet, measured without a browser: every line is broken here and drawn as it is,
 * so that page n/N is known before printing and an entry that is longer than a page is cut between two lines.
 */
export type Look =
  | 'plain' | 'bold' | 'small'
  /** Struck by two lines, readable. */
  | 'struck'
  /** What stands instead, behind a bar; and who, when and why. */
  | 'fix' | 'fix-small'

export type Para =
  | { readonly text: string; readonly look: Look; /** Bold words before the text. */ readonly mark: string; /** Stands in one line, as a time does. */ readonly isWhole?: boolean }
  /** Boxes to be ticked, in one line. */
  | { readonly boxes: readonly TickBox[] }

export type TickBox = { readonly word: string; readonly isTicked: boolean }

/** Null: a slash, for what was not ordered. */
export type Cell = readonly Para[] | null

export const para = (text: string, look: Look = 'plain', mark = ''): Para => ({ text, look, mark })
export const cell = (text: string, look: Look = 'plain'): readonly Para[] => (text === '' ? [] : [para(text, look)])
/** Each line a paragraph of its own; empty ones are left out. */
export const lines = (...texts: readonly string[]): readonly Para[] => texts.filter((text) => text !== '').map((text) => para(text))
export const boxes = (...ticks: readonly TickBox[]): Para => ({ boxes: ticks })

export type Column = {
  /** Lines of the head, divided by \n. */
  readonly head: string
  /** In percent of the width between the margins. */
  readonly width: number
  readonly pt?: number
  readonly isMiddle?: boolean
  /** Bold: it names what stands beside it. */
  readonly isLabel?: boolean
  /** Written at the top of its row, as an author's name is. */
  readonly isTop?: boolean
  /** Squares for a surname: words from edge to edge. */
  readonly isTight?: boolean
  /** A strong line at its right. */
  readonly isEnd?: boolean
  /** Said again on the next page when its row goes on there. */
  readonly isRepeated?: boolean
}

export type Grid = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly hasHead: boolean
  /** A second head over several columns each. */
  readonly over?: readonly { readonly head: string; readonly columns: number }[]
  /** A record has several rows: a stronger rule stands above its first. */
  readonly isRuled?: boolean
  /** Least height of a row in mm. */
  readonly rowMm: number
}

/** One record: its rows stand together. */
export type Entry = readonly (readonly Cell[])[]

export type Line = { readonly text: string; readonly mark: string; readonly look: Look; readonly pt: number; readonly mm: number; readonly boxes: readonly TickBox[] }

/** A row with its lines broken. `isFirst`: a record begins here, under a stronger rule. */
export type LinedRow = { readonly cells: readonly (readonly Line[] | null)[]; readonly mm: number; readonly isFirst: boolean }

const paddingMm = { wide: 2.1, tight: 0.6, high: 1.3 } as const
const plainPt = 8
const lineHeight = 1.26
const mmPerPt = 25.4 / 72
const barMm = 1.8

export const lineMmOf = (pt: number): number => pt * lineHeight * mmPerPt

/** A row as lines. `widthMm`: between the margins. */
export function linedRow(grid: Grid, cells: readonly Cell[], widthMm: number, isFirst: boolean, rowMm = grid.rowMm): LinedRow {
  const lined = grid.columns.map((column, at) => {
    const content = cells[at]
    if (content === undefined) return []
    return content === null ? null : content.flatMap((one) => linesOf(one, (widthMm * column.width) / 100 - (column.isTight === true ? paddingMm.tight : paddingMm.wide), column.pt ?? plainPt, column.isLabel ?? false))
  })
  return { cells: lined, isFirst: isFirst && grid.isRuled === true, mm: Math.max(rowMm, ...lined.map((each) => (each === null ? 0 : heightOfLines(each)))) }
}

export function heightOfLines(each: readonly Line[]): number {
  return each.reduce((sum, { mm }) => sum + mm, 0) + paddingMm.high
}

export function linesOf(one: Para, roomMm: number, columnPt: number, isLabel = false): readonly Line[] {
  if ('boxes' in one) return inLines(one.boxes, roomMm, columnPt).map((each) => ({ text: '', mark: '', look: 'plain', pt: columnPt, mm: Math.max(lineMmOf(columnPt), 4), boxes: each }))
  // Our faces have the micro sign and not the Greek letter, which is the same to the eye.
  const text = one.text.replaceAll('μ', 'µ')
  const { mark } = one
  const look = isLabel && one.look === 'plain' ? 'bold' : one.look
  const pt = sizeOf(look, columnPt)
  const room = roomMm - (look === 'fix' || look === 'fix-small' ? barMm : 0)
  let left = mark.length
  return (one.isWhole === true ? [mark + text] : wrap(mark + text, room, look === 'struck' || look === 'bold' || mark !== '' ? pt * 1.05 : pt)).map((line): Line => {
    const marked = line.slice(0, left)
    left -= marked.length
    return { text: line.slice(marked.length), mark: marked, look, pt, mm: lineMmOf(pt), boxes: [] }
  })
}

/** Boxes that stand in one line. */
function inLines(ticks: readonly TickBox[], roomMm: number, pt: number): readonly (readonly TickBox[])[] {
  const all: TickBox[][] = [[]]
  let used = 0
  for (const tick of ticks) {
    const wide = 4.7 + tick.word.length * pt * mmPerPt
    if (used + wide > roomMm && used > 0) {
      all.push([])
      used = 0
    }
    all.at(-1)?.push(tick)
    used += wide
  }
  return all
}

/** A struck word is large enough that two lines leave it readable; bold kanji clog on a copy under 8 pt. */
function sizeOf(look: Look, pt: number): number {
  switch (look) {
    case 'struck':
      return Math.max(9, pt)
    case 'bold':
      return Math.max(8, pt)
    case 'small':
    case 'fix-small':
      return Math.max(7.5, pt - 1)
    case 'plain':
    case 'fix':
      return pt
  }
}
