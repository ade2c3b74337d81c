import { protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { pathWithin } from './path-within.ts'
import { computingPolicy, computingWorkers, contentSecurityPolicy } from './policies.ts'

export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const path = pathWithin(folder, request.url)
    if (path === null || request.method !== 'GET') return new Response(null, { status: 404, headers })
    try {
      return new Response(new Uint8Array(await readFile(path)), { headers: { ...headers, ...(computingWorkers.includes(new URL(request.url).pathname) ? { 'content-security-policy': computingPolicy } : {}), 'content-type': types[extname(path)] ?? 'application/octet-stream' } })
    } catch {
      return new Response(null, { status: 404, headers })
    }
  })
}

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
} as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png', '.wasm': 'application/wasm', '.json': 'application/json',
}
