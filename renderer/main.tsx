import './before-all.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { PortsProvider } from './app/ports.ts'
import { loadFontsAfterFirstPaint } from './fonts.ts'
import { bridgeOver, hand } from './host.ts'
import { setLook, setStatus } from './session/session.ts'
import { startVault } from './workers/vault-worker.ts'

/** The only wiring: what the window is made of, put together once. */
// A file dropped on the window is not opened by it.
for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault())

const machine = bridgeOver(window.tomoshibi)
const ports = { bridge: machine, hand, vault: startVault() }
const root = document.getElementById('root')
const status = await machine.call('station:status')
if (status.ok) {
  setStatus(status.value)
  setLook(status.value.look)
}
if (root !== null) {
  createRoot(root).render(
    <PortsProvider value={ports}>
      <App />
    </PortsProvider>,
  )
}
loadFontsAfterFirstPaint()
