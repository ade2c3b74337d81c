/**
 * Crockford's base 32: ten digits and the letters without I, L, O and U, so that nothing on paper looks
 * like something else. Five bits a symbol.
 *
 * Changing anything here makes printed codes unreadable.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first `symbols` × 5 bits of the bytes. Throws when there are too few: a caller's mistake. */
export function symbolsOf(bytes: Uint8Array, symbols: number): string {
  if (bytes.length * 8 < symbols * 5) throw new Error('Too few bytes for so many symbols')
  return Array.from({ length: symbols }, (_, index) => symbolOf(fiveBitsAt(bytes, index * 5))).join('')
}

/**
 * Check symbol of group `group` (1 …). The symbols are weighted by distinct powers of 2 in the field of 32
 * elements, the group number by one more. Always caught inside a group: any one wrong symbol, any two
 * exchanged (neighbours or not), and a whole group written where another belongs. Of other mistakes
 * 31 in 32. It is computed from the code, so it adds no bit and takes none.
 */
export function checkSymbol(group: number, symbols: string): string {
  let sum = group
  for (const symbol of symbols) sum = twice(sum ^ valueOf(symbol))
  return symbolOf(sum)
}

/**
 * What was typed, brought to capitals of the alphabet: width and case forgiven, O read as 0, I and L as 1.
 * Separators stay out; anything else stays in and belongs to no code.
 */
export function readSymbols(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(separators, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** Spaces, and every dash a keyboard or an input method may put where a hyphen is printed. */
export const separators = /[\s\-‐‑‒–—―−ー_.・]+/g

export function areSymbols(text: string): boolean {
  return [...text].every((symbol) => alphabet.includes(symbol))
}

function fiveBitsAt(bytes: Uint8Array, bit: number): number {
  const byte = Math.floor(bit / 8)
  const two = ((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0)
  return (two >> (11 - (bit % 8))) & 31
}

function twice(value: number): number {
  const doubled = value << 1
  return doubled & 32 ? doubled ^ 0b100101 : doubled // x⁵ + x² + 1
}

function valueOf(symbol: string): number {
  const value = alphabet.indexOf(symbol)
  if (value < 0 || symbol.length !== 1) throw new Error('Not a symbol of the alphabet')
  return value
}

function symbolOf(value: number): string {
  return alphabet.charAt(value)
}
