// `npm run faults` breaks the real application and counts what is left (tests/faults/real):
//   npm run faults -- --rounds 50   killed at random moments while it saves; beside it plain Dexie
//   npm run faults -- --copy        every damage to the working copy: noticed, made anew, the same rows
//   npm run faults -- --copy --only row   those damages alone whose name holds a text
//   npm run faults -- --life --rounds 20 --steps 30   random walks over the life of a station: opened, killed, stood down, closed
//   npm run faults -- --network     the whole demonstration under strace: not one packet
// The last line of standard output is one JSON object. Exit code 1 when a promise was broken.
import { runUnderDisplay } from '../setup/display.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['tools', 'libraries', 'electron', 'app']

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function run(args) {
  return runUnderDisplay('tests/faults/real/run.mjs', args)
}
