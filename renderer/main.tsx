import './before-all.ts'
import { firstStatus, machine } from './first-status.ts'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { PortsProvider } from './app/ports.ts'
import { refuseFloods } from './app/refuse-floods.ts'
import { loadFontsAfterFirstPaint } from './fonts.ts'
import { hand } from './host.ts'
import { setLook, setStatus } from './session/session.ts'
import { startVault } from './workers/vault-worker.ts'

/** The only wiring: what the window is made of, put together once. */
// A file dropped on the window is not opened by it.
for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault())

refuseFloods()

const ports = { bridge: machine, hand, vault: startVault() }
const root = document.getElementById('root')
const status = await firstStatus
if (status.ok) {
  setStatus(status.value)
  setLook(status.value.look)
}
if (root !== null) {
  // At once, so that fonts wait for a frame with the screen in it and not for an empty one.
  flushSync(() =>
    createRoot(root).render(
      <PortsProvider value={ports}>
        <App />
      </PortsProvider>,
    ),
  )
}
loadFontsAfterFirstPaint()
