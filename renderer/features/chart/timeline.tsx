import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, memo, useMemo, useRef } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { kinds } from '#domain/log/kinds.ts'
import type { Person } from '#domain/log/person.ts'
import { tokyoParts, type CalendarDate, type Instant } from '#domain/time.ts'
import type { Chart, ChartRow } from '#domain/view/chart.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { dutyWords } from '#renderer/ui/duty-words.ts'
import { useLanguage, useWords, type Language } from '#renderer/ui/language.tsx'
import layout from '#renderer/ui/layout.module.css'
import { dayOfWeek, monthAndDay } from '#renderer/ui/moment.ts'
import { Section } from '#renderer/ui/section.tsx'
import { Written } from '#renderer/ui/written.tsx'
import type { PlaceOf } from './care-text.tsx'
import { EntryText } from './entry-text.tsx'
import { shownPerson } from './people.ts'
import { factWords } from './fact-words.ts'
import { words } from './words.ts'
import css from './timeline.module.css'

const mostPlainRows = 60

/** What can be done with a record: null where nothing is written any more. A record without an editor of its own is struck and written anew. */
export type RecordActs = {
  readonly onStrike: ((row: ChartRow) => void) | null
  readonly onCorrect: ((row: ChartRow) => void) | null
  readonly isCorrectable: (row: ChartRow) => boolean
  /** All versions of a record, the first one first. */
  readonly onVersions: (versions: readonly ChartRow[]) => void
}

/** Everything written about a patient, newest first; who and when on every line; what was struck stays under its line. */
export function Timeline({ chart, expected, underOther, acts }: {
  readonly chart: Chart | null
  /** How many records the board knows of: 「記録なし」 only when it is 0. */
  readonly expected: number
  readonly underOther: (patient: PatientId) => string | null
  readonly acts: RecordActs
}) {
  const say = useWords(words).timeline
  const lines = useMemo(() => (chart === null ? [] : linesOf(chart)), [chart])
  const placeOf = useMemo(() => placesIn(chart), [chart])
  return (
    <Section title={say.title} note={chart === null ? say.order : `${say.order}・${say.count(lines.length)}`} grows>
      {lines.length === 0 ? (
        <p className={css['none']}>{expected === 0 ? say.none : chart === null ? say.reading : say.unread(expected)}</p>
      ) : (
        <Lines lines={lines} placeOf={placeOf} underOther={underOther} acts={acts} />
      )}
    </Section>
  )
}

/** `before`: the versions it took the place of, the newest first. */
type Line = { readonly row: ChartRow; readonly before: readonly ChartRow[]; readonly date: CalendarDate; readonly isNewDay: boolean }

function Lines({ lines, placeOf, underOther, acts }: { readonly lines: readonly Line[]; readonly placeOf: PlaceOf; readonly underOther: (patient: PatientId) => string | null; readonly acts: RecordActs }) {
  const language = useLanguage()
  const scroller = useRef<HTMLOListElement>(null)
  const isVirtual = lines.length > mostPlainRows
  const virtual = useVirtualizer({
    count: isVirtual ? lines.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    getItemKey: (index) => lines[index]?.row.entry.id ?? index,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const drawn = isVirtual ? items.map(({ index }) => index) : lines.map((_, index) => index)
  const above = items[0]?.start ?? 0
  const below = isVirtual ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keys
    <ol ref={scroller} className={css['list']} tabIndex={0} style={isVirtual ? { paddingBlockStart: above, paddingBlockEnd: below } : undefined}>
      {drawn.map((index) => {
        const line = lines[index]
        if (line === undefined) return <Fragment key={index} />
        return (
          <li key={line.row.entry.id} ref={isVirtual ? virtual.measureElement : null} data-index={index} className={css['item']}>
            {line.isNewDay && <div className={css['day']}>{dayOfWeek(line.date, language)}</div>}
            <Record row={line.row} before={line.before} placeOf={placeOf} number={line.row.entry.patient === null ? null : underOther(line.row.entry.patient)} language={language} acts={acts} />
          </li>
        )
      })}
    </ol>
  )
}

const Record = memo(function Record({ row, before, placeOf, number, language, acts }: { readonly row: ChartRow; readonly before: readonly ChartRow[]; readonly placeOf: PlaceOf; readonly number: string | null; readonly language: Language; readonly acts: RecordActs }) {
  const say = useWords(words).timeline
  const { entry, origin, struck, late, approved, outside } = row
  const sayFact = useWords(factWords)
  const sayDuty = useWords(dutyWords)
  const { hhmm } = tokyoParts(entry.at)
  const written = writtenAt(entry.at, entry.recordedAt)
  const who = (by: typeof entry.by, onBehalfOf: typeof entry.onBehalfOf): string =>
    onBehalfOf === null ? shownPerson(by, language) : say.behalf(shownPerson(by, language), shownPerson(onBehalfOf, language))
  return (
    <div className={css['record']}>
      <time className={css['time']} dateTime={entry.at}>{hhmm}</time>
      <div className={css['what']}>
        {struck === null ? <EntryText entry={entry} placeOf={placeOf} row={row} /> : <Was row={row} label={say.struck} placeOf={placeOf} who={who} />}
        {before.map((one) => <Was key={one.entry.id} row={one} label={say.before(one.version)} placeOf={placeOf} who={who} />)}
        <div className={css['who']}>
          <Written>{who(entry.by, entry.onBehalfOf)}</Written>
          {row.version > 1 && before.length > 0 && <Badge look="strong">{say.version(row.version)}</Badge>}
          {number !== null && <Badge>{say.under(number)}</Badge>}
          {origin !== null && <Badge look="strong">{sayFact.imported(origin.letters)}</Badge>}
          {late && written !== null && <Badge look="strong">{say.late(written)}</Badge>}
          {!late && written !== null && <span>{say.written(written)}</span>}
          {entry.onBehalfOf !== null && (approved === null ? <Badge look="strong">{say.notApproved}</Badge> : <span>{say.approved(momentOf(approved.at, entry.at))}</span>)}
          {outside !== null && <Badge>{say.outside(sayDuty.reasons[outside.reason], outside.words)}</Badge>}
        </div>
      </div>
      <div className={css['acts']}>
        {struck === null && acts.onCorrect !== null && acts.isCorrectable(row) && <Act words={say.correct} of={say.correctOf(hhmm)} onAct={() => acts.onCorrect?.(row)} />}
        {struck === null && acts.onStrike !== null && kinds[entry.kind].strikable && <Act words={say.strike} of={say.strikeOf(hhmm)} onAct={() => acts.onStrike?.(row)} />}
        {before.length > 0 && <Act words={say.versions} of={`${hhmm} ${say.versions}`} onAct={() => acts.onVersions([...before.toReversed(), row])} />}
      </div>
    </div>
  )
})

/** What stood there, under its line, and who drew it, when and why. */
function Was({ row, label, placeOf, who }: { readonly row: ChartRow; readonly label: string; readonly placeOf: PlaceOf; readonly who: (by: Person, onBehalfOf: Person | null) => string }) {
  const say = useWords(words).timeline
  const { entry, struck } = row
  if (struck === null) return null
  return (
    <>
      <span className={css['was']}><s className={css['struck']}><EntryText entry={entry} placeOf={placeOf} row={row} /></s></span>
      <div className={css['why']}>
        <b>{label}</b> <Written>{say.why(struck.reason)}</Written> <b>{momentOf(struck.at, entry.at)}</b> <Written>{who(struck.by, struck.onBehalfOf)}</Written>
      </div>
    </>
  )
}

function Act({ words: text, of, onAct }: { readonly words: string; readonly of: string; readonly onAct: () => void }) {
  return (
    <button ref={focusStays} type="button" className={css['strike']} onClick={onAct}>
      {text}
      <span className={layout['unseen']}>{of}</span>
    </button>
  )
}

/** A struck record has nothing more to press: the focus goes to the list, not to the top of the window. */
function focusStays(button: HTMLButtonElement | null): () => void {
  return () => {
    if (button !== null && document.activeElement === button) button.closest('ol')?.focus()
  }
}

function placesIn(chart: Chart | null): PlaceOf {
  const places = new Map(chart?.rows.map(({ entry, seq }) => [entry.id, seq]))
  return (id) => places.get(id) ?? null
}

/** A strike that took hold stands under what it struck; it gets a line of its own only when it struck nothing. */
function linesOf(chart: Chart): readonly Line[] {
  const holding = new Set(chart.rows.flatMap(({ struck }) => (struck === null ? [] : [struck.strike])))
  // So do approvals and reasons: they stand on the line of the record they speak of.
  const here = new Set(chart.rows.map(({ entry }) => entry.id))
  for (const { approved } of chart.rows) if (approved !== null) holding.add(approved.approval)
  for (const { entry } of chart.rows) if (entry.kind === 'outside-usual' && here.has(entry.body.entry)) holding.add(entry.id)
  const byId = new Map(chart.rows.map((row) => [row.entry.id, row]))
  // A version that another took the place of stands under that one.
  for (const { corrects } of chart.rows) if (corrects !== null && byId.get(corrects)?.struck?.replacement !== null) holding.add(corrects)
  const beforeOf = (row: ChartRow): readonly ChartRow[] => {
    const before: ChartRow[] = []
    for (let one = row.corrects === null ? undefined : byId.get(row.corrects); one !== undefined && one !== row && !before.includes(one); one = one.corrects === null ? undefined : byId.get(one.corrects)) before.push(one)
    return before
  }
  const rows = chart.rows.filter(({ entry }) => !holding.has(entry.id)).toReversed()
  return rows.map((row, index) => {
    const { date } = tokyoParts(row.entry.at)
    const before = rows[index - 1]
    return { row, before: beforeOf(row), date, isNewDay: before === undefined || tokyoParts(before.entry.at).date !== date }
  })
}

/** When it was written down, unless that is the same minute. */
function writtenAt(at: Instant, recordedAt: Instant): string | null {
  if (tokyoParts(at).date === tokyoParts(recordedAt).date && tokyoParts(at).hhmm === tokyoParts(recordedAt).hhmm) return null
  return momentOf(recordedAt, at)
}

function momentOf(moment: Instant, beside: Instant): string {
  const { date, hhmm } = tokyoParts(moment)
  return date === tokyoParts(beside).date ? hhmm : `${monthAndDay(date)} ${hhmm}`
}
