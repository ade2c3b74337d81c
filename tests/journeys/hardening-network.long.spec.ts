import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { startControl } from '../faults/real/control.ts'
import { listen, type Listeners } from '../faults/real/listeners.ts'
import { networkRun } from '../faults/real/network.ts'
import { tryEveryWayOut } from '../faults/real/probe.ts'
import { aPlace, show } from './station.ts'

/** Ways that no listener can name: they look a name up, only connect, or Chromium does not go them from a hidden page. */
const unnamed = ['fetch-unknown-name', 'stun-by-name', 'dns-prefetch', 'preconnect', 'turn-tcp', 'worker', 'icon']

test('[NET-1] nothing a page can do reaches a network, and the same tries reach it from an ordinary application', async () => {
  test.setTimeout(120_000)
  const [ordinary, ours] = await Promise.all([listen(), listen()])
  const folder = await mkdtemp(join(tmpdir(), 'tomoshibi-ordinary-'))
  const control = await startControl(folder)
  const ways = await tryFrom(control.page, ordinary)
  await control.app.close()
  expect(ways.filter((way) => !ordinary.heard().includes(way))).toEqual(ways.filter((way) => unnamed.includes(way)))

  const place = await aPlace()
  const { app, page } = await show(place)
  await expect(page.locator('#root > *').first()).toBeVisible()
  expect(await tryFrom(page, ours)).toEqual(ways)
  // Also where no policy of a page holds anything back: the layers below are meant to hold alone.
  const next = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) => void new BrowserWindow({ show: false, webPreferences: { sandbox: true } }).loadURL('about:blank'))
  expect(await tryFrom(await next, ours)).toEqual(ways)
  expect([ours.connections(), ours.packets(), ours.heard()]).toEqual([0, 0, []])
  await app.close()
  console.log(`${ways.length} ways: ${ordinary.connections()} connections and ${ordinary.packets()} packets from an ordinary application; from ours 0 and 0, twice`)
  await Promise.all([ordinary.close(), ours.close(), place.drop(), rm(folder, { recursive: true, force: true })])
})

test('[NET-1] a page that tries to reach another machine, or to have a name looked up, makes this PC send nothing', async () => {
  test.setTimeout(180_000)
  // Chromium does ask the kernel which route it would take, before a look-up and for WebRTC: `routes`, by which nothing is sent.
  const { figures } = await networkRun('out')
  console.log(JSON.stringify(figures.network))
  expect(figures.network).toMatchObject({ elsewhere: [], dns: 0 })
  expect(figures.network.calls).toBeGreaterThan(10)
})

test('[NET-2] a station that is opened, written to, locked, unlocked and exported asks no name server and calls no other machine', async () => {
  test.setTimeout(180_000)
  const { figures, failed } = await networkRun('short')
  expect(figures.network).toMatchObject({ elsewhere: [], routes: [], dns: 0 })
  expect(figures.network.calls).toBeGreaterThan(10)
  expect(failed).toBe(false)
})

function tryFrom(page: Page, { tcp, udp }: Listeners): Promise<readonly string[]> {
  return tryEveryWayOut(page, { host: '127.0.0.1', tcp, udp, name: 'tomoshibi.invalid' })
}
