import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { isAnswered, isStoppedAt } from '../order/order-acts.ts'
import type { OrderNow } from '../order/running.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine } from '../text.ts'
import type { Instant } from '../time.ts'
import type { WithheldBecause } from './medicine.ts'

export type WithholdForm = { readonly because: WithheldBecause | null; readonly words: string }
export const emptyWithhold: WithholdForm = { because: null, words: '' }

export type WithholdFault = { readonly code: 'order-gone' | 'order-ended' | 'no-medicine' | 'answered-before' | 'reason-missing' | 'words-missing' } | LineFault

/** 未投与 of one of its times, with why and when that was decided (`at`; null: now); 'other' needs words. An order that was stopped since still takes what was before. Rule MED-11. */
export function withholdEntry({ because, words }: WithholdForm, { entry, one, due, at }: { readonly entry: EntryId; readonly one: OrderNow | null; readonly due: Instant | null; readonly at: Instant | null }): Result<Draft<'medicine-withheld'>, WithholdFault> {
  if (one === null) return err({ code: 'order-gone' })
  if (one.order.body.medicine === null) return err({ code: 'no-medicine' })
  if (isStoppedAt(one, at)) return err({ code: 'order-ended' })
  if (isAnswered(one, due)) return err({ code: 'answered-before' })
  if (because === null) return err({ code: 'reason-missing' })
  const [issue] = lineIssue('words', words, mostLine)
  if (issue !== undefined) return err(issue)
  if (because === 'other' && words.trim() === '') return err({ code: 'words-missing' })
  return ok({ id: entry, kind: 'medicine-withheld', patient: one.patient, at, body: { order: one.order.entry, due, because, words } })
}
