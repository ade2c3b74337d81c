import { FileText, UserPlus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import type { PatientId } from '#domain/ids.ts'
import type { CalendarDate } from '#domain/time.ts'
import { byNeed } from '#domain/triage/category.ts'
import { allergyOf, bedOf, triageOf, type PatientRow } from '#domain/view/ward.ts'
import { AllergyState } from '#renderer/ui/allergy-state.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { RowLine } from '#renderer/ui/patient-line.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Tabs, tabId } from '#renderer/ui/tabs.tsx'
import { TriageMark, type TriageMarkCategory } from '#renderer/ui/triage-mark.tsx'
import { alikeOnWard } from './alike.ts'
import { BedMap } from './bed-map.tsx'
import { bedGroups, inBedOrder } from './beds.ts'
import { PatientList } from './patient-list.tsx'
import { words } from './words.ts'
import css from './board.module.css'

export type BoardProps = {
  /** The hospital's bed list, in its order. */
  readonly beds: readonly string[]
  readonly patients: readonly PatientRow[]
  readonly today: CalendarDate
  readonly chosen: PatientId | null
  readonly onChoose: (patient: PatientId | null) => void
  readonly onOpen: (patient: PatientId) => void
  /** With a bed when a free bed was pressed. */
  /** Null where nobody is registered any more: standing down and later. */
  readonly onRegister: ((bed: string | null) => void) | null
  /** Null where nothing is written any more. */
  readonly onTriage: ((patient: PatientId) => void) | null
  /** The board is of the snapshot; the rest of the journal is still being read. */
  readonly isReading?: boolean
}

type Filter = 'all' | 'unknown' | 'unconfirmed' | 'no-bed'

const filters: Readonly<Record<Filter, (row: PatientRow) => boolean>> = {
  all: () => true,
  unknown: (row) => whoOf(row)?.naming.kind !== 'known',
  unconfirmed: (row) => allergyOf(row).state === 'unconfirmed',
  'no-bed': (row) => (bedOf(row) ?? '').trim() === '',
}

const noRows: readonly PatientRow[] = []

/** The ward at a glance: who lies where, what is known of each, and one way to begin a new one. */
export function Board({ beds, patients, today, chosen, onChoose, onOpen, onRegister, onTriage, isReading = false }: BoardProps) {
  const say = useWords(words)
  const [filter, setFilter] = useState<Filter>('all')
  const [category, setCategory] = useState<TriageMarkCategory | 'any'>('any')
  const [isByNeed, setByNeed] = useState(false)
  // Marks and counts appear with the first triage: on a ward without casualties they would say 未 of everybody.
  const isTriaged = patients.some(({ triages }) => triages.length > 0)
  const groups = useMemo(() => bedGroups(beds, patients), [beds, patients])
  const ordered = useMemo(() => inBedOrder(groups), [groups])
  const shown = useMemo(() => {
    const found = ordered.filter((row) => filters[filter](row) && (category === 'any' || triageOf(row) === category))
    return isByNeed ? found.toSorted((one, other) => byNeed(triageOf(one), triageOf(other))) : found
  }, [ordered, filter, category, isByNeed])
  const counts = useMemo(() => countsOf(patients), [patients])
  const free = groups.flatMap(({ tiles }) => tiles).filter(({ lying }) => lying.length === 0).length
  // Comparing every name with every other takes longer than drawing the board: it comes one paint later.
  const named = useDeferredValue(patients, noRows)
  const alike = useMemo(() => alikeOnWard(named), [named])
  const row = patients.find(({ id }) => id === chosen) ?? null

  return (
    <Screen label={say.title} foot={<Foot row={row} today={today} onOpen={onOpen} onTriage={onTriage} />}>
      <div className={css['board']}>
        <div className={css['counts']}>
          {isTriaged && <TriageCounts patients={patients} chosen={category} onChoose={setCategory} />}
          <dl className={css['sums']} aria-label={say.counts.label}>
            <Count label={say.counts.inWard} n={patients.length} />
            <Count label={say.counts.freeBeds} n={free} />
            <Count label={say.counts.unknown} n={counts.unknown} />
            <Count label={say.counts.unconfirmed} n={counts.unconfirmed} />
          </dl>
          <div className={css['act']}>
            {onRegister !== null && <Button look="primary" size="small" icon={UserPlus} keys={['F3']} onPress={() => onRegister(null)}>{say.register}</Button>}
          </div>
        </div>
        {isReading && <Banner>{say.reading}</Banner>}
        <div className={css['columns']}>
          <BedMap groups={groups} alike={alike} isTriaged={isTriaged} chosen={chosen} onChoose={onChoose} onOpen={onOpen} onRegister={onRegister} />
          <div className={css['list']}>
            <Tabs
              label={say.list.label}
              prefix="board"
              chosen={filter}
              onChoose={setFilter}
              tabs={[
                { name: 'all', label: say.list.all, count: patients.length },
                { name: 'unknown', label: say.counts.unknown, count: counts.unknown },
                { name: 'unconfirmed', label: say.counts.unconfirmed, count: counts.unconfirmed },
                { name: 'no-bed', label: say.counts.noBed, count: counts.noBed },
              ]}
              end={isTriaged ? <Button look="quiet" size="small" isOn={isByNeed} onPress={() => setByNeed(!isByNeed)}>{say.list.byNeed}</Button> : null}
            />
            <div className={css['panel']} role="tabpanel" aria-labelledby={tabId('board', filter)}>
              {patients.length === 0 ? (
                <Empty title={say.empty.title}>{say.empty.next}</Empty>
              ) : shown.length === 0 ? (
                <Empty title={say.list.noneSuch}>{''}</Empty>
              ) : (
                <PatientList key={`${filter} ${category ?? 'none'} ${isByNeed ? 'need' : 'bed'}`} rows={shown} alike={alike} isTriaged={isTriaged} today={today} chosen={chosen} onChoose={onChoose} onOpen={onOpen} />
              )}
            </div>
          </div>
        </div>
      </div>
    </Screen>
  )
}

/** What must be read before a chart is opened stands beside the button that opens it. */
function Foot({ row, today, onOpen, onTriage }: { readonly row: PatientRow | null; readonly today: CalendarDate; readonly onOpen: (patient: PatientId) => void; readonly onTriage: ((patient: PatientId) => void) | null }) {
  const say = useWords(words).foot
  if (row === null || row.registered === null) return <FootNote>{say.none}</FootNote>
  return (
    <>
      <RowLine row={row} today={today} />
      <AllergyState now={allergyOf(row)} />
      <FootEnd>
        {onTriage !== null && <Button onPress={() => onTriage(row.id)}>{say.triage}</Button>}
        <Button icon={FileText} keys={['Enter']} onPress={() => onOpen(row.id)}>{say.open}</Button>
      </FootEnd>
    </>
  )
}

function Count({ label, n }: { readonly label: string; readonly n: number }) {
  return (
    <div className={css['sum']}>
      <dt>{label}</dt>
      <dd>{n}</dd>
    </div>
  )
}

const categories = ['I', 'II', 'III', '0', null] as const

/** How many of each category; pressed, only they are listed. */
function TriageCounts({ patients, chosen, onChoose }: { readonly patients: readonly PatientRow[]; readonly chosen: TriageMarkCategory | 'any'; readonly onChoose: (category: TriageMarkCategory | 'any') => void }) {
  const say = useWords(words).counts
  return (
    <ul className={css['triage']} aria-label={say.triage}>
      {categories.map((category) => (
        <li key={category ?? 'none'}>
          <button type="button" className={css['category']} aria-pressed={chosen === category} onClick={() => onChoose(chosen === category ? 'any' : category)}>
            <TriageMark category={category} words="colour" />
            <b>{patients.filter((row) => triageOf(row) === category).length}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}

function countsOf(patients: readonly PatientRow[]): { readonly unknown: number; readonly unconfirmed: number; readonly noBed: number } {
  return {
    unknown: patients.filter(filters.unknown).length,
    unconfirmed: patients.filter(filters.unconfirmed).length,
    noBed: patients.filter(filters['no-bed']).length,
  }
}
