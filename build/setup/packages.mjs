// The packages, exactly as package-lock.json says, and the Node that comes with them.
// Node 20, built-in modules only.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { root, run, say, step, gist, Unready } from './say.mjs'

const install = 'npm ci --ignore-scripts'

/**
 * Installs what is missing and names the Node to run the project with.
 * @returns {Promise<string>}
 */
export async function readyNode() {
  if (!installed()) await installPackages()
  const node = ourNode()
  if (node) return node

  // The packages hold a Node for Linux and Windows on x64. Elsewhere the person's own must do.
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 24) return process.execPath
  throw new Unready(
    `Tomoshibi is built with Node 24 or newer; this is ${process.version} on ${process.platform}-${process.arch}, for which we have none in the packages.`,
    'Install Node 24 (https://nodejs.org), then run the same command again.',
  )
}

/** True when node_modules holds every package of the lockfile in its version. Reads two files: some 10 ms. */
function installed() {
  const wanted = packagesOf('package-lock.json')
  const have = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !have) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (optional && !have[path]) || have[path]?.version === version,
  )
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return null
  }
}

async function installPackages() {
  // Windows can't replace a running program, and npm may have started us on the Node that is to be replaced.
  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules') + sep))
    throw new Unready('The packages have changed and must be installed again.', install)

  // No package may run a script of its own at install time (none needs to); warnings about engines are meant
  // for the Node that installs, and the project runs on another.
  const args = ['ci', '--ignore-scripts', '--loglevel=error']
  const { npm_execpath: npm, npm_node_execpath: npmNode } = process.env
  const ran = await step('Installing the packages of package-lock.json (about 30 s, once)', () =>
    npm?.endsWith('npm-cli.js')
      ? run(npmNode ?? process.execPath, [npm, ...args])
      : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args),
  )
  if (ran.code === 0) return
  say(gist(ran.printed))
  throw new Unready('The packages could not be installed. When the reason above is gone, run', install)
}

/** The Node from the packages, checked: without it `npm run` falls back to the system's without a word. */
function ourNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const node = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file)
  if (!existsSync(node)) return null
  if (node === process.execPath) return node
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  if (version.startsWith('v24.')) return node
  throw new Unready(`The Node in node_modules says ${version}, not v24: the packages are damaged.`, install)
}
