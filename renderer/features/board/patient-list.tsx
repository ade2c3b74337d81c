import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import type { PatientId } from '#domain/ids.ts'
import { shownAge } from '#domain/patient/wareki.ts'
import { tokyoParts, type CalendarDate, type Instant } from '#domain/time.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { AllergyState } from '#renderer/ui/allergy-state.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { useLanguage, useWords } from '#renderer/ui/language.tsx'
import layout from '#renderer/ui/layout.module.css'
import { monthAndDay } from '#renderer/ui/moment.ts'
import { FormerAlias, PatientName } from '#renderer/ui/patient-name.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import { OutOfRange } from '#renderer/ui/state-word.tsx'
import table from '#renderer/ui/table.module.css'
import { TriageMark } from '#renderer/ui/triage-mark.tsx'
import { WhereBadges } from '#renderer/ui/where-badges.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { latestRow, type LatestCell } from './latest.ts'
import { words } from './words.ts'
import css from './patient-list.module.css'

type ListProps = {
  readonly rows: readonly WardPerson[]
  readonly alike: ReadonlySet<PatientId>
  /** Is triage kept here? Then everybody has a mark. */
  readonly isTriaged: boolean
  readonly today: CalendarDate
  readonly chosen: PatientId | null
  readonly onChoose: (patient: PatientId) => void
  readonly onOpen: (patient: PatientId) => void
}

/** Up to here every row is simply there: found by the browser's own search, printed, read in one go. */
const mostPlainRows = 60
const page = 8

/**
 * One line a patient. The whole list is one stop for Tab and keeps the focus; ↑ ↓ PageUp PageDown move the choice,
 * Enter opens. Cells are plain: a kit widget in each row cost 290 ms at start.
 */
export function PatientList({ rows, alike, isTriaged, today, chosen, onChoose, onOpen }: ListProps) {
  const say = useWords(words).list
  const scroller = useRef<HTMLDivElement>(null)
  const isVirtual = rows.length > mostPlainRows
  const virtual = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 46,
    getItemKey: (index) => rows[index]?.row.id ?? index,
    overscan: 12,
    enabled: isVirtual, // else it measures the list and makes the browser lay out everything once more
  })
  const items = virtual.getVirtualItems()
  const drawn = isVirtual ? items.flatMap(({ index }) => rowAt(rows, index)) : rows.map((person, index) => ({ person, index }))
  const above = items[0]?.start ?? 0
  const below = isVirtual ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0

  const reveal = (id: PatientId): void => {
    if (isVirtual) virtual.scrollToIndex(rows.findIndex(({ row }) => row.id === id))
    else document.getElementById(rowId(id))?.scrollIntoView({ block: 'nearest' })
  }
  const latest = useRef(reveal)
  useLayoutEffect(() => {
    latest.current = reveal
  })
  // Back from a chart, or chosen on the map: the row that is meant must be in sight.
  useLayoutEffect(() => {
    if (chosen !== null) latest.current(chosen)
  }, [chosen])

  const goTo = (index: number): void => {
    const person = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (person === undefined) return
    onChoose(person.row.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const here = rows.findIndex(({ row }) => row.id === chosen)
    const goal = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + page, PageUp: here - page, Home: 0, End: rows.length - 1 }[event.key]
    if (goal !== undefined) goTo(goal)
    else if (event.key === 'Enter' && chosen !== null && here !== -1) onOpen(chosen)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className={css['list']}
      role="grid"
      tabIndex={0}
      aria-label={say.label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={chosen !== null && drawn.some(({ person }) => person.row.id === chosen) ? rowId(chosen) : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => choose(event.target, onChoose)}
      onDoubleClick={(event) => choose(event.target, onOpen)}
    >
      <table className={classNames(table['table'], table['pressable'], css['table'])} role="presentation">
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {isTriaged && <Head>{say.triage}</Head>}
            <Head>{say.bed}</Head>
            <Head>{say.name}</Head>
            <Head>{say.sexAge}</Head>
            <Head>{say.allergy}</Head>
            <Head isFigures>{say.temperatureC}</Head>
            <Head isFigures>{say.pulsePerMin}</Head>
            <Head isFigures>{say.pressure}</Head>
            <Head isFigures>{say.spo2Percent}</Head>
            <Head isFigures>{say.taken}</Head>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {isVirtual && above > 0 && <tr role="presentation" style={{ height: above }} />}
          {drawn.map(({ person, index }) => (
            <Line
              key={person.row.id}
              person={person}
              index={index}
              today={today}
              isChosen={person.row.id === chosen}
              isAlike={alike.has(person.row.id)}
              isTriaged={isTriaged}
              measure={isVirtual ? virtual.measureElement : null}
            />
          ))}
          {isVirtual && below > 0 && <tr role="presentation" style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  )
}

function Head({ children, isFigures = false }: { readonly children: string; readonly isFigures?: boolean }) {
  return <th role="columnheader" className={isFigures ? table['figures'] : undefined}>{children}</th>
}

type LineProps = {
  readonly person: WardPerson
  readonly index: number
  readonly today: CalendarDate
  readonly isChosen: boolean
  readonly isAlike: boolean
  readonly isTriaged: boolean
  readonly measure: ((element: HTMLElement | null) => void) | null
}

const Line = memo(function Line({ person, index, today, isChosen, isAlike, isTriaged, measure }: LineProps) {
  const say = useWords(patientWords)
  const list = useWords(words).list
  const language = useLanguage()
  const { row } = person
  const who = whoOf(row)
  const bed = person.bed ?? ''
  const latest = latestRow(person.vitals)
  return (
    <tr
      ref={measure}
      id={rowId(row.id)}
      role="row"
      data-patient={row.id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={classNames(css['row'], isChosen && table['chosen'])}
    >
      {isTriaged && <td role="gridcell"><TriageMark category={person.triage} size="small" /></td>}
      <td role="gridcell" className={css['bed']}>{bed.trim() === '' ? <span className={css['quiet']}>{say.noBed}</span> : <Written>{bed}</Written>}</td>
      <td role="gridcell">
        {who === null ? (
          <span className={css['quiet']}>{say.notRegistered}</span>
        ) : (
          <>
            <b className={css['name']}><PatientName naming={who.naming} /></b>{' '}
            <FormerAlias who={who} />
            {isAlike && <span className={css['alike']}><Badge look="strong"><span aria-hidden="true">同</span><span className={layout['unseen']}>{say.alike}</span></Badge></span>}
            <WhereBadges person={person} />
            <span className={css['number']}>{who.number}{person.others.map((other) => other.registered !== null && <span key={other.id}> ＝{other.registered.number}</span>)}</span>
          </>
        )}
      </td>
      <td role="gridcell">
        {who !== null && (
          <span className={css['facts']}>
            <span>{say.sex[who.sex]}</span>
            <span>{shownAge(who.birth, today)[language]}</span>
          </span>
        )}
      </td>
      <td role="gridcell"><AllergyState now={person.allergy} size="short" /></td>
      {latest.at === null && [latest.temperatureC, latest.pulsePerMin, latest.pressure, latest.spo2Percent].every(({ kind }) => kind === 'not-taken') ? (
        <td role="gridcell" colSpan={5} className={classNames(table['figures'], css['quiet'])}>{list.notTaken}</td>
      ) : (
        <>
          <Value cell={latest.temperatureC} today={today} />
          <Value cell={latest.pulsePerMin} today={today} />
          <Value cell={latest.pressure} today={today} />
          <Value cell={latest.spo2Percent} today={today} />
          <td role="gridcell" className={classNames(table['figures'], css['taken'])}>{latest.at !== null && <When at={latest.at} today={today} />}</td>
        </>
      )}
    </tr>
  )
})

function Value({ cell, today }: { readonly cell: LatestCell; readonly today: CalendarDate }) {
  const say = useWords(words).list
  return (
    <td role="gridcell" className={classNames(table['figures'], table['still'])}>
      {cell.kind === 'not-taken' && '—'}
      {cell.kind === 'in-chart' && <span className={table['sub']}>{say.inChart}</span>}
      {cell.kind === 'value' && (cell.outside === null ? cell.text : <OutOfRange is="outside" direction={cell.outside}>{cell.text}</OutOfRange>)}
      {cell.kind === 'value' && cell.isOlder && <span className={table['sub']}><When at={cell.at} today={today} isShort /></span>}
    </td>
  )
}

/** The time today; on another day the day under it, so that yesterday's value is never read as this hour's. */
function When({ at, today, isShort = false }: { readonly at: Instant; readonly today: CalendarDate; readonly isShort?: boolean }) {
  const { date, hhmm } = tokyoParts(at)
  return (
    <time dateTime={at}>
      {date !== today && <span className={css['day']}>{monthAndDay(date)} </span>}
      {(date === today || !isShort) && hhmm}
    </time>
  )
}

function rowAt(rows: readonly WardPerson[], index: number): readonly { readonly person: WardPerson; readonly index: number }[] {
  const person = rows[index]
  return person === undefined ? [] : [{ person, index }]
}

function rowId(patient: PatientId): string {
  return `patient-${patient}`
}

function choose(target: EventTarget, act: (patient: PatientId) => void): void {
  const id = target instanceof Element ? target.closest('[data-patient]')?.getAttribute('data-patient') : null
  if (id !== null && id !== undefined) act(id as PatientId) // written into the row from a PatientId above
}
