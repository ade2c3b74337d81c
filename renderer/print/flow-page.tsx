import { sheetForms, type SheetForm } from '#domain/print/form.ts'
import { serialOfPage } from '#domain/print/serial.ts'
import { classNames } from '../ui/class-names.ts'
import { Written } from '../ui/written.tsx'
import { goesOn, heightOf, pagesOf, type Cell, type Field, type Flow, type Piece, type Table } from './flow.ts'
import { Foot, Page, TopLine } from './frame.tsx'
import { widthMm } from './measure.ts'
import { Qr } from './qr.tsx'
import type { Printed } from './sheet.ts'
import css from './sheet.module.css'

/** A sheet of pieces on as many pages as it needs; box, mark and foot stand on each. */
export function FlowPages({ flow, form, mark, note, printed }: { readonly flow: Flow; readonly form: SheetForm; readonly mark: string; readonly note?: string; readonly printed: Printed }) {
  const pages = pagesOf(flow)
  return pages.map((pieces, index) => (
    <Page key={index} realm={printed.realm}>
      <TopLine title={flow.title} english={flow.english} mark={mark} {...(note === undefined ? {} : { note })} realm={printed.realm} page={index + 1} of={pages.length} />
      <WardBox fields={flow.box} code={sheetCode(form, printed, index + 1)} />
      <div className={css['pieces']}><Pieces pieces={pieces} /></div>
      <Foot form={form} printed={printed} page={index + 1} of={pages.length} />
    </Page>
  ))
}

/** What the QR of a page reads as, `AF-F14-000246`; null where the sheet has no number. */
export function sheetCode(form: SheetForm, { serial }: Printed, page: number): string | null {
  return serial === null ? null : `${serialOfPage(serial, page).slice(0, -7)}-${sheetForms[form].code}-${serialOfPage(serial, page).slice(-6)}`
}

/** Room of a field's words in the box, in mm, beside its label. */
const fieldMm = 46

export function WardBox({ fields, code }: { readonly fields: readonly Field[]; readonly code: string | null }) {
  return (
    <div className={css['box']}>
      <dl>
        {fields.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={classNames(widthMm(text, 9.5) + widthMm(label, 7) > fieldMm && css['fine'])}><Written>{text}</Written></dd>
          </div>
        ))}
      </dl>
      {code !== null && <Qr text={code} module={0.5} />}
    </div>
  )
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)?.at(-1)
    if (last !== undefined && goesOn(piece, last)) groups.at(-1)?.push(piece)
    else groups.push([piece])
  }
  return groups.map((group, at) => <Group key={at} group={group} />)
}

const lineClass = { plain: 'line', bold: 'boldLine', note: 'noteLine' } as const

function Group({ group }: { readonly group: readonly Piece[] }) {
  const [piece] = group
  switch (piece?.piece) {
    case 'heading':
      return <h2>{piece.text}{piece.note !== '' && <small>{piece.note}</small>}</h2>
    case 'line':
      if (piece.look === 'boxed') return <div className={css['boxed']}>{group.map((line, at) => line.piece === 'line' && <p key={at}><Written>{line.text}</Written></p>)}</div>
      return <p className={css[lineClass[piece.look]]}><Written>{piece.text}</Written></p>
    case 'pen':
      return <div className={css['pen']}>{Array.from({ length: piece.rows }, (_, row) => <i key={row} />)}</div>
    case 'code':
      return (
        <div className={css['codeBox']}>
          <Qr text={piece.text} module={0.7} />
          <p><b>{piece.text}</b><br /><small>{piece.note}</small></p>
        </div>
      )
    case 'row':
      return <Rows table={piece.table} rows={group.flatMap((row) => (row.piece === 'row' ? [row] : []))} />
    case 'page-end':
    case undefined:
      return null
  }
}

function Rows({ table, rows }: { readonly table: Table; readonly rows: readonly Extract<Piece, { readonly piece: 'row' }>[] }) {
  return (
    <table aria-label={table.name}>
      <colgroup>{table.columns.map(({ width }, column) => <col key={column} width={`${width}%`} />)}</colgroup>
      {table.hasHead && <thead><tr>{table.columns.map(({ head }) => <th key={head} scope="col">{head}</th>)}</tr></thead>}
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} style={{ blockSize: `${heightOf(row)}mm` }}>
            {table.columns.map(({ isMiddle = false }, column) => <CellShown key={column} cell={row.cells[column] ?? ''} isMiddle={isMiddle} />)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CellShown({ cell, isMiddle }: { readonly cell: Cell; readonly isMiddle: boolean }) {
  const middle = isMiddle && css['cellMiddle']
  if (typeof cell === 'string') return <td className={classNames(middle)}>{cell === '' ? null : <Written>{cell}</Written>}</td>
  if (cell.look === 'label') return <th scope="row" className={classNames(css['cellLabel'], middle)}>{cell.text}</th>
  if (cell.look === 'english') return <td lang="en" className={classNames(css['cellEnglish'], middle)}>{cell.text}</td>
  if (cell.look === 'boxed') return <td className={classNames(middle)}><span className={css['boxedWord']}>{cell.text}</span></td>
  return <td className={classNames(css['cellBig'], middle)}><Written>{cell.text}</Written></td>
}
