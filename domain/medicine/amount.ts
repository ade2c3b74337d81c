import { readAmount, type AmountBounds, type AmountFault } from '../record/typed-amount.ts'
import { err, ok, type Result } from '../result.ts'
import { DoseUnit, RateUnit, type Rate } from './units.ts'

/** What a dose, or a millilitre of an infusion, may be; ten thousandths are the finest that is dispensed. */
export const doseBounds = { most: 100_000, decimals: 4 } as const satisfies AmountBounds
const rateBounds = { most: 10_000, decimals: 4 } as const satisfies AmountBounds

/** A dose as typed: a figure above nought and one of the units; a bare figure is none (MED-1). */
export type TypedDose = { readonly amount: string; readonly unit: DoseUnit | null }
export type DoseIssue = { readonly field: 'amount' | 'unit' } & (AmountFault | { readonly code: 'amount-missing' | 'unit-missing' })

export function readDose({ amount, unit }: TypedDose): Result<{ readonly amount: number; readonly unit: DoseUnit }, readonly DoseIssue[]> {
  const issues: DoseIssue[] = []
  const value = readAmount(amount, doseBounds)
  if (!value.ok) issues.push({ field: 'amount', ...value.error })
  else if (value.value === null || value.value === 0) issues.push({ field: 'amount', code: 'amount-missing' })
  if (unit === null) issues.push({ field: 'unit', code: 'unit-missing' })
  return issues.length > 0 || !value.ok || value.value === null || unit === null ? err(issues) : ok({ amount: value.value, unit })
}

/** A rate as typed; null where nothing was typed. */
export type TypedRate = { readonly rate: string; readonly rateUnit: RateUnit | null }
export type RateIssue = { readonly field: 'rate' } & (AmountFault | { readonly code: 'rate-unit-missing' | 'rate-is-nought' })

export function readRate({ rate, rateUnit }: TypedRate): Result<Rate | null, RateIssue> {
  const value = readAmount(rate, rateBounds)
  if (!value.ok) return err({ field: 'rate', ...value.error })
  if (value.value === null) return ok(null)
  if (value.value === 0) return err({ field: 'rate', code: 'rate-is-nought' })
  return rateUnit === null ? err({ field: 'rate', code: 'rate-unit-missing' }) : ok({ value: value.value, unit: rateUnit })
}
