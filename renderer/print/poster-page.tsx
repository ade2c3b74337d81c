import { tokyoParts } from '#domain/time.ts'
import { classNames } from '../ui/class-names.ts'
import { dayOfWeek } from '../ui/moment.ts'
import { Written } from '../ui/written.tsx'
import { Foot, Page } from './frame.tsx'
import { widthMm } from './measure.ts'
import type { Announced, PosterSheet } from './ward-sheets.ts'
import css from './poster.module.css'

/** For the ward's door: read from four metres, in A4 and A3 of one drawing. */
export function PosterPage({ sheet }: { readonly sheet: PosterSheet }) {
  const { realm } = sheet.printed
  const [use, english] = titles[realm]
  return (
    <Page realm={realm} layout={sheet.paper === 'A3' ? 'poster-a3' : 'poster'}>
      <Stripe />
      <div className={css['in']}>
        <h1><span>非常時用端末</span><span className={css['use']}>{use}</span></h1>
        <p lang="en" className={css['english']}>{english}</p>
        <Facts rows={factsOf(sheet, sheet)} />
        <ol className={css['rules']}>{rules.map(([ja, en]) => <li key={ja}>{ja}<small lang="en">{en}</small></li>)}</ol>
        <div className={css['space']} />
        <p className={css['off']}><span>掲示を外す(事態終了後) 日時</span><u /><span>氏名</span><u /></p>
      </div>
      <Stripe />
      <div className={css['foot']}><Foot form="poster" printed={sheet.printed} page={1} of={1} /></div>
    </Page>
  )
}

/** A drill's poster must not be taken for an emergency from any distance. */
const titles = {
  real: ['使用中', 'EMERGENCY WORKSTATION IN USE'],
  drill: ['訓練中', 'DRILL — NOT AN EMERGENCY'],
  demo: ['見本', 'SAMPLE — NOT AN EMERGENCY'],
} as const

const rules = [
  ['新しい記録は、この端末と「災害時記録」の紙に書く', 'New records: this station and “災害時記録” sheets only.'],
  ['使う前に、自分の職員番号で本人確認をする', 'Identify yourself with your own staff number. Never share.'],
  ['患者は「緊急番号」と氏名・生年月日で確かめる', 'Check the emergency number, full name and birth date.'],
  ['閲覧・入力・印刷は、すべて記録されている', 'Every view, entry and print is logged.'],
  ['電源・USBを抜かない。移動・停止は病棟責任者に聞く', 'Do not unplug. Ask the ward leader before moving it.'],
] as const

export type FactRow = readonly (readonly [label: string, text: string])[]

export function factsOf({ event, since, decidedBy, openedBy, envelopes, contact }: Announced, { hospital, ward, printed }: Pick<PosterSheet, 'hospital' | 'ward' | 'printed'>): readonly FactRow[] {
  const { date, hhmm } = tokyoParts(since)
  return [
    [['事態', event]],
    [['病院', hospital]],
    [['開始', `${dayOfWeek(date, 'ja')} ${hhmm}`], ['場所', `${ward} 端末${printed.letters}`]],
    [['決定者', decidedBy], ['開封者', openedBy]],
    [['封筒', `${envelopes.join('・')}番(${printed.of}通のうち${printed.opened}通)`], ['連絡先', contact]],
  ]
}

/** Room of a value in units of the poster's own measure, on the whole line and on half of it. */
const roomOf = { 1: 150, 2: 60 } as const

function Facts({ rows }: { readonly rows: readonly FactRow[] }) {
  return (
    <table className={css['facts']} aria-label="事態">
      <colgroup>{[13, 37, 13, 37].map((width, at) => <col key={at} width={`${width}%`} />)}</colgroup>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.[0]}>
            {row.map(([label, text]) => [
              <th key={label} scope="row">{label}</th>,
              <td key={`${label} value`} colSpan={row.length === 1 ? 3 : 1} className={classNames(widthMm(text, 12.8) > roomOf[row.length === 1 ? 1 : 2] && css['fine'])}><Written>{text}</Written></td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Stripe() {
  return (
    <svg className={css['stripe']} viewBox="0 0 194 11" preserveAspectRatio="none" aria-hidden="true">
      <path d={Array.from({ length: 14 }, (_, at) => `M${at * 14 - 2} 11l7 -11h7l-7 11z`).join('')} />
    </svg>
  )
}
