import { z } from 'zod'
import { err, ok, type Result } from './result.ts'

/**
 * What a person typed is kept exactly as typed, or refused with a reason: never trimmed, normalised or
 * mended. 神 (U+FA19) stays U+FA19; a lone surrogate or a control character cannot be printed, read aloud
 * or written to a file that others open, so it is refused at the door.
 */
export type TextFault =
  | { readonly code: 'text-too-long'; readonly most: number }
  | { readonly code: 'text-has-control-characters' }
  | { readonly code: 'text-is-broken' }

// New line and tab are how people lay out a note; every other control character is an accident or an attack.
const forbidden = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]')

/** Checks typed text against `most` UTF-16 units. The value comes back untouched. */
export function checkText(text: string, most: number): Result<string, TextFault> {
  if (text.length > most) return err({ code: 'text-too-long', most })
  if (forbidden.test(text)) return err({ code: 'text-has-control-characters' })
  if (!text.isWellFormed()) return err({ code: 'text-is-broken' })
  return ok(text)
}

/** A zod string under the same rule, for every door that text comes through. */
export function typedText(most: number): z.ZodString {
  return z.string().max(most).check((field) => {
    const checked = checkText(field.value, most)
    if (!checked.ok) field.issues.push({ code: 'custom', message: checked.error.code, input: field.value })
  })
}

/** Lengths in UTF-16 units: generous for people, small enough for one frame and one printed line or page. */
export const mostName = 100
export const mostLine = 300
export const mostNote = 20_000

/** The same name however wide, spaced or large it was typed: `ＣＲＰ` and `c r p`. For comparing, never for keeping. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

/** The same bed or label, whichever of the many dashes stands in it: `３０１−１` and `301-1`. */
export function labelKey(text: string): string {
  return nameKey(text.normalize('NFKC').replace(/[‐‑–—−ー]/g, '-'))
}
