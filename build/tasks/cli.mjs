// `npm run -s cli -- verify FOLDER`: the command line, on plain Node as it stands. Nothing of ours on standard output.
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, Unready } from '../setup/say.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = []

/**
 * In this process: another one, and reading our files anew, would cost every call a third of a second.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  const cli = join(root, 'electron/cli/tomoshibi.ts')
  if (!existsSync(cli)) throw new Unready('There is no command line yet: electron/cli/tomoshibi.ts is missing.')
  enableCompileCache(join(root, 'node_modules/.cache/node'))
  // npm moved us to the project's folder; the paths a person types are meant from where they stand.
  process.chdir(process.env.INIT_CWD ?? process.cwd())
  process.argv = [process.execPath, cli, ...args]
  await import(pathToFileURL(cli).href)
  return Number(process.exitCode ?? 0)
}
