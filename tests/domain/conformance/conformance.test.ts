import { expect, test } from 'vitest'
import { citedIn, conformance, readRules, readSentences, titlesIn } from '#domain/conformance/conformance.ts'
import { conformanceFlow } from '#renderer/print/conformance-flow.ts'
import { conformanceOfBuild } from '../../../build/conformance.ts'
import { readSpec, testTitles } from '../../../build/conformance.ts'
import { conformanceSheet, sentences } from '#tests/print/sample-sheets.ts'

test('[CONF-2] The conformance sheet, on the screen and on paper, is made from the rules and the titles of the tests when the program is built; every sentence, rule and count in it is one of theirs.', () => {
  const built = JSON.parse(conformanceOfBuild['import.meta.env.CONFORMANCE']) as ReturnType<typeof conformance> // what the build wrote
  expect(built).toEqual(conformance(readSpec(), testTitles()))
  expect(built.map(({ id }) => id)).toEqual(readSentences(readSpec()).map(({ id }) => id))
  const rules = new Map(readRules(readSpec()).map(({ id, sentence }) => [id, sentence]))
  for (const { id, sentence, tests } of built.flatMap((each) => each.rules)) {
    expect(sentence).toBe(rules.get(id))
    expect(tests, id).toBeGreaterThan(0)
  }
  const printed = JSON.stringify(conformanceFlow({ ...conformanceSheet, sentences: built }).pieces)
  for (const { id, rules: own } of built) for (const said of [id, ...own.map((rule) => rule.id)]) expect(printed).toContain(said)
})

test('[CONF-2] a title counts for each rule it cites, and for the sentence it is named after', () => {
  expect(titlesIn("test('[GLASS-2] a', () => {}); it(\"[A-1] no\")")).toEqual(['[GLASS-2] a'])
  expect(citedIn('[KEY-36] [GLASS-2] both')).toEqual(['KEY-36', 'GLASS-2'])
  expect(sentences).toMatchObject([
    { id: 'MHLW-2', of: 'B-(2)①', journeys: 1, rules: [{ id: 'GLASS-2', sentence: 'While the station is sealed nothing of patients can be written or read.', tests: 2 }, { id: 'KEY-36', sentence: 'Set-up proves each code on the real account file.', tests: 1 }] },
    { id: 'MHLW-13', journeys: 0, rules: [] },
  ])
})

test('[CONF-2] what nothing meets is said as loudly as what is met', () => {
  const said = JSON.stringify(conformanceFlow(conformanceSheet))
  expect(said).toContain('この項目を満たす規則はまだない。')
  expect(said).toContain('実機の通し検査 なし')
})
