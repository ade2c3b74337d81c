import { useId, useMemo, useState, type ReactNode } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { readVitalForm } from '#domain/record/vital-entry.ts'
import { millisecondsOf, tokyoDateOf, type Instant } from '#domain/time.ts'
import { isSaidPregnant } from '#domain/triage/pregnancy.ts'
import type { Chart, ChartRow } from '#domain/view/chart.ts'
import type { Vitals } from '#domain/view/latest-vitals.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useWindowKeys } from '#renderer/ui/keys.ts'
import { useWords } from '#renderer/ui/language.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { Tabs, tabId } from '#renderer/ui/tabs.tsx'
import { curveNames, gridOf } from './curve.ts'
import { CurveChart, type Unsaved } from './curve-chart.tsx'
import type { VitalDraft } from './drafts.ts'
import { EarlyScore } from './early-score.tsx'
import { NotePanel, type NoteDesk } from './note-panel.tsx'
import { PeriodKeys, periods, type Period } from './period-keys.tsx'
import { Timeline, type RecordActs } from './timeline.tsx'
import { VitalPanel, type VitalDesk } from './vital-panel.tsx'
import { VitalTable, type VitalRow } from './vital-table.tsx'
import { readWhen } from '#renderer/ui/when-text.ts'
import { words } from './words.ts'
import css from './chart-screen.module.css'

/**
 * How far what is shown can be trusted to be everything.
 *   checking  the working copy is being compared with the journal
 *   rebuilt   it was in doubt and was made anew; all saved records are here
 *   differs   what was read does not agree with what the board knows of this patient
 */
export type ChartTrust = 'whole' | 'checking' | 'rebuilt' | 'differs'

export type ChartScreenProps = {
  /** How many records the board knows of, and the latest of each sign: of all registrations of the person. */
  readonly expected: number
  readonly latest: Vitals
  /** Whole years, the lowest they can be; null: not known. */
  readonly years?: number | null
  /** Of a record written under another registration of the same person, that one's number; null for the person's own. */
  readonly underOther: (patient: PatientId) => string | null
  /** Null while it is being read. */
  readonly chart: Chart | null
  readonly trust: ChartTrust
  readonly now: Instant
  readonly vitals: VitalDesk
  readonly note: NoteDesk
  readonly acts: RecordActs
  readonly onBack: () => void
  /** For whom and why this person writes, and what others left half-written; above the forms. */
  readonly how?: ReactNode
  /** Standing down and later: nothing more is written here. */
  readonly isReadOnly?: boolean
  /** What stands beside the course: orders, medicines, fluids; and which of them is in front. */
  readonly tabs?: readonly ChartTabShown[]
  readonly tab?: string
  readonly onTab?: (tab: string) => void
  /** What is due, above the records. */
  readonly due?: ReactNode
}

/** A sheet of the chart beside the course, in the order of Alt+2 … 7; the course is Alt+1. */
export type ChartTabShown = { readonly name: string; readonly label: string; readonly count?: number; readonly panel: ReactNode }

const noRows: readonly ChartRow[] = []
const noTabs: readonly ChartTabShown[] = []
const stay = (): void => undefined

/** One patient: curves, the numbers behind them, what was written; and where the next set and the next note are written. */
export function ChartScreen({ expected, latest, years = null, underOther, chart, trust, now, vitals, note, acts, onBack, how = null, isReadOnly = false, tabs = noTabs, tab = 'course', onTab = stay, due = null }: ChartScreenProps) {
  const say = useWords(words)
  const titleId = useId()
  const prefix = useId()
  const chosen = tabs.find(({ name }) => name === tab) ?? null
  const [asked, setHours] = useState<Period | null>(null)
  const [back, setBack] = useState(0)
  const rows = chart?.rows ?? noRows
  const sets = useMemo(() => rows.filter(isVital).toReversed(), [rows])
  const newest = useMemo(() => sets.flatMap(({ entry, struck }) => (struck === null ? [{ at: entry.at, values: entry.body }] : []))[0] ?? null, [sets])
  const isPregnant = useMemo(() => isSaidPregnant(rows), [rows])
  const today = tokyoDateOf(now)
  const unsaved = useMemo(() => (isReadOnly ? null : unsavedOf(vitals.draft, now)), [vitals.draft, now, isReadOnly])
  // What is being typed belongs to it already: the first set of all must not be drawn outside the paper.
  const began = [...sets.flatMap(({ entry, struck }) => (struck === null ? [entry.at] : [])), unsaved?.at ?? now].toSorted()[0] ?? now
  // In the first day every hour counts; three days show the course.
  const hours = asked ?? (millisecondsOf(now) - millisecondsOf(began) < 24 * 3_600_000 ? '24' : '72')
  const shownHours = periods[hours]
  const grid = useMemo(() => {
    const saved = sets.filter(({ struck }) => struck === null).map(({ entry }) => ({ at: entry.at, signs: entry.body }))
    return gridOf(saved, shownHours, now, began, back)
  }, [sets, shownHours, now, began, back])
  const earlier = grid.from > began ? () => setBack(back + 1) : null
  const later = back > 0 ? () => setBack(back - 1) : null
  useWindowKeys({
    ...Object.fromEntries([{ name: 'course' }, ...tabs].map(({ name }, at) => [`Alt+${at + 1}`, () => onTab(name)])),
    ...(chosen === null ? { 'Alt+ArrowLeft': () => earlier?.(), 'Alt+ArrowRight': () => later?.() } : {}),
  })
  return (
    <Screen label={say.title} keys={{ onBack }}>
      <div className={css['chart']}>
        {trust !== 'whole' && <Banner look={trust === 'differs' ? 'danger' : trust === 'rebuilt' ? 'warn' : 'info'}>{say.trust[trust]}</Banner>}
        <div className={css['columns']}>
          <div className={css['left']}>
            {tabs.length > 0 && <Tabs label={say.tabs} prefix={prefix} tabs={[{ name: 'course', label: say.curve.title }, ...tabs]} chosen={chosen?.name ?? 'course'} onChoose={onTab} />}
            {chosen !== null && <div className={css['panel']} role="tabpanel" aria-labelledby={tabId(prefix, chosen.name)}>{chosen.panel}</div>}
            {chosen === null && <section className={css['sheet']} aria-labelledby={titleId}>
              <div className={css['head']}>
                <h2 id={titleId}>{say.curve.title}</h2>
                <EarlyScore set={newest} of={{ years, isPregnant }} now={now} />
                <PeriodKeys hours={hours} onHours={(next) => {
                  setHours(next)
                  setBack(0)
                }} earlier={earlier} later={later} />
              </div>
              <CurveChart rows={rows} grid={grid} hours={shownHours} now={now} unsaved={unsaved} />
              {sets.length > 0 ? (
                <VitalTable rows={sets} now={today} />
              ) : (
                <p className={css['none']}>{chart === null ? say.curve.reading : trust === 'whole' || trust === 'rebuilt' ? say.curve.none : say.curve.noneShown}</p>
              )}
            </section>}
            {chosen === null && !isReadOnly && <VitalPanel desk={vitals} latest={latest} now={now} autoFocus />}
          </div>
          <div className={css['right']}>
            {due}
            {how}
            {!isReadOnly && <NotePanel desk={note} now={now} />}
            <Timeline chart={chart} expected={expected} underOther={underOther} acts={isReadOnly ? { ...acts, onStrike: null, onCorrect: null } : acts} />
          </div>
        </div>
      </div>
    </Screen>
  )
}

function isVital(row: ChartRow): row is VitalRow {
  return row.entry.kind === 'vital-signs'
}

/** What the form would add to the curves; null when nothing of them is typed or it cannot be meant. */
function unsavedOf(draft: VitalDraft, now: Instant): Unsaved | null {
  const { readings } = readVitalForm(draft.form)
  const when = readWhen(draft.when, now)
  const values = curveNames.flatMap((name): readonly [string, number][] => {
    const reading = readings[name]
    return reading.verdict === 'bad' || reading.value === null ? [] : [[name, reading.value]]
  })
  return values.length === 0 || !when.ok ? null : { at: when.value.at ?? now, values: Object.fromEntries(values) }
}
