import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { citedIn, readRules, readSentences, titlesIn } from '#domain/conformance/conformance.ts'
import { readSpec, testTitles } from '../build/conformance.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const rules = readRules(readSpec())
const sentences = readSentences(readSpec())
const cited = new Set(testTitles().flatMap(citedIn))

it('every rule has one id and one sentence', () => {
  expect(rules.length).toBeGreaterThan(20)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  expect(rules.filter(({ sentence }) => !sentence.trim().endsWith('.'))).toEqual([])
})

it('every rule has a test whose title cites it', () => {
  expect(rules.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([])
})

it('every rule that a test cites exists', () => {
  const known = new Set([...rules, ...sentences].map(({ id }) => id))
  expect([...cited].filter((id) => !known.has(id))).toEqual([])
})

it('every control of a hazard is a rule', () => {
  const known = new Set(rules.map(({ id }) => id))
  const rows = read('domain/HAZARDS.md').split('\n').filter((line) => line.startsWith('| H-'))
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) {
    const controls = [...(row.split('|')[4] ?? '').matchAll(/[A-Z]{2,6}-\d+/g)].map(([id]) => id)
    expect(controls, row).not.toEqual([])
    expect(controls.filter((id) => !known.has(id)), row).toEqual([])
  }
})

it('[CONF-1] Every sentence of the guideline is met by at least one rule, and every rule it names exists.', () => {
  const known = new Set(rules.map(({ id }) => id))
  expect(sentences.map(({ id }) => id)).toEqual(Array.from({ length: 19 }, (_, at) => `MHLW-${at + 1}`))
  expect(sentences.filter(({ metBy }) => metBy.length === 0)).toEqual([])
  expect(sentences.flatMap(({ id, metBy }) => metBy.filter((rule) => !known.has(rule)).map((rule) => `${id}: ${rule}`))).toEqual([])
})

it('[CONF-3] Every sentence of the guideline has a journey on the real application whose title begins with its id.', () => {
  const journeys = readdirSync(join(root, 'tests/journeys')).filter((name) => name.endsWith('.spec.ts')).flatMap((name) => titlesIn(read(`tests/journeys/${name}`)))
  expect(sentences.map(({ id }) => id).filter((id) => !journeys.some((title) => title.startsWith(`[${id}]`)))).toEqual([])
})
