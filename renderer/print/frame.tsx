import type { ReactNode } from 'react'
import { shownForm, type SheetForm } from '#domain/print/form.ts'
import { serialOfPage } from '#domain/print/serial.ts'
import type { Realm } from '#domain/realm.ts'
import { tokyoParts } from '#domain/time.ts'
import { classNames } from '../ui/class-names.ts'
import { weekdayOf } from '../ui/moment.ts'
import { professionWords } from '../ui/profession-words.ts'
import { Written } from '../ui/written.tsx'
import { widthMm } from './measure.ts'
import type { Printed } from './sheet.ts'
import css from './sheet.module.css'

/** One sheet of paper of fixed size. Nothing flows from one to the next, so that page n/N is known before printing. */
export function Page({ realm, layout = 'bound', children }: { readonly realm: Realm; readonly layout?: 'bound' | 'landscape' | 'folded' | 'poster' | 'poster-a3' | 'band' | 'labels'; readonly children: ReactNode }) {
  return <section lang="ja" className={classNames(css['sheet'], css[layout], css[realm])}>{layout === 'landscape' ? <div className={css['turned']}>{children}</div> : children}</section>
}

/** What a drill or the demonstration says in place of any other mark: loud, and never across what is written. */
const realmMarks = { drill: ['訓練', ' TRAINING'], demo: ['見本', ' SAMPLE'] } as const

/** Title, mark and page number: what tells one paper from another in a drawer. */
export function TopLine({ title, english = '', period = '', mark, note, realm, page, of, isBlank = false }: {
  readonly title: string
  readonly english?: string
  /** What of a stay stands on this page, in Japanese. */
  readonly period?: string
  readonly mark: string
  readonly note?: string
  readonly realm: Realm
  readonly page: number
  readonly of: number
  /** Its sheets are counted by the pen. */
  readonly isBlank?: boolean
}) {
  const [word, small] = realm === 'real' ? [mark, note] : realmMarks[realm]
  return (
    <div className={css['top']}>
      <h1>{title}</h1>
      <span lang={english === '' ? 'ja' : 'en'} className={css['english']}>{english === '' ? period : english}</span>
      <span className={css['mark']}>{word}{small !== undefined && <small>{small}</small>}</span>
      <span className={css['page']}>{isBlank ? <>第<i className={css['penPage']} />枚</> : <><b>{page}</b>/<b>{of}</b><small>頁</small></>}</span>
    </div>
  )
}

/** Printed when and by whom, on which station, how many envelopes are open, and where the chain stood: the paper is the outside anchor. */
export function Foot({ form, printed, page, of, isBlank = false, lineMm = null, children }: {
  readonly form: SheetForm
  readonly printed: Printed
  readonly page: number
  readonly of: number
  readonly isBlank?: boolean
  /** Room of the one line it has; null: as many lines as it needs. A name that is too long leaves the staff number. */
  readonly lineMm?: number | null
  readonly children?: ReactNode
}) {
  const { date, hhmmss } = tokyoParts(printed.at)
  const [seq, symbols] = printed.head?.split(' ') ?? []
  const by = printed.by === null ? '—' : `${printed.by.name}(${professionWords[printed.by.profession].ja} ${printed.by.staffNumber})`
  const isCramped = lineMm !== null && widthMm(by, 7.5) > lineMm - restMm
  return (
    <div className={css['foot']}>
      <span>印刷 {date}({weekdayOf(date)}) {hhmmss}</span>
      <span>印刷者 <Written>{isCramped ? (printed.by?.staffNumber ?? '—') : by}</Written></span>
      <span>端末 {printed.letters}</span>
      <span>封筒開封 {printed.opened}/{printed.of}</span>
      {children}
      {symbols === undefined ? <span><b>この印刷は端末に記録されていない</b></span> : <span>連鎖先頭 <b>{symbols}</b>(#{seq})</span>}
      <span>用紙 {printed.serial === null ? '________' : serialOfPage(printed.serial, page)}</span>
      <span>様式 {shownForm(form)}</span>
      <span className={css['last']}>{isBlank ? '第　　枚' : `${page}/${of}頁`}</span>
    </div>
  )
}

/** What the rest of a foot takes of its line, in mm. */
const restMm = 212

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
