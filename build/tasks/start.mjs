// `npm start`: the window where there is a screen, the demo where there is none.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readyApp } from '../setup/app.mjs'
import { hasDisplay, launchArgs } from '../setup/display.mjs'
import { root, say } from '../setup/say.mjs'

/** @type {import('../run.mjs').Task['needs']} */
export const needs = ['libraries', 'electron']

/**
 * @param {string[]} args given to the application
 * @returns {Promise<number>}
 */
export async function run(args) {
  if (!hasDisplay()) return demo(args)
  await readyApp()
  const electron = /** @type {string} */ (/** @type {unknown} */ (createRequire(import.meta.url)('electron')))
  // From a source checkout it is a demonstration, in a folder of its own: nobody's real ward runs from here by accident.
  const own = args.some((arg) => arg.startsWith('--data=')) ? [] : [`--data=${join(root, '.station')}`, '--demo']
  const given = [...(await launchArgs()), root, ...own, ...args]
  return new Promise((resolve) => {
    const child = spawn(electron, given, { stdio: 'inherit', cwd: root })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** @param {string[]} args */
async function demo(args) {
  const task = new URL('demo.mjs', import.meta.url)
  if (!existsSync(task)) {
    say('No screen here, and no demo yet to run without one: it belongs in build/tasks/demo.mjs.')
    return 2
  }
  say('No screen here: running the demo instead of opening the window.')
  const { needs: demoNeeds, run: runDemo } = await import(task.href)
  if (demoNeeds.includes('tools')) await (await import('../setup/debian.mjs')).readyTools()
  if (demoNeeds.includes('app')) await readyApp()
  return runDemo(args)
}
