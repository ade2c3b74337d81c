import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '#build/setup/say.mjs'
import { figuresOf, type NetworkFigures } from './trace.ts'

/**
 * `demo`: what `npm run demo` shows, from an empty folder to an opened export. `short`: a sealed station, opened,
 * written to and exported. `out`: its page tries every way to reach another machine or to have a name looked up.
 */
export type Road = 'demo' | 'short' | 'out'

/**
 * A road through the real application under strace: every connect, sendto and sendmsg of every process it starts.
 * The driver's own connection over 127.0.0.1 is among them; nothing may go anywhere else, and nobody may be asked a name.
 */
export async function networkRun(road: Road = 'demo'): Promise<{ readonly figures: { readonly network: NetworkFigures }; readonly failed: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), 'tomoshibi-network-'))
  try {
    const trace = join(folder, 'trace')
    if ((await traced(trace, road, join(folder, 'demo'))) !== 0) throw new Error('The road did not end well under strace')
    const network = figuresOf(await readFile(trace, 'latin1'))
    return { figures: { network }, failed: network.elsewhere.length > 0 || network.routes.length > 0 || network.dns > 0 || network.calls === 0 || network.local === 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function traced(trace: string, road: Road, folder: string): Promise<number> {
  return new Promise((resolve) => {
    // The kernel itself picks out the calls that are looked at; all others run at full speed.
    const strace = ['-f', '-yy', '--seccomp-bpf', '-qq', '-s', '200', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', trace]
    const child = spawn('strace', [...strace, process.execPath, '--disable-warning=ExperimentalWarning', join(root, 'tests/faults/real/road.mjs'), road, folder], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(127))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
