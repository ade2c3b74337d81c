// What the faults are measured against: an application as they are usually written. One window, one Dexie database
// with the durability a database has when nobody says anything; no journal, no hardening, no network rules.
import { app, BrowserWindow, protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const here = import.meta.dirname
const data = process.argv.find((arg) => arg.startsWith('--data='))?.slice('--data='.length) ?? ''
const dexie = join(dirname(createRequire(import.meta.url).resolve('dexie/package.json')), 'dist/modern/dexie.mjs')
const files = { '/': [join(here, 'page.html'), 'text/html'], '/page.js': [join(here, 'page.js'), 'text/javascript'], '/dexie.mjs': [dexie, 'text/javascript'] }

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.setPath('userData', data)
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  protocol.handle('app', async (request) => {
    const [path, type] = files[/** @type {keyof typeof files} */ (new URL(request.url).pathname)] ?? []
    return path === undefined ? new Response(null, { status: 404 }) : new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': type } })
  })
  return new BrowserWindow({ show: false }).loadURL('app://control/')
})
