import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The `age` of the operating system, which knows nothing of us. */
export const hasAge = works('age', '--version')
/** `age` asks for a passphrase only at a terminal; `script` (util-linux) is one. */
export const hasTerminal = works('script', '--version')

if (!hasAge) console.warn('tests with the outside tool `age` are skipped: it is not installed (Debian: apt-get install age)')
else if (!hasTerminal) console.warn('tests of `age` passphrase files are skipped: `script` (util-linux) is not installed')

/** Runs in a folder of its own holding `files`, and returns the bytes of `result`. */
export async function inFolder<Value>(files: Record<string, Uint8Array | string>, act: (folder: string) => Value | Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'tomoshibi-age-'))
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    return await act(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function age(folder: string, ...args: readonly string[]): Uint8Array {
  return new Uint8Array(execFileSync('age', args, { cwd: folder }))
}

/** Answers each question with the passphrase, then returns what was written to `out`. */
export async function ageAtTerminal(folder: string, passphrase: string, args: string): Promise<Uint8Array> {
  await new Promise<void>((done, failed) => {
    const terminal = spawn('script', ['-qec', `age ${args}`, '/dev/null'], { cwd: folder })
    let answered = 0
    let said = ''
    terminal.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      const asked = said.match(/passphrase[^\n]*: /gi)?.length ?? 0
      for (; answered < asked; answered += 1) terminal.stdin.write(`${passphrase}\r`)
    })
    terminal.on('error', failed)
    terminal.on('close', (code) => (code === 0 ? done() : failed(new Error(`age ended with ${String(code)}: ${said}`))))
  })
  return new Uint8Array(readFileSync(join(folder, 'out')))
}

function works(tool: string, flag: string): boolean {
  return spawnSync(tool, [flag]).status === 0
}
