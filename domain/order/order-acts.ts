import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine } from '../text.ts'
import type { Instant } from '../time.ts'
import { dueOf, type OrderNow } from './running.ts'

/** What is done with an order that was given. `null`: it is not known here any more, or was struck meanwhile. */
export type OrderActFault =
  | { readonly code: 'order-gone' | 'order-ended' | 'already-received' | 'is-medicine' | 'already-answered' | 'reason-missing' }
  | LineFault

/** 指示受け. One is enough; a second reader has nothing to sign. */
export function receiveOrder(id: EntryId, one: OrderNow | null): Result<Draft<'order-received'>, OrderActFault> {
  if (one === null) return err({ code: 'order-gone' })
  if (one.received !== null) return err({ code: 'already-received' })
  if (one.stopped !== null) return err({ code: 'order-ended' })
  return ok({ id, kind: 'order-received', patient: one.patient, at: null, body: { order: one.order.entry } })
}

/** 実施, of what is no medicine. `due`: which of its times; null: none of them. */
export function carryOut(id: EntryId, one: OrderNow | null, { due, note, at }: { readonly due: Instant | null; readonly note: string; readonly at: Instant | null }): Result<Draft<'order-done'>, OrderActFault> {
  if (one === null) return err({ code: 'order-gone' })
  if (one.order.body.medicine !== null) return err({ code: 'is-medicine' })
  if (isStoppedAt(one, at)) return err({ code: 'order-ended' })
  if (isAnswered(one, due)) return err({ code: 'already-answered' })
  const [issue] = lineIssue('note', note, mostLine)
  return issue === undefined ? ok({ id, kind: 'order-done', patient: one.patient, at, body: { order: one.order.entry, due, note } }) : err(issue)
}

/** 中止, of an order that runs. */
export function stopOrder(id: EntryId, one: OrderNow | null, reason: string): Result<Draft<'order-stopped'>, OrderActFault> {
  if (one === null) return err({ code: 'order-gone' })
  if (one.isEnded) return err({ code: 'order-ended' })
  const [issue] = lineIssue('reason', reason, mostLine)
  if (issue !== undefined) return err(issue)
  return reason.trim() === '' ? err({ code: 'reason-missing' }) : ok({ id, kind: 'order-stopped', patient: one.patient, at: null, body: { order: one.order.entry, reason } })
}

/** Was it stopped when this happened? What was done before the stop may be written down after it. `at` null: now. */
export function isStoppedAt({ stopped }: Pick<OrderNow, 'stopped'>, at: Instant | null): boolean {
  return stopped !== null && (at === null || at >= stopped.at)
}

/** Somebody has answered this time already; of an order for once, anything at all. */
export function isAnswered({ order, answers }: Pick<OrderNow, 'order' | 'answers'>, due: Instant | null): boolean {
  if (order.body.term === 'once') return answers.length > 0
  return due !== null && answers.some((answer) => dueOf(answer) === due)
}
