import { err, ok, type Result } from '../result.ts'
import { readFigure } from './typed-figure.ts'

export type AmountFault =
  /** No plain figure: 「5ミリ」, `.5`, `1,5`. Nothing is guessed. */
  | { readonly code: 'not-a-number' }
  /** More decimals than anybody measures; we do not round. */
  | { readonly code: 'too-fine' }
  | { readonly code: 'out-of-range' }

/** What an amount may be: the largest, and the most decimals. */
export type AmountBounds = { readonly most: number; readonly decimals: number }

/**
 * An amount as typed: of a dose, a fluid, a bag. Null: the box is empty. Vital signs and fields of forms read the same figures
 * (typed-figure.ts) with verdicts of their own: they are asked about where they are unlikely, and may be below nought.
 */
export function readAmount(typed: string, { most, decimals }: AmountBounds): Result<number | null, AmountFault> {
  const figure = readFigure(typed)
  if (figure === 'empty') return ok(null)
  if (figure === null) return err({ code: 'not-a-number' })
  if (figure.decimals > decimals) return err({ code: 'too-fine' })
  return figure.value > most ? err({ code: 'out-of-range' }) : ok(figure.value)
}
