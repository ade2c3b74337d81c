// Runs the test runners and reads what they counted from their own JSON reports.
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { root, run } from './say.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number, which?: readonly string[] }} Count which: the failed ones by title */

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const playwright = join(root, 'node_modules/@playwright/test/cli.js')

/**
 * One of Vitest's projects.
 * @param {'unit' | 'prove'} project
 * @param {readonly string[]} [args] a filter, for instance
 * @returns {Promise<Count>}
 */
export async function runVitest(project, args = []) {
  const report = await freshReport(project)
  const settings = ['--config', 'build/vitest.config.ts', '--project', project]
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report]
  const { code } = await run(process.execPath, [vitest, 'run', ...settings, ...reporters, ...args], { show: true })
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, testResults = [] } = await read(report)
  const which = testResults.flatMap((/** @type {VitestFile} */ file) => file.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${relative(root, file.name)}: ${fullName}`))
  return counted(code, { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, which })
}

/** @typedef {{ name: string, assertionResults: { status: string, fullName: string }[] }} VitestFile */
/** @typedef {{ file: string, title: string, ok: boolean }} Spec */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */

/** Are there stories to run? */
export async function hasJourneys() {
  const names = await readdir(join(root, 'tests/journeys')).catch(() => [])
  return names.some((name) => name.endsWith('.spec.ts'))
}

/**
 * @param {NodeJS.ProcessEnv} env with a display
 * @param {readonly string[]} [args]
 * @returns {Promise<Count>}
 */
export async function runJourneys(env, args = []) {
  const report = await freshReport('journeys')
  const settings = ['--config', 'build/playwright.config.ts', '--reporter', 'list,json']
  const { code } = await run(process.execPath, [playwright, 'test', ...settings, ...args], {
    show: true,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  const { stats, suites } = await read(report)
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {}
  const which = specsOf({ suites }).filter(({ ok }) => !ok).map(({ file, title }) => `tests/journeys/${file}: ${title}`)
  return counted(code, { passed: expected, failed: unexpected + flaky, skipped, which })
}

/**
 * @param {Suite} suite
 * @returns {readonly Spec[]}
 */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

/**
 * A runner that failed without a failed test (a file that did not load, no test at all) counts as one failure.
 * @param {number} code
 * @param {Count} count
 */
const counted = (code, count) => (code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count)

/** @param {string} name */
async function freshReport(name) {
  const report = join(root, 'out/test', `${name}.json`)
  await mkdir(dirname(report), { recursive: true })
  await rm(report, { force: true }) // An old report must never be counted for a runner that wrote none.
  return report
}

/** @param {string} report */
const read = async (report) => (existsSync(report) ? JSON.parse(await readFile(report, 'utf8')) : {})

/**
 * What failed, by name, where whoever looks at the end of a long log finds it; then the closing line, alone on its line, which CI reads.
 * @param {readonly Count[]} counts
 * @returns {number} the exit code
 */
export function closingLine(counts) {
  for (const title of counts.flatMap(({ which = [] }) => which)) console.log(`✗ ${title}`)
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => counts.reduce((total, count) => total + count[key], 0)
  const skipped = sum('skipped')
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
}
