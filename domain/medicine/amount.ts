import { err, ok, type Result } from '../result.ts'
import { DoseUnit, RateUnit, type Rate } from './units.ts'

export type AmountFault =
  /** Not a plain figure: 「5ミリ」, `.5`, `1,5`. Nothing is guessed. */
  | { readonly code: 'amount-not-understood' }
  | { readonly code: 'amount-out-of-range'; readonly most: number }

export const mostAmount = 100_000
const mostRate = 10_000

/** A figure as typed, full width too. Null for an empty box. `.5` is refused: its point is overlooked and 5 is given. */
export function readAmount(typed: string, most = mostAmount): Result<number | null, AmountFault> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return ok(null)
  if (!/^\d{1,6}(\.\d{1,4})?$/.test(text)) return err({ code: 'amount-not-understood' })
  const value = Number(text)
  return value > most ? err({ code: 'amount-out-of-range', most }) : ok(value)
}

/** A dose as typed: a figure above nought and one of the units; a bare figure is none (MED-1). */
export type TypedDose = { readonly amount: string; readonly unit: DoseUnit | null }
export type DoseIssue = { readonly field: 'amount' | 'unit' } & (AmountFault | { readonly code: 'amount-missing' | 'unit-missing' })

export function readDose({ amount, unit }: TypedDose): Result<{ readonly amount: number; readonly unit: DoseUnit }, readonly DoseIssue[]> {
  const issues: DoseIssue[] = []
  const value = readAmount(amount)
  if (!value.ok) issues.push({ field: 'amount', ...value.error })
  else if (value.value === null || value.value === 0) issues.push({ field: 'amount', code: 'amount-missing' })
  if (unit === null) issues.push({ field: 'unit', code: 'unit-missing' })
  return issues.length > 0 || !value.ok || value.value === null || unit === null ? err(issues) : ok({ amount: value.value, unit })
}

/** A rate as typed; null where nothing was typed. */
export type TypedRate = { readonly rate: string; readonly rateUnit: RateUnit | null }
export type RateIssue = { readonly field: 'rate' } & (AmountFault | { readonly code: 'rate-unit-missing' | 'rate-is-nought' })

export function readRate({ rate, rateUnit }: TypedRate): Result<Rate | null, RateIssue> {
  const value = readAmount(rate, mostRate)
  if (!value.ok) return err({ field: 'rate', ...value.error })
  if (value.value === null) return ok(null)
  if (value.value === 0) return err({ field: 'rate', code: 'rate-is-nought' })
  return rateUnit === null ? err({ field: 'rate', code: 'rate-unit-missing' }) : ok({ value: value.value, unit: rateUnit })
}
