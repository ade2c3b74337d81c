import { mostName } from '../text.ts'

/**
 * A figure as typed into any box of a record: plain or full-width digits, a point or 。 (the same key under an input method).
 * Never guesses a point that was not typed (365 is not 36.5), and begins with a digit: the point of `.5` is overlooked and 5 is
 * given. No sign: what may be below nought takes it off first. Null: no figure. The box decides what is possible and how fine.
 */
export function readFigure(typed: string): 'empty' | { readonly value: number; /** As typed. */ readonly decimals: number } | null {
  if (typed.length > mostName) return null
  const text = typed.normalize('NFKC').trim().replace('。', '.')
  if (text === '') return 'empty'
  const found = /^\d+(?:\.(\d+))?$/.exec(text)
  return found === null ? null : { value: Number(text), decimals: (found[1] ?? '').length }
}
