import { tokyoParts } from '#domain/time.ts'
import { classNames } from '../ui/class-names.ts'
import { Written } from '../ui/written.tsx'
import { EnvelopeFoot, isLong } from './envelope-page.tsx'
import { Ledger, Page, TopLine } from './frame.tsx'
import type { EnvelopeSheet } from './sheet.ts'
import css from './ledger.module.css'
import frame from './sheet.module.css'

/** The label for the outside of the envelope, and the ledger that stays in a folder. No code: this page is handled openly. */
export function LedgerPage({ sheet }: { readonly sheet: EnvelopeSheet }) {
  const { date } = tokyoParts(sheet.madeAt)
  return (
    <Page realm={sheet.printed.realm}>
      <TopLine title="封筒表書き・封印点検台帳" english="Envelope label and inventory" mark="非常時用 保管文書" realm={sheet.printed.realm} page={2} of={2} />
      <Label sheet={sheet} />
      <p className={css['cut']}>ここで切り、上を封筒の表に貼る(コードは印字していない)</p>
      <h2>封印点検・在庫台帳 Inventory <small>3か月毎と訓練後。開封数と使用口座数、または指紋が合わないときは所見に書き、直ちに情報管理室へ</small></h2>
      <Ledger
        label="封印点検・在庫台帳"
        columns={[{ head: '封筒', width: 7 }, { head: '点検日時', width: 16 }, { head: '点検者(番号・氏名)', width: 17 }, { head: '封の状態', width: 12 }, { head: '所見・シール番号と指紋の照合', width: 34 }, { head: '次回期限', width: 14 }]}
        rows={[[`${sheet.number}/${sheet.of}`, null, null, null, <>新規封緘 {date}<br />指紋 {sheet.fingerprint}</>], ...Array.from({ length: 8 }, () => [])]}
      />
      <h2>受け渡し Handed over <small>保管場所・責任者が替わるとき</small></h2>
      <Ledger
        label="受け渡し"
        columns={[{ head: '封筒', width: 7 }, { head: '日時', width: 16 }, { head: '渡した人', width: 22 }, { head: '受けた人', width: 22 }, { head: '新しい保管場所', width: 19 }, { head: 'シール番号', width: 14 }]}
        rows={Array.from({ length: 3 }, () => [])}
      />
      <div className={frame['space']} />
      <EnvelopeFoot sheet={sheet} page={2} />
    </Page>
  )
}

function Label({ sheet }: { readonly sheet: EnvelopeSheet }) {
  return (
    <div className={css['label']}>
      <div className={css['name']}>
        <p><b>非常時用端末 開封封筒</b><br /><span lang="en">EMERGENCY ACCESS ENVELOPE</span></p>
        <p>封筒番号 <b>{sheet.number}</b>号 / {sheet.of}通</p>
      </div>
      <p className={css['rule']}>非常時と決定されるまで開けない。開けたら必ず記録が残る。<span>開ける前に、端末の「緊急開封へ進む」で、いま何が使えるかを確かめる。</span><span lang="en">Open only in a declared emergency. Every opening is recorded.</span></p>
      <table aria-label="封筒表書き">
        <colgroup>{[17, 33, 17, 33].map((width, column) => <col key={column} width={`${width}%`} />)}</colgroup>
        <tbody>
          <tr className={frame['write']}>
            <th scope="row">病院・病棟</th>
            <td className={classNames(isLong(sheet) && css['fine'])}><Written>{sheet.hospital}</Written>　<Written>{sheet.ward}</Written></td>
            <th scope="row">端末・台帳の指紋</th>
            <td>{sheet.letters}　{sheet.fingerprint}</td>
          </tr>
          {labelRows(sheet).map((pair) => (
            <tr key={pair[0]?.[0]} className={frame['write']}>
              {pair.map(([head, text]) => [<th key={head} scope="row">{head}</th>, <td key={`${head} cell`} className={classNames(text.length > 16 && css['fine'])}>{text === '' ? null : <Written>{text}</Written>}</td>])}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is known is printed; the rest is left for the pen. */
function labelRows({ known, madeAt }: EnvelopeSheet): readonly (readonly (readonly [head: string, text: string])[])[] {
  return [
    [['封緘日・封緘者', known.madeBy === '' ? '' : `${tokyoParts(madeAt).date} ${known.madeBy}`], ['封印シール番号', known.sealNumber]],
    [['保管場所', known.place], ['保管責任者', known.holder]],
    [['開けてよい人', fewDeciders(known.deciders)], ['夜間の連絡先', known.nightContact]],
    [['次回点検期限', known.nextCheckOn ?? ''], ['拾得・破損の連絡先', known.lostContact]],
  ]
}

/** As many as the label has room for, in their order; the whole list is on the station. */
const mostDeciders = 62

function fewDeciders(deciders: readonly string[]): string {
  const shown: string[] = []
  for (const decider of deciders) if ([...shown, decider].join('/').length <= mostDeciders) shown.push(decider)
  const left = deciders.length - shown.length
  return `${shown.join('/')}${left === 0 ? '' : ` ほか${left}名`}`
}
