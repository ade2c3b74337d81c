// A window with the gallery in it, under the ward window's own policy: a style or script it refuses is missing on paper
// too. What it prints goes into a PDF, for tests alone; the application itself never makes one.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { app, BrowserWindow, protocol } from 'electron'

const folder = process.argv.find((arg) => arg.startsWith('--gallery='))?.slice('--gallery='.length) ?? ''
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types ward default"
/** @type {Readonly<Record<string, string>>} */
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.woff': 'font/woff' }

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
app.setPath('userData', join(folder, '../printer-profile'))
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  protocol.handle('app', async ({ url }) => {
    const path = normalize(decodeURIComponent(new URL(url).pathname)).replace(/^\/$/, '/index.html')
    return new Response(await readFile(join(folder, path)), { headers: { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-security-policy': policy } })
  })
  return new BrowserWindow({ show: false, width: 1366, height: 768, webPreferences: { backgroundThrottling: false } }).loadURL('app://main/index.html#print-act?theme=night&text=200')
})
