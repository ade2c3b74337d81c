import { err, ok, type Result } from '../result.ts'
import { mostName } from '../text.ts'

export type AmountFault =
  | { readonly code: 'not-a-number' }
  /** More decimals than anybody measures; we do not round. */
  | { readonly code: 'too-fine' }
  | { readonly code: 'out-of-range' }

/** An amount as typed: plain or full-width figures, a point or 。. Null: the box is empty. Never rounds, never guesses a point. */
export function readAmount(typed: string, { most, decimals }: { readonly most: number; readonly decimals: number }): Result<number | null, AmountFault> {
  if (typed.length > mostName) return err({ code: 'not-a-number' })
  const text = typed.normalize('NFKC').trim().replace('。', '.')
  if (text === '') return ok(null)
  const found = /^\d{1,9}(?:\.(\d{1,9}))?$/.exec(text)
  if (found === null) return err({ code: 'not-a-number' })
  if ((found[1] ?? '').length > decimals) return err({ code: 'too-fine' })
  return Number(text) > most ? err({ code: 'out-of-range' }) : ok(Number(text))
}
