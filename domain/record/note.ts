import type { BodyOf } from '../log/kinds.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostNote, type TextFault } from '../text.ts'

export type NoteFault = { readonly code: 'note-empty' } | TextFault

/** A nursing note as typed, layout and all. White space alone is not a note. */
export function noteBody(typed: string): Result<BodyOf<'note'>, NoteFault> {
  const checked = checkText(typed, mostNote)
  if (!checked.ok) return checked
  return typed.trim() === '' ? err({ code: 'note-empty' }) : ok({ text: typed })
}
