import { err, ok, type Result } from '../result.ts'
import { checkSchemes } from './check-symbol.ts'
import { ReaderLayout, type ReadInBoth } from './key-text.ts'
import { formOf, readByRule, same, ScanRule } from './rule.ts'

/** One bar as it was read, and the number that stands printed under it. */
export type Sample = { readonly read: ReadInBoth; readonly printed: string }

export type Learnt = {
  readonly layout: ReaderLayout
  /** Every rule that reads all samples, the one with the most proof first. More than one: a person says which, or scans another bar. */
  readonly rules: readonly [ScanRule, ...ScanRule[]]
}

export type LearnFault =
  | { readonly code: 'no-sample' }
  /** Sample `at`, from 1: what is printed does not stand in the bar. */
  | { readonly code: 'printed-not-in-bar'; readonly at: number }
  | { readonly code: 'printed-missing'; readonly at: number }
  /** Each reads by itself, and no one rule reads them all. */
  | { readonly code: 'samples-differ' }

/** What one sample may mean: where its number begins and ends in the bar. */
type Cut = { readonly before: string; readonly after: string; readonly number: string; readonly isCheckAfter: boolean }

/**
 * The hospital's rule from one to three bars. Whatever fits all of them is proposed, nothing is chosen: with one bar a
 * check symbol fits by chance one time in ten. Rules SCAN-10, SCAN-11.
 */
export function learnRule(what: ScanRule['what'], samples: readonly Sample[]): Result<Learnt, LearnFault> {
  if (samples.length === 0) return err({ code: 'no-sample' })
  const blank = samples.findIndex(({ printed }) => plain(printed) === '')
  if (blank !== -1) return err({ code: 'printed-missing', at: blank + 1 })
  for (const layout of ReaderLayout.options) {
    const cuts = samples.map(({ read, printed }) => cutsOf(read[layout], printed))
    const rules = rulesFor(what, cuts, samples.map(({ read }) => read[layout]))
    const [first, ...others] = rules
    if (first !== undefined) return ok({ layout, rules: [first, ...others] })
  }
  const lost = samples.findIndex(({ read, printed }) => ReaderLayout.options.every((layout) => cutsOf(read[layout], printed).length === 0))
  return lost === -1 ? err({ code: 'samples-differ' }) : err({ code: 'printed-not-in-bar', at: lost + 1 })
}

/** The number as the bar has it: width, spaces and hyphens are the printer's. */
function plain(printed: string): string {
  return printed.normalize('NFKC').replaceAll(/\s/g, '')
}

function cutsOf(text: string, printed: string): readonly Cut[] {
  const typed = plain(printed)
  const forms = [...new Set([typed, typed.replaceAll(/[-‐–—−ー]/g, '')])].filter((form) => form !== '')
  return forms.flatMap((form) =>
    placesOf(text, form).flatMap((at) => {
      // Zeros before it are printed away, or belong to what stands before the number: both are asked.
      const zeros = /0*$/.exec(text.slice(0, at))?.[0].length ?? 0
      const end = at + form.length
      return [...new Set([at - zeros, at])].flatMap((from): readonly Cut[] => {
        const cut = { before: text.slice(0, from), number: text.slice(from, end) }
        return [{ ...cut, after: text.slice(end), isCheckAfter: false }, ...(end < text.length ? [{ ...cut, after: text.slice(end + 1), isCheckAfter: true }] : [])]
      })
    }),
  )
}

function placesOf(text: string, part: string): readonly number[] {
  const [upper, sought] = [text.toUpperCase(), part.toUpperCase()]
  const places: number[] = []
  for (let at = upper.indexOf(sought); at !== -1; at = upper.indexOf(sought, at + 1)) places.push(at)
  return places
}

function rulesFor(what: ScanRule['what'], cuts: readonly (readonly Cut[])[], texts: readonly string[]): readonly ScanRule[] {
  const [ofFirst = []] = cuts
  const rules = ofFirst.flatMap((cut) => {
    const chosen = cuts.map((all) => all.find(({ before, after, isCheckAfter }) => same(before, cut.before) && same(after, cut.after) && isCheckAfter === cut.isCheckAfter))
    const numbers = chosen.flatMap((one) => (one === undefined ? [] : [one.number]))
    if (numbers.length < cuts.length) return []
    const lengths = numbers.map(({ length }) => length)
    const form = { what, before: cut.before, after: cut.after, least: Math.min(...lengths), most: Math.max(...lengths) }
    return checkSchemes.flatMap((check) =>
      (['digits', 'letters-digits'] as const).flatMap((symbols): readonly ScanRule[] => {
        const rule = { ...form, symbols, check, isCheckPrinted: check !== 'none' && !cut.isCheckAfter }
        // The check symbol stands in the bar alone, or there is none: both at once is no rule.
        if (cut.isCheckAfter && check === 'none') return []
        if (symbols === 'letters-digits' && numbers.every((number) => formOf('digits').test(check === 'none' || cut.isCheckAfter ? number : number.slice(0, -1)))) return []
        const fits = ScanRule.safeParse(rule).success && texts.every((text, index) => {
          const read = readByRule(rule, text)
          return read.ok && read.value === numbers[index]
        })
        return fits ? [rule] : []
      }),
    )
  })
  return rules.toSorted((one, other) => proof(other) - proof(one))
}

/** A check symbol that agrees says more than a rule without one. */
function proof({ check, isCheckPrinted }: ScanRule): number {
  return check === 'none' ? 0 : isCheckPrinted ? 1 : 2
}
