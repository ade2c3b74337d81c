import fc from 'fast-check'
import { checkSchemes, checkSymbolOf } from '#domain/scan/check-symbol.ts'
import type { ReadInBoth } from '#domain/scan/key-text.ts'
import type { ScanRule } from '#domain/scan/rule.ts'

export const plainRule: ScanRule = { what: 'patient', before: '', after: '', symbols: 'digits', least: 8, most: 8, check: 'none', isCheckPrinted: false }

/** Any rule a hospital may have; NW-7's own scheme with its start and stop letters. */
export const aRule: fc.Arbitrary<ScanRule> = fc
  .record({
    what: fc.constantFrom('patient' as const, 'triage-tag' as const),
    before: fc.constantFrom('', 'A', 'B', 'K-', 'XY', 'A-'),
    after: fc.constantFrom('', 'A', 'D', '-Z'),
    symbols: fc.constantFrom('digits' as const, 'letters-digits' as const),
    least: fc.integer({ min: 4, max: 10 }),
    more: fc.integer({ min: 0, max: 3 }),
    check: fc.constantFrom(...checkSchemes),
    isCheckPrinted: fc.boolean(),
  })
  .map(({ more, ...rule }) => ({
    ...rule,
    ...(rule.check === 'nw7-mod16' ? { before: 'A', after: 'D' } : {}),
    symbols: rule.check === 'none' ? rule.symbols : ('digits' as const),
    isCheckPrinted: rule.check !== 'none' && rule.isCheckPrinted,
    most: rule.least + more,
  }))

/** A number of a rule, as it is printed. */
export function numberFor(rule: ScanRule, length?: number): fc.Arbitrary<string> {
  const of = (size: number): fc.Arbitrary<string> => {
    const payload = rule.isCheckPrinted ? size - 1 : size
    const unit = rule.symbols === 'digits' ? fc.constantFrom(...'0123456789') : fc.constantFrom(...'0123456789FGHJK')
    return fc.string({ unit, minLength: payload, maxLength: payload }).map((text) => (rule.isCheckPrinted ? `${text}${checkSymbolOf(rule.check, text, rule) ?? ''}` : text))
  }
  return length === undefined ? fc.integer({ min: rule.least, max: rule.most }).chain(of) : of(length)
}

/** A text of letters, digits and hyphens reads alike on both layouts. */
export function bothOf(text: string): ReadInBoth {
  return { us: text, jis: text }
}
