// What the operating system must bring. On Debian as root it is installed; otherwise the one command is named.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, say, step, gist, Unready } from './say.mjs'

/** Electron's libraries, and a display for machines without a screen. */
const libraries = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxss1',
  'libxtst6',
]

/** Programs by others that open what we export: the proof that hospital IT can. Package name, then program. */
const tools = /** @type {const} */ ([
  ['age', 'age'],
  ['minisign', 'minisign'],
  ['unzip', 'unzip'],
  ['poppler-utils', 'pdftotext'],
  ['strace', 'strace'],
])

/** Without a package manager we know, a test that meets a missing program says so itself. */
export async function readyTools() {
  const missing = tools.filter(([, program]) => !onPath(program)).map(([name]) => name)
  if (missing.length > 0 && process.platform === 'linux') await install(missing, 'programs the tests check our files with')
}

export async function readyLibraries() {
  if (process.platform !== 'linux') return
  const missing = await missingOf(libraries)
  if (missing.length > 0) await install(missing, 'libraries Electron needs')
}

/** @param {string} program */
export function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * One question to dpkg for all names. Newer releases renamed some with t64 at the end.
 * @param {readonly string[]} names
 */
async function missingOf(names) {
  const asked = names.flatMap((name) => [name, `${name}t64`])
  const { code, printed } = await run('dpkg-query', ['--show', '--showformat', '${db:Status-Status} ${Package}\\n', ...asked])
  if (code === 127) return [] // Not Debian's family: Electron itself will name the library it lacks.
  const have = new Set([...printed.matchAll(/^installed (\S+)$/gmu)].map(([, name]) => name))
  return names.filter((name) => !have.has(name) && !have.has(`${name}t64`))
}

/**
 * @param {readonly string[]} names
 * @param {string} what
 */
async function install(names, what) {
  const command = `apt-get install --yes --no-install-recommends ${names.join(' ')}`
  if (!onPath('apt-get')) {
    say(`Missing: ${what} (Debian calls them ${names.join(', ')}). Install them as your system does.`)
    return
  }
  if (process.getuid?.() !== 0)
    throw new Unready(`Missing: ${what}. Install them once with`, `sudo apt-get update && sudo ${command}`)

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`Installing ${what}: ${names.join(' ')} (once)`, async () => {
    const update = await run('apt-get', ['update', '--quiet'], { env })
    const args = ['install', '--yes', '--quiet', '--no-install-recommends', ...(await renamed(names))]
    const ran = await run('apt-get', args, { env })
    if (ran.code === 0) return
    say(`\n${gist(update.code === 0 ? ran.printed : update.printed + ran.printed)}`)
    throw new Unready(`${what} could not be installed. When the reason above is gone, run`, `apt-get update && ${command}`)
  })
}

/**
 * The names this release knows: `libgtk-3-0t64` where there is one.
 * @param {readonly string[]} names
 */
async function renamed(names) {
  const { printed } = await run('apt-cache', ['pkgnames'])
  const known = new Set(printed.split('\n'))
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}
