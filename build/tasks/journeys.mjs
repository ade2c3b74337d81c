// `npm run journeys -- register`: the stories alone, or those whose file name holds a text.
// On a machine with a screen, `npm run journeys -- --headed` shows the windows.
import { startDisplay } from '../setup/display.mjs'
import { closingLine, runJourneys } from '../setup/suites.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['tools', 'libraries', 'electron', 'app']

/** @param {string[]} args */
export async function run(args) {
  const shown = args.includes('--headed')
  const filters = args.filter((arg) => arg !== '--headed')
  if (shown) return closingLine([await runJourneys(process.env, filters)])
  const display = await startDisplay()
  try {
    return closingLine([await runJourneys(display.env, filters)])
  } finally {
    display.stop()
  }
}
