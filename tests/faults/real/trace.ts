/** What a trace shows, by where it went. Unix sockets and the kernel's own netlink never leave the machine. */
export type NetworkFigures = {
  /** Calls seen in all: none would mean that nothing was watched. */
  readonly calls: number
  /** To this PC's own addresses: the test's driver. */
  readonly local: number
  readonly unix: number
  /** Any other address that was sent to or connected to, each once. */
  readonly elsewhere: readonly string[]
  /** Any other address for which a datagram socket asked the kernel for a route, each once. Such a connect sends nothing. */
  readonly routes: readonly string[]
  /** Questions to a resolver, over the network or to one on this PC. */
  readonly dns: number
}

type Call = { readonly address: string; readonly port: string; readonly isRoute: boolean }

/** Reads the lines of `strace -yy -e trace=connect,sendto,sendmsg,sendmmsg`. */
export function figuresOf(trace: string): NetworkFigures {
  const lines = trace.split('\n').filter((line) => /\b(connect|sendto|sendmsg|sendmmsg)\(/.test(line))
  const calls = lines.flatMap(callsOf)
  const sent = calls.filter(({ isRoute }) => !isRoute)
  return {
    calls: lines.length,
    local: sent.filter(isLocal).length,
    unix: lines.filter((line) => line.includes('AF_UNIX')).length,
    elsewhere: elsewhereIn(sent),
    routes: elsewhereIn(calls.filter(({ isRoute }) => isRoute)),
    dns: sent.filter(({ port }) => port === '53').length + lines.filter((line) => /resolve\/io\.systemd|systemd\/resolve|avahi-daemon/.test(line)).length,
  }
}

const given = /sa_family=AF_INET6?, sin6?_port=htons\((\d+)\)[^}]*?"([0-9a-f.:]+)"/g
/** A connected socket as -yy draws it: `<UDP:[10.0.0.2:5000->192.0.2.7:9]>`. */
const drawn = /<(?:TCP|UDP)(?:v6)?:\[[^>]*->\[?([0-9a-f.:]+?)\]?:(\d+)\]>/

function callsOf(line: string): readonly Call[] {
  const isRoute = /\bconnect\(\d+<UDP/.test(line)
  const named = [...line.matchAll(given)].map(([, port = '', address = '']): Call => ({ address, port, isRoute }))
  const [, address, port] = drawn.exec(line) ?? []
  return named.length > 0 || address === undefined || port === undefined ? named : [{ address, port, isRoute }]
}

function elsewhereIn(calls: readonly Call[]): readonly string[] {
  return [...new Set(calls.filter((call) => !isLocal(call)).map(({ address, port }) => `${address.includes(':') ? `[${address}]` : address}:${port}`))]
}

function isLocal({ address }: Call): boolean {
  return address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.')
}
