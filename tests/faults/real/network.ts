import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '#build/setup/say.mjs'

/** Addresses a trace shows, by what they are. Unix sockets and the kernel's own netlink never leave the machine. */
export type NetworkFigures = { readonly calls: number; readonly local: number; readonly elsewhere: readonly string[]; readonly dns: number }

/**
 * The whole demonstration under strace: every connect, sendto and sendmsg of every process it starts. The
 * driver's own connection to 127.0.0.1 is among them; nothing may go anywhere else, and nobody may be asked a name.
 */
export async function networkRun(): Promise<{ readonly figures: { readonly network: NetworkFigures }; readonly failed: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), 'tomoshibi-network-'))
  try {
    const trace = join(folder, 'trace')
    const script = `import(${JSON.stringify(join(root, 'tests/demo/run.ts'))}).then((m) => m.demo(${JSON.stringify(join(folder, 'demo'))}, 1, console.error)).then(() => process.exit(0), (e) => { console.error(e); process.exit(1) })`
    const code = await traced(trace, script)
    if (code !== 0) throw new Error('The demonstration did not end well under strace')
    const network = figuresOf(await readFile(trace, 'utf8'))
    return { figures: { network }, failed: network.elsewhere.length > 0 || network.dns > 0 || network.calls === 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function traced(trace: string, script: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('strace', ['-f', '-qq', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', trace, process.execPath, '--disable-warning=ExperimentalWarning', '-e', script], { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Reads a trace. Exported shape of an address: `AF_INET 192.0.2.1:443`. */
export function figuresOf(trace: string): NetworkFigures {
  const addresses = [...trace.matchAll(/sa_family=(AF_INET6?), sin6?_port=htons\((\d+)\)[^}]*?"([0-9a-f.:]+)"/g)].map(([, family = '', port = '', address = '']) => ({ family, port, address }))
  const isLocal = ({ address }: { readonly address: string }): boolean => address.startsWith('127.') || address === '::1'
  return {
    calls: trace.split('\n').filter((line) => /\b(connect|sendto|sendmsg|sendmmsg)\(/.test(line)).length,
    local: addresses.filter(isLocal).length,
    elsewhere: [...new Set(addresses.filter((one) => !isLocal(one)).map(({ family, port, address }) => `${family} ${address}:${port}`))],
    dns: addresses.filter(({ port }) => port === '53').length + [...trace.matchAll(/resolve\/io\.systemd|\/run\/systemd\/resolve/g)].length,
  }
}
