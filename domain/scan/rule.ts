import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'
import { CheckScheme, checkSymbolOf } from './check-symbol.ts'

/** What the hospital's bars look like is stored in its plan: add, never rename. */
export const ScanRule = z
  .object({
    what: z.enum(['patient', 'triage-tag']),
    /** What a reader sends before and after the number: NW-7's start and stop letters, a mark of the hospital. */
    before: z.string().regex(/^[\x20-\x7e]*$/).max(20),
    after: z.string().regex(/^[\x20-\x7e]*$/).max(20),
    symbols: z.enum(['digits', 'letters-digits']),
    /** Symbols of the number as it is printed. */
    least: z.number().int().min(1).max(40),
    most: z.number().int().min(1).max(40),
    check: CheckScheme,
    /** The check symbol is the last symbol of the number as it is printed; else it stands in the bar alone. */
    isCheckPrinted: z.boolean(),
  })
  .refine(({ least, most }) => least <= most)
export type ScanRule = z.infer<typeof ScanRule>

/** `other`: these are no bars of this rule. `check-symbol`: one of them, misread or damaged. */
export type RuleFault = 'other' | 'check-symbol'

/** The number in a bar, exactly as it stands there: zeros before it are kept, and nothing is cut off that does not agree. Rules SCAN-6, SCAN-7. */
export function readByRule(rule: ScanRule, text: string): Result<string, RuleFault> {
  const { before, after } = rule
  if (text.length < before.length + after.length || !same(text.slice(0, before.length), before) || !same(text.slice(text.length - after.length), after)) return err('other')
  const inner = text.slice(before.length, text.length - after.length)
  const payload = rule.check === 'none' ? inner : inner.slice(0, -1)
  const number = rule.check === 'none' || rule.isCheckPrinted ? inner : payload
  if (!formOf(rule.symbols).test(payload) || number.length < rule.least || number.length > rule.most) return err('other')
  if (rule.check === 'none') return ok(number)
  const found = inner.slice(-1)
  const due = checkSymbolOf(rule.check, payload, rule)
  if (due !== null && same(due, found)) return ok(number)
  return /^[0-9A-D$:/.+-]$/i.test(found) ? err('check-symbol') : err('other')
}

/** The bar of a number, as its reader would send it. Null when the number is none of this rule's. */
export function writeByRule(rule: ScanRule, number: string): string | null {
  const check = rule.check === 'none' || rule.isCheckPrinted ? '' : checkSymbolOf(rule.check, number, rule)
  if (check === null) return null
  const text = `${rule.before}${number}${check}${rule.after}`
  const read = readByRule(rule, text)
  return read.ok && read.value === number ? text : null
}

export function formOf(symbols: ScanRule['symbols']): RegExp {
  return symbols === 'digits' ? /^[0-9]+$/ : /^[0-9A-Za-z-]+$/
}

/** Readers send start and stop letters in either case. */
export function same(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase()
}
