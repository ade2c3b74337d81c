import { BedDouble, ClipboardList, FileText, ListTodo, Thermometer, UserPlus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { whoOf } from '#domain/identity/identity.ts'
import type { PatientId } from '#domain/ids.ts'
import type { CalendarDate } from '#domain/time.ts'
import { byNeed } from '#domain/triage/category.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { AllergyState } from '#renderer/ui/allergy-state.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { PatientLine } from '#renderer/ui/patient-line.tsx'
import { FootEnd, FootNote, Screen } from '#renderer/ui/screen.tsx'
import { Tabs, tabId } from '#renderer/ui/tabs.tsx'
import { TriageMark, type TriageMarkCategory } from '#renderer/ui/triage-mark.tsx'
import { Written } from '#renderer/ui/written.tsx'
import { alikeOnWard } from './alike.ts'
import { BedMap } from './bed-map.tsx'
import { bedGroups, inBedOrder } from './beds.ts'
import { PatientList } from './patient-list.tsx'
import { words } from './words.ts'
import css from './board.module.css'

export type BoardProps = {
  /** The hospital's bed list, in its order. */
  readonly beds: readonly string[]
  /** Who is here; whoever left is found by search. */
  readonly people: readonly WardPerson[]
  readonly today: CalendarDate
  readonly chosen: PatientId | null
  readonly onChoose: (patient: PatientId | null) => void
  readonly onOpen: (patient: PatientId) => void
  /** With a bed when a free bed was pressed. Null where nobody is registered any more: standing down and later. */
  readonly onRegister: ((bed: string | null) => void) | null
  /** Null where nothing is written any more. */
  readonly onTriage: ((patient: PatientId) => void) | null
  /** Somebody was chosen and then a free bed, and it was confirmed. Null where nothing is written any more. */
  readonly onMove: ((patient: PatientId, bed: string) => void) | null
  readonly onCensus: () => void
  /** Null: nothing of care is written any more. */
  readonly onVitalRound?: (() => void) | null
  /** What is due of whom. */
  readonly onRound: () => void
  /** The board is of the snapshot; the rest of the journal is still being read. */
  readonly isReading?: boolean
}

type Filter = 'all' | 'unknown' | 'unconfirmed' | 'no-bed'

const filters: Readonly<Record<Filter, (person: WardPerson) => boolean>> = {
  all: () => true,
  unknown: ({ row }) => whoOf(row)?.naming.kind !== 'known',
  unconfirmed: ({ allergy }) => allergy.state === 'unconfirmed',
  'no-bed': ({ bed }) => (bed ?? '').trim() === '',
}

const noRows: readonly WardPerson[] = []

/** The ward at a glance: who lies where, what is known of each, and one way to begin a new one. */
export function Board({ beds, people, today, chosen, onChoose, onOpen, onRegister, onTriage, onMove, onCensus, onRound, onVitalRound = null, isReading = false }: BoardProps) {
  const say = useWords(words)
  const [filter, setFilter] = useState<Filter>('all')
  const [category, setCategory] = useState<TriageMarkCategory | 'any'>('any')
  const [isByNeed, setByNeed] = useState(false)
  // Marks and counts appear with the first triage: on a ward without casualties they would say 未 of everybody.
  const isTriaged = people.some(({ triage }) => triage !== null)
  const groups = useMemo(() => bedGroups(beds, people), [beds, people])
  const ordered = useMemo(() => inBedOrder(groups), [groups])
  const shown = useMemo(() => {
    const found = ordered.filter((person) => filters[filter](person) && (category === 'any' || person.triage === category))
    return isByNeed ? found.toSorted((one, other) => byNeed(one.triage, other.triage)) : found
  }, [ordered, filter, category, isByNeed])
  const counts = useMemo(() => countsOf(people), [people])
  const free = groups.flatMap(({ tiles }) => tiles).filter(({ lying }) => lying.length === 0).length
  // Comparing every name with every other takes longer than drawing the board: it comes one paint later.
  const named = useDeferredValue(people, noRows)
  const alike = useMemo(() => alikeOnWard(named), [named])
  const person = people.find(({ row }) => row.id === chosen) ?? null
  const [moving, setMoving] = useState<{ readonly patient: PatientId; readonly bed: string } | null>(null)
  const target = moving !== null && moving.patient === chosen ? moving.bed : null
  const onFree = onRegister === null ? null : (bed: string): void => (person === null || onMove === null ? onRegister(bed) : setMoving({ patient: person.row.id, bed }))

  return (
    <Screen label={say.title} keys={target === null ? {} : { onBack: () => setMoving(null) }} foot={person !== null && target !== null && onMove !== null && onRegister !== null ? (
      <MoveFoot
        person={person} bed={target} today={today} onCancel={() => setMoving(null)} onRegister={() => onRegister(target)}
        onMove={() => {
          setMoving(null)
          onMove(person.row.id, target)
        }}
      />
    ) : <Foot person={person} today={today} onOpen={onOpen} onTriage={onTriage} />}>
      <div className={css['board']}>
        <div className={css['counts']}>
          {isTriaged && <TriageCounts people={people} chosen={category} onChoose={setCategory} />}
          <dl className={css['sums']} aria-label={say.counts.label}>
            <Count label={say.counts.inWard} n={people.length} />
            <Count label={say.counts.freeBeds} n={free} />
            <Count label={say.counts.unknown} n={counts.unknown} />
            <Count label={say.counts.unconfirmed} n={counts.unconfirmed} />
          </dl>
          <div className={css['act']}>
            {onVitalRound !== null && <Button size="small" icon={Thermometer} onPress={onVitalRound}>{say.vitalRound}</Button>}
            <Button size="small" icon={ListTodo} onPress={onRound}>{say.round}</Button>
            <Button size="small" icon={ClipboardList} onPress={onCensus}>{say.census}</Button>
            {onRegister !== null && <Button look="primary" size="small" icon={UserPlus} keys={['F3']} onPress={() => onRegister(null)}>{say.register}</Button>}
          </div>
        </div>
        {isReading && <Banner>{say.reading}</Banner>}
        <div className={css['columns']}>
          <BedMap groups={groups} alike={alike} isTriaged={isTriaged} chosen={chosen} onChoose={onChoose} onOpen={onOpen} onFree={onFree} />
          <div className={css['list']}>
            <Tabs
              label={say.list.label}
              prefix="board"
              chosen={filter}
              onChoose={setFilter}
              tabs={[
                { name: 'all', label: say.list.all, count: people.length },
                { name: 'unknown', label: say.counts.unknown, count: counts.unknown },
                { name: 'unconfirmed', label: say.counts.unconfirmed, count: counts.unconfirmed },
                { name: 'no-bed', label: say.counts.noBed, count: counts.noBed },
              ]}
              end={isTriaged ? <Button look="quiet" size="small" isOn={isByNeed} onPress={() => setByNeed(!isByNeed)}>{say.list.byNeed}</Button> : null}
            />
            <div className={css['panel']} role="tabpanel" aria-labelledby={tabId('board', filter)}>
              {people.length === 0 ? (
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
function Foot({ person, today, onOpen, onTriage }: { readonly person: WardPerson | null; readonly today: CalendarDate; readonly onOpen: (patient: PatientId) => void; readonly onTriage: ((patient: PatientId) => void) | null }) {
  const say = useWords(words).foot
  const who = person === null ? null : whoOf(person.row)
  if (person === null || who === null) return <FootNote>{say.none}</FootNote>
  return (
    <>
      <PatientLine who={who} bed={person.bed} today={today} />
      <AllergyState now={person.allergy} />
      <FootEnd>
        {onTriage !== null && <Button onPress={() => onTriage(person.row.id)}>{say.triage}</Button>}
        <Button icon={FileText} keys={['Enter']} onPress={() => onOpen(person.row.id)}>{say.open}</Button>
      </FootEnd>
    </>
  )
}

/** One line between a pressed bed and the move: who, from where, to where. */
function MoveFoot({ person, bed, today, onMove, onRegister, onCancel }: { readonly person: WardPerson; readonly bed: string; readonly today: CalendarDate; readonly onMove: () => void; readonly onRegister: () => void; readonly onCancel: () => void }) {
  const say = useWords(words).foot
  const who = whoOf(person.row)
  return (
    <>
      {who !== null && <PatientLine who={who} bed={person.bed} today={today} />}
      <b className={css['goal']} role="status"><Written>{say.moveTo(bed)}</Written></b>
      <FootEnd>
        <Button keys={['Esc']} onPress={onCancel}>{say.cancel}</Button>
        <Button icon={UserPlus} onPress={onRegister}>{say.registerThere}</Button>
        <Button look="primary" icon={BedDouble} keys={['Enter']} autoFocus onPress={onMove}>{say.move}</Button>
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
function TriageCounts({ people, chosen, onChoose }: { readonly people: readonly WardPerson[]; readonly chosen: TriageMarkCategory | 'any'; readonly onChoose: (category: TriageMarkCategory | 'any') => void }) {
  const say = useWords(words).counts
  return (
    <ul className={css['triage']} aria-label={say.triage}>
      {categories.map((category) => (
        <li key={category ?? 'none'}>
          <button type="button" className={css['category']} aria-pressed={chosen === category} onClick={() => onChoose(chosen === category ? 'any' : category)}>
            <TriageMark category={category} words="colour" />
            <b>{people.filter(({ triage }) => triage === category).length}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}

function countsOf(people: readonly WardPerson[]): { readonly unknown: number; readonly unconfirmed: number; readonly noBed: number } {
  return {
    unknown: people.filter(filters.unknown).length,
    unconfirmed: people.filter(filters.unconfirmed).length,
    noBed: people.filter(filters['no-bed']).length,
  }
}
