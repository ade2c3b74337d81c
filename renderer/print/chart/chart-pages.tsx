import { sheetForms } from '#domain/print/form.ts'
import { serialOfPage } from '#domain/print/serial.ts'
import { classNames } from '../../ui/class-names.ts'
import { Written } from '../../ui/written.tsx'
import { sheetCode, WardBox } from '../flow-page.tsx'
import { Foot, Page, TopLine } from '../frame.tsx'
import type { Printed } from '../sheet.ts'
import type { Lies, Placed } from './cut.ts'
import { FlowWeekTable } from './flow-week-table.tsx'
import { barsOf } from '../bars.tsx'
import { PatientHeadBox } from './head-box.tsx'
import type { Grid, Line, LinedRow, TickBox } from './ink.ts'
import type { ChartPaper, ChartSheet } from './paper.ts'
import css from './chart.module.css'

/** Every document of a sheet, each with its own pages and the number of its first sheet of paper. */
export function ChartPages({ sheet }: { readonly sheet: ChartSheet }) {
  return sheet.papers.map((paper, at) => {
    const { serial } = sheet.printed
    const before = sheet.papers.slice(0, at).reduce((sum, { pages }) => sum + pages.length, 0)
    const printed = { ...sheet.printed, serial: serial === null ? null : serialOfPage(serial, before + 1) }
    return <PaperPages key={at} paper={paper} form={sheet.kind} printed={printed} />
  })
}

function PaperPages({ paper: { title, lies, head, isBlank, pages }, form, printed }: { readonly paper: ChartPaper; readonly form: ChartSheet['kind']; readonly printed: Printed }) {
  const box = headBox(head, lies)
  return pages.map(({ period, placed }, index) => (
    <Page key={index} realm={printed.realm} layout={lies === 'upright' ? 'bound' : 'landscape'}>
      <TopLine title={title} period={period} mark="災害時記録" note="(後日電子カルテへ転記)" realm={printed.realm} page={index + 1} of={pages.length} isBlank={isBlank} />
      {box(index + 1, form, printed)}
      <div className={css['body']}>{placed.map((each, at) => <PlacedBlock key={at} placed={each} lies={lies} />)}</div>
      <Foot form={form} printed={printed} page={index + 1} of={pages.length} isBlank={isBlank} lineMm={lies === 'landscape' ? 268 : null} />
    </Page>
  ))
}

/** The box at the head of each page. The bars of a number are drawn once for all of them. */
function headBox(head: ChartPaper['head'], lies: Lies): (page: number, form: ChartSheet['kind'], printed: Printed) => React.ReactNode {
  if ('ward' in head) return (page, form, printed) => <WardBox fields={head.ward} code={sheetCode(form, printed, page)} />
  const bars = barsOf(head.number)
  return (page, form, printed) => <PatientHeadBox head={head} lies={lies} code={codeOf(head.number, form, printed, page)} bars={bars} />
}

/** Number, form and sheet, so that a scan finds its line again: `DAF001234-F04-000231`. Rule CHARTP-4. */
export function codeOf(number: string, form: ChartSheet['kind'], { serial }: Pick<Printed, 'serial'>, page: number): string {
  const raw = number.replaceAll('-', '')
  return serial === null ? raw : `${raw}-${sheetForms[form].code}-${serialOfPage(serial, page).slice(-6)}`
}

function PlacedBlock({ placed, lies }: { readonly placed: Placed; readonly lies: Lies }) {
  switch (placed.placed) {
    case 'heading':
      return <h2 className={css['heading']}>{placed.text}{placed.note !== '' && <small><Written>{placed.note}</Written></small>}{placed.boxes.length > 0 && <small><Ticks ticks={placed.boxes} /></small>}</h2>
    case 'note':
      return <p className={css['noteLine']} style={{ blockSize: `${placed.line.mm}mm`, lineHeight: `${placed.line.mm}mm` }}><Written>{placed.line.text}</Written></p>
    case 'week':
      return <FlowWeekTable week={placed.week} />
    case 'rows':
      return <Rows grid={placed.grid} rows={placed.rows} lies={lies} />
  }
}

function Rows({ grid, rows }: { readonly grid: Grid; readonly rows: readonly LinedRow[]; readonly lies: Lies }) {
  return (
    <table aria-label={grid.name}>
      <colgroup>{grid.columns.map(({ width }, column) => <col key={column} style={{ inlineSize: `${width}%` }} />)}</colgroup>
      {grid.hasHead && <Head grid={grid} />}
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} className={classNames(row.isFirst && css['first'])} style={{ blockSize: `${row.mm}mm` }}>
            {grid.columns.map((column, at) => {
              const lined = row.cells[at] ?? (row.cells[at] === null ? null : [])
              const look = classNames(column.isMiddle && css['middle'], column.isTop && css['top'], column.isTight && css['tight'], column.isEnd && css['end'], lined === null && css['slash'])
              return <td key={at} className={look}>{lined === null ? <Slash mm={row.mm} /> : lined.map((line, n) => <LineShown key={n} line={line} />)}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ grid: { columns, over } }: { readonly grid: Grid }) {
  const cellOf = (head: string, isEnd = false, rows = 1): React.ReactNode => <th scope="col" rowSpan={rows} className={classNames(isEnd && css['end'])}>{head.split('\n').map((line) => <span key={line} className={css['line']}>{line}</span>)}</th>
  if (over === undefined) return <thead><tr>{columns.map(({ head, isEnd }, at) => <Keyed key={at}>{cellOf(head, isEnd)}</Keyed>)}</tr></thead>
  const groups = over.map((group, at) => {
    const from = over.slice(0, at).reduce((sum, { columns: count }) => sum + count, 0)
    return { ...group, of: columns.slice(from, from + group.columns) }
  })
  return (
    <thead>
      <tr className={css['over']}>
        {groups.map(({ head, columns: count, of }, at) => (count === 1 && head === '' ? <Keyed key={at}>{cellOf(of[0]?.head ?? '', of[0]?.isEnd, 2)}</Keyed> : <th key={at} scope="colgroup" colSpan={count} className={css['end']}>{head}</th>))}
      </tr>
      <tr>{groups.flatMap(({ head, columns: count, of }, at) => (count === 1 && head === '' ? [] : of.map((one, n) => <Keyed key={`${at} ${n}`}>{cellOf(one.head, one.isEnd)}</Keyed>)))}</tr>
    </thead>
  )
}

function Keyed({ children }: { readonly children: React.ReactNode }) {
  return children
}

function LineShown({ line: { text, mark, look, pt, mm, boxes } }: { readonly line: Line }) {
  const style = { fontSize: `${pt}pt`, lineHeight: `${mm}mm`, blockSize: `${mm}mm` }
  if (boxes.length > 0) return <span className={css['line']} style={style}><Ticks ticks={boxes} /></span>
  const words = <>{mark !== '' && <b>{mark}</b>}<Written>{text}</Written></>
  if (look === 'struck') return <s className={classNames(css['line'])} style={style}><span className={css['struck']}><span>{words}</span></span></s>
  return <span className={classNames(css['line'], look === 'bold' && css['bold'], (look === 'fix' || look === 'fix-small') && css['fix'])} style={style}>{words}</span>
}

function Ticks({ ticks }: { readonly ticks: readonly TickBox[] }) {
  return <span className={css['ticks']}>{ticks.map(({ word, isTicked }) => <span key={word} className={css['tick']}><i className={classNames(isTicked && css['on'])} />{word}</span>)}</span>
}

/** Not ordered: the square is no place for a name. */
function Slash({ mm }: { readonly mm: number }) {
  return <svg role="img" aria-label="指示なし" style={{ blockSize: `${Math.max(4, mm - 1)}mm` }} viewBox="0 0 10 10" preserveAspectRatio="none"><path d="M0 10L10 0" stroke="#000" strokeWidth="0.2mm" vectorEffect="non-scaling-stroke" fill="none" /></svg>
}
