import { PencilLine, Plus, TestTube } from 'lucide-react'
import { useState } from 'react'
import type { ExamWaiting, Report, TestResults, TrendPoint } from '#domain/exam/results.ts'
import { resultFlagWords, type ResultLine } from '#domain/exam/exam.ts'
import type { EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { Instant } from '#domain/time.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { nearMoment, shortMoment } from '#renderer/ui/moment.ts'
import { Section } from '#renderer/ui/section.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { OutOfRange, StateWord } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { TrendLine } from './trend-line.tsx'
import { words } from './words.ts'
import css from './exams.module.css'

export type ExamActs = {
  readonly onSpecimen: (order: EntryId | null) => void
  readonly onReport: (order: EntryId | null) => void
  readonly onCall: (result: EntryId) => void
  readonly onCorrect: (act: 'specimen' | 'report' | 'call', of: EntryId | null, record: EntryId) => void
}

export type ExamsPanelProps = {
  /** False while the chart is being read. */
  readonly isRead: boolean
  readonly waiting: readonly ExamWaiting[]
  readonly specimens: readonly Entry<'specimen-taken'>[]
  readonly tests: readonly TestResults[]
  /** Items with more than one value, and the values of one. */
  readonly items: readonly string[]
  readonly trendOf: (item: string) => readonly TrendPoint[]
  readonly now: Instant
  /** Null: nothing is written here any more. */
  readonly acts: ExamActs | null
}

/** Orders that wait, tubes on their way, and results: flagged framed, critical solid until somebody was told. */
export function ExamsPanel(props: ExamsPanelProps) {
  const { isRead, waiting, specimens, now, acts } = props
  const say = useWords(words).panel
  if (!isRead) return <p className={css['none']}>{say.reading}</p>
  return (
    <div className={css['panel']}>
      <Section
        title={say.waiting}
        end={acts === null ? null : <><Button icon={TestTube} onPress={() => acts.onSpecimen(null)}>{say.take}</Button>{' '}<Button icon={Plus} onPress={() => acts.onReport(null)}>{say.report}</Button></>}
      >
        {waiting.length === 0 ? <p className={css['none']}>{say.noWaiting}</p> : (
          <ul className={css['list']}>
            {waiting.map(({ order: { entry, at, body }, state }) => (
              <li key={entry}>
                <b><Written>{body.text}</Written></b>
                {body.urgent && <Badge look="strong">{say.urgent}</Badge>}
                <span>{nearMoment(at, now)}</span>
                <Badge look={state === 'taken' ? 'plain' : 'warn'}>{say.state[state]}</Badge>
                {acts !== null && (state !== 'to-take' ? <Button size="small" label={`${say.report} ${body.text}`} onPress={() => acts.onReport(entry)}>{say.report}</Button> : <Button size="small" label={`${say.take} ${body.text}`} onPress={() => acts.onSpecimen(entry)}>{say.take}</Button>)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Results {...props} />
      <Section title={say.specimens} level={3}>
        {specimens.length === 0 ? <p className={css['none']}>{say.noSpecimens}</p> : (
          <ul className={css['list']}>
            {specimens.map(({ id, at, body, by }) => (
              <li key={id}>
                <span>{nearMoment(at, now)}</span>
                <b><Written>{body.specimen}</Written></b>
                {body.label === '' ? <Badge look="warn">{say.noLabel}</Badge> : <span>{say.label} <Written>{body.label}</Written></span>}
                <Written>{by.name}</Written>
                {acts !== null && <Button size="small" look="quiet" icon={PencilLine} onPress={() => acts.onCorrect('specimen', body.order, id)}>{say.correct}</Button>}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

function Results({ tests, items, trendOf, now, acts }: ExamsPanelProps) {
  const say = useWords(words).panel
  const [item, setItem] = useState('')
  const chosen = items.includes(item) ? item : ''
  return (
    <Section
      title={say.results}
      end={items.length === 0 ? null : <Select label={say.trend} value={chosen} onChange={setItem} options={[{ value: '', label: say.everything }, ...items.map((value) => ({ value, label: value }))]} />}
    >
      {tests.length === 0 && <p className={css['none']}>{say.noResults}</p>}
      {chosen !== '' ? <Trend item={chosen} points={trendOf(chosen)} /> : tests.flatMap(({ exam, reports }) => reports.map((report) => <ReportShown key={report.row.entry.id} exam={exam} report={report} now={now} acts={acts} />))}
    </Section>
  )
}

function ReportShown({ exam, report, now, acts }: { readonly exam: string; readonly report: Report; readonly now: Instant; readonly acts: ExamActs | null }) {
  const say = useWords(words).panel
  const { row: { entry }, isCritical, call } = report
  return (
    <div className={css['report']}>
      <div className={css['head']}>
        <b><Written>{exam}</Written></b>
        <span>{nearMoment(entry.at, now)}</span>
        <Written>{entry.by.name}</Written>
        {isCritical && call === null && <OutOfRange is="dangerous">{say.uncalled}</OutOfRange>}
        {isCritical && call === null && acts !== null && <Button look="primary" size="small" onPress={() => acts.onCall(entry.id)}>{say.call}</Button>}
        {call !== null && <StateWord is="ok">{say.called(call.entry.body.caller, call.entry.body.told)} {nearMoment(call.entry.at, now)} {call.entry.body.readBack ? say.readBack : say.notReadBack}</StateWord>}
        {call !== null && acts !== null && <Button size="small" look="quiet" icon={PencilLine} label={`${say.correct} ${say.call}`} onPress={() => acts.onCorrect('call', entry.id, call.entry.id)}>{say.call}</Button>}
        {acts !== null && <Button size="small" look="quiet" icon={PencilLine} onPress={() => acts.onCorrect('report', entry.body.order, entry.id)}>{say.correct}</Button>}
      </div>
      {entry.body.lines.length > 0 && <Lines lines={entry.body.lines} />}
      {entry.body.findings !== '' && <div><Written>{entry.body.findings}</Written></div>}
    </div>
  )
}

function Lines({ lines }: { readonly lines: readonly ResultLine[] }) {
  const say = useWords(words).panel
  return (
    <table className={table['table']}>
      <thead><tr><th>{say.item}</th><th className={table['figures']}>{say.value}</th><th>{say.unit}</th><th>{say.range}</th><th>{say.flag}</th></tr></thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={at}>
            <td><Written>{line.item}</Written></td>
            <td className={table['figures']}><Value {...line} /></td>
            <td><Written>{line.unit}</Written></td>
            <td><Written>{line.range}</Written></td>
            <td><Flag {...line} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ value, flag }: Pick<ResultLine, 'value' | 'flag'>) {
  if (flag === null) return <b><Written>{value}</Written></b>
  return <OutOfRange is={flag === 'critical' ? 'dangerous' : 'outside'} direction={flag === 'low' || flag === 'high' ? flag : null}><Written>{value}</Written></OutOfRange>
}

function Flag({ flag }: Pick<ResultLine, 'flag'>) {
  const language = useLanguage()
  return flag === null ? null : resultFlagWords[flag][language]
}

/** One item over time: drawn where its values are numbers of one unit, and always as a table. */
function Trend({ item, points }: { readonly item: string; readonly points: readonly TrendPoint[] }) {
  const say = useWords(words).panel
  return (
    <div className={css['trend']}>
      <TrendLine label={item} points={points} />
      <table className={table['table']}>
        <thead><tr><th>{say.time}</th><th className={table['figures']}>{say.value}</th><th>{say.unit}</th><th>{say.flag}</th></tr></thead>
        <tbody>
          {points.toReversed().map((point, at) => (
            <tr key={at}><td className={table['still']}>{shortMoment(point.at)}</td><td className={table['figures']}><Value {...point} /></td><td><Written>{point.unit}</Written></td><td><Flag {...point} /></td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
