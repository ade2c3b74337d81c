// Which Electron runs: the pinned one if it is here or can be fetched at once, else the stand-in.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root, run, say, step, Unready } from './say.mjs'
import { canStandIn, readyStandIn, standInVersion } from './stand-in.mjs'

/**
 * @typedef {{ kind: 'pinned' | 'stand-in' | 'given', folder: string, version: string }} Runtime
 */

const home = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
export const pinnedVersion = /** @type {string} */ (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version)

/** Remembers that the installer failed here, so that the next run does not wait for it again. */
const failedMark = join(root, 'node_modules/.cache/electron-installer-failed')
const installerLimitMs = 90_000

/**
 * Says in one line which one it is. The `electron` package and Playwright find it by themselves:
 * the pinned one in node_modules, any other through ELECTRON_OVERRIDE_DIST_PATH, which this sets.
 * @returns {Promise<Runtime>}
 */
export async function readyElectron() {
  const runtime = await choose()
  if (runtime.kind === 'pinned') {
    say(`Electron ${pinnedVersion}, the pinned version.`)
    return runtime
  }
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.folder
  const why = runtime.kind === 'given' ? 'named by ELECTRON_OVERRIDE_DIST_PATH' : 'standing in: development and tests only'
  say(`Electron ${runtime.version}, ${why} (${pinnedVersion} is pinned).`)
  return runtime
}

/** @returns {Promise<Runtime>} */
async function choose() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) return { kind: 'given', folder: given, version: versionIn(given) ?? 'of unknown version' }

  const dist = join(home, 'dist')
  if (versionIn(dist) === pinnedVersion || (await installPinned()))
    return { kind: 'pinned', folder: dist, version: pinnedVersion }

  if (canStandIn()) return { kind: 'stand-in', folder: await readyStandIn(), version: standInVersion }
  throw new Unready(`Electron ${pinnedVersion} is not here and could not be fetched. With a network, run`, 'npx install-electron')
}

/** @param {string} folder */
function versionIn(folder) {
  const file = join(folder, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null
}

/** CI takes what is there: a run that sometimes downloads is two different runs. */
async function installPinned() {
  if (process.env.CI && canStandIn()) return false
  if (existsSync(failedMark) && readFileSync(failedMark, 'utf8') === pinnedVersion && canStandIn()) return false
  const { code } = await step(`Asking Electron's own installer for ${pinnedVersion} (once)`, () =>
    run(process.execPath, [join(home, 'install.js')], { limitMs: installerLimitMs }),
  )
  if (code === 0 && versionIn(join(home, 'dist')) === pinnedVersion) return true
  await mkdir(dirname(failedMark), { recursive: true })
  await writeFile(failedMark, pinnedVersion)
  return false
}
