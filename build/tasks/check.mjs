// `npm run check`: types, lint, arrows, dead code, notices, unit tests. What a commit must pass.
// `npm run check -- tests/domain` runs all nets and only the tests whose path holds that text.
import { runNets } from '../setup/nets.mjs'
import { closingLine, runVitest } from '../setup/suites.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['tools']

/** @param {string[]} args */
export async function run(args) {
  const failed = await runNets()
  return closingLine([{ passed: 0, failed, skipped: 0 }, await runVitest('unit', args)])
}
