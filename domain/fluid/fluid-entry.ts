import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { readAmount, type AmountFault } from '../record/typed-amount.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine, mostName } from '../text.ts'
import type { Instant } from '../time.ts'
import type { FluidMeasured, FluidWay } from './fluid.ts'

export type FluidForm = { readonly way: FluidWay | null; readonly name: string; readonly amount: string; readonly times: string; readonly note: string }
export const emptyFluid: FluidForm = { way: null, name: '', amount: '', times: '', note: '' }

export type FluidIssue =
  | { readonly field: 'way'; readonly code: 'way-missing' }
  /** Neither measured nor counted. */
  | { readonly field: 'amount'; readonly code: 'nothing-said' }
  | ({ readonly field: 'amount' | 'times' } & AmountFault)
  | { readonly field: 'times'; readonly code: 'no-times' }
  | ({ readonly field: 'name' | 'note' } & LineFault)

/** Told beside the row: which drain is not said; more than anybody passes at once; an infusion or a bag that is counted by itself. */
export type FluidAsk = 'name-missing' | 'much' | 'counted-by-itself'

export type FluidDesk = { readonly patient: PatientId; readonly entry: EntryId; readonly at: Instant | null }

const much = 3000

/** What went in or came out; without millilitres it was seen so many times. Rules FLU-1, FLU-2. */
export function fluidEntry(form: FluidForm, { patient, entry, at }: FluidDesk): Result<{ readonly draft: Draft<'fluid-measured'>; readonly asks: readonly FluidAsk[] }, readonly FluidIssue[]> {
  const { way, name, note } = form
  const amount = readAmount(form.amount, { most: 20_000, decimals: 1 })
  const times = readAmount(form.times, { most: 50, decimals: 0 })
  const issues: FluidIssue[] = [...lineIssue('name', name, mostName), ...lineIssue('note', note, mostLine)]
  if (way === null) issues.unshift({ field: 'way', code: 'way-missing' })
  if (!amount.ok) issues.push({ field: 'amount', ...amount.error })
  if (!times.ok) issues.push({ field: 'times', ...times.error })
  else if (times.value === 0) issues.push({ field: 'times', code: 'no-times' })
  if (amount.ok && times.ok && amount.value === null && times.value === null) issues.push({ field: 'amount', code: 'nothing-said' })
  if (issues.length > 0 || way === null || !amount.ok || !times.ok) return err(issues)
  const asks: readonly FluidAsk[] = [
    ...(way === 'out-drain' && name.trim() === '' ? ['name-missing' as const] : []),
    ...(amount.value !== null && amount.value > much ? ['much' as const] : []),
    ...(way === 'in-infusion' || way === 'in-transfusion' ? ['counted-by-itself' as const] : []),
  ]
  return ok({ draft: { id: entry, kind: 'fluid-measured', patient, at, body: { way, name, amountMl: amount.value, times: times.value, note } }, asks })
}

/** What was written, to be corrected. */
export function fluidFormOf({ way, name, amountMl, times, note }: FluidMeasured): FluidForm {
  return { way, name, amount: amountMl === null ? '' : String(amountMl), times: times === null ? '' : String(times), note }
}
