import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { connect, createServer, type AddressInfo } from 'node:net'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { launchArgs } from '#build/setup/display.mjs'
import { root } from '#build/setup/say.mjs'
import { aPlace, show } from './station.ts'

/** The doors of the program itself: its bridge, its command line and its folder. */

test('[HOST-1] [HOST-2] a call by an unknown name, malformed or too large is refused, and the window goes on', async () => {
  const place = await aPlace()
  const { app, page } = await show(place)
  expect(await page.evaluate(async (calls) => {
    const call = window.tomoshibi.call as (channel: string, input: unknown) => Promise<unknown> // what a page gone wrong calls is no channel
    return Promise.all([...calls.map(([channel, input]) => call(channel, input)), ...[1, 64, 300].map((mib) => call('journal:append', { id: '01934f00-0000-7000-8000-000000000001', cipher: new Uint8Array(mib * 1024 * 1024) }))])
  }, refusedCalls)).toEqual([...refusedCalls, 1, 64, 300].map(() => refused))
  expect(await page.evaluate((known) => window.tomoshibi.call('draft:keep', { id: known as never, cipher: new Uint8Array(3) }), id)).toEqual({ ok: false, error: { code: 'not-now' } }) // well formed, and heard
  // What cannot be copied to another process never leaves the page.
  expect(await page.evaluate(() => window.tomoshibi.call('station:status', () => undefined).then(() => 'heard', () => 'not sent'))).toBe('not sent')
  expect(await page.evaluate(() => window.tomoshibi.call('station:status', undefined))).toMatchObject({ ok: true })
  await app.close()
  await place.drop()
})

const refused = { ok: false, error: { code: 'refused' } }
const id = '01934f00-0000-7000-8000-000000000001'
const refusedCalls: readonly (readonly [string, unknown])[] = [
  ['station:erase', undefined], ['', undefined], ['__proto__', undefined], ['constructor', {}], ['toString', undefined],
  ['station:status', { more: 1 }], ['journal:append', null], ['journal:append', { id: '../../etc/passwd', cipher: 'text' }], ['journal:append', { id, cipher: 'text' }], ['journal:append', { id, cipher: [1, 2, 3] }],
  ['draft:keep', { id, cipher: { length: 3 } }], ['journal:frames', { after: -1, most: 1 }], ['journal:frames', { after: 0, most: 1e12 }], ['code:try', { envelope: 0, staffNumber: 'N-1' }], ['code:try', { envelope: 1, staffNumber: '見本' }],
  ['restart:keep', { label: '../x', file: {} }], ['journal:missing', { ids: ['x'] }], ['station:reserve', { upTo: Number.NaN }],
]

test('[HOST-8] a call from a frame or from another window is refused', async () => {
  const place = await aPlace()
  const { app, page } = await show(place)
  expect(await page.evaluate(() => window.tomoshibi.call('station:status', undefined))).toMatchObject({ ok: true })
  const inFrames = await page.evaluate(async () => {
    const seen: boolean[] = []
    for (const source of ['about:blank', 'app://main/index.html', 'data:text/html,x', 'blob:']) {
      const frame = document.createElement('iframe')
      frame.src = source
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 200))
      try {
        seen.push(frame.contentWindow !== null && 'tomoshibi' in frame.contentWindow)
      } catch {
        seen.push(false) // another origin: nothing of it can be reached
      }
      frame.remove()
    }
    return seen
  })
  expect(inFrames).toEqual([false, false, false, false])

  const next = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }, preload) => {
    void new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } }).loadURL('app://main/index.html')
  }, join(root, 'out/app/preload/preload.cjs'))
  const other = await next
  await other.waitForFunction(() => 'tomoshibi' in globalThis)
  expect(await other.evaluate(() => window.tomoshibi.call('station:status', undefined))).toEqual(refused)
  await app.close()
  await place.drop()
})

test('[HOST-3] a debugging port asked for on the command line ends the start before it can be used', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tomoshibi-switch-'))
  const port = await freePort()
  const { child, said, ended } = await startBare([`--remote-debugging-port=${port}`, `--data=${join(folder, 'station')}`])
  let reached = 0
  const until = performance.now() + 15_000
  while (child.exitCode === null && child.signalCode === null && performance.now() < until) {
    if (await isListening(port)) reached += 1
    await Promise.race([ended, pause(20)])
  }
  child.kill('SIGKILL') // of one that went on after all
  expect(said()).toContain('Not a switch of Tomoshibi: --remote-debugging-port=')
  expect(child.exitCode).toBe(1)
  expect(reached).toBe(0)
  expect(await readdir(folder)).toEqual([])
  await rm(folder, { recursive: true, force: true })
})

test('[HOST-11] a folder in use is not opened twice, and one left in use is opened although its number is alive again', async () => {
  const place = await aPlace()
  await mkdir(place.data, { recursive: true })
  // As after a power cut: the number the program had belongs to somebody else now, here to this very test.
  await writeFile(join(place.data, 'in-use'), `${process.pid} 00000000-0000-0000-0000-000000000000 1`)
  const { app, page } = await show(place)
  await expect(page.locator('#root > *').first()).toBeVisible()
  const held = await readFile(join(place.data, 'in-use'), 'utf8')
  expect(held.startsWith(`${app.process().pid} `)).toBe(true)

  const second = await startBare([`--data=${place.data}`, '--demo'])
  await expect.poll(second.said, { timeout: 15_000 }).toContain('already open')
  second.child.kill('SIGKILL') // it shows its sentence in a box and waits for somebody to read it
  await second.ended
  expect(await readFile(join(place.data, 'in-use'), 'utf8')).toBe(held)
  expect(await page.evaluate(() => window.tomoshibi.call('station:status', undefined))).toMatchObject({ ok: true })
  await app.close()
  expect(await readdir(place.data)).not.toContain('in-use')
  await place.drop()
})

/** The program as a person starts it, with nobody driving it. */
async function startBare(args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<unknown> }> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string // outside of Electron the package is the path of the program
  const child = spawn(electron, [...(await launchArgs()), root, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let text = ''
  child.stderr.on('data', (chunk: Buffer) => void (text += chunk.toString()))
  return { child, said: () => text, ended: new Promise((resolve) => child.once('exit', resolve)) }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo // a TCP server's address is never a path
      server.close(() => resolve(port))
    })
  })
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
