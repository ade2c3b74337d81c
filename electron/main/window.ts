import { BrowserWindow } from 'electron'
import { origin } from './harden.ts'

export type WindowPlace = { readonly preload: string; readonly devTools: boolean }

/** The one window. Sandboxed, isolated, without Node; it starts on the ward's colours and is shown when it has painted. */
export function openWindow(place: WindowPlace, like: BrowserWindow | null): BrowserWindow {
  const window = new BrowserWindow({
    ...(like === null ? { width: 1366, height: 768 } : like.getBounds()),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: '灯 Tomoshibi',
    backgroundColor: '#f2f3ef',
    autoHideMenuBar: true,
    webPreferences: {
      preload: place.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      devTools: place.devTools,
      // A ward's timers must run also behind another window: locking when idle, drafts.
      backgroundThrottling: false,
    },
  })
  window.removeMenu()
  // The title is the same whatever is on the screen: no name of a patient in the task bar.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${origin}/index.html`)
  return window
}
