// A display for windows nobody looks at. Xvfb is asked to choose a free number itself: no race between two runs.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root, Unready } from './say.mjs'

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/**
 * Starts a virtual screen. The caller stops it.
 * @param {string} [screen]
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>}
 */
export function startDisplay(screen = '1600x1000x24') {
  if (process.platform !== 'linux') return Promise.resolve({ env: process.env, stop() {} })
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    let said = ''
    server.stderr?.on('data', (chunk) => (said += chunk))
    server.on('error', () => reject(new Unready('No virtual display: Xvfb is missing.', 'sudo apt-get install --yes xvfb xauth')))
    server.on('exit', () => reject(new Unready(`Xvfb did not start:\n${said}`)))
    const stop = () => void server.kill('SIGTERM')
    process.on('exit', stop)

    let number = ''
    server.stdio[3]?.on('data', (chunk) => {
      number += chunk
      if (!number.endsWith('\n')) return
      // Electron would prefer a Wayland screen to the one we mean.
      const { WAYLAND_DISPLAY: _, ...env } = process.env
      resolve({ env: { ...env, DISPLAY: `:${number.trim()}` }, stop })
    })
  })
}

/**
 * What Electron must be told on the command line to start here at all. Only for windows started from this folder:
 * the packaged program never gets it.
 * @returns {Promise<string[]>}
 */
export async function launchArgs() {
  if (process.platform !== 'linux') return []
  const { readFile } = await import('node:fs/promises')
  const forbids = async (/** @type {string} */ file, /** @type {string} */ value) =>
    (await readFile(file, 'utf8').catch(() => '')).trim() === value
  // Chromium refuses a sandbox as root, and can't make one where users may not make namespaces.
  const noSandbox =
    process.getuid?.() === 0 ||
    (await forbids('/proc/sys/kernel/unprivileged_userns_clone', '0')) ||
    (await forbids('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'))
  return noSandbox ? ['--no-sandbox'] : []
}

/**
 * Runs a script of the tests under a display, in a process of its own, and resolves with its exit code.
 *
 * @param {string} script from the project's root
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function runUnderDisplay(script, args) {
  const display = await startDisplay()
  try {
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], { stdio: 'inherit', cwd: root, env: display.env })
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
      child.on('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    display.stop()
  }
}
