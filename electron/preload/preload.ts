import { contextBridge, ipcRenderer } from 'electron'

/** All that the window has of the machine: one call, and one question the machine may ask. */
contextBridge.exposeInMainWorld('tomoshibi', {
  call: (channel: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('tomoshibi', channel, input),
  onAsked: (listener: (what: string) => void): void => {
    ipcRenderer.on('tomoshibi:ask', (_event, what: unknown) => listener(String(what)))
  },
})
