import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { app, clipboard, dialog, powerMonitor, type BrowserWindow } from 'electron'
import { processClock } from '../node/clock.ts'
import { nodeDisk } from '../node/disk/node-disk.ts'
import { patientDisk } from '../node/disk/patient-disk.ts'
import { ballastBytes } from '../node/disk/ballast.ts'
import { newUuid } from '../node/uuid.ts'
import { guarded, handlersOf } from '../node/station/handlers.ts'
import { clockWatch } from '../node/station/clock-watch.ts'
import { leaveFolder, takeFolder } from '../node/station/in-use.ts'
import { refusals } from '../node/station/refusals.ts'
import { closeStation, openStation, type Station } from '../node/station/station.ts'
import { lockStation } from '../node/station/lock.ts'
import { atWork, isDrillOver, resumeDrill } from '../node/station/drill.ts'
import { endDrill } from '../node/station/drill-handlers.ts'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { copiedText } from './copied-text.ts'
import { leaveMemoryOutOfDumps } from './core-dumps.ts'
import { hardenProcess, hardenSession } from './harden.ts'
import { batteryOn, defaultDataFolder, isUsable, machineMark, markPathOf, processName } from './place.ts'
import { machineChecks, thisMachine } from './machine-checks.ts'
import { forgetCopies, putCopyAside } from './put-copy-aside.ts'
import { routeCalls } from './router.ts'
import { readSwitches, type Given } from './switches.ts'
import { openWindow } from './window.ts'

/** When the build was made; put in its place by build/electron.vite.config.ts. */
declare const __BUILT_MS__: number

/** Start-up order: command line, hardening, folder, station, handlers, window. Each may end the start with one sentence. */
const started = readSwitches(process.argv.slice(1), app.isPackaged)
if (!started.ok) {
  // Without a box: for as long as somebody looked at it, a debugging port asked for on this line would be open.
  process.stderr.write(`Not a switch of Tomoshibi: ${started.word.slice(0, 60)}\n`)
  app.exit(1)
} else {
  hardenProcess(!app.isPackaged && process.argv.includes('--no-sandbox'))
  leaveMemoryOutOfDumps()
  registerAppScheme()
  const data = started.given.data ?? defaultDataFolder(process.env)
  const disk = patientDisk(nodeDisk(), (ms) => pause(ms))
  if (!isUsable(data)) refuseStart(`The data folder cannot be used: ${data}. The installer must make it and give everyone on this PC the right to write there.`)
  else {
    mkdirSync(join(data, 'window'), { recursive: true })
    app.setPath('userData', join(data, 'window'))
    app.setPath('sessionData', join(data, 'window'))
    app.setPath('crashDumps', join(data, 'window', 'no-dumps'))
    const lockFile = join(data, 'in-use')
    const free = await takeFolder(disk, lockFile, { name: processName(process.pid) ?? String(process.pid), isAlive: (name) => processName(Number.parseInt(name, 10)) === name })
    if (!free) refuseStart('Tomoshibi is already open on this PC.')
    else void app.whenReady().then(() => run(started.given, data, () => leaveFolder(disk, lockFile)))
  }
}

async function run(given: Given, data: string, leave: () => Promise<void>): Promise<void> {
  const disk = patientDisk(nodeDisk(), (ms) => pause(ms))
  let station: Station | null = null
  const [opened] = await Promise.all([
    openStation(
      {
        disk,
        clock: processClock,
        random: (length) => new Uint8Array(randomBytes(length)),
        newId: newUuid,
        machine: machineMark(),
        markPath: markPathOf(data),
        version: app.getVersion(),
        runtime: `electron ${process.versions.electron}`,
        power: () => batteryOn(platform(), powerMonitor.isOnBatteryPower()),
        second: given.second === null ? null : { disk: nodeDisk(), folder: given.second },
        forgetCopies: () => forgetCopies(join(data, 'window')),
        ballastBytes: app.isPackaged ? ballastBytes : 1024 * 1024,
        builtMs: __BUILT_MS__,
      },
      data,
      given.demo ? 'demo' : 'real',
    ),
    // Locked or sealed there is nothing a camera could be for; a locked window has no process that could ask.
    hardenSession(() => station !== null && atWork(station).incident !== null && atWork(station).card?.phase === 'open'),
  ])
  if ('code' in opened) {
    refuseStart(opened.code === 'other-realm' ? `This folder belongs to the realm "${opened.realm}" and is not opened as another.` : 'The signing key of this station is missing or damaged. Restore the folder from a copy.')
    return
  }
  station = opened
  if (!(await resumeDrill(opened))) await endDrill(opened, 'time', null, null)
  serveApp(join(import.meta.dirname, '../renderer'))
  showWindow(opened, given, leave)
}

function showWindow(station: Station, given: Given, leave: () => Promise<void>): void {
  const place = { preload: join(import.meta.dirname, '../preload/preload.cjs'), devTools: !app.isPackaged }
  let window: BrowserWindow | null = null
  let quitting = false
  let settled = (): void => undefined

  const copied = copiedText(() => clipboard.clear())
  /** The new window first, then the old one's process is ended: no glimpse of what lies behind. */
  const replace = async (why: Parameters<typeof lockStation>[1]): Promise<void> => {
    // The window has put everything in order and asks for its end: while quitting no other takes its place.
    if (quitting) return settled()
    const old = window
    window = open(old)
    old?.destroy()
    copied.empty()
    await lockStation(atWork(station), why)
  }
  const open = (like: BrowserWindow | null): BrowserWindow => {
    const made = openWindow(place, like)
    made.webContents.on('render-process-gone', () => {
      if (made === window && !quitting) void replace('crash')
    })
    // Closing the window ends the program, in order: the window is asked first.
    made.on('close', (event) => {
      if (made !== window || quitting) return
      event.preventDefault()
      app.quit()
    })
    made.on('closed', () => {
      if (made === window) app.quit()
    })
    return made
  }
  const askToLock = (): void => {
    const asked = window
    asked?.webContents.send('tomoshibi:ask', 'lock')
    // A window that does not answer is locked all the same.
    void pause(1500).then(() => (asked !== null && asked === window && !asked.isDestroyed() && atWork(station).incident !== null ? replace('suspend') : undefined))
  }
  const chooseFolder = async (): Promise<string | null> => {
    if (given.exportTo !== null) {
      mkdirSync(given.exportTo, { recursive: true })
      return given.exportTo
    }
    if (window === null) return null
    const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
    return chosen.filePaths[0] ?? null
  }
  const chooseFile = async (mostBytes: number): Promise<Uint8Array<ArrayBuffer> | 'too-large' | null> => {
    if (window === null) return null
    const chosen = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: [{ name: 'CSV', extensions: ['csv', 'txt', 'tsv'] }] })
    const [path] = chosen.filePaths
    if (path === undefined) return null
    return (await stat(path)).size > mostBytes ? 'too-large' : new Uint8Array(await readFile(path))
  }
  const printPdf = async (): Promise<Uint8Array<ArrayBuffer> | null> => {
    if (window === null || window.isDestroyed()) return null
    return new Uint8Array(await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }))
  }
  const handlers = guarded(handlersOf(station, { lock: replace, emptyClipboardSoon: copied.emptySoon, chooseFolder, chooseFile, printPdf, putCopyAside: () => putCopyAside(station.layout.window), machineChecks: () => Promise.resolve(machineChecks(thisMachine)), start: randomBytes(8).toString('hex') }))
  const refused = refusals(station)
  routeCalls(handlers, () => window?.webContents ?? null, (channel, code) => void refused.tell(channel, code))
  const watchClock = clockWatch(station, processClock)
  setInterval(() => void watchClock(), 30_000)
  setInterval(() => void refused.rest(), 30_000)
  setInterval(() => {
    if (isDrillOver(station)) void endDrill(station, 'time', null, null).then(() => replace('asked'))
  }, 30_000)
  powerMonitor.on('suspend', askToLock)
  powerMonitor.on('lock-screen', askToLock)
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    // Also the second time: destroying the window asks to quit once more, and would cut the journals' last words off.
    event.preventDefault()
    if (quitting) return
    quitting = true
    copied.empty()
    void (async () => {
      const answered = new Promise<void>((resolve) => {
        settled = resolve
      })
      if (window === null || window.isDestroyed()) settled()
      else window.webContents.send('tomoshibi:ask', 'lock')
      // Drafts and the working copy are brought up to date; a window that does not answer is not waited for.
      await Promise.race([answered, pause(2500)])
      window?.destroy()
      await refused.rest(true)
      await closeStation(station).catch(() => undefined) // what could not be written now is carried over at the next start
      await leave()
      app.exit(0)
    })()
  })
  window = open(null)
}

function refuseStart(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  if (process.env['DISPLAY'] !== undefined || platform() !== 'linux') void app.whenReady().then(() => dialog.showErrorBox('灯 Tomoshibi', sentence)).finally(() => app.exit(1))
  else app.exit(1)
}
