// `npm run faults` breaks the real application and counts what is left (tests/faults/real):
//   npm run faults -- --rounds 50   killed at random moments while it saves; beside it plain Dexie
//   npm run faults -- --copy        every damage to the working copy: noticed, made anew, the same rows
//   npm run faults -- --copy --only row   those damages alone whose name holds a text
//   npm run faults -- --network     the whole demonstration under strace: not one packet
// The last line of standard output is one JSON object. Exit code 1 when a promise was broken.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startDisplay } from '../setup/display.mjs'
import { root } from '../setup/say.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['tools', 'libraries', 'electron', 'app']

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  const display = await startDisplay()
  try {
    const script = join(root, 'tests/faults/real/run.mjs')
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { stdio: 'inherit', cwd: root, env: display.env })
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
      child.on('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    display.stop()
  }
}
