import { useRef, useState } from 'react'
import { formSayer } from '#domain/form/say-form.ts'
import { whoOf } from '#domain/identity/identity.ts'
import { shownName } from '#domain/patient/naming.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { inBedOrder } from '#domain/view/census.ts'
import { oldPaper, type PaperOut } from '#domain/view/paper-out.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { ChartPrintScreen, type ChartPrint } from '../features/print/chart-print-screen.tsx'
import { WardPrintScreen, type PackState } from '../features/print/ward-print-screen.tsx'
import { blankChartSheet, chartSheet } from '../print/chart/chart-sheet.ts'
import { goTo, notice, shownNow, type Place } from '../session/session.ts'
import { recent, wardPack } from '../session/ward-pack.ts'
import { usePorts } from './ports.ts'
import { takeNumbers } from './take-numbers.ts'
import { registrationsOf, useChart } from './use-chart.ts'
import { useNow } from './use-now.ts'
import { usePeople } from './use-people.ts'
import { usePrintAll } from './use-print.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** The ward on paper: F11 and Ctrl+Enter. */
export function WardPrintPlace() {
  const { bridge, hand } = usePorts()
  const { open, status, standing } = useAtWork()
  const view = useWardView(open)
  const people = usePeople(view).here
  const now = useNow(30_000)
  const printAll = usePrintAll()
  const [blanks, setBlanks] = useState('2')
  const [state, setState] = useState<PackState>({ stage: 'idle' })
  const isStopped = useRef(false)
  const here = new Set(people.flatMap(({ row, others }) => [row, ...others].map(({ id }) => id)))
  const nameOf = ({ patient }: PaperOut): string => {
    const person = people.find(({ row, others }) => row.id === patient || others.some(({ id }) => id === patient))
    const who = person === undefined ? null : whoOf(person.row)
    return who === null ? '' : `${person?.bed ?? ''} ${shownName(who.naming)}`.trim()
  }
  const print = async (sets: number): Promise<void> => {
    isStopped.current = false
    const began = performance.now()
    const left = (done: number, of: number): number | null => (done < 2 ? null : ((performance.now() - began) / done / 1000) * (of - done))
    const told = (stage: 'reading' | 'recording', of: number) => (done: number) => setState({ stage, done, of, secondsLeft: left(done, of) })
    const taken = sets === 0 ? null : await takeNumbers(bridge, hand, status, open, standing, sets)
    const { profile } = status.card
    const desk = { ward: open.ward, standing, place: { hospital: profile.hospital, ward: profile.ward }, beds: profile.beds, now: shownNow(hand), realm: status.realm }
    const pack = await wardPack(desk, inBedOrder(people, profile.beds), taken, told('reading', people.length), () => isStopped.current)
    if (!pack.ok) return setState({ stage: pack.error.code === 'stopped' ? 'stopped' : 'failed' })
    await printAll(pack.value, told('recording', pack.value.length))
    setState({ stage: 'done', documents: pack.value.length })
  }
  return (
    <WardPrintScreen
      people={people.length} blanks={blanks} onBlanks={setBlanks} state={state} old={oldPaper(view.paper, here, now)} nameOf={nameOf} now={now}
      onPrint={(sets) => void print(sets)}
      onContinuity={() => goTo({ at: 'continuity', from: { at: 'print' } })}
      onStop={() => (isStopped.current = true)}
      onBack={() => goTo({ at: 'home' })}
    />
  )
}

/** Sheets of one patient's chart. The records are read, and recorded as read, when the screen is opened. */
export function ChartPrintPlace({ row, person, from }: { readonly row: KnownRow; readonly person: WardPerson; readonly from: Place }) {
  const { hand } = usePorts()
  const { open, status } = useAtWork()
  const view = useWardView(open)
  const { chart } = useChart(registrationsOf(person, row), 'print')
  const printAll = usePrintAll()
  const print = async ({ sheets, filled }: ChartPrint): Promise<void> => {
    const now = shownNow(hand)
    const { hospital, ward } = status.card.profile
    const rows = chart === null ? [] : filled === 'recent' ? recent(chart.rows, person, now) : chart.rows
    const say = formSayer(rows, view.forms)
    const made = sheets.flatMap((kind) => (filled === 'blank' ? blankChartSheet(kind, { hospital, ward }, { person, now }) : chartSheet(kind, { hospital, ward }, { person, rows, now, say })) ?? [])
    if (made.length === 0) return notice('not-found')
    await printAll(made)
  }
  return <ChartPrintScreen row={row} today={tokyoDateOf(shownNow(hand))} isRead={chart !== null} onPrint={(asked) => void print(asked)} onBack={() => goTo(from)} />
}
