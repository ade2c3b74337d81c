// Plays the part of Electron's own default app in the stand-in runtime (see ../stand-in.mjs), for one use only:
//   electron [switches] [-r FILE]… FOLDER [arguments]
// Playwright needs `-r` to run before the application: its hook holds `ready` back until it has attached.
// A module with a top-level await, like Electron's own: `ready` waits for it, so an application that is a module
// can still register its schemes in time.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app as electronApp } from 'electron'

// Two setters that Electron keeps for its default app and does not publish.
const app = /** @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (electronApp)
const require = createRequire(import.meta.url)
/** @type {string | null} */
let place = null
const args = process.argv.slice(1)
for (let at = 0; at < args.length && place === null; at += 1) {
  const arg = /** @type {string} */ (args[at])
  if (arg === '-r' || arg === '--require') require(resolve(/** @type {string} */ (args[(at += 1)])))
  else if (!arg.startsWith('-')) place = arg
}

if (place === null) {
  console.error('usage: electron FOLDER')
  app.exit(2)
} else {
  try {
    await load(resolve(place))
  } catch (error) {
    console.error(error)
    app.exit(1)
  }
}

/**
 * Name, version and path from the folder's package.json, as a packaged application would have them.
 * @param {string} folder
 */
async function load(folder) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const about = join(folder, 'package.json')
  const hasAbout = existsSync(about)
  if (hasAbout) {
    const { name, productName, version } = JSON.parse(readFileSync(about, 'utf8'))
    if (version) app.setVersion(version)
    if (productName || name) app.setName(productName || name)
  }
  const main = require.resolve(folder)
  app.setAppPath(hasAbout ? folder : dirname(main))
  await import(pathToFileURL(main).href)
}
