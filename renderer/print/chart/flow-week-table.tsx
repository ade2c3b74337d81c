import { classNames } from '../../ui/class-names.ts'
import { Written } from '../../ui/written.tsx'
import { FlowGraph, Legend } from './flow-graph.tsx'
import { shiftRows, type FlowWeek, type ShiftRow } from './flow-week.ts'
import css from './flow.module.css'

const columns = Array.from({ length: 42 }, (_, at) => at)
const shifts = Array.from({ length: 21 }, (_, at) => at)
const days = Array.from({ length: 7 }, (_, at) => at)

const rowNames = {
  mind: ['意識JCS', '／疼痛NRS', ''], meal: ['食事 主／副', '', '朝・昼・夕 割'], oral: ['IN 経口', '', 'mL'], infusion: ['IN 点滴・輸血', '', 'mL'],
  urine: ['OUT 尿', '', 'mL(回)'], otherOut: ['OUT 他', '', 'mL 嘔吐・排液・出血'], stool: ['便 回／性状', '', 'ブリストルB1〜7'], sign: ['サイン', '', '深夜・日勤・準夜'],
} as const satisfies Record<ShiftRow, readonly string[]>
const before = shiftRows.slice(0, 6)

/** One week in squares of 6 × 8 mm; filled and blank have the same geometry to the millimetre. Rule CHARTP-12. */
export function FlowWeekTable({ week }: { readonly week: FlowWeek }) {
  return (
    <table aria-label="経過表" className={css['flow']}>
      <colgroup><col className={css['names']} />{columns.map((at) => <col key={at} className={css['slot']} />)}</colgroup>
      <tbody>
        <tr className={css['date']}>
          <th scope="row" className={css['day']}>月日(曜)<small>入院・登録日数</small></th>
          {days.map((day) => {
            const of = week.days?.[day]
            return <td key={day} colSpan={6} className={css['day']}><div>{of === undefined ? <span>　　月　　日(　)</span> : <b>{of.date}</b>}<span>{of === undefined ? '日目' : of.count}</span></div></td>
          })}
        </tr>
        <tr className={css['hours']}>
          <th className={css['day']}><Legend /></th>
          {columns.map((at) => <td key={at} className={dayEnd(at)}>{(at % 6) * 4 + 2}</td>)}
        </tr>
        <tr className={css['graph']}><td colSpan={43}><FlowGraph week={week} /></td></tr>
        <Pairs name={['血圧', 'mmHg', '上:収縮 下:拡張']} values={week.pressure} />
        <Pairs name={['SpO2', '%', '下:酸素 L/分']} values={week.oxygen} />
        {before.map((row) => <Shifts key={row} row={row} week={week} />)}
        <tr className={css['sum']}>
          <th scope="row" className={css['day']}>24h出納 mL・体重<small>IN・OUT・差引・kg</small></th>
          {days.map((day) => (
            <td key={day} colSpan={6} className={css['day']}>
              <div>{(week.days?.[day]?.balance ?? [null, null, null, null]).map((part, at) => <span key={at}>{part !== null && part.text !== '' && <><small>{part.label}</small>{part.isBold ? <b>{part.text}</b> : part.text.length > 4 || part.text === '未測定' ? <small>{part.text}</small> : part.text}</>}</span>)}</div>
            </td>
          ))}
        </tr>
        <Shifts row="stool" week={week} />
        <tr className={css['care']}>
          <th scope="row" className={css['day']}>処置・検査<br />清潔・安静度<small>血糖は時刻も</small></th>
          {days.map((day) => <td key={day} colSpan={6} className={css['day']}>{(week.days?.[day]?.care ?? []).map((line, at) => <p key={at}><Written>{line}</Written></p>)}</td>)}
        </tr>
        <Shifts row="sign" week={week} />
      </tbody>
    </table>
  )
}

const dayEnd = (at: number): string => classNames(at % 6 === 5 && css['day'])

function Pairs({ name: [name, unit, small], values }: { readonly name: readonly [string, string, string]; readonly values: FlowWeek['pressure'] }) {
  return (
    <tr className={css['two']}>
      <th scope="row" className={css['day']}>{name} <small className={css['beside']}>{unit}</small><small>{small}</small></th>
      {columns.map((at) => <PairSquare key={at} look={dayEnd(at)} pair={values[at] ?? ['', '']} />)}
    </tr>
  )
}

function PairSquare({ look, pair }: { readonly look: string; readonly pair: readonly [string, string] }) {
  return <td className={look}><div>{pair.map((text, at) => <span key={at}>{text}</span>)}</div></td>
}

function Shifts({ row, week }: { readonly row: ShiftRow; readonly week: FlowWeek }) {
  const [name, second, small] = rowNames[row]
  return (
    <tr className={classNames(css['shift'], row === 'oral' && css['group'])}>
      <th scope="row" className={css['day']}>{name}{second !== '' && <><br />{second}</>}{small !== '' && <small>{small}</small>}</th>
      {shifts.map((at) => {
        const lines = (week.shifts[row][at] ?? '').split('\n')
        const longest = Math.max(...lines.map(({ length }) => length))
        return <td key={at} colSpan={2} className={classNames(at % 3 === 2 && css['day'], (lines.length > 1 || longest > 7) && css['tiny'])}>{lines.map((line, n) => <p key={n}><Written>{line}</Written></p>)}</td>
      })}
    </tr>
  )
}
