import { useMemo, type ReactNode } from 'react'
import type { EntryId } from '#domain/ids.ts'
import { dosesSince, isWhenNeeded } from '#domain/medicine/effect-entry.ts'
import { infusionsOf } from '#domain/medicine/infusion.ts'
import { lastDoseOf } from '#domain/medicine/last-dose-entry.ts'
import { byDue, ordersOfPerson, tasksOf, type OrderNow, type Task } from '#domain/order/running.ts'
import type { Instant } from '#domain/time.ts'
import type { Chart } from '#domain/view/chart.ts'
import { duesOf, type Due } from '#domain/view/due.ts'
import { isRegistered } from '#domain/view/ward-lists.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { ChartTabShown } from '../features/chart/chart-screen.tsx'
import { words as medicineWords } from '../features/medicine/words.ts'
import { MedicineTab, type DoseShown, type MedicineActs } from '../features/medicine/medicine-tab.tsx'
import { OrdersTab, type OrderActs } from '../features/orders/orders-tab.tsx'
import { words as orderWords } from '../features/orders/words.ts'
import { DuePanel } from '../features/round/due-panel.tsx'
import { goTo, type MedicineAct, type OrderAct, type Place } from '../session/session.ts'
import { useWords } from '../ui/language.tsx'
import { DocumentsOfChart } from './documents-place.tsx'
import type { OfChart } from './chart-tabs.tsx'
import { useNow } from './use-now.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** The order sheet and the medicines of a chart, of all registrations of the person. */
export function useOrderTabs({ row, person, chart, via }: OfChart): readonly ChartTabShown[] {
  const { open, status } = useAtWork()
  const view = useWardView(open)
  const now = useNow(15_000)
  const [sayOrders, sayMedicine] = [useWords(orderWords), useWords(medicineWords)]
  const { orders, tasks } = useOrders(person, now)
  const isInForce = status.card.phase === 'open' && isRegistered(row)
  const rows = useMemo(() => [person.row, ...person.others], [person])
  const doses = useMemo(() => dosesOf(rows, chart, now), [rows, chart, now])
  const infusions = useMemo(() => rows.flatMap((one) => infusionsOf(one, now)), [rows, now])
  const from = (tab: string): Place => ({ at: 'chart', patient: row.id, via, tab })
  const toOrder = (act: OrderAct): void => goTo({ at: 'order', patient: row.id, act, from: from('orders') })
  const toMedicine = (act: MedicineAct, tab = 'medicine'): void => goTo({ at: 'medicine', patient: row.id, act, from: from(tab) })
  const orderActs: OrderActs = {
    onWrite: () => toOrder({ is: 'write' }),
    onReceive: (order) => toOrder({ is: 'receive', order }),
    onCarryOut: (one, due) => (one.order.body.medicine === null ? toOrder({ is: 'done', order: one.order.entry, due: dueToAnswer(one, due) }) : toMedicine({ is: 'dose', order: one.order.entry, due: dueToAnswer(one, due) }, 'orders')),
    onStop: (order) => toOrder({ is: 'stop', order }),
    onCorrect: (order) => toOrder({ is: 'correct', order }),
  }
  const medicineActs: MedicineActs = {
    onLastDose: () => toMedicine({ is: 'last-dose' }),
    onGive: (order, due) => toMedicine({ is: 'dose', order, due }),
    onWithhold: (order, due) => toMedicine({ is: 'withhold', order, due }),
    onInfusion: (infusion) => toMedicine({ is: 'infusion', infusion, change: null }),
    onEffect: (dose) => toMedicine({ is: 'effect', dose }),
    onCorrect: (dose) => toMedicine({ is: 'correct', dose }),
  }
  const medicines = tasks.filter(({ order }) => order.body.medicine !== null)
  const inForce = orders.filter(({ isEnded }) => !isEnded)
  return [
    { name: 'orders', label: sayOrders.tab, count: inForce.length, panel: <OrdersTab orders={orders} tasks={tasks} items={view.items} now={now} acts={isInForce ? orderActs : null} /> },
    {
      name: 'medicine', label: sayMedicine.tab, count: medicines.length, panel: (
        <MedicineTab
          last={lastDoseOf(rows)} tasks={medicines} needed={inForce.filter(({ order: { body } }) => body.medicine !== null && body.term !== 'once' && body.times.length === 0)} infusions={infusions} doses={doses} now={now}
          acts={isInForce ? medicineActs : null} reference={<DocumentsOfChart row={row} from={from('medicine')} />}
        />
      ),
    },
  ]
}

/** 期限, above the records of a chart. */
export function DueOfChart({ row, person, via }: Omit<OfChart, 'chart' | 'how'>): ReactNode {
  const { status } = useAtWork()
  const now = useNow(15_000)
  const dues = useMemo(() => (person.hasDied ? [] : duesOf([person.row, ...person.others], now).filter(({ state }) => state !== 'coming')), [person, now])
  const from: Place = { at: 'chart', patient: row.id, via }
  const act = (one: Due): void => {
    if (one.of === 'look') return goTo({ at: 'transfusion', patient: row.id, act: 'watch', of: one.look.bag.start.entry, correcting: null })
    const [order, due] = [one.task.order.entry, dueToAnswer(one.task, one.due)]
    goTo(one.task.order.body.medicine === null ? { at: 'order', patient: row.id, act: { is: 'done', order, due }, from } : { at: 'medicine', patient: row.id, act: { is: 'dose', order, due }, from })
  }
  return <DuePanel dues={dues} now={now} onAct={status.card.phase === 'open' && isRegistered(row) ? act : null} onAll={() => goTo({ ...from, tab: dues.some(({ of }) => of === 'order') ? 'orders' : 'blood' })} />
}

function useOrders(person: WardPerson, now: Instant): { readonly orders: readonly OrderNow[]; readonly tasks: readonly Task[] } {
  return useMemo(() => {
    const rows = [person.row, ...person.others]
    return { orders: ordersOfPerson(rows, now), tasks: person.hasDied ? [] : rows.flatMap((row) => tasksOf(row, now)).toSorted(byDue) }
  }, [person, now])
}

/** Only a standing order has times that are answered one by one. */
function dueToAnswer({ order }: OrderNow, due: Instant | null): Instant | null {
  return order.body.term === 'standing' ? due : null
}

/** Whether its effect was written stands in the chart alone: nothing is said to be missing while that is being read. */
function dosesOf(rows: readonly PatientRow[], chart: Chart | null, now: Instant): readonly DoseShown[] {
  const seen = new Set(chart?.rows.flatMap(({ entry, struck }): readonly EntryId[] => (entry.kind === 'effect-seen' && struck === null ? [entry.body.dose] : [])))
  return rows
    .flatMap((row) => dosesSince(row, now).map((dose): DoseShown => ({
      dose,
      isEffectMissing: chart !== null && isWhenNeeded(dose, row.care) && !seen.has(dose.entry),
    })))
    .toSorted((one, other) => (one.dose.at > other.dose.at ? -1 : 1))
}
