import { z } from 'zod'

/**
 * A wedge reader types the positions of a keyboard, not signs. It is set to one layout at its own set-up (mostly that of
 * the United States), whatever the PC believes: read from the positions, `:` stays `:` on a Japanese PC, and neither an
 * input method, nor Num Lock, nor Caps Lock has a say. Codes as in W3C UI Events.
 */
export const ReaderLayout = z.enum(['us', 'jis'])
export type ReaderLayout = z.infer<typeof ReaderLayout>

/** As much of a key press as the reading of a scan looks at. */
export type ReaderKey = { readonly code: string; readonly key: string; readonly shift: boolean; readonly ctrl: boolean }

/** The sign a key of the reader stands for; null for one that is none. GS comes as Ctrl+] or as F8, readers differ. */
export function signOf({ code, key, shift, ctrl }: ReaderKey, layout: ReaderLayout): string | null {
  if (code === 'F8' || (ctrl && code === closing[layout])) return '\u001D'
  if (ctrl) return null
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  if (digit !== undefined && (!shift || code.startsWith('Numpad'))) return digit
  const signs = code in same ? same[code] : tables[layout][code]
  if (signs !== undefined) return (shift ? signs[1] : signs[0]) || null
  // A driver or an on-screen keyboard sends no position at all.
  return code === '' && key.length === 1 ? key : null
}

const closing = { us: 'BracketRight', jis: 'Backslash' } as const satisfies Record<ReaderLayout, string>

/** Unshifted and shifted. */
const same: Readonly<Record<string, readonly [string, string]>> = {
  Space: [' ', ' '], Comma: [',', '<'], Period: ['.', '>'], Slash: ['/', '?'],
  Digit1: ['1', '!'], Digit3: ['3', '#'], Digit4: ['4', '$'], Digit5: ['5', '%'],
  NumpadAdd: ['+', '+'], NumpadSubtract: ['-', '-'], NumpadMultiply: ['*', '*'], NumpadDivide: ['/', '/'], NumpadDecimal: ['.', '.'],
}

const tables: Readonly<Record<ReaderLayout, Readonly<Record<string, readonly [string, string]>>>> = {
  us: {
    Digit2: ['2', '@'], Digit6: ['6', '^'], Digit7: ['7', '&'], Digit8: ['8', '*'], Digit9: ['9', '('], Digit0: ['0', ')'],
    Minus: ['-', '_'], Equal: ['=', '+'], BracketLeft: ['[', '{'], BracketRight: [']', '}'], Backslash: ['\\', '|'], Semicolon: [';', ':'], Quote: ["'", '"'], Backquote: ['`', '~'],
  },
  jis: {
    Digit2: ['2', '"'], Digit6: ['6', '&'], Digit7: ['7', "'"], Digit8: ['8', '('], Digit9: ['9', ')'], Digit0: ['0', ''],
    Minus: ['-', '='], Equal: ['^', '~'], IntlYen: ['\\', '|'], BracketLeft: ['@', '`'], BracketRight: ['[', '{'], Semicolon: [';', '+'], Quote: [':', '*'], Backslash: [']', '}'], IntlRo: ['\\', '_'],
  },
}

/** The same scan as each layout would read it. */
export type ReadInBoth = Readonly<Record<ReaderLayout, string>>

export function readInBoth(keys: readonly ReaderKey[]): ReadInBoth {
  const text = (layout: ReaderLayout): string => keys.map((key) => signOf(key, layout) ?? '').join('')
  return { us: text('us'), jis: text('jis') }
}
