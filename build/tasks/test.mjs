// `npm test`, what CI runs: the check, the build, and the journeys on a real Electron with nobody watching, but for the long ones.
import { readyApp } from '../setup/app.mjs'
import { startDisplay } from '../setup/display.mjs'
import { runNets } from '../setup/nets.mjs'
import { say, Unready } from '../setup/say.mjs'
import { closingLine, hasJourneys, runJourneys, runVitest } from '../setup/suites.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['tools', 'libraries', 'electron']

/** @returns {Promise<number>} */
export async function run() {
  const failed = await runNets()
  const counts = [{ passed: 0, failed, skipped: 0 }, await runVitest('unit')]
  if (await hasJourneys()) counts.push(await journeys())
  else say('No journeys yet in tests/journeys.')
  return closingLine(counts)
}

async function journeys() {
  try {
    await readyApp()
  } catch (error) {
    if (!(error instanceof Unready)) throw error
    say(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const display = await startDisplay()
  try {
    return await runJourneys({ ...display.env, TOMOSHIBI_SHORT: '1' })
  } finally {
    display.stop()
  }
}
