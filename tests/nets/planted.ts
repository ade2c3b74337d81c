import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project this test stands in. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

export type Net = 'tsc' | 'lint' | 'arrow'

/** The real configurations, copied beside the planted mistakes unchanged. */
const configs = [
  '.oxlintrc.json',
  'package.json',
  'tsconfig.json',
  'build/lint',
  'build/tsconfig.base.json',
  ...['domain', 'renderer', 'electron/main', 'electron/node', 'electron/cli', 'electron/preload', 'build', 'tests'].map(
    (zone) => `${zone}/tsconfig.json`,
  ),
]

/** A project in a temporary folder: our configurations around the planted mistakes. The caller removes it. */
export async function plant(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nets-'))
  await cp(join(root, 'tests/nets/fixture'), folder, { recursive: true })
  for (const config of configs) await cp(join(root, config), join(folder, config), { recursive: true })
  // 401 lines of code, the shortest file that is too long.
  await writeFile(join(folder, 'domain/too-long.ts'), 'export {}\n'.repeat(401))

  // Its own node_modules, so that nothing is written into ours; the packages in it are links.
  await mkdir(join(folder, 'node_modules'))
  for (const name of await readdir(join(root, 'node_modules')))
    if (!name.startsWith('.')) await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  return folder
}

export const uproot = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/** What the marks in the fixture promise of one net: `file:line rule`, sorted. */
export async function marked(folder: string, net: Net): Promise<string[]> {
  const found: string[] = []
  for (const file of await sources(folder)) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n')
    lines.forEach((line, at) => {
      for (const [, rules] of line.matchAll(new RegExp(`// ✗ ${net} ([^/]+(?:/[^/ ]+)*)`, 'gu')))
        for (const rule of (rules ?? '').trim().split(' ')) found.push(`${file}:${at + 1} ${rule}`)
    })
  }
  return found.sort()
}

/** Every source file of the shipped zones, tests and tools below a project folder, as `domain/ids.ts`. */
export async function sources(folder: string): Promise<string[]> {
  const files: string[] = []
  for (const zone of ['domain', 'renderer', 'electron', 'tests', 'build'])
    for (const name of await readdir(join(folder, zone), { recursive: true }).catch(() => []))
      if (/\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts')) files.push(join(zone, name).replaceAll('\\', '/'))
  return files.filter((file) => !file.startsWith('tests/nets/fixture/')).sort()
}

/** Runs one of the installed tools with this Node; says what it printed, whatever it exited with. */
export function tool(cwd: string, script: string, ...args: string[]): Promise<{ code: number; printed: string }> {
  return new Promise((resolve) => {
    const whole = { cwd, maxBuffer: 64 << 20 }
    const child = execFile(process.execPath, [join(root, 'node_modules', script), ...args], whole, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, printed: out || err })
    })
  })
}
