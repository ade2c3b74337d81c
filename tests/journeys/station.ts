import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { SealedCode } from '#domain/access/code.ts'
import { machineMark, markPathOf } from '#electron/main/place.ts'
import { closeStation } from '#electron/node/station/station.ts'
import { prepare, start } from '../electron/station/prepared.ts'
import { launchApp } from './launch.ts'

/** A folder for one story, with room beside it for the mark and the export. */
export type Place = { readonly data: string; readonly exportTo: string; readonly realm: 'demo' | 'real'; readonly drop: () => Promise<void> }

export async function aPlace(realm: Place['realm'] = 'demo'): Promise<Place> {
  const around = await mkdtemp(join(tmpdir(), 'tomoshibi-journey-'))
  return { data: join(around, 'station'), exportTo: join(around, 'export'), realm, drop: () => rm(around, { recursive: true, force: true }) }
}

export type SealedStation = Place & { readonly codes: readonly SealedCode[]; readonly officer: string }

/** A station that was set up and sealed without a window: for stories that begin later. Ward 3階西, beds 301 and 302. */
export async function aSealedStation(realm: Place['realm'] = 'demo'): Promise<SealedStation> {
  const place = await aPlace(realm)
  const running = await start(place.data, { realm, machine: machineMark(), markPath: markPathOf(place.data), time: { wallMs: Date.now(), monoMs: 0 } })
  const { codes, officer } = await prepare(running, place.data)
  await closeStation(running.station)
  return { ...place, codes, officer: officer.identity }
}

/** The application on that folder, and everything its windows complained about. */
export type Shown = { readonly app: ElectronApplication; readonly page: Page; readonly complaints: readonly string[] }

export async function show(place: Place, more: readonly string[] = []): Promise<Shown> {
  const app = await launchApp({ args: [`--data=${place.data}`, ...(place.realm === 'demo' ? ['--demo'] : []), `--export-to=${place.exportTo}`, ...more] })
  const complaints: string[] = []
  const heard = new Set<Page>()
  const listen = (page: Page): void => {
    if (heard.has(page)) return
    heard.add(page)
    page.setDefaultTimeout(15_000)
    page.on('console', (said) => void (said.type() === 'error' || said.type() === 'warning' ? complaints.push(`${said.type()}: ${said.text()}`) : null))
    page.on('pageerror', (thrown) => void complaints.push(`thrown: ${thrown.message}`))
  }
  app.on('window', listen)
  const page = await app.firstWindow()
  listen(page) // it may have opened before anybody listened
  return { app, page, complaints }
}

/** F12; the window of before is gone with its memory, and a fresh one shows the lock. */
export async function lockWith(app: ElectronApplication, page: Page): Promise<Page> {
  const next = app.waitForEvent('window')
  await page.keyboard.press('F12').catch(() => undefined) // the window may be gone before the key is up again
  return next
}
