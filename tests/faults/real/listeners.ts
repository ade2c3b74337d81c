import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

/** Real listeners on loopback that count whatever reaches them: a page says "blocked" and "sent" as it likes. */
export type Listeners = {
  readonly tcp: number
  readonly udp: number
  readonly connections: () => number
  readonly packets: () => number
  /** What the connections asked for, by the first word of its path, and what the packets were; each once. */
  readonly heard: () => readonly string[]
  readonly close: () => Promise<void>
}

export async function listen(): Promise<Listeners> {
  let connections = 0
  let packets = 0
  const heard = new Set<string>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined) // a page that was refused half-way
    socket.on('data', (bytes) => {
      heard.add(/^[A-Z]+ \/([a-z-]+)/.exec(bytes.toString('latin1'))?.[1] ?? kindOf(bytes))
      // 204: a page that is led here stays where it was.
      socket.end('HTTP/1.1 204 No Content\r\naccess-control-allow-origin: *\r\naccess-control-allow-headers: *\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    })
  })
  const datagrams = createSocket('udp4').on('message', (bytes) => {
    packets += 1
    heard.add(kindOf(bytes))
  })
  server.listen(0, '127.0.0.1')
  datagrams.bind(0, '127.0.0.1')
  await Promise.all([once(server, 'listening'), once(datagrams, 'listening')])
  return {
    tcp: (server.address() as AddressInfo).port, // a TCP server's address is never a path
    udp: datagrams.address().port,
    connections: () => connections,
    packets: () => packets,
    heard: () => [...heard].toSorted(),
    close: async () => {
      datagrams.close()
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}

/** STUN and TURN begin with their method (RFC 8489, 8656), a QUIC handshake with a long header (RFC 9000). */
function kindOf(bytes: Buffer): string {
  const method = bytes.length < 20 || bytes.readUInt32BE(4) !== 0x21_12_a4_42 ? null : bytes.readUInt16BE(0)
  if (method !== null) return method === 1 ? 'stun' : 'turn'
  return bytes[0] !== undefined && bytes[0] >= 0xc0 ? 'quic' : 'something'
}
