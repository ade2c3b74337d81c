import type { Page } from '@playwright/test'

/** Where a page tries to go: an address with its ports, and a name that would have to be looked up. */
export type Target = { readonly host: string; readonly tcp: number; readonly udp: number; readonly name: string }

/**
 * Tries every way a page knows to reach a network, and waits until the last has had its time. Answers the ways that
 * were begun; whether one arrived is only for listeners or a trace to say.
 */
export async function tryEveryWayOut(page: Page, target: Target): Promise<readonly string[]> {
  return page.evaluate(everyWayOut, target)
}

/** Runs in the page. */
async function everyWayOut({ host, tcp, udp, name }: Target): Promise<string[]> {
  const http = `http://${host}:${tcp}`
  const begun: string[] = []
  const attempt = async (kind: string, act: (to: string) => unknown): Promise<void> => {
    begun.push(kind)
    try {
      await Promise.race([Promise.resolve(act(`${http}/${kind}`)), new Promise((resolve) => setTimeout(resolve, 1500))])
    } catch {
      // refused: what is looked for
    }
  }
  const element = (tag: string, values: Readonly<Record<string, string>>, text = ''): HTMLElement => {
    const made = document.createElement(tag)
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, value)
    if (text !== '') made.append(text)
    document.body.append(made)
    return made
  }
  const peer = async (urls: string): Promise<void> => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls, username: 'u', credential: 'c' }] })
    connection.createDataChannel('probe')
    await connection.setLocalDescription(await connection.createOffer())
    await new Promise((resolve) => setTimeout(resolve, 1500))
    connection.close()
  }
  const submit = (action: string, method: string): void => {
    element('iframe', { name: `to-${method}` })
    const form = element('form', { action, method, target: `to-${method}` }) as HTMLFormElement // made as a form
    form.submit()
  }
  const inWorker = (to: string, how: string): Worker => new Worker(URL.createObjectURL(new Blob([`${how}(${JSON.stringify(to)})`], { type: 'text/javascript' })))
  await Promise.all([
    attempt('fetch', (to) => fetch(to, { mode: 'no-cors' })),
    attempt('fetch-keepalive', (to) => fetch(to, { mode: 'no-cors', method: 'POST', keepalive: true, body: 'x' })),
    attempt('fetch-by-name', () => fetch(`http://localhost:${tcp}/fetch-by-name`, { mode: 'no-cors' })),
    attempt('fetch-unknown-name', () => fetch(`http://${name}/`, { mode: 'no-cors' })),
    attempt('xhr', (to) => {
      const request = new XMLHttpRequest()
      request.open('GET', to)
      request.send()
    }),
    attempt('websocket', () => void new WebSocket(`ws://${host}:${tcp}/websocket`)),
    attempt('event-source', (to) => void new EventSource(to)),
    attempt('beacon', (to) => navigator.sendBeacon(to, 'x')),
    attempt('image', (to) => void (new Image().src = to)),
    attempt('svg-image', (to) => {
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
      image.setAttribute('href', to)
      element('p', {}).appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).append(image)
    }),
    attempt('video', (to) => void element('video', { src: to, preload: 'auto' })),
    attempt('audio', (to) => void element('audio', { src: to, preload: 'auto' })),
    attempt('object', (to) => void element('object', { data: to })),
    attempt('embed', (to) => void element('embed', { src: to })),
    attempt('iframe', (to) => void element('iframe', { src: to })),
    attempt('font', (to) => new FontFace('probe', `url(${to})`).load()),
    attempt('style-sheet', (to) => void element('link', { rel: 'stylesheet', href: to })),
    attempt('style-import', (to) => void element('style', {}, `@import url(${to});`)),
    attempt('style-url', (to) => void element('p', { style: `background: url(${to})` }, 'x')),
    attempt('script', (to) => void element('script', { src: to })),
    attempt('module', (to) => import(/* @vite-ignore */ to)),
    attempt('worker', (to) => void new Worker(to)),
    attempt('worker-fetch', (to) => void inWorker(to, 'fetch')),
    attempt('worker-script', (to) => void inWorker(to, 'importScripts')),
    attempt('prefetch', (to) => void element('link', { rel: 'prefetch', href: to })),
    attempt('preload', (to) => void element('link', { rel: 'preload', as: 'image', href: to })),
    attempt('module-preload', (to) => void element('link', { rel: 'modulepreload', href: to })),
    attempt('preconnect', () => void element('link', { rel: 'preconnect', href: http })),
    attempt('dns-prefetch', () => void element('link', { rel: 'dns-prefetch', href: `//dns-${name}` })),
    attempt('icon', (to) => void element('link', { rel: 'icon', href: to })),
    attempt('speculation', (to) => void element('script', { type: 'speculationrules' }, JSON.stringify({ prefetch: [{ source: 'list', urls: [to] }], prerender: [{ source: 'list', urls: [to] }] }))),
    attempt('form-get', (to) => submit(to, 'get')),
    attempt('form-post', (to) => submit(to, 'post')),
    attempt('ping', (to) => element('a', { href: '#', ping: to }).click()),
    attempt('open', (to) => void open(to)),
    attempt('download', (to) => element('a', { href: to, download: 'x' }).click()),
    attempt('stun', () => peer(`stun:${host}:${udp}`)),
    attempt('stun-by-name', () => peer(`stun:stun-${name}:${udp}`)),
    attempt('turn', () => peer(`turn:${host}:${udp}`)),
    attempt('turn-tcp', () => peer(`turn:${host}:${tcp}?transport=tcp`)),
    attempt('quic', () => new (globalThis as unknown as { readonly WebTransport: new (url: string) => { readonly ready: Promise<void> } }).WebTransport(`https://${host}:${udp}/`).ready),
  ])
  await attempt('navigation', (to) => location.assign(to))
  await new Promise((resolve) => setTimeout(resolve, 700))
  return begun
}
