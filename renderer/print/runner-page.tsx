import { Written } from '../ui/written.tsx'
import { Foot, Page, TopLine } from './frame.tsx'
import { factsOf, type FactRow } from './poster-page.tsx'
import type { RunnerSheet } from './ward-sheets.ts'
import css from './runner.module.css'
import frame from './sheet.module.css'

/** Three slips to be cut apart. Whoever receives one signs on the half that the runner brings back. */
export function RunnerPage({ sheet }: { readonly sheet: RunnerSheet }) {
  const rows = factsOf(sheet, sheet)
  return (
    <Page realm={sheet.printed.realm}>
      <TopLine title="伝令票" english="Runner slips — cut along the lines" mark="災害時記録" note="(後日電子カルテへ転記)" realm={sheet.printed.realm} page={1} of={1} />
      {[1, 2, 3].map((slip) => (
        <div key={slip} className={css['slip']}>
          {slip > 1 && <p className={css['cut']}>切り取り</p>}
          <Slip sheet={sheet} slip={slip} rows={rows} />
        </div>
      ))}
      <div className={frame['space']} />
      <Foot form="runner" printed={sheet.printed} page={1} of={1} />
    </Page>
  )
}

function Slip({ sheet, slip, rows }: { readonly sheet: RunnerSheet; readonly slip: number; readonly rows: readonly FactRow[] }) {
  return (
    <>
      <p className={css['say']}><b>{words[sheet.printed.realm]}</b> {sheet.printed.serial ?? ''}-{slip}</p>
      <dl className={css['facts']}>
        {rows.flat().map(([label, text]) => <div key={label}><dt>{label}</dt><dd><Written>{text === '' ? '________' : text}</Written></dd></div>)}
      </dl>
      <ul className={css['ask']}>
        <li>この病棟の指示・検査・処方は、電話か紙の「災害時記録」で受け渡す。電子カルテには入らない。</li>
        <li>患者は緊急番号(<b>D-{sheet.printed.letters}-…</b>)と氏名・生年月日で確かめる。</li>
      </ul>
      <table aria-label={`伝令 ${slip}`}>
        <colgroup>{[10, 24, 12, 22, 12, 20].map((width, at) => <col key={at} width={`${width}%`} />)}</colgroup>
        <tbody>
          <tr className={frame['write']}>{['宛先', '届けた人', '時刻'].flatMap((head) => [<th key={head} scope="row">{head}</th>, <td key={`${head} cell`}>{null}</td>])}</tr>
          <tr className={frame['write']}>{['返事', '受けた人(署名)', '時刻'].flatMap((head) => [<th key={head} scope="row">{head}</th>, <td key={`${head} cell`}>{null}</td>])}</tr>
        </tbody>
      </table>
    </>
  )
}

const words = {
  real: '非常時用端末を使っています。',
  drill: '【訓練】非常時用端末を使う訓練です。実際の事態ではありません。',
  demo: '【見本】',
} as const
