import { describe, expect, it } from 'vitest'
import { figuresOf } from './trace.ts'

const harmless = [
  '101 connect(20<UNIX-STREAM:[12]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0',
  '101 connect(21<TCP:[13]>, {sa_family=AF_INET, sin_port=htons(38877), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS (Operation now in progress)',
  '102 sendto(22<UDPv6:[14]>, "\\1\\0", 2, 0, {sa_family=AF_INET6, sin6_port=htons(9), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 2',
  '102 sendmsg(23<NETLINK:[ROUTE:15]>, {msg_name={sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, msg_namelen=12}, 0) = 20',
]

describe('reading a trace of the network', () => {
  it('[NET-2] sees nothing in what stays on this PC', () => {
    expect(figuresOf(harmless.join('\n'))).toEqual({ calls: 4, local: 2, unix: 1, elsewhere: [], routes: [], dns: 0 })
  })

  it.each([
    ['a connection', '103 connect(30<TCP:[16]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.7")}, 16) = -1 ENETUNREACH', '192.0.2.7:443', 0],
    ['a connection of a socket that strace could not name', '103 connect(30, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::8", &sin6_addr), sin6_scope_id=0}, 28) = 0', '[2001:db8::8]:443', 0],
    ['a datagram', '103 sendto(30<UDP:[17]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(3478), sin_addr=inet_addr("198.51.100.9")}, 16) = 1', '198.51.100.9:3478', 0],
    ['a datagram on a connected socket', '103 sendto(30<UDP:[10.0.0.2:51218->198.51.100.9:9]>, "x", 1, 0, NULL, 0) = 1', '198.51.100.9:9', 0],
    ['a datagram on a connected IPv6 socket', '103 sendto(30<UDPv6:[[fd00::2]:57524->[2001:db8::1]:9]>, "x", 1, 0, NULL, 0) = 1', '[2001:db8::1]:9', 0],
    ['a question to a resolver', '103 sendmmsg(30<UDP:[10.0.0.2:40000->192.0.2.53:53]>, [{msg_hdr={msg_name=NULL, msg_namelen=0}}], 1, MSG_NOSIGNAL) = 1', '192.0.2.53:53', 1],
  ])('[NET-2] sees %s', (_what, line, address, dns) => {
    expect(figuresOf([...harmless, line].join('\n'))).toMatchObject({ calls: 5, elsewhere: [address], routes: [], dns })
  })

  it('[NET-2] tells a question for a route, which sends nothing, from a packet', () => {
    const asked = '103 connect(30<UDPv6:[18]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::8", &sin6_addr), sin6_scope_id=0}, 28) = 0'
    expect(figuresOf([...harmless, asked].join('\n'))).toMatchObject({ elsewhere: [], routes: ['[2001:db8::8]:443'], dns: 0 })
  })

  it('[NET-2] sees a question to a resolver on this PC, which would ask for us', () => {
    expect(figuresOf('104 sendto(30<UDP:[127.0.0.1:4000->127.0.0.53:53]>, "x", 1, 0, NULL, 0) = 1').dns).toBe(1)
    expect(figuresOf('104 connect(30<UNIX-STREAM:[19]>, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = 0').dns).toBe(1)
  })
})
