// The nets that need no test runner: types, bans, arrows, dead code, stale notices.
import { join } from 'node:path'
import { root, run, say, seconds } from './say.mjs'

/**
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 */
const net = (name, script, ...args) => ({ name, script: join(root, script), args })

const zones = ['domain', 'renderer', 'electron', 'tests', 'build']

/** Side by side where both cores are worth it: the compiler and the linter are the long ones. */
const rounds = [
  [
    net('types', 'node_modules/typescript/bin/tsc', '-b', '--pretty'),
    net('lint', 'node_modules/oxlint/bin/oxlint', ...zones),
  ],
  [
    net('arrows', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', 'build/lint/arrows.mjs', ...zones),
    net('dead code', 'node_modules/knip/bin/knip.js', '--config', 'build/lint/knip.jsonc', '--no-progress', '--no-config-hints'),
    net('notices', 'build/notices/write.mjs', '--check'),
  ],
]

/**
 * Runs all of them, also after one has failed: the person gets the whole list at once.
 * @returns {Promise<number>} how many failed
 */
export async function runNets() {
  let failed = 0
  for (const round of rounds) {
    const results = await Promise.all(
      round.map(async ({ name, script, args }) => {
        const began = Date.now()
        const { code, printed } = await run(process.execPath, [script, ...args])
        return { name, code, printed, took: seconds(began) }
      }),
    )
    for (const { name, code, printed, took } of results) {
      say(`${code === 0 ? '✓' : '✗'} ${name} (${took})`)
      if (code === 0) continue
      failed += 1
      console.log(printed.trimEnd())
    }
  }
  return failed
}
