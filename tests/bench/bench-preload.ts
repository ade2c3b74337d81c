import { contextBridge, ipcRenderer } from 'electron'
import '#electron/preload/preload.ts'

contextBridge.exposeInMainWorld('bench', {
  call: (name: string, given: unknown): Promise<unknown> => ipcRenderer.invoke('bench', name, given),
  say: (line: string): void => ipcRenderer.send('bench:say', line),
  end: (): void => ipcRenderer.send('bench:end'),
})

/** Says when a page is on the glass: two frames after the thing it is about stands in it. The same for every page. */
const painted = process.env['BENCH_PAINTED'] ?? ''
if (painted !== '') {
  const look = new MutationObserver(() => {
    if (document.querySelector(painted) === null) return
    look.disconnect()
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        ipcRenderer.send('bench:say', JSON.stringify({ said: 'painted', at: Date.now() }))
        setTimeout(() => ipcRenderer.send('bench:end'), Number(process.env['BENCH_STAY'] ?? 0))
      }),
    )
  })
  look.observe(document, { childList: true, subtree: true })
}
