import { byDue, tasksOf, type Task, type TaskState } from '../order/running.ts'
import type { Instant } from '../time.ts'
import { bagTasks, type BagTask } from '../transfusion/tasks.ts'
import type { PatientRow, WardView } from './ward.ts'
import { wardPeople, type WardPerson } from './ward-people.ts'

/** Something to be done for a patient at a time: what an order asks for, or the look a running bag wants. */
export type Due = { readonly key: string; readonly due: Instant; readonly state: TaskState } & ({ readonly of: 'order'; readonly task: Task } | { readonly of: 'look'; readonly look: BagTask })
export type WardDue = Due & { readonly person: WardPerson }

const stateOfLook = { coming: 'coming', due: 'due', late: 'overdue' } as const satisfies Record<BagTask['state'], TaskState>

/** What is due of one person, by time. `rows`: every registration of the person. Rules ORD-10 to ORD-15, TRF-16. */
export function duesOf(rows: readonly Pick<PatientRow, 'id' | 'care'>[], now: Instant): readonly Due[] {
  const orders = rows.flatMap((row) => tasksOf(row, now)).map((task): Due => ({ of: 'order', key: `${task.order.entry} ${task.due}`, due: task.due, state: task.state, task }))
  const looks = bagTasks(rows, now).map((look): Due => ({ of: 'look', key: `${look.bag.start.entry} ${look.minutes}`, due: look.dueAt, state: stateOfLook[look.state], look }))
  return [...looks, ...orders].toSorted(byTime)
}

/** What is due on the ward, by time, then in the order the people come. Nothing is due of the dead and of those who left. */
export function wardDues(view: Pick<WardView, 'patients'>, now: Instant, people: readonly WardPerson[] = wardPeople(view).here): readonly WardDue[] {
  return people.filter(({ hasDied }) => !hasDied).flatMap((person) => duesOf([person.row, ...person.others], now).map((due): WardDue => ({ ...due, person }))).toSorted(byTime)
}

/** Beside one patient a bag comes first: a look lasts minutes, and an order that was overdue for hours would hide it. */
export function looksFirst(dues: readonly Due[]): readonly Due[] {
  return dues.toSorted((one, other) => Number(other.of === 'look') - Number(one.of === 'look'))
}

function byTime(one: Due, other: Due): number {
  if (one.due !== other.due) return one.due < other.due ? -1 : 1
  return one.of === 'order' && other.of === 'order' ? byDue(one.task, other.task) : Number(other.of === 'look') - Number(one.of === 'look')
}
