import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, type TextFault } from '../text.ts'
import { mostSetAside, numberFromBlank, numberOnBand, type BlankFault, type Blanks, type BlankVoidReason, type NumbersVoided } from './blank.ts'
import { wardNumber } from './ward-number.ts'

/** As typed or scanned. `last` is empty for one band alone. */
export type VoidForm = { readonly first: string; readonly last: string; readonly reason: BlankVoidReason | null; readonly words: string }

export const emptyVoid: VoidForm = { first: '', last: '', reason: null, words: '' }

export type VoidIssue =
  | ({ readonly field: 'first' | 'last' } & BlankFault)
  | { readonly field: 'last'; readonly code: 'last-before-first' | 'too-many' }
  /** Every one of them is worn or void already. */
  | { readonly field: 'first'; readonly code: 'none-left' }
  | { readonly field: 'reason'; readonly code: 'reason-missing' }
  | { readonly field: 'words'; readonly code: 'words-empty' }
  | ({ readonly field: 'words' } & TextFault)

export type Voiding = { readonly body: NumbersVoided; /** Numbers that nobody gets any more from now on. */ readonly many: number }

/** Pre-printed numbers that were lost or spoiled, or everything in the way. Whoever wears one of them keeps it. Rule BAND-13. */
export function voidBlanks(form: VoidForm, blanks: Blanks): Result<Voiding, readonly VoidIssue[]> {
  const first = numberOnBand(form.first, blanks)
  const last = form.last.trim() === '' ? first : numberOnBand(form.last, blanks)
  const checked = checkText(form.words, mostLine)
  const issues: VoidIssue[] = []
  if (!first.ok) issues.push({ field: 'first', ...first.error })
  if (!last.ok && form.last.trim() !== '') issues.push({ field: 'last', ...last.error })
  if (form.reason === null) issues.push({ field: 'reason', code: 'reason-missing' })
  if (!checked.ok) issues.push({ field: 'words', ...checked.error })
  else if (form.reason === 'other' && form.words.trim() === '') issues.push({ field: 'words', code: 'words-empty' })
  if (first.ok && last.ok) {
    const many = last.value.count - first.value.count + 1
    if (many < 1) issues.push({ field: 'last', code: 'last-before-first' })
    else if (many > mostSetAside) issues.push({ field: 'last', code: 'too-many' })
    else if (left(first.value.count, last.value.count, blanks) === 0) issues.push({ field: 'first', code: 'none-left' })
  }
  if (issues.length > 0 || !first.ok || !last.ok || form.reason === null) return err(issues)
  const body = { letters: blanks.letters, first: first.value.count, last: last.value.count, reason: form.reason, words: form.words }
  return ok({ body, many: left(body.first, body.last, blanks) })
}

/** How many of these can still be given to somebody. */
function left(first: number, last: number, blanks: Blanks): number {
  const counts = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return counts.filter((count) => numberFromBlank(wardNumber(blanks.realm, blanks.letters, count), blanks).ok).length
}
