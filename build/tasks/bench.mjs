// `npm run bench` says how long things take against what they could take at best (tests/bench). One JSON object on the
// last line of standard output, everything else on standard error; exit code 1 when a ratio is above its target.
// `npm run bench -- --big` adds the start at 500,000 entries, whose journal takes minutes to fill, and search and matching among 1,000,000 patients.
// `npm run bench -- linkage long-ward` runs these parts alone (parts in tests/bench/rows.ts).
import { runUnderDisplay } from '../setup/display.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['libraries', 'electron', 'app']

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function run(args) {
  return runUnderDisplay('tests/bench/run.ts', args)
}
