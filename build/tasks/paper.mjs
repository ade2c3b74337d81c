// `npm run paper`: every form on paper, plain and as full as it can come. `npm test` looks at the ones the ward depends on.
// The PDFs lie in out/paper, to be held beside the print standard.
import { startDisplay } from '../setup/display.mjs'
import { closingLine, runJourneys } from '../setup/suites.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['tools', 'libraries', 'electron']

export async function run() {
  const display = await startDisplay()
  try {
    return closingLine([await runJourneys({ ...display.env, TOMOSHIBI_PAPER: 'all' }, ['on-paper'])])
  } finally {
    display.stop()
  }
}
