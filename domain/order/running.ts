import type { EntryId, PatientId } from '../ids.ts'
import { instantOf, millisecondsOf, tokyoDateOf, type Instant } from '../time.ts'
import { careFactsOf, endOf, endsIn, partOf, type CareFact } from '../view/care.ts'
import type { OpenItems } from '../view/open-items.ts'
import type { PatientRow } from '../view/ward.ts'
import { onDate } from './order-times.ts'

/** What answers an order: it was given, not given, or carried out. */
export type OrderAnswer = CareFact<'medicine-given' | 'medicine-withheld' | 'order-done' | 'transfusion-started'>

/** An order with everything said of it. `patient`: the registration it was written to; its answers are written there too. */
export type OrderNow = {
  readonly patient: PatientId
  readonly order: CareFact<'order-given'>
  /** Who read it first; null: nobody yet. */
  readonly received: CareFact<'order-received'> | null
  readonly stopped: CareFact<'order-stopped'> | null
  /** Newest first; the board keeps the newest few. */
  readonly answers: readonly OrderAnswer[]
  /** Nothing of it is to be done any more: stopped, past its end, or done where once was asked for. */
  readonly isEnded: boolean
}

export type TaskState = 'overdue' | 'due' | 'coming'

/** Something to be done for a patient at a time. */
export type Task = OrderNow & { readonly due: Instant; readonly state: TaskState }

const hourMs = 3_600_000
/** More than an hour late is overdue; an hour before, it may be prepared. */
export const slackMs = hourMs
export const behindMs = 24 * hourMs
export const aheadMs = 8 * hourMs

/** Orders of a registration, newest first. */
export function ordersOf(row: Pick<PatientRow, 'id' | 'care'>, now: Instant): readonly OrderNow[] {
  const ends = endsIn(row.care)
  return careFactsOf(row.care, 'order-given').map((order): OrderNow => {
    const of = row.care.filter((fact) => partOf(fact) === order.entry || (fact.kind === 'transfusion-started' && fact.body.order === order.entry))
    const answers = of.filter(isAnswer)
    const end = endOf(order, ends)
    return {
      patient: row.id, order, received: careFactsOf(of, 'order-received').at(-1) ?? null, stopped: careFactsOf(of, 'order-stopped').at(-1) ?? null, answers,
      isEnded: (end !== null && end <= millisecondsOf(now)) || (order.body.term === 'once' && answers.length > 0),
    }
  })
}

/** Of all registrations of a person, newest first. */
export function ordersOfPerson(rows: readonly PatientRow[], now: Instant): readonly OrderNow[] {
  return rows.flatMap((row) => ordersOf(row, now)).toSorted((one, other) => (one.order.at > other.order.at ? -1 : one.order.at < other.order.at ? 1 : other.order.seq - one.order.seq))
}

export function orderWith(rows: readonly Pick<PatientRow, 'id' | 'care'>[], order: EntryId, now: Instant): OrderNow | null {
  return rows.flatMap((row) => ordersOf(row, now)).find((one) => one.order.entry === order) ?? null
}

/** Does a doctor stand for it: by their own hand, or by a word afterwards? 医師未承認 until then. */
export function isApproved({ order }: Pick<OrderNow, 'order'>, { open }: Pick<OpenItems, 'open'>): boolean {
  if ((order.onBehalfOf ?? order.by).profession !== 'doctor') return false
  return !open.some(({ why, entry }) => why === 'proxy' && entry === order.entry)
}

/** What is due, of a registration: the earliest first. Rules ORD-10 to ORD-14. */
export function tasksOf(row: Pick<PatientRow, 'id' | 'care'>, now: Instant): readonly Task[] {
  return ordersOf(row, now).flatMap((one) => duesOf(one, now).map((due): Task => ({ ...one, due, state: stateAt(due, now) }))).toSorted(byDue)
}

export function byDue(one: Pick<Task, 'due' | 'order'>, other: Pick<Task, 'due' | 'order'>): number {
  if (one.due !== other.due) return one.due < other.due ? -1 : 1
  return Number(other.order.body.urgent) - Number(one.order.body.urgent)
}

export function stateAt(due: Instant, now: Instant): TaskState {
  const late = millisecondsOf(now) - millisecondsOf(due)
  return late > slackMs ? 'overdue' : late >= -slackMs ? 'due' : 'coming'
}

export function isAnswer(fact: CareFact): fact is OrderAnswer {
  return fact.kind === 'medicine-given' || fact.kind === 'medicine-withheld' || fact.kind === 'order-done' || fact.kind === 'transfusion-started'
}

/** Which of the order's times an answer is for; null: for none of them. */
export function dueOf(answer: OrderAnswer): Instant | null {
  switch (answer.kind) {
    case 'medicine-given':
      return 'order' in answer.body.asked ? answer.body.asked.due : null
    case 'medicine-withheld':
    case 'order-done':
      return answer.body.due
    case 'transfusion-started':
      return null
  }
}

/**
 * Times that wait for an answer. Nothing was due before the order was written: whoever writes one down late cannot ask for
 * what is past. Of a stopped order nothing waits; one past its end still waits for what was due before.
 */
function duesOf({ order, stopped, answers }: OrderNow, now: Instant): readonly Instant[] {
  const { term, times, from, until } = order.body
  if (stopped !== null || term === 'conditional') return []
  const nowMs = millisecondsOf(now)
  const startMs = Math.max(from === null ? 0 : millisecondsOf(from), millisecondsOf(order.at))
  const endMs = until === null ? Infinity : millisecondsOf(until)
  if (term === 'once') return answers.length === 0 && startMs <= nowMs + aheadMs && nowMs <= endMs + behindMs ? [instantOf(startMs)] : []
  const answered = new Set(answers.map(dueOf))
  return daysAround(now).flatMap((day) => times.map((time) => onDate(day, time))).filter((due) => {
    const dueMs = millisecondsOf(due)
    return dueMs >= startMs && dueMs <= endMs && dueMs >= nowMs - behindMs && dueMs <= nowMs + aheadMs && !answered.has(due)
  })
}

function daysAround(now: Instant): readonly string[] {
  return [-1, 0, 1].map((days) => tokyoDateOf(instantOf(millisecondsOf(now) + days * 24 * hourMs)))
}
