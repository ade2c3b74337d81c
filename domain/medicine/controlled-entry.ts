import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { nobodyElse, readTwo, type TwoIssue, type TypedTwo } from '../record/by-two.ts'
import { readAmount, type AmountFault } from '../record/typed-amount.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine, mostName } from '../text.ts'
import { balanceOf, type ControlledLine } from '../view/controlled.ts'
import { doseBounds } from './amount.ts'
import type { ControlledMove } from './medicine.ts'
import type { DoseUnit } from './units.ts'

export type ControlledForm = {
  readonly drug: string
  readonly unit: DoseUnit | null
  readonly move: ControlledMove | null
  readonly amount: string
  readonly slip: string
  readonly explained: string
  readonly two: TypedTwo
}

export const emptyControlled: ControlledForm = { drug: '', unit: null, move: null, amount: '', slip: '', explained: '', two: nobodyElse }

export type ControlledIssue =
  | { readonly field: 'drug'; readonly code: 'drug-missing' }
  | { readonly field: 'unit'; readonly code: 'unit-missing' }
  | { readonly field: 'move'; readonly code: 'not-chosen' }
  | { readonly field: 'amount'; readonly code: 'amount-missing' }
  | ({ readonly field: 'amount' } & AmountFault)
  /** The book would show less than nothing, or something else than was found: a word why is the answer. */
  | { readonly field: 'explained'; readonly code: 'less-than-nothing'; readonly left: number }
  | { readonly field: 'explained'; readonly code: 'count-differs'; readonly book: number }
  | TwoIssue
  | ({ readonly field: 'drug' | 'slip' | 'explained' } & LineFault)

/** What comes into the safe or leaves it, by two or alone with a reason. Rules MED-18 to MED-20. */
export function controlledEntry(form: ControlledForm, { entry, ledger, by, second }: { readonly entry: EntryId; readonly ledger: readonly ControlledLine[]; readonly by: Person; readonly second: Person | null }): Result<Draft<'controlled-moved'>, readonly ControlledIssue[]> {
  const { drug, unit, move, slip, explained } = form
  const issues: ControlledIssue[] = [...lineIssue('drug', drug, mostLine), ...lineIssue('slip', slip, mostName), ...lineIssue('explained', explained, mostLine)]
  if (move === null) issues.push({ field: 'move', code: 'not-chosen' })
  if (drug.trim() === '') issues.push({ field: 'drug', code: 'drug-missing' })
  if (unit === null) issues.push({ field: 'unit', code: 'unit-missing' })
  const amount = readAmount(form.amount, doseBounds)
  if (!amount.ok) issues.push({ field: 'amount', ...amount.error })
  // Nothing in the safe is something that can be counted.
  else if (amount.value === null || (amount.value === 0 && move !== 'counted')) issues.push({ field: 'amount', code: 'amount-missing' })
  const two = readTwo(form.two, second, [by])
  if (!two.ok) issues.push(...two.error)
  if (issues.length > 0 || move === null || unit === null || !amount.ok || amount.value === null || !two.ok) return err(issues)
  if (explained.trim() === '') {
    const book = balanceOf(ledger, drug, unit)
    const left = balanceAfter(form, amount.value, ledger) ?? 0
    if (move === 'counted' && book !== amount.value) return err([{ field: 'explained', code: 'count-differs', book }])
    if (left < 0) return err([{ field: 'explained', code: 'less-than-nothing', left }])
  }
  return ok({ id: entry, kind: 'controlled-moved', patient: null, at: null, body: { drug, unit, move, amount: amount.value, slip, byTwo: two.value, explained } })
}

/** What the book will show of the medicine; null while it is not said what moves. */
export function balanceAfter({ drug, unit, move }: Pick<ControlledForm, 'drug' | 'unit' | 'move'>, amount: number | null, ledger: readonly ControlledLine[]): number | null {
  if (unit === null || move === null || amount === null || drug.trim() === '') return null
  const book = balanceOf(ledger, drug, unit)
  return move === 'counted' ? amount : Math.round((move === 'received' ? book + amount : book - amount) * 1_000_000) / 1_000_000
}
