import type { ReactNode } from 'react'
import { stayWords } from '#domain/export/words.ts'
import { shownName } from '#domain/patient/naming.ts'
import { sheetForms } from '#domain/print/form.ts'
import { unreachable } from '#domain/result.ts'
import { tokyoParts } from '#domain/time.ts'
import type { ChronologyContent, ChronologyRow } from '#domain/view/chronology.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { differenceIn } from '#renderer/ui/clock-form.tsx'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import { duration, longDate, shortMoment } from '#renderer/ui/moment.ts'
import { professionWords } from '#renderer/ui/profession-words.ts'
import { reasonWords } from '#renderer/ui/reason-words.ts'
import { Screen } from '#renderer/ui/screen.tsx'
import { Section } from '#renderer/ui/section.tsx'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import { words } from './words.ts'
import css from './chronology.module.css'

/** What happened in this emergency, line by line: the station's own lines are marked 自動, people's may be struck and never vanish. */
export function Chronology({ rows, isUnreadable, isClockCorrected, form, onStrike, onBack }: {
  /** Null while the records are being read. */
  readonly rows: readonly ChronologyRow[] | null
  readonly isUnreadable: boolean
  readonly isClockCorrected: boolean
  readonly form: ReactNode
  readonly onStrike: (row: ChronologyRow) => void
  readonly onBack: () => void
}) {
  const say = useWords(words)
  const waiting = isUnreadable ? say.notRead : rows === null ? say.reading : null
  return (
    <Screen label={say.label} keys={{ onBack }}>
      <div className={css['columns']}>
        <Section title={say.label} note={rows === null ? say.order : `${say.order}　${say.count(rows.length)}`} end={isClockCorrected ? <Badge>{say.corrected}</Badge> : null} grows>
          {waiting !== null ? <p role="status">{waiting}</p> : <Lines rows={rows ?? []} onStrike={onStrike} />}
        </Section>
        {form}
      </div>
    </Screen>
  )
}

function Lines({ rows, onStrike }: { readonly rows: readonly ChronologyRow[]; readonly onStrike: (row: ChronologyRow) => void }) {
  const say = useWords(words)
  const language = useLanguage()
  const { number, time, from, to, means, kind, content, recorder } = say.columns
  return (
    // The newest line is at the end.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the arrow keys (axe: scrollable-region-focusable)
    <div className={css['lines']} tabIndex={0} role="region" aria-label={say.lines} ref={(place) => place?.scrollTo(0, place.scrollHeight)}>
      <table className={table['table']}>
        <thead><tr>{[number, time, from, to, means, kind, content, recorder].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => {
            const day = tokyoParts(row.at).date
            const before = rows[index - 1]
            const isNewDay = before === undefined || tokyoParts(before.at).date !== day
            return [
              isNewDay && <tr key={`day ${row.seq}`}><th scope="colgroup" colSpan={8} className={css['day']}>{longDate(day, language)}</th></tr>,
              <Line key={`${row.seq} ${row.content.what}`} number={index + 1} row={row} onStrike={onStrike} />,
            ]
          })}
        </tbody>
      </table>
    </div>
  )
}

function Line({ number, row, onStrike }: { readonly number: number; readonly row: ChronologyRow; readonly onStrike: (row: ChronologyRow) => void }) {
  const say = useWords(words)
  const written = row.content.what === 'written' ? row.content.line : null
  return (
    <tr>
      <td className={table['figures']}>{number}</td>
      <td className={table['still']}><time dateTime={row.at}>{tokyoParts(row.at).hhmm}</time></td>
      <td><Written>{written?.from ?? ''}</Written></td>
      <td><Written>{written?.to ?? ''}</Written></td>
      <td className={table['still']}>{written === null ? <Badge>{say.auto}</Badge> : say.means[written.means]}</td>
      <td className={table['still']}>{written !== null && say.kind[written.lineKind]}</td>
      <td className={css['content']}>
        {row.struck === null ? <Content content={row.content} /> : <s><Content content={row.content} /></s>}
        {row.late && <Badge look="strong">{say.late(shortMoment(row.recordedAt))}</Badge>}
        {row.struck !== null && <small><Written>{say.struck(row.struck.reason, row.struck.by.name)}</Written></small>}
        {written !== null && row.struck === null && <Button size="small" label={`${say.strike.act} ${number}`} onPress={() => onStrike(row)}>{say.strike.act}</Button>}
      </td>
      <td className={table['still']}>{row.recorder === null ? say.machine : <Written>{typeof row.recorder === 'string' ? row.recorder : row.recorder.name}</Written>}</td>
    </tr>
  )
}

/** What a line says. What people typed is isolated, and keeps its lines. */
export function Content({ content }: { readonly content: ChronologyContent }) {
  const say = useWords(words).told
  const reasons = useWords(reasonWords)
  const professions = useWords(professionWords)
  const language = useLanguage()
  switch (content.what) {
    case 'written':
      return <span className={css['text']}><Written>{content.line.content}</Written></span>
    case 'opened': {
      const { reasonCode, effects, story, decidedBy, witness } = content.told
      return (
        <>
          <b>{say.opened(content.envelope, [reasons[reasonCode], effects.join('・')].filter(Boolean).join(' '))}</b>{' '}
          {decidedBy !== '' && <><Written>{say.decided(decidedBy)}</Written>　</>}
          <Written>{witness === null ? say.alone : say.witness(witness.name)}</Written>
          {story.trim() !== '' && <span className={css['text']}><Written>{story}</Written></span>}
        </>
      )
    }
    case 'joined':
      return <b>{say.joined(content.envelope)}</b>
    case 'identified':
      return <Written>{say.identified(content.person.name, professions[content.person.profession])}{content.vouchedBy === null ? '' : say.vouched(content.vouchedBy)}</Written>
    case 'registered':
      return <><Written>{say.registered(content.number, shownName(content.naming))}</Written>{content.bed !== null && <> <Written>{say.bed(content.bed)}</Written></>}</>
    case 'moved':
      return <Written>{say.moved(content.number ?? '', content.bed ?? say.noBed)}</Written>
    case 'stay':
      return <Written>{say.stay(stayWords[content.change][language], content.number ?? '', content.to)}</Written>
    case 'died':
      return <Written>{say.died(content.number ?? '')}</Written>
    case 'stood-down':
      return <b><Written>{say.stoodDown(content.decidedBy)}</Written></b>
    case 'printed':
      return say.printed(sheetForms[content.form].label[language], content.sheets)
    case 'exported':
      return say.exported(content.entries)
    case 'clock-confirmed':
      return <Written>{say.clock(differenceIn(language, content.confirmed.offsetMs))}{content.confirmed.aloneBecause === '' ? '' : `　${content.confirmed.aloneBecause}`}</Written>
    case 'clock-doubted':
      return say.clockDoubted(movedBy(content.byMs, language))
    case 'restart-code':
      return say.restartCode(content.holder)
    case 'countersigned':
      return say.countersigned
    default:
      return unreachable(content)
  }
}

function movedBy(byMs: number, language: 'ja' | 'en'): string {
  return `${byMs < 0 ? '−' : '+'}${duration(Math.round(Math.abs(byMs) / 60_000), language)}`
}
