// How set-up talks: one line per long step, and for each thing missing one sentence with the command that fixes it.
// Node 20, built-in modules only.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder, with a separator at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

// A class, so that a thing the person must do is told apart from a bug, which keeps its stack trace.
/** Something this machine lacks. Its message is the whole story: a sentence and the exact command. */
export class Unready extends Error {
  /**
   * @param {string} sentence
   * @param {string} [command] what the person should run
   */
  constructor(sentence, command) {
    super(command ? `${sentence}\n\n    ${command}\n` : sentence)
  }
}

/** @param {string} line */
export const say = (line) => void process.stderr.write(`${line}\n`)

/**
 * Says the step, does it, says how long it took.
 * @template T
 * @param {string} line
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(line, work) {
  const began = Date.now()
  process.stderr.write(`${line} … `)
  try {
    const made = await work()
    process.stderr.write(`${seconds(began)}\n`)
    return made
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
}

/** @param {number} began */
export const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`

/**
 * @typedef {{ code: number, printed: string }} Ran
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, limitMs?: number }} How
 */

/**
 * Runs a command and resolves when it ended, whatever it ended with. Its output is shown, or kept and returned.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {How} [how]
 * @returns {Promise<Ran>}
 */
export function run(command, args, { cwd = root, env = process.env, show = false, limitMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell: command.endsWith('.cmd'), // Windows starts batch files only through its shell.
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      ...(limitMs === undefined ? {} : { timeout: limitMs, killSignal: 'SIGKILL' }),
    })
    /** @type {Buffer[]} */
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => resolve({ code: 127, printed: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, printed: Buffer.concat(chunks).toString() }))
  })
}

/**
 * The beginning and the end of what a failed command printed: enough to see why.
 * @param {string} printed
 */
export function gist(printed) {
  const lines = printed.trimEnd().split('\n')
  return lines.length <= 20 ? lines.join('\n') : [...lines.slice(0, 8), '…', ...lines.slice(-10)].join('\n')
}
