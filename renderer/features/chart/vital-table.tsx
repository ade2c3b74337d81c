import { memo } from 'react'
import type { Entry } from '#domain/log/entry.ts'
import { vitalFields, type NumberVital } from '#domain/record/vital-fields.ts'
import { tokyoDateOf, tokyoParts, type CalendarDate, type Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { useWords } from '#renderer/ui/language.tsx'
import layout from '#renderer/ui/layout.module.css'
import { monthAndDay } from '#renderer/ui/moment.ts'
import { OutOfRange } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './vital-table.module.css'

export type VitalRow = ChartRow & { readonly entry: Entry<'vital-signs'> }

/** The numbers behind the curves, newest first, struck ones under their line. */
export const VitalTable = memo(function VitalTable({ rows, now }: { readonly rows: readonly VitalRow[]; readonly now: CalendarDate }) {
  const say = useWords(words)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={say.table.label}>
      <table className={classNames(table['table'], css['table'])}>
        <thead>
          <tr>
            <th className={table['figures']}>{say.table.time}</th>
            <th className={table['figures']}>{say.vital.name.temperatureC} <small className={css['unit']}>{say.vital.unit.temperatureC}</small></th>
            <th className={table['figures']}>{say.vital.name.pulsePerMin} <small className={css['unit']}>{say.vital.unit.pulsePerMin}</small></th>
            <th className={table['figures']}>{say.table.pressure} <small className={css['unit']}>mmHg</small></th>
            <th className={table['figures']}>{say.vital.name.respirationsPerMin} <small className={css['unit']}>{say.vital.unit.respirationsPerMin}</small></th>
            <th className={table['figures']}>{say.vital.name.spo2Percent} <small className={css['unit']}>{say.vital.unit.spo2Percent}</small></th>
            <th className={table['figures']}>{say.vital.name.oxygenLPerMin} <small className={css['unit']}>{say.vital.unit.oxygenLPerMin}</small></th>
            <th className={table['figures']}>JCS</th>
            <th>{say.table.by}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ entry, struck }) => (
            <tr key={entry.id} className={struck === null ? undefined : css['struck']}>
              <td className={classNames(table['figures'], css['time'])}>
                {struck !== null && <span className={layout['unseen']}>{say.timeline.struck}</span>}
                <When at={entry.at} today={now} />
              </td>
              <Value name="temperatureC" value={entry.body.temperatureC} />
              <Value name="pulsePerMin" value={entry.body.pulsePerMin} />
              <td className={table['figures']}>
                <Number name="systolicMmHg" value={entry.body.systolicMmHg} />
                {(entry.body.systolicMmHg !== null || entry.body.diastolicMmHg !== null) && <>/<Number name="diastolicMmHg" value={entry.body.diastolicMmHg} /></>}
              </td>
              <Value name="respirationsPerMin" value={entry.body.respirationsPerMin} />
              <Value name="spo2Percent" value={entry.body.spo2Percent} />
              <Value name="oxygenLPerMin" value={entry.body.oxygenLPerMin} />
              <td className={table['figures']}>{entry.body.jcs ?? '—'}</td>
              <td className={css['by']}><Written>{entry.by.name}</Written></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

function Value({ name, value }: { readonly name: NumberVital; readonly value: number | null }) {
  return <td className={table['figures']}><Number name={name} value={value} /></td>
}

function Number({ name, value }: { readonly name: NumberVital; readonly value: number | null }) {
  if (value === null) return '—'
  const [least, most] = vitalFields[name].likely
  if (value >= least && value <= most) return value
  return <OutOfRange is="outside" direction={value < least ? 'low' : 'high'}>{value}</OutOfRange>
}

function When({ at, today }: { readonly at: Instant; readonly today: CalendarDate }) {
  return <time dateTime={at}>{tokyoDateOf(at) === today ? tokyoParts(at).hhmm : `${monthAndDay(tokyoDateOf(at))} ${tokyoParts(at).hhmm}`}</time>
}
