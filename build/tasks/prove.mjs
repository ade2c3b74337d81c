// `npm run prove`: the slow tier. Whole simulations, every byte flipped, real kills, benchmarks.
// `npm run prove -- crash` runs only the long tests whose path holds that text.
import { existsSync } from 'node:fs'
import { say } from '../setup/say.mjs'
import { closingLine, runVitest } from '../setup/suites.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['tools', 'libraries', 'electron', 'app']

/** @type {readonly (readonly [string, readonly string[]])[]} */
const onTheRealApplication = [
  ['faults', ['--rounds', '20']],
  ['faults', ['--copy']],
  ['faults', ['--network']],
  ['paper', []],
  ['journeys', ['[.]long[.]']],
  ['faults', ['--life', '--rounds', '20']],
  ['bench', []],
]

/** @param {string[]} args */
export async function run(args) {
  const counts = [await runVitest('prove', args)]
  if (args.length > 0) return closingLine(counts)
  process.env.TOMOSHIBI_EVERY_LOOK = '1' // accessible.long.spec.ts and reference.long.spec.ts in tests/journeys
  for (const [name, given] of onTheRealApplication) {
    const file = new URL(`${name}.mjs`, import.meta.url)
    if (!existsSync(file)) {
      say(`"npm run ${name}" has no task: build/tasks/${name}.mjs is missing.`)
      counts.push({ passed: 0, failed: 1, skipped: 0 })
      continue
    }
    say(`npm run ${name} ${given.join(' ')}`)
    /** @type {import('../run.mjs').Task} */
    const task = await import(file.href)
    const code = await task.run([...given])
    counts.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 })
  }
  return closingLine(counts)
}
