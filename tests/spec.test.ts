import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const rules = [...read('domain/SPEC.md').matchAll(/^- ([A-Z]{2,6}-\d+) (.+)$/gm)].map(([, id = '', sentence = '']) => ({ id, sentence }))
/** Every text in a test file that begins with a citation: a title. */
const titles = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(test|prove|spec)\.tsx?$/.test(name) && !name.includes('fixture'))
  .flatMap((name) => [...read(`tests/${name}`).matchAll(/(['"`])((?:\[[A-Z]{2,6}-\d+\] ?)+(?:(?!\1).)*)\1/gs)].map(([, , title = '']) => title))
const cited = new Set(titles.flatMap((title) => [...title.matchAll(/\[([A-Z]{2,6}-\d+)\]/g)].map(([, id = '']) => id)))

it('every rule has one id and one sentence', () => {
  expect(rules.length).toBeGreaterThan(20)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  expect(rules.filter(({ sentence }) => !sentence.trim().endsWith('.'))).toEqual([])
})

it('every rule has a test whose title cites it', () => {
  expect(rules.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([])
})

it('every rule that a test cites exists', () => {
  const sentences = [...read('domain/SPEC.md').matchAll(/^\| (MHLW-\d+) \|/gm)].map(([, id = '']) => id)
  const known = new Set([...rules.map(({ id }) => id), ...sentences])
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
