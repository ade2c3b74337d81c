// `npm run demo -- --out DIR --seed N`: the whole road through the real screens. Needs no display of its own.
import { hasDisplay, startDisplay } from '../setup/display.mjs'
import { say } from '../setup/say.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['tools', 'libraries', 'electron', 'app']

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  const out = valueOf(args, '--out') ?? 'out/demo'
  const seed = Number(valueOf(args, '--seed') ?? '1')
  if (!Number.isSafeInteger(seed)) {
    say('--seed is a whole number.')
    return 2
  }
  const display = hasDisplay() ? null : await startDisplay()
  try {
    if (display !== null) Object.assign(process.env, display.env)
    const { demo } = await import(new URL('../../tests/demo/run.ts', import.meta.url).href)
    await demo(out, seed, say)
    say(`The demonstration is in ${out}: export/, journal/, screens/, summary.json. Everybody in it is invented.`)
    return 0
  } finally {
    display?.stop()
  }
}

/**
 * @param {string[]} args
 * @param {string} name
 */
function valueOf(args, name) {
  const at = args.indexOf(name)
  return at < 0 ? args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1) : args[at + 1]
}
