import { z } from 'zod'
import { dammDigit } from '../number/damm.ts'

/**
 * The check symbols found at the end of Japanese hospital numbers. Stored in the hospital's plan: add, never rename.
 *   mod10-w3   modulus 10, weights 3 1 3 … from the right (JAN, GS1)
 *   luhn       modulus 10, every second digit doubled (ISO/IEC 7812)
 *   mod11      modulus 11, weights 2 to 7 from the right, over and over; 10 and 11 are written 0
 *   7dr        remainder by seven
 *   damm       Damm's quasigroup
 *   nw7-mod16  modulus 16 over all symbols of an NW-7 bar, start and stop letter with them
 */
export const CheckScheme = z.enum(['none', 'mod10-w3', 'luhn', 'mod11', '7dr', 'damm', 'nw7-mod16'])
export type CheckScheme = z.infer<typeof CheckScheme>

export const checkSchemes: readonly CheckScheme[] = CheckScheme.options

/** What stands around the number in the bar; only NW-7's own scheme counts it. */
export type Around = { readonly before: string; readonly after: string }

/** The symbol that belongs behind `payload`. Null: the scheme knows none for these symbols, or is `none`. */
export function checkSymbolOf(scheme: CheckScheme, payload: string, around: Around): string | null {
  if (scheme === 'nw7-mod16') return nw7Symbol(payload, around)
  if (scheme === 'none' || !/^[0-9]+$/.test(payload)) return null
  const digits = [...payload].map(Number)
  const fromRight = digits.toReversed()
  switch (scheme) {
    case 'mod10-w3':
      return toTen(sum(fromRight, (digit, at) => digit * (at % 2 === 0 ? 3 : 1)))
    case 'luhn':
      return toTen(sum(fromRight, (digit, at) => (at % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] ?? 0 : digit)))
    case 'mod11': {
      const rest = sum(fromRight, (digit, at) => digit * (2 + (at % 6))) % 11
      return rest <= 1 ? '0' : String(11 - rest)
    }
    case '7dr':
      return String(digits.reduce((rest, digit) => (rest * 10 + digit) % 7, 0))
    case 'damm':
      return String(dammDigit(digits))
  }
}

const nw7Symbols = '0123456789-$:/.+ABCD'

function nw7Symbol(payload: string, { before, after }: Around): string | null {
  const values = [...`${before}${payload}${after}`.toUpperCase()].map((symbol) => nw7Symbols.indexOf(symbol))
  const hasEnds = /^[A-D]/i.test(before) && /[A-D]$/i.test(after)
  if (!hasEnds || payload === '' || values.includes(-1)) return null
  return nw7Symbols.charAt((16 - (values.reduce((all, value) => all + value, 0) % 16)) % 16)
}

function sum(digits: readonly number[], worth: (digit: number, at: number) => number): number {
  return digits.reduce((all, digit, at) => all + worth(digit, at), 0)
}

function toTen(all: number): string {
  return String((10 - (all % 10)) % 10)
}
