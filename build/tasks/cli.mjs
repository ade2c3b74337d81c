// `npm run -s cli -- verify FOLDER`: the command line, on plain Node as it stands. Nothing of ours on standard output.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, Unready } from '../setup/say.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = []

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function run(args) {
  const cli = join(root, 'electron/cli/tomoshibi.ts')
  if (!existsSync(cli)) throw new Unready('There is no command line yet: electron/cli/tomoshibi.ts is missing.')
  return new Promise((resolve) => {
    // npm moved us to the project's folder; the paths a person types are meant from where they stand.
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...args], {
      stdio: 'inherit',
      cwd: process.env.INIT_CWD ?? process.cwd(),
    })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
