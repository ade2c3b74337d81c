import { z } from 'zod'
import type { Hand } from '../ports.ts'
import { err, ok, type Result } from '../result.ts'
import { areSymbols, checkSymbol, readSymbols, separators, symbolsOf } from './crockford.ts'

/**
 * Codes on paper. The machine makes them; nobody chooses or remembers one.
 *
 *   sealed code    7K2MQ-8RT4D-00XZ7-PQ3CA   80 bits: four groups of four symbols and a check symbol
 *   restart code   4TX9KN-0M2RVB             50 bits: two groups of five symbols and a check symbol
 *
 * The text as printed, hyphens and check symbols with it, is also the payload of the QR and the passphrase
 * of the age file it opens: whoever holds the paper can type exactly what is printed into `age -d`.
 * Changing the form makes every printed code useless.
 */
export const SealedCode = printed('sealed').brand<'SealedCode'>()
export type SealedCode = z.infer<typeof SealedCode>

export const RestartCode = printed('restart').brand<'RestartCode'>()
export type RestartCode = z.infer<typeof RestartCode>

const forms = {
  sealed: { groups: 4, symbols: 4, randomBytes: 10 },
  restart: { groups: 2, symbols: 5, randomBytes: 7 },
} as const

/** Which code: its form says how many groups and how many symbols. */
export type CodeForm = keyof typeof forms

/** Faults name groups, counted from 1 as on the paper, and never a symbol: a fault may be shown and journalled. */
export type CodeFault =
  | { readonly code: 'code-empty' }
  /** Too few or too many symbols; `group` is the one of wrong length when hyphens or spaces tell, else null. */
  | { readonly code: 'code-length'; readonly typed: number; readonly needed: number; readonly group: number | null }
  /** A sign that no code contains (U, a letter with an accent, a punctuation mark). */
  | { readonly code: 'code-symbol'; readonly groups: readonly number[] }
  /** These groups do not match the paper. */
  | { readonly code: 'code-check'; readonly groups: readonly number[] }

/** 80 bits. Offline guessing is hopeless whatever the key derivation costs. */
export function makeSealedCode(hand: Pick<Hand, 'random'>): SealedCode {
  return make('sealed', hand) as SealedCode // built in exactly the branded form
}

/** 50 bits: short enough to copy by hand, listed, revocable, and only for one incident. */
export function makeRestartCode(hand: Pick<Hand, 'random'>): RestartCode {
  return make('restart', hand) as RestartCode // as above
}

/** Reads a sealed code as typed or scanned. Rules KEY-2 to KEY-4. */
export function readSealedCode(typed: string): Result<SealedCode, CodeFault> {
  const code = read('sealed', typed)
  return code.ok ? ok(code.value as SealedCode) : code // read returns exactly the branded form
}

/** Reads a restart code as typed or scanned. */
export function readRestartCode(typed: string): Result<RestartCode, CodeFault> {
  const code = read('restart', typed)
  return code.ok ? ok(code.value as RestartCode) : code // as above
}

/** One group while it is being typed: null when it is whole and its check symbol agrees. */
export function groupFault(form: CodeForm, group: number, typed: string): CodeFault | null {
  const symbols = typed.length > longest ? typed : readSymbols(typed)
  const needed = forms[form].symbols + 1
  if (symbols.length === 0) return { code: 'code-empty' }
  if (!areSymbols(symbols)) return { code: 'code-symbol', groups: [group] }
  if (symbols.length !== needed) return { code: 'code-length', typed: symbols.length, needed, group }
  return agrees(group, symbols) ? null : { code: 'code-check', groups: [group] }
}

// No input method makes a code longer than this; the limit keeps pasted pages out of the normaliser.
const longest = 100

function make(form: CodeForm, hand: Pick<Hand, 'random'>): string {
  const { groups, symbols, randomBytes } = forms[form]
  const drawn = symbolsOf(hand.random(randomBytes), groups * symbols)
  return cut(drawn, symbols)
    .map((group, index) => group + checkSymbol(index + 1, group))
    .join('-')
}

function read(form: CodeForm, typed: string): Result<string, CodeFault> {
  const size = forms[form].symbols + 1
  const needed = forms[form].groups * size
  if (typed.length > longest) return err({ code: 'code-length', typed: typed.length, needed, group: null })
  const symbols = readSymbols(typed)
  if (symbols.length === 0) return err({ code: 'code-empty' })
  if (symbols.length !== needed) return err({ code: 'code-length', typed: symbols.length, needed, group: oddGroup(form, typed) })
  const groups = cut(symbols, size)
  const strange = numbersOf(groups, (group) => !areSymbols(group))
  if (strange.length > 0) return err({ code: 'code-symbol', groups: strange })
  const wrong = numbersOf(groups, (group, number) => !agrees(number, group))
  return wrong.length > 0 ? err({ code: 'code-check', groups: wrong }) : ok(groups.join('-'))
}

function agrees(group: number, symbols: string): boolean {
  return checkSymbol(group, symbols.slice(0, -1)) === symbols.slice(-1)
}

/** The single group of wrong length, when the typing itself separates as many groups as there are. */
function oddGroup(form: CodeForm, typed: string): number | null {
  const { groups, symbols } = forms[form]
  const parts = typed.normalize('NFKC').split(separators).filter((part) => part.length > 0)
  const odd = numbersOf(parts, (part) => part.length !== symbols + 1)
  return parts.length === groups && odd.length === 1 ? (odd[0] ?? null) : null
}

function numbersOf(groups: readonly string[], test: (group: string, number: number) => boolean): readonly number[] {
  return groups.flatMap((group, index) => (test(group, index + 1) ? [index + 1] : []))
}

function cut(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size))
}

function printed(form: 'sealed' | 'restart'): z.ZodString {
  return z.string().refine((text) => {
    const code = read(form, text)
    return code.ok && code.value === text
  })
}
