// Node 24 takes over here from bootstrap.mjs. Each task is a file in tasks/ that says what must be ready
// before it (`needs`) and then runs (`run`). Adding a script to package.json means adding a file there.
import { existsSync } from 'node:fs'
import { say, Unready } from './setup/say.mjs'

/**
 * @typedef {'tools' | 'libraries' | 'electron' | 'app'} Need
 * @typedef {{ needs: readonly Need[], run: (args: string[]) => Promise<number> | number }} Task
 */

/** @type {Record<Need, () => Promise<void>>} */
const ready = {
  /** Outside programs that tests check our files with: age, minisign … */
  tools: async () => (await import('./setup/debian.mjs')).readyTools(),
  /** What Electron needs to open a window, and a display to open it on. */
  libraries: async () => (await import('./setup/debian.mjs')).readyLibraries(),
  /** An Electron to run; sets ELECTRON_OVERRIDE_DIST_PATH when it is the stand-in. */
  electron: async () => void (await (await import('./setup/electron.mjs')).readyElectron()),
  /** The bundles in out/app, made again when a source changed. */
  app: async () => (await import('./setup/app.mjs')).readyApp(),
}

const [name = 'start', ...args] = process.argv.slice(2)
const file = new URL(`tasks/${name}.mjs`, import.meta.url)

if (!existsSync(file)) {
  say(`"npm run ${name}" has no task yet: it belongs in build/tasks/${name}.mjs.`)
  process.exit(2)
}

try {
  const task = /** @type {Task} */ (await import(file.href))
  for (const need of task.needs) await ready[need]()
  process.exitCode = await task.run(args)
} catch (error) {
  if (!(error instanceof Unready)) throw error
  say(error.message)
  process.exitCode = 1
}
