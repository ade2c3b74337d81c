import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { printedHead } from '#domain/log/printed-head.ts'
import { launchApp } from '../journeys/launch.ts'
import { demoPatients } from './patients.ts'
import { openExport } from './read-export.ts'
import { allergy, exportAll, note, openEnvelope, register, setUp, strike, unlock, vitalSigns, type Codes } from './steps.ts'

/**
 * The demonstration: the real application through its real screens, from an empty folder to an export that
 * `age`, `minisign` and `unzip` open. Everybody in it is invented; its realm is `demo`.
 */
export async function demo(out: string, seed: number, say: (line: string) => void): Promise<void> {
  const folder = resolve(out)
  await rm(folder, { recursive: true, force: true })
  for (const part of ['export', 'screens']) await mkdir(join(folder, part), { recursive: true })
  const data = join(await mkdtemp(join(tmpdir(), 'tomoshibi-demo-')), 'station')
  const seconds: Record<string, number> = {}
  const step = async <Done>(name: string, words: string, act: () => Promise<Done>): Promise<Done> => {
    const from = performance.now()
    const done = await act()
    seconds[name] = Math.round(performance.now() - from) / 1000
    say(`${words} … ${seconds[name]} s`)
    return done
  }
  const app = await step('start', 'Starting the application', () => launchApp({ args: [`--data=${data}`, '--demo', `--export-to=${join(folder, 'export')}`] }))
  try {
    let page = await firstPage(app)
    let shots = 0
    const shot = async (name: string): Promise<void> => {
      shots += 1
      await page.screenshot({ path: join(folder, 'screens', `${String(shots).padStart(2, '0')}-${name}.png`) })
    }
    const codes = await step('setUp', 'Set up, proved and sealed', () => setUp(page, shot))
    await step('open', 'Envelope 1 opened', () => openEnvelope(page, 1, codes.envelopes[0] ?? '', shot))
    await step('record', 'Six patients registered, two of them unknown; vital signs and notes', () => record(page, seed, shot))
    await step('mend', 'An allergy stated, a record struck', async () => {
      await strike(page, '別の患者の記録')
      await allergy(page, 'ペニシリン', '本人')
      await shot('chart')
    })
    page = await step('lock', 'Locked: the window and its memory are gone', () => lock(app, page))
    await shot('locked')
    await step('unlock', 'Unlocked with the PIN', () => unlock(page))
    await shot('board')
    await step('export', 'Exported, read back and proved', () => exportAll(page, shot))
    await page.keyboard.press('F2')
    await night(page, shot)
    await writeKeys(folder, codes)
    const electron = await app.evaluate(() => process.versions.electron ?? '')
    await app.close()
    await cp(data, join(folder, 'journal'), { recursive: true, filter: (path) => !/\/(window|ballast|in-use|accounts|station\.key)(\/|$)/.test(path.slice(data.length)) })
    await writeSummary(folder, codes, { seed, electron, seconds })
  } finally {
    await app.close().catch(() => undefined) // closed already when all went well
    await rm(join(data, '..'), { recursive: true, force: true })
  }
}

async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  page.setDefaultTimeout(20_000)
  return page
}

async function record(page: Page, seed: number, shot: (name: string) => Promise<void>): Promise<void> {
  for (const [index, { patient, vitals, notes }] of demoPatients(seed).entries()) {
    await register(page, patient, index < 2 ? shot : () => Promise.resolve())
    await page.keyboard.press('Enter')
    await page.locator('[data-vital="temperatureC"]').waitFor()
    for (const set of vitals) await vitalSigns(page, set)
    for (const text of notes) await note(page, text)
  }
}

async function lock(app: ElectronApplication, page: Page): Promise<Page> {
  const next = app.waitForEvent('window')
  await page.keyboard.press('F12')
  const fresh = await next
  fresh.setDefaultTimeout(20_000)
  await fresh.getByText('だれが使いますか').waitFor()
  return fresh
}

/** The same board by night and in English: switched while it is open. */
async function night(page: Page, shot: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: /夜間/ }).focus()
  await page.keyboard.press('Enter')
  await shot('board-night')
  await page.getByRole('button', { name: 'EN' }).focus()
  await page.keyboard.press('Enter')
  await shot('board-english')
}

async function writeKeys(folder: string, { envelopes, officer }: Codes): Promise<void> {
  await writeFile(join(folder, 'officer-identity.txt'), `# Recovery officer of the demonstration. Opens its export: age -d -i officer-identity.txt\n${officer}\n`)
  await writeFile(join(folder, 'codes.json'), `${JSON.stringify({ envelopes: envelopes.map((code, index) => ({ envelope: index + 1, code })) }, null, 1)}\n`)
  await cp(join(folder, 'export/station.pub'), join(folder, 'station.pub'))
}

/** Counts come from the opened export itself, not from what the demo meant to write. */
async function writeSummary(folder: string, { officer }: Codes, about: { readonly seed: number; readonly electron: string; readonly seconds: Readonly<Record<string, number>> }): Promise<void> {
  const exported = (await readdir(join(folder, 'export'))).find((name) => name.endsWith('.zip.age')) ?? ''
  const files = await openExport(join(folder, 'export', exported), officer)
  const manifest = JSON.parse(files('manifest.json')) as { readonly counts: { readonly patients: number }; readonly chain: { readonly incident: { readonly seq: number; readonly head: string } } }
  const entries = files('log/events.ndjson').split('\n').filter((line) => line !== '').length
  const status = JSON.parse(await readFile(join(folder, 'journal/station.json'), 'utf8')) as { readonly realm: string }
  const { seq, head } = manifest.chain.incident
  const summary = { realm: status.realm, ...about, entries, patients: manifest.counts.patients, seq, head, printedHead: printedHead(seq, head), export: exported }
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 1)}\n`)
}
