import { describe, expect, it } from 'vitest'
import { err, ok } from '#domain/result.ts'
import { channels, type Handlers } from '#domain/bridge.ts'
import { readSwitches } from '#electron/main/switches.ts'
import { answer } from '#electron/main/answer.ts'
import { pathWithin } from '#electron/main/path-within.ts'

const asked: string[] = []
const handlers = Object.fromEntries(channels.map((channel) => [channel, async () => (asked.push(channel), ok(undefined))])) as unknown as Handlers // every channel answers; only the door is under test
const refused = err({ code: 'refused' })
const told: string[] = []
const onRefused = (channel: string, code: string): number => told.push(`${channel} ${code}`)

describe('the bridge', () => {
  it.each(['', 'journal:erase', '__proto__', 'constructor', 'toString', 42, null, undefined, {}])('[HOST-1] an unknown channel is refused: %j', async (name) => {
    asked.length = 0
    told.length = 0
    expect(await answer(handlers, name, undefined, onRefused)).toEqual(refused)
    expect(asked).toEqual([])
    expect(told).toEqual(['unknown unknown'])
  })

  it.each([
    ['journal:append', { id: 'not-an-id', cipher: new Uint8Array(3) }],
    ['journal:append', { id: '01900000-0000-7000-8000-000000000001', cipher: new Uint8Array(1024 * 1024) }],
    ['journal:append', { id: '01900000-0000-7000-8000-000000000001', cipher: 'text' }],
    ['journal:append', null],
    ['draft:keep', { id: '01900000-0000-7000-8000-000000000001', cipher: new Uint8Array(300 * 1024) }],
    ['station:prepare', { profile: { hospital: 'x'.repeat(10_000_000) } }],
    ['export:write', { folder: '/', fileName: '../../etc/passwd', bytes: new Uint8Array(1), comment: '' }],
    ['restart:keep', { label: '../x', file: { bytes: new Uint8Array(1), sha256: '0'.repeat(64) } }],
    ['code:try', { envelope: 0, staffNumber: 'N-1' }],
    ['code:try', { envelope: 1, staffNumber: '山田' }],
  ])('[HOST-2] a malformed or oversize input never reaches the handler: %s', async (channel, input) => {
    asked.length = 0
    expect(await answer(handlers, channel, input, onRefused)).toEqual(refused)
    expect(asked).toEqual([])
  })
})

describe('what is told of a refused call', () => {
  it('[TRACE-4] names the channel of the table and whether it was too large or malformed, and never what was said', async () => {
    told.length = 0
    await answer(handlers, 'journal:append', { id: 'not-an-id', cipher: new Uint8Array(3) }, onRefused)
    await answer(handlers, 'journal:append', { id: '01900000-0000-7000-8000-000000000001', cipher: new Uint8Array(1024 * 1024) }, onRefused)
    await answer(handlers, 'station:look', { language: '患者の名前' }, onRefused)
    await answer(handlers, '患者の名前', null, onRefused)
    expect(told).toEqual(['journal:append malformed', 'journal:append too-large', 'station:look malformed', 'unknown unknown'])
  })
})

describe('the command line', () => {
  it.each(['--remote-debugging-port=0', '--remote-debugging-port=9222', '-remote-debugging-port=9222', '/remote-debugging-port=9222', '--inspect', '--inspect=0', '--no-sandbox', '--js-flags=--allow-natives-syntax', '--load-extension=/tmp/x', '--proxy-server=127.0.0.1:1', '--user-data-dir=/tmp', '--renderer-cmd-prefix=xterm', '--disable-web-security', '--export-to=/tmp', '-r', '--data', '--data='])('[HOST-3] the shipped program refuses %s', (word) => {
    expect(readSwitches([word], true)).toEqual({ ok: false, word })
  })

  it('[HOST-3] knows its own, and what its tests need only where it runs from its sources', () => {
    expect(readSwitches(['--data=/var/ward', '--demo'], true)).toEqual({ ok: true, given: { data: '/var/ward', demo: true, second: null, exportTo: null } })
    expect(readSwitches(['--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '/work'], false).ok).toBe(true)
    expect(readSwitches(['--remote-debugging-port=9222'], false).ok).toBe(false)
    expect(readSwitches(['--js-flags=x'], false).ok).toBe(false)
  })
})

describe('the pages', () => {
  it.each(['app://other/index.html', 'app://main/..%2f..%2fetc/passwd', 'app://main/%00', 'app://main/%E0%A4%A'])('[HOST-4] nothing outside the folder is served: %s', (url) => {
    expect(pathWithin('/app/renderer', url)).toBeNull()
  })

  it('[HOST-4] a page of ours is', () => {
    expect(pathWithin('/app/renderer', 'app://main/')).toBe('/app/renderer/index.html')
    expect(pathWithin('/app/renderer', 'app://main/assets/a.js')).toBe('/app/renderer/assets/a.js')
  })
})
