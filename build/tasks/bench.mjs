// `npm run bench` says how long things take against what they could take at best (tests/bench). One JSON object on the
// last line of standard output, everything else on standard error; exit code 1 when a ratio is above its target.
// `npm run bench -- --big` adds the start at 500,000 entries: filling that journal takes minutes.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startDisplay } from '../setup/display.mjs'
import { root, say } from '../setup/say.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['libraries', 'electron', 'app']

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  const unknown = args.filter((arg) => arg !== '--big')
  if (unknown.length > 0) {
    say(`The bench knows --big, and not ${unknown.join(' ')}.`)
    return 2
  }
  const display = await startDisplay()
  try {
    const script = join(root, 'tests/bench/run.ts')
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { stdio: 'inherit', cwd: root, env: display.env })
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
      child.on('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    display.stop()
  }
}
