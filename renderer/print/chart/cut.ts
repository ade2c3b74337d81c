import { heightOfLines, linedRow, linesOf, para, type Cell, type Entry, type Grid, type Line, type LinedRow, type TickBox } from './ink.ts'
import type { FlowWeek } from './flow-week.ts'

/** A sheet in the order it is read. */
export type Block =
  | { readonly block: 'heading'; readonly text: string; readonly note: string; readonly boxes: readonly TickBox[] }
  | { readonly block: 'note'; readonly text: string }
  | { readonly block: 'table'; readonly grid: Grid; readonly entries: readonly Entry[]; readonly pen: Pen | null }
  | { readonly block: 'week'; readonly week: FlowWeek }
  | { readonly block: 'page-end' }

/** Rows for the pen under what is printed: at least `least`, and with `fills` as many as the page has room for. `cells`: what stands in the n-th of them. */
export type Pen = { readonly least: number; readonly fills: boolean; readonly mm: number; /** Millimetres left for what follows. */ readonly leaves?: number; readonly cells: (n: number) => readonly Cell[] }

/** What stands on a page, measured. */
export type Placed =
  | { readonly placed: 'heading'; readonly text: string; readonly note: string; readonly boxes: readonly TickBox[] }
  | { readonly placed: 'note'; readonly line: Line }
  | { readonly placed: 'rows'; readonly grid: Grid; readonly rows: readonly LinedRow[] }
  | { readonly placed: 'week'; readonly week: FlowWeek }

export type Lies = 'upright' | 'landscape'

/** Millimetres between the margins, and between the patient's box and the foot. */
export const roomOf = { upright: { wide: 182, high: 236 }, landscape: { wide: 276, high: 158.4 } } as const satisfies Record<Lies, { readonly wide: number; readonly high: number }>

export const heading = (text: string, note = '', ticks: readonly TickBox[] = []): Block => ({ block: 'heading', text, note, boxes: ticks })
export const note = (text: string): Block => ({ block: 'note', text })
export const table = (grid: Grid, entries: readonly Entry[], pen: Pen | null = null): Block => ({ block: 'table', grid, entries, pen })
export const noCells = (): readonly Cell[] => []

const headingMm = 7.2
const edgesMm = 1.1
export const goesOnWords = { next: '次頁へ続く', from: '前頁から続く' } as const

/** Height of a table's head in mm. */
export function headMm({ hasHead, columns, over }: Grid): number {
  if (!hasHead) return 0
  const most = Math.max(...columns.map(({ head }) => head.split('\n').length))
  return (over === undefined ? 0 : 4.6) + most * 3.05 + 1.1
}

/**
 * Blocks on pages. A record stays whole unless it is longer than a page; then it is cut between two lines, both parts say so,
 * and its moment and author stand on both. A heading goes on with what it heads; a table repeats its head. Rule CHARTP-5.
 */
export function cut(blocks: readonly Block[], lies: Lies): readonly (readonly Placed[])[] {
  const { wide, high } = roomOf[lies]
  const pages: Placed[][] = [[]]
  let used = 0
  const page = (): Placed[] => pages.at(-1) ?? []
  const turn = (): void => {
    const carried: Placed[] = []
    for (let last = page().at(-1); last?.placed === 'heading' && page().length > 1; last = page().at(-1)) carried.unshift(...page().splice(-1))
    pages.push(carried)
    used = carried.length * headingMm
  }
  const openTable = (grid: Grid): number => {
    const last = page().at(-1)
    return last?.placed === 'rows' && last.grid === grid ? 0 : headMm(grid) + edgesMm
  }
  const put = (grid: Grid, rows: readonly LinedRow[]): void => {
    used += openTable(grid) + sum(rows)
    const last = page().at(-1)
    if (last?.placed === 'rows' && last.grid === grid) pages.splice(-1, 1, [...page().slice(0, -1), { ...last, rows: [...last.rows, ...rows] }])
    else page().push({ placed: 'rows', grid, rows })
  }
  const isFresh = (): boolean => page().every(({ placed }) => placed === 'heading')

  /** A record that is longer than a page. */
  const putLong = (grid: Grid, rows: readonly LinedRow[]): void => {
    const most = high - goesOnMm
    for (const [at, whole] of rows.entries()) {
      let row = whole
      if (used + openTable(grid) + row.mm > most && !isFresh()) {
        const goesOn = at > 0
        if (goesOn) {
          const before = sum(lastRows())
          pages.splice(-1, 1, page().map((each, place) => (place === page().length - 1 && each.placed === 'rows' ? { ...each, rows: each.rows.map((one, n) => (n === each.rows.length - 1 ? withNext(grid, one, wide) : one)) } : each)))
          used += sum(lastRows()) - before
        }
        turn()
        if (goesOn) row = withFrom(grid, row, rows[0] ?? row, wide)
      }
      for (let room = most - used - openTable(grid); row.mm > room; room = most - used - openTable(grid)) {
        const [first, rest] = splitRow(grid, row, room, wide)
        put(grid, [first])
        turn()
        row = rest
      }
      put(grid, [row])
    }
  }
  const lastRows = (): readonly LinedRow[] => {
    const last = page().at(-1)
    return last?.placed === 'rows' ? last.rows : []
  }

  for (const block of blocks) {
    switch (block.block) {
      case 'page-end':
        if (page().length > 0) turn()
        break
      case 'week':
        if (page().length > 0) turn()
        page().push({ placed: 'week', week: block.week })
        used = high
        break
      case 'heading':
        if (used + headingMm > high) turn()
        page().push({ placed: 'heading', text: block.text, note: block.note, boxes: block.boxes })
        used += headingMm
        break
      case 'note':
        for (const line of linesOf(para(block.text, 'small'), wide - 2, 7.5)) {
          if (used + line.mm > high) turn()
          page().push({ placed: 'note', line })
          used += line.mm
        }
        break
      case 'table': {
        const { grid, entries, pen } = block
        for (const entry of entries) {
          const rows = entry.map((cells, at) => linedRow(grid, cells, wide, at === 0))
          const whole = sum(rows)
          if (used + openTable(grid) + whole > high && !isFresh()) {
            const onNew = headMm(grid) + edgesMm + (page().at(-1)?.placed === 'heading' ? headingMm : 0)
            if (onNew + whole <= high) turn()
          }
          if (used + openTable(grid) + whole <= high) put(grid, rows)
          else putLong(grid, rows)
        }
        if (pen !== null) {
          const fit = (): number => Math.floor((high - used - openTable(grid) - (pen.leaves ?? 0)) / pen.mm + 0.001)
          if (fit() < pen.least) turn()
          const count = Math.max(pen.least, pen.fills ? fit() : 0)
          if (count > 0) put(grid, Array.from({ length: count }, (_, n) => linedRow(grid, pen.cells(n), wide, false, pen.mm)))
        }
        break
      }
    }
  }
  return pages.filter((each, at) => each.length > 0 || at === 0)
}

function sum(rows: readonly LinedRow[]): number {
  return rows.reduce((all, { mm }) => all + mm, 0)
}

const goesOnMm = 5.2

function widestOf({ columns }: Grid): number {
  return columns.reduce((best, { width }, at) => (width > (columns[best]?.width ?? 0) ? at : best), 0)
}

const told = (text: string, wide: number): readonly Line[] => linesOf(para(text, 'bold'), wide, 8)

function withNext(grid: Grid, row: LinedRow, wide: number): LinedRow {
  return ofHeight(grid, { ...row, cells: row.cells.map((lined, at) => (at === widestOf(grid) ? [...(lined ?? []), ...told(goesOnWords.next, wide)] : lined)) })
}

/** Moment and author of the record, before what goes on of it. */
function withFrom(grid: Grid, row: LinedRow, first: LinedRow, wide: number): LinedRow {
  const cells = row.cells.map((lined, at) => {
    if (at === widestOf(grid)) return [...told(goesOnWords.from, wide), ...(lined ?? [])]
    return grid.columns[at]?.isRepeated === true && (lined ?? []).length === 0 ? (first.cells[at] ?? null) : lined
  })
  return ofHeight(grid, { ...row, cells })
}

function ofHeight(grid: Grid, row: LinedRow): LinedRow {
  return { ...row, mm: Math.max(grid.rowMm, ...row.cells.map((lined) => (lined === null ? 0 : heightOfLines(lined)))) }
}

/** As many lines of each cell as there is room for, and the rest. */
function splitRow(grid: Grid, row: LinedRow, roomMm: number, wide: number): readonly [LinedRow, LinedRow] {
  const parts = row.cells.map((lined): readonly [readonly Line[] | null, readonly Line[] | null] => {
    if (lined === null) return [null, null]
    let [count, high] = [0, heightOfLines([])]
    for (const { mm } of lined) {
      if (high + mm > roomMm && count > 0) break
      high += mm
      count += 1
    }
    return [lined.slice(0, count), lined.slice(count)]
  })
  return [withNext(grid, { ...row, cells: parts.map(([first]) => first) }, wide), withFrom(grid, { ...row, isFirst: false, cells: parts.map(([, rest]) => rest) }, row, wide)]
}
