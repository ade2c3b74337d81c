// `npm run bench` says how long things take against what they could take at best (tests/bench). One JSON object on the
// last line of standard output, everything else on standard error; exit code 1 when a ratio is above its target.
// `npm run bench -- --big` adds the start at 500,000 entries, whose journal takes minutes to fill, and the search among 1,000,000 patients.
import { runUnderDisplay } from '../setup/display.mjs'
import { say } from '../setup/say.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['libraries', 'electron', 'app']

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function run(args) {
  const unknown = args.filter((arg) => arg !== '--big')
  if (unknown.length > 0) {
    say(`The bench knows --big, and not ${unknown.join(' ')}.`)
    return Promise.resolve(2)
  }
  return runUnderDisplay('tests/bench/run.ts', args)
}
