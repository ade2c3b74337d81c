import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import css from './sheet.module.css'

/** One sheet of A4, upright. Nothing flows from one to the next, so that page n/N is known before printing. */
export function Page({ isFolded = false, children }: { readonly isFolded?: boolean; readonly children: ReactNode }) {
  return <section lang="ja" className={classNames(css['sheet'], !isFolded && css['bound'])}>{children}</section>
}

/** Title, mark and page number: what tells one paper from another in a drawer. */
export function TopLine({ title, english, mark, note, page, of }: {
  readonly title: string
  readonly english: string
  readonly mark: string
  readonly note?: string
  readonly page: number
  readonly of: number
}) {
  return (
    <div className={css['top']}>
      <h1>{title}</h1>
      <span lang="en" className={css['english']}>{english}</span>
      <span className={css['mark']}>{mark}{note !== undefined && <small>{note}</small>}</span>
      <span className={css['page']}><b>{page}</b>/<b>{of}</b><small>頁</small></span>
    </div>
  )
}

export function Foot({ children, form, page, of }: { readonly children: ReactNode; readonly form: string; readonly page: number; readonly of: number }) {
  return (
    <div className={css['foot']}>
      {children}
      <span>様式 {form}</span>
      <span className={css['last']}>{page}/{of}頁</span>
    </div>
  )
}

/** A cell for a pen. */
export function Blank() {
  return <td>{null}</td>
}

/** A table to be written in by hand: heads, then rows of empty cells under whatever is known already. */
export function Ledger({ columns, rows, label }: { readonly columns: readonly { readonly head: string; readonly width: number }[]; readonly rows: readonly (readonly ReactNode[])[]; readonly label: string }) {
  return (
    <table aria-label={label}>
      <colgroup>{columns.map(({ head, width }) => <col key={head} width={`${width}%`} />)}</colgroup>
      <thead><tr>{columns.map(({ head }) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row} className={css['write']}>{columns.map(({ head }, column) => <td key={head}>{cells[column] ?? null}</td>)}</tr>
        ))}
      </tbody>
    </table>
  )
}
