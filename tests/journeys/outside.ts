import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '#build/setup/say.mjs'

const run = promisify(execFile)

/** A program by others, as hospital IT runs it; its output, or thrown with what it said. */
export async function tool(program: string, args: readonly string[], cwd?: string): Promise<string> {
  const { stdout, stderr } = await run(program, [...args], { maxBuffer: 64 * 1024 * 1024, ...(cwd === undefined ? {} : { cwd }) })
  return stdout + stderr
}

/** Our own command line, as `npm run cli -- …` starts it. */
export async function tomoshibi(...args: readonly string[]): Promise<string> {
  return tool(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'electron/cli/tomoshibi.ts'), ...args])
}

/** The one export in a folder. */
export async function theExport(folder: string): Promise<string> {
  const name = (await readdir(folder)).find((one) => one.endsWith('.zip.age'))
  if (name === undefined) throw new Error(`No export in ${folder}`)
  return join(folder, name)
}
