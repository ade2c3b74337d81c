import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, type Page } from '@playwright/test'
import { startControl } from '../faults/real/control.ts'
import { aPlace, show } from './station.ts'

/** What a page gone wrong, or somebody at this PC, could try; each on the real window. */

test('[HOST-5] every permission is refused to the window, and its storage is not evicted all the same', async () => {
  const place = await aPlace()
  const { app, page } = await show(place)
  const states = await page.evaluate(statesOf, permissions)
  expect(Object.entries(states).filter(([, state]) => state === 'granted' || state === 'prompt')).toEqual([['persistent-storage', 'granted']])
  expect(Object.values(states).filter((state) => state === 'denied').length).toBeGreaterThan(10)
  expect(await page.evaluate(async () => [await navigator.storage.persisted(), await navigator.storage.persist()])).toEqual([true, true])
  expect(await page.evaluate(askForEverything)).toEqual({})
  await app.close()
  await place.drop()
})

test('[HOST-5] an ordinary application gives its page what is refused here', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tomoshibi-ordinary-'))
  const { app, page } = await startControl(folder)
  const states = await page.evaluate(statesOf, permissions)
  expect(Object.values(states).filter((state) => state === 'granted').length).toBeGreaterThan(10)
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

test('[HOST-6] nothing leads the window away from its page, and no other window, view or page within it opens', async () => {
  const place = await aPlace()
  const { app, page } = await show(place)
  await expect(page.locator('#root > *').first()).toBeVisible()
  const before = page.url()
  await page.evaluate(() => Object.assign(globalThis, { stillHere: true }))
  for (const way of waysAway) {
    await page.evaluate(goAway, way).catch(() => undefined) // refused by throwing, for some
    await pause(120)
  }
  for (const keys of ['Control+R', 'Control+Shift+R', 'Alt+ArrowLeft', 'Control+N', 'Control+T', 'Control+O']) await page.keyboard.press(keys)
  await dropFile(page, '/etc/hostname')
  await page.evaluate(goInside)
  await pause(800)
  expect(await page.evaluate(() => 'stillHere' in globalThis)).toBe(true)
  expect(page.url().replace(/#.*/, '')).toBe(before)
  expect(app.windows()).toHaveLength(1)
  expect(await app.evaluate(({ BrowserWindow, webContents }) => [BrowserWindow.getAllWindows().length, webContents.getAllWebContents().length])).toEqual([1, 1])
  expect(page.frames().filter((frame) => frame !== page.mainFrame() && !/^(about:blank|chrome-error:.*|)$/.test(frame.url())).map((frame) => frame.url())).toEqual([])
  await app.close()
  await place.drop()
})

test('[HOST-12] nothing is downloaded, not even what the page made itself', async () => {
  const place = await aPlace()
  const { app, page } = await show(place)
  await expect(page.locator('#root > *').first()).toBeVisible()
  await app.evaluate(({ session }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    session.defaultSession.on('will-download', (event, item) => {
      item.on('done', (_event, state) => seen.push(state))
      seen.push(event.defaultPrevented ? 'prevented' : item.getURL())
    })
  })
  await page.evaluate(() => {
    for (const href of [URL.createObjectURL(new Blob(['x'])), 'data:application/octet-stream,x', 'app://main/index.html', 'https://192.0.2.1/x']) {
      const link = document.createElement('a')
      Object.assign(link, { href, download: 'x.txt' })
      document.body.append(link)
      link.click()
    }
  })
  await app.evaluate(({ session }) => session.defaultSession.downloadURL('app://main/index.html'))
  const seen = (): Promise<string[]> => app.evaluate(() => (globalThis as unknown as { readonly seen: string[] }).seen) // put there above
  await expect.poll(seen).toContain('prevented')
  await pause(500)
  expect([...new Set(await seen())].toSorted()).toEqual(['cancelled', 'prevented'])
  await app.close()
  await place.drop()
})

test('[HOST-7] no file of the PC is shown or read', async () => {
  const place = await aPlace()
  const { app, page } = await show(place)
  expect(await page.evaluate(() => fetch('file:///etc/hostname').then(() => 'read', () => 'refused'))).toBe('refused')
  expect(await page.evaluate(() => fetch('app://main/../../../../etc/hostname').then(({ status }) => status))).toBe(404)
  const loaded = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    const outcome = await window.loadURL('file:///etc/hostname').then(() => 'shown', (thrown: unknown) => String(thrown))
    window.destroy()
    return outcome
  })
  expect(loaded).toContain('ERR_BLOCKED_BY_CLIENT')
  await app.close()
  await place.drop()
})

test('[HOST-9] the page has nothing of Node, and of the machine one call and one question', async () => {
  const place = await aPlace()
  const { app, page } = await show(place)
  expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter((name) => name in globalThis))).toEqual([])
  expect(await page.evaluate(() => Object.getOwnPropertyNames(window.tomoshibi).toSorted())).toEqual(['call', 'onAsked'])
  expect(await page.evaluate(() => {
    try {
      Object.assign(window.tomoshibi, { call: () => Promise.resolve('mine') })
    } catch {
      // frozen: what is looked for
    }
    return window.tomoshibi.call('station:status', undefined)
  })).toMatchObject({ ok: true })
  await app.close()
  await place.drop()
})

const permissions = [
  'accelerometer', 'ambient-light-sensor', 'background-fetch', 'background-sync', 'bluetooth', 'camera', 'captured-surface-control', 'clipboard-read', 'clipboard-write', 'display-capture', 'fullscreen', 'geolocation',
  'gyroscope', 'idle-detection', 'keyboard-lock', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'nfc', 'notifications', 'payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointer-lock', 'push',
  'screen-wake-lock', 'speaker-selection', 'storage-access', 'top-level-storage-access', 'window-management',
] as const

/** Runs in the page: what each permission is said to be. */
async function statesOf(names: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of names) found[name] = await navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state, () => 'unknown to this Chromium, or refused') // more names than the type knows
  return found
}

/** Asks as a page asks; answers what was given, which must be nothing. Runs in the page. */
async function askForEverything(): Promise<Record<string, string>> {
  const given: Record<string, string> = {}
  const browser = navigator as unknown as Record<'usb' | 'hid' | 'serial' | 'bluetooth', { requestDevice: (what: object) => Promise<unknown>; requestPort: () => Promise<unknown> } | undefined> & { readonly keyboard: { readonly lock: () => Promise<unknown> } } // not in the types of the DOM
  const newer = globalThis as unknown as Record<'showOpenFilePicker' | 'queryLocalFonts' | 'getScreenDetails', () => Promise<unknown>> // nor are these
  const missing = (): Promise<never> => Promise.reject(new Error('not in this page'))
  const asks: Record<string, () => Promise<unknown>> = {
    camera: () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia(),
    place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    midi: () => navigator.requestMIDIAccess({ sysex: true }),
    usb: () => browser.usb?.requestDevice({ filters: [] }) ?? missing(),
    hid: () => browser.hid?.requestDevice({ filters: [] }) ?? missing(),
    serial: () => browser.serial?.requestPort() ?? missing(),
    bluetooth: () => browser.bluetooth?.requestDevice({ acceptAllDevices: true }) ?? missing(),
    clipboard: () => navigator.clipboard.readText(),
    awake: () => navigator.wakeLock.request('screen'),
    files: () => newer.showOpenFilePicker(),
    fonts: () => newer.queryLocalFonts().then((fonts) => (Array.isArray(fonts) && fonts.length > 0 ? fonts : missing())),
    screens: () => newer.getScreenDetails(),
    fullscreen: () => document.documentElement.requestFullscreen(),
    'key lock': () => browser.keyboard.lock(),
    pointer: async () => {
      await document.body.requestPointerLock()
      return document.pointerLockElement ?? missing()
    },
    'clipboard as a picture': () => navigator.clipboard.read(),
    worker: () => navigator.serviceWorker.register('/x.js'),
  }
  for (const [name, ask] of Object.entries(asks)) {
    try {
      await Promise.race([ask(), new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), 1500))])
      given[name] = 'given'
    } catch {
      // refused
    }
  }
  if ((await Notification.requestPermission()) !== 'denied') given['notifications'] = 'given'
  return given
}

const waysAway = ['href', 'assign', 'replace', 'same origin', 'link', 'blank link', 'form', 'open', 'open blank', 'open own', 'meta', 'javascript', 'middle click'] as const

/** Runs in the page: tries to leave it in one way. */
function goAway(way: (typeof waysAway)[number]): void {
  const to = 'https://192.0.2.1/'
  const link = (target: string): HTMLAnchorElement => {
    const made = document.createElement('a')
    Object.assign(made, { href: to, target, textContent: 'x' })
    document.body.append(made)
    return made
  }
  if (way === 'href') location.href = to
  if (way === 'assign') location.assign('file:///etc/hostname')
  if (way === 'replace') location.replace('data:text/html,x')
  if (way === 'same origin') location.assign('app://main/assets/')
  if (way === 'link') link('').click()
  if (way === 'blank link') link('_blank').click()
  if (way === 'middle click') link('').dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))
  if (way === 'open' && open(to) !== null) throw new Error('A window opened')
  if (way === 'open blank' && open('about:blank') !== null) throw new Error('A window opened')
  if (way === 'open own' && open('app://main/index.html') !== null) throw new Error('A window opened')
  if (way === 'javascript') link('').setAttribute('href', 'javascript:document.write(1)')
  if (way === 'form') {
    const form = document.createElement('form')
    form.action = to
    document.body.append(form)
    form.submit()
  }
  if (way === 'meta') {
    const meta = document.createElement('meta')
    Object.assign(meta, { httpEquiv: 'refresh', content: `0;url=${to}` })
    document.head.append(meta)
  }
}

/** Runs in the page: takes another page in, instead of going to it. */
function goInside(): void {
  for (const [tag, name] of [['webview', 'src'], ['iframe', 'src'], ['object', 'data'], ['embed', 'src'], ['frame', 'src']] as const) {
    for (const to of ['https://192.0.2.1/', 'file:///etc/hostname', 'app://main/index.html', 'data:text/html,x']) {
      const made = document.createElement(tag)
      try {
        made.setAttribute(name, to)
      } catch {
        // not a trusted script address: refused already
      }
      document.body.append(made)
    }
  }
}

/** A file from the desktop let go over the middle of the window, as the system tells it to the page. */
async function dropFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data: { items: [], files: [path], dragOperationsMask: 1 } })
  await session.detach()
}

