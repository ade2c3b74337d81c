import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { marked, plant, root, sources, tool, uproot } from './planted.ts'

// A net that reads nothing also finds nothing, and says so with exit code 0. These tests hold each net
// to an exact list of planted mistakes, and to the real tree being the tree it reads.

const tsc = 'typescript/bin/tsc'
const oxlint = 'oxlint/bin/oxlint'
const depcruise = 'dependency-cruiser/bin/dependency-cruiser.mjs'

const Lint = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
  number_of_files: z.number(),
})

const Arrows = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    totalCruised: z.number(),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
  modules: z.array(z.object({ source: z.string() })),
})

const zones = ['domain', 'renderer', 'electron', 'tests', 'build']
const cruise = async (folder: string) => {
  const ran = await tool(folder, depcruise, '--config', 'build/lint/arrows.mjs', '--output-type', 'json', ...zones)
  return Arrows.parse(JSON.parse(ran.printed))
}

describe('planted mistakes', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await plant()
  })
  afterAll(() => uproot(folder))

  test('the compiler keeps the DOM, Node and other zones out', async () => {
    const ran = await tool(folder, tsc, '-b', '--pretty', 'false')
    const errors = [...ran.printed.matchAll(/^(\S+)\((\d+),\d+\): error (TS\d+)/gmu)]
    const found = new Set(errors.map(([, file, line, code]) => `${file}:${line} ${code}`))
    expect(ran.code).not.toBe(0)
    // TS6059 (outside rootDir) comes with every TS6307 (outside the zone).
    expect([...found].filter((error) => !error.endsWith('TS6059')).sort()).toEqual(await marked(folder, 'tsc'))
  }, 60_000)

  test('the linter finds every ban broken, and nothing else', async () => {
    const ran = await tool(folder, oxlint, '--format', 'json', ...zones)
    const found = Lint.parse(JSON.parse(ran.printed)).diagnostics.map(
      ({ code, filename, labels }) => `${filename}:${labels[0]?.span.line ?? 1} ${code.replace(/^eslint\((.*)\)$/u, '$1')}`,
    )
    expect(ran.code).not.toBe(0)
    expect(found.sort()).toEqual(
      [...(await marked(folder, 'lint')), 'domain/too-long.ts:401 max-lines'].sort(),
    )
  }, 60_000)

  test('every arrow is drawn, and catches', async () => {
    const { summary } = await cruise(folder)
    const found = new Set(summary.violations.map(({ from, rule }) => `${from} ${rule.name}`))
    const promised = new Set((await marked(folder, 'arrow')).map((mark) => mark.replace(/:\d+ /u, ' ')))
    expect([...found].sort()).toEqual([...promised].sort())

    const names = summary.ruleSetUsed.forbidden.map(({ name }) => name)
    const hit = new Set(summary.violations.map(({ rule }) => rule.name))
    expect(names.filter((name) => !hit.has(name)), 'rules without a planted mistake').toEqual([])
  }, 60_000)

  test('every ban of our own names its remedy', async () => {
    const ran = await tool(folder, oxlint, '--format', 'unix', 'domain/hand.ts', 'renderer/network.ts', 'renderer/html.tsx')
    expect(ran.printed).toContain('Take a Hand (domain/ports.ts)')
    expect(ran.printed).toContain('This app has no network.')
    expect(ran.printed).toContain('Build elements with React')
  }, 60_000)
})

describe('the real tree', () => {
  test('dependency-cruiser reads every source file', async () => {
    const { modules, summary } = await cruise(root)
    const read = new Set(modules.map(({ source }) => source))
    expect(summary.totalCruised).toBeGreaterThan(0)
    expect((await sources(root)).filter((file) => !read.has(file))).toEqual([])
  }, 60_000)

  test('the linter reads every source file', async () => {
    const ran = await tool(root, oxlint, '--debug=files', ...zones)
    const files = await sources(root)
    expect(files.filter((file) => !ran.printed.includes(file))).toEqual([])
    expect(files.length).toBeGreaterThan(0)
  }, 60_000)

  test('every zone is a project of the compiler', async () => {
    const listed = await readFile(join(root, 'tsconfig.json'), 'utf8')
    for (const zone of ['domain', 'renderer', 'electron/node', 'electron/cli', 'electron/main', 'electron/preload', 'build', 'tests'])
      expect(listed).toContain(`"./${zone}"`)
  })
})
