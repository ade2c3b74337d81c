import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef } from 'react'
import { identityOf, type Who } from '#domain/identity/identity.ts'
import { shownKana } from '#domain/patient/naming.ts'
import { shownBirth } from '#domain/patient/wareki.ts'
import type { CalendarDate } from '#domain/time.ts'
import { bedNow } from '#domain/view/presence.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { useLanguage, useWords, type Spoken } from '#renderer/ui/language.tsx'
import layout from '#renderer/ui/layout.module.css'
import { FormerAlias, PatientName } from '#renderer/ui/patient-name.tsx'
import { patientWords } from '#renderer/ui/patient-words.ts'
import table from '#renderer/ui/table.module.css'
import { Written } from '#renderer/ui/written.tsx'
import type { FoundPatient, Results } from './results.ts'
import { words } from './words.ts'
import css from './find.module.css'

type Item =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly note: string }
  | { readonly kind: 'none'; readonly key: string; readonly text: string }
  | { readonly kind: 'found'; readonly key: string; readonly at: number; readonly one: FoundPatient }

// As find.module.css has them. Measuring each row would lay out the page once more for every key.
const [rowHeight, groupHeight] = [49, 44]

/** Both groups in one table of plain cells; only the rows in sight are drawn, so that a keystroke is one frame. */
export function ResultList({ id, results, notes, today, chosen, canRegister, onPick }: {
  readonly id: string
  readonly results: Results
  /** Beside the names of the groups; null: there is no list of the hospital. */
  readonly notes: { readonly ward: string; readonly reference: string | null }
  readonly today: CalendarDate
  readonly chosen: number | null
  /** Somebody of the hospital's list can be registered from here. */
  readonly canRegister: boolean
  readonly onPick: (at: number) => void
}) {
  const say = useWords(words)
  const scroller = useRef<HTMLDivElement>(null)
  const isScrolled = useRef(false)
  const items = itemsOf(results, notes, say)
  const virtual = useVirtualizer({ count: items.length, getScrollElement: () => scroller.current, estimateSize: (index) => (items[index]?.kind === 'group' ? groupHeight : rowHeight), getItemKey: (index) => items[index]?.key ?? index, overscan: 3 })
  const drawn = virtual.getVirtualItems()
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const chosenItem = items.findIndex((item) => item.kind === 'found' && item.at === chosen)
  useLayoutEffect(() => {
    if (chosenItem === -1 || chosen === null) return
    virtual.scrollToIndex(chosenItem)
    document.getElementById(rowId(id, chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosenItem, chosen, id, virtual])
  useLayoutEffect(() => {
    // Only where it is needed: asking for it at each key would lay the page out at once.
    if (chosen === null && isScrolled.current) scroller.current?.scrollTo({ top: 0 })
  }, [results, chosen])
  useLayoutEffect(() => {
    // Laid out with the key that asked for it: the frame then has only the drawing left, and comes 1.5 ms sooner (bench: searchFrame).
    scroller.current?.getBoundingClientRect()
  }, [results])

  return (
    <div ref={scroller} id={id} className={css['list']} role="grid" aria-label={say.title} aria-rowcount={results.found.length + 1} onScroll={(event) => (isScrolled.current = event.currentTarget.scrollTop > 0)}>
      <table className={classNames(table['table'], table['pressable'], css['table'])} role="presentation">
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {(['bed', 'name', 'sex', 'birth', 'number'] as const).map((column) => <th key={column} role="columnheader">{say.column[column]}</th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          <tr role="presentation" style={{ height: drawn[0]?.start ?? 0 }} />
          {drawn.map(({ index }) => {
            const item = items[index]
            if (item === undefined) return null
            if (item.kind === 'found') {
              return <Line key={item.key} gridId={id} item={item} today={today} isChosen={item.at === chosen} isAlike={results.alike.has(item.one.id)} canPick={item.one.kind === 'ward' || canRegister} onPick={onPick} />
            }
            return (
              <tr key={item.key} role="row">
                {item.kind === 'group'
                  ? <th role="rowheader" colSpan={5} className={css['group']}><b>{item.title}</b><small>{item.note}</small></th>
                  : <td role="gridcell" colSpan={5} className={css['none']}>{item.text}</td>}
              </tr>
            )
          })}
          <tr role="presentation" style={{ height: Math.max(0, below) }} />
        </tbody>
      </table>
    </div>
  )
}

export function rowId(gridId: string, at: number): string {
  return `${gridId}-${at}`
}

function Line({ gridId, item: { at, one }, today, isChosen, isAlike, canPick, onPick }: {
  readonly gridId: string
  readonly item: Extract<Item, { kind: 'found' }>
  readonly today: CalendarDate
  readonly isChosen: boolean
  readonly isAlike: boolean
  readonly canPick: boolean
  readonly onPick: (at: number) => void
}) {
  const patient = useWords(patientWords)
  const language = useLanguage()
  const kana = shownKana(one.naming)
  const { sex, birth, number, alias } = factsOf(one)
  return (
    <tr
      id={rowId(gridId, at)}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={isChosen}
      className={classNames(isChosen && table['chosen'], !canPick && css['readOnly'])}
      onClick={() => onPick(at)}
    >
      <td role="gridcell" className={css['bed']}><Bed one={one} /></td>
      <td role="gridcell">
        {kana !== '' && <span className={css['kana']}><Written>{kana}</Written></span>}
        <b className={css['name']}><PatientName naming={one.naming} /></b> <FormerAlias who={{ naming: one.naming, alias }} />
        {isAlike && <span className={css['alike']}><Badge look="strong"><span aria-hidden="true">同</span><span className={layout['unseen']}>{patient.alike}</span></Badge></span>}
      </td>
      <td role="gridcell" className={css['still']}>{patient.sex[sex]}</td>
      <td role="gridcell">{shownBirth(birth, today)[language]}</td>
      <td role="gridcell" className={css['still']}>{number}</td>
    </tr>
  )
}

function Bed({ one }: { readonly one: FoundPatient }) {
  const say = useWords(words)
  const patient = useWords(patientWords)
  if (one.kind === 'ward') {
    const bed = bedNow(one.patient) ?? ''
    return bed.trim() === '' ? <span className={css['quiet']}>{patient.noBed}</span> : <Written>{bed}</Written>
  }
  const { stay } = one.patient
  return <span className={css['quiet']}>{stay === null ? say.notIn : <Written>{`${stay.ward} ${stay.bed}`}</Written>}</span>
}

export function factsOf(one: FoundPatient): Omit<Who, 'naming' | 'number'> & { readonly number: string } {
  if (one.kind === 'ward') return { number: one.patient.registered.number, ...identityOf(one.patient) }
  const { sex, birth, hospitalId } = one.patient
  return { sex, birth, number: hospitalId, alias: null }
}

function itemsOf({ found, wardCount, more }: Results, notes: { readonly ward: string; readonly reference: string | null }, say: Spoken<typeof words>): readonly Item[] {
  const group = (key: 'ward' | 'reference', note: string): readonly Item[] => {
    const people = found.flatMap((one, at): readonly Item[] => (one.kind === key ? [{ kind: 'found', key: one.id, at, one }] : []))
    const end: readonly Item[] = people.length === 0 ? [{ kind: 'none', key: `${key}-none`, text: say.nobodyHere }] : more[key] ? [{ kind: 'none', key: `${key}-more`, text: say.more }] : []
    return [{ kind: 'group', key, title: say[key], note }, ...people, ...end]
  }
  return wardCount === 0 && notes.reference === null ? [] : [...group('ward', notes.ward), ...(notes.reference === null ? [] : group('reference', notes.reference))]
}
