/**
 * Which sentence of the guideline is met by what, read out of the rules (SPEC.md) and the titles of the tests: a list that
 * is written beside them would soon say something else.
 */
export type Rule = { readonly id: string; readonly sentence: string }
export type Sentence = { readonly id: string; readonly of: string; readonly ja: string; readonly en: string; readonly metBy: readonly string[] }

export type Conformed = {
  readonly id: string
  /** Where it stands in the guideline: `C-4(2)`. */
  readonly of: string
  readonly ja: string
  readonly en: string
  /** `tests`: how many cite the rule in their title. */
  readonly rules: readonly (Rule & { readonly tests: number })[]
  /** Journeys on the real application that are named after the sentence. */
  readonly journeys: number
}

export function readRules(spec: string): readonly Rule[] {
  return [...spec.matchAll(/^- ([A-Z]{2,6}-\d+) (.+)$/gm)].map(([, id = '', sentence = '']) => ({ id, sentence }))
}

export function readSentences(spec: string): readonly Sentence[] {
  return [...spec.matchAll(/^\| (MHLW-\d+) \|(.+)\|$/gm)].map(([, id = '', rest = '']) => {
    const [of = '', ja = '', en = '', metBy = ''] = rest.split('|').map((cell) => cell.trim())
    return { id, of, ja, en, metBy: metBy.split(',').map((rule) => rule.trim()).filter((rule) => rule !== '') }
  })
}

/** Every text in a test file that begins with a citation, `[GLASS-2] …`: a title. */
export function titlesIn(source: string): readonly string[] {
  return [...source.matchAll(/(['"`])((?:\[[A-Z]{2,6}-\d+\] ?)+(?:(?!\1).)*)\1/gs)].map(([, , title = '']) => title)
}

/** The rules and sentences a title cites. */
export function citedIn(title: string): readonly string[] {
  return [...title.matchAll(/\[([A-Z]{2,6}-\d+)\]/g)].map(([, id = '']) => id)
}

/** A rule that a sentence names and that does not exist has an empty sentence here; tests/spec.test.ts finds it. */
export function conformance(spec: string, titles: readonly string[]): readonly Conformed[] {
  const rules = new Map(readRules(spec).map((rule) => [rule.id, rule]))
  const counted = Map.groupBy(titles.flatMap(citedIn), (id) => id)
  const count = (id: string): number => counted.get(id)?.length ?? 0
  return readSentences(spec).map(({ id, of, ja, en, metBy }) => ({
    id, of, ja, en,
    rules: metBy.map((rule) => ({ id: rule, sentence: rules.get(rule)?.sentence ?? '', tests: count(rule) })),
    journeys: count(id),
  }))
}
