import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'

/** What a person types after a lock: 6 to 12 digits of their own choice. Never stored, in any form. */
export const Pin = z
  .string()
  .refine((text) => pinFault(text) === null)
  .brand<'Pin'>()
export type Pin = z.infer<typeof Pin>

export type PinFault =
  | { readonly code: 'pin-not-digits' }
  | { readonly code: 'pin-too-short'; readonly least: number }
  | { readonly code: 'pin-too-long'; readonly most: number }
  /** 000000, 111111 … */
  | { readonly code: 'pin-all-same' }
  /** 123456, 987654, 789012 …: each digit the next, or each the one before, round the keypad. */
  | { readonly code: 'pin-straight' }

export const leastPinDigits = 6
export const mostPinDigits = 12

/**
 * What is wrong with a PIN being chosen. Birth dates and the like are allowed: five wrong tries wipe it, and
 * a refusal nobody understands at night sends people to a shared note.
 */
export function pinFault(digits: string): PinFault | null {
  if (!/^[0-9]*$/.test(digits)) return { code: 'pin-not-digits' }
  if (digits.length < leastPinDigits) return { code: 'pin-too-short', least: leastPinDigits }
  if (digits.length > mostPinDigits) return { code: 'pin-too-long', most: mostPinDigits }
  const steps = new Set([...digits].slice(1).map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10))
  if (steps.size > 1) return null
  if (steps.has(0)) return { code: 'pin-all-same' }
  return steps.has(1) || steps.has(9) ? { code: 'pin-straight' } : null
}

/** A PIN as typed: full-width digits and spaces are forgiven, so an input method left on locks nobody out. */
export function readPin(typed: string): Result<Pin, PinFault> {
  const digits = typed.slice(0, 100).normalize('NFKC').replace(/\s/g, '')
  const fault = pinFault(digits)
  return fault === null ? ok(digits as Pin) : err(fault) // just checked against the branded rule
}
