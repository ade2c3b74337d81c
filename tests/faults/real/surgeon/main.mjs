// An empty page under the ward window's origin: what lies in the databases of a closed station can be read and
// changed through IndexedDB itself, as another version of the program, or somebody with the same disk, could.
import { app, BrowserWindow, protocol } from 'electron'

const data = process.argv.find((arg) => arg.startsWith('--data='))?.slice('--data='.length) ?? ''

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.setPath('userData', data)
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  protocol.handle('app', () => new Response('<!doctype html><title>Surgeon</title>', { headers: { 'content-type': 'text/html' } }))
  return new BrowserWindow({ show: false }).loadURL('app://main/empty')
})
