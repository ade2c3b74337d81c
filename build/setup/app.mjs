// The bundles in out/app: made again when, and only when, something they are made from has changed.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, run, say, step, gist, Unready } from './say.mjs'

/** Where the built application lies; also the folder Electron is started with is the project's, by package.json "main". */
export const appFolder = join(root, 'out/app')
const stampFile = join(appFolder, '.built-from')
const madeFrom = ['domain', 'renderer', 'electron/main', 'electron/preload', 'electron/node']
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'build/electron.vite.config.ts', 'build/tsconfig.base.json']

export async function readyApp() {
  const stamp = await fingerprint()
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return
  await buildApp(stamp)
}

/** @param {string} stamp */
async function buildApp(stamp) {
  if (!existsSync(join(root, 'electron/main/main.ts')) || !existsSync(join(root, 'renderer/index.html')))
    throw new Unready('There is no application to build yet: electron/main/main.ts or renderer/index.html is missing.')
  await rm(appFolder, { recursive: true, force: true }) // No file of an older build may be packaged.
  await step('Building the application', async () => {
    const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    const args = [vite, 'build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn']
    const { code, printed } = await run(process.execPath, args)
    if (code !== 0) {
      say(`\n${gist(printed)}`)
      throw new Unready('The application could not be built: see above.')
    }
    if (/warn/i.test(printed)) say(`\n${gist(printed)}`)
  })
  await mkdir(appFolder, { recursive: true })
  await writeFile(stampFile, stamp)
}

/** A hash over names and bytes of every source: a checkout or a touched file does not fool it. */
async function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  const files = [...settings]
  for (const folder of madeFrom)
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name).slice(root.length))
  for (const file of files.sort()) hash.update(file).update('\0').update(await readFile(join(root, file)))
  return hash.digest('hex')
}
