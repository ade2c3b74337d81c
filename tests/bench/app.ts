import { spawn } from 'node:child_process'
import { cp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { launchArgs } from '#build/setup/display.mjs'
import { root, run as runProgram } from '#build/setup/say.mjs'
import type { Job, Said } from './job.ts'

const built = join(root, 'out/bench')

/** What is started: the product's own window, the same with the key at hand, a page without anything on it, the store alone, and search alone. */
export type Page = 'product' | 'board' | 'blank' | 'ward' | 'search'

/** Builds the bench's pages with the product's settings, and sets every page beside the same main process. */
export async function buildPages(): Promise<void> {
  await rm(built, { recursive: true, force: true })
  for (const page of ['board', 'ward', 'search'] as const) {
    const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    const { code, printed } = await runProgram(process.execPath, [vite, 'build', '--config', 'tests/bench/electron.vite.config.ts', '--logLevel', 'warn'], { env: { ...process.env, BENCH_PAGE: page } })
    if (code !== 0) throw new Error(`The bench could not be built:\n${printed}`)
  }
  for (const page of ['blank', 'product'] as const) {
    for (const part of ['main', 'preload']) await cp(join(built, 'board', part), join(built, page, part), { recursive: true })
    await cp(page === 'blank' ? join(root, 'tests/bench/blank') : join(root, 'out/app/renderer'), join(built, page, 'renderer'), { recursive: true })
  }
  for (const page of ['product', 'board', 'blank', 'ward', 'search']) await writeFile(join(built, page, 'package.json'), '{ "name": "tomoshibi", "version": "0.0.0", "type": "module", "main": "main/main.js" }\n')
}

export type Started = {
  readonly page: Page
  readonly data: string
  readonly job?: Partial<Job>
  /** Ends by itself when this stands on the page (bench-preload.ts). */
  readonly painted?: string
  /** How long it then stays: only a window that lives on leaves its compiled scripts behind for the next start. */
  readonly stayMs?: number
  /** Told each line a window says; true ends the process at once, as a power cut would. */
  readonly hear?: (said: Said, since: number) => boolean | void
  readonly limitMs?: number
  /** Looks at the running program twice a second, by its process number. */
  readonly watch?: (pid: number) => Promise<void>
}

/** Starts the application and resolves with everything its windows said, when it has ended. */
export async function runApp({ page, data, job = {}, painted = '', stayMs = 0, hear = () => false, limitMs = 60_000, watch }: Started): Promise<readonly Said[]> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string // outside Electron the package is the path of its program
  const args = [...(await launchArgs()), join(built, page), `--data=${data}`, '--demo']
  const jobFile = `${data}.job.json` // a ward's patients are too long for an environment
  await writeFile(jobFile, JSON.stringify(job))
  const env = { ...process.env, BENCH_JOB: jobFile, BENCH_PAINTED: painted, BENCH_STAY: String(stayMs) }
  const said: Said[] = []
  return new Promise((resolve, reject) => {
    const since = Date.now()
    const child = spawn(electron, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs, killSignal: 'SIGKILL' })
    let trouble = ''
    let cut = false
    const watching = watch === undefined ? null : setInterval(() => void watch(child.pid ?? 0), 500)
    child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('bench ')) return
      const one = JSON.parse(line.slice(6)) as Said // written by job pages and bench-preload.ts
      said.push(one)
      if (one.said === 'trouble') {
        trouble += String(one['what'])
        child.kill('SIGKILL') // nobody would end this window
      }
      if (hear(one, since) === true) {
        cut = true
        child.kill('SIGKILL')
      }
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (watching !== null) clearInterval(watching)
      if ((code === 0 || cut) && said.every((one) => one.said !== 'trouble')) resolve(said)
      else reject(new Error(`The window of ${page} did not come to its end (${code}):\n${trouble.slice(-2000)}`))
    })
  })
}
