import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { startApp, type Running } from './app.ts'
import { openChart, enterWithRestartCode } from './enter.ts'
import { aPreparedWard, type PreparedWard } from './prepared-ward.ts'
import { rowFaults } from './copy-rows.ts'

/** One way to damage the working copy of a closed station. `indexed`: the folder of Chromium's database. */
export type FileFault = { readonly name: string; readonly apply: (indexed: string) => Promise<void> }

export const rebuilt = '表示用の控えを作り直しました'

const newest = async (folder: string, ending: string): Promise<string> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending) || name.startsWith(ending)).toSorted()
  return join(folder, names.at(-1) ?? ending)
}
const flip = (ending: string, place: number, bits = 1) => async (folder: string): Promise<void> => {
  const path = await newest(folder, ending)
  const bytes = await readFile(path)
  for (let bit = 0; bit < bits; bit += 1) {
    const at = Math.floor(bytes.length * place) + bit * 37
    bytes[at] = (bytes[at] ?? 0) ^ 4
  }
  await writeFile(path, bytes)
}
const cutTo = (ending: string, part: number) => async (folder: string): Promise<void> => {
  const path = await newest(folder, ending)
  await truncate(path, Math.floor((await readFile(path)).length * part))
}
const drop = (ending: string) => async (folder: string): Promise<void> => rm(await newest(folder, ending), { force: true })
const dropAll = (ending: string) => async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) if (name.endsWith(ending)) await rm(join(folder, name))
}

/** The faults of a database on LevelDB that were once seen to empty it without a word. */
export const fileFaults: readonly FileFault[] = [
  { name: 'log: one bit', apply: flip('.log', 0.3) },
  { name: 'log: sixteen bits', apply: flip('.log', 0.5, 16) },
  { name: 'log: cut to half', apply: cutTo('.log', 0.5) },
  { name: 'log: cut to nothing', apply: cutTo('.log', 0) },
  { name: 'log: deleted', apply: drop('.log') },
  { name: 'log: last 4 KiB zeroed', apply: async (folder) => {
    const path = await newest(folder, '.log')
    const bytes = await readFile(path)
    await writeFile(path, bytes.fill(0, Math.max(0, bytes.length - 4096)))
  } },
  { name: 'table: one bit', apply: flip('.ldb', 0.4) },
  // Its last eight bytes say that it is a table; the bytes before them are partly padding, which nobody reads.
  { name: 'table: footer', apply: async (folder) => {
    const path = await newest(folder, '.ldb')
    const bytes = await readFile(path)
    const at = bytes.length - 4
    bytes[at] = (bytes[at] ?? 0) ^ 4
    await writeFile(path, bytes)
  } },
  { name: 'table: cut to half', apply: cutTo('.ldb', 0.5) },
  { name: 'tables: deleted', apply: dropAll('.ldb') },
  { name: 'manifest: one bit', apply: flip('MANIFEST', 0.5) },
  { name: 'manifest: cut', apply: cutTo('MANIFEST', 0.5) },
  { name: 'manifest: deleted', apply: drop('MANIFEST') },
  { name: 'current: empty', apply: cutTo('CURRENT', 0) },
  { name: 'current: garbage', apply: (folder) => writeFile(join(folder, 'CURRENT'), 'MANIFEST-999999\n') },
  { name: 'current: deleted', apply: drop('CURRENT') },
  { name: 'folder: deleted', apply: (folder) => rm(folder, { recursive: true }) },
]

export type CopyFigures = { readonly faults: number; readonly unnoticed: readonly string[]; readonly untold: readonly string[]; readonly otherRows: readonly string[]; readonly falseAlarms: number }

/** Damages the copy in every way, opens the station again, and compares every chart with what it was. */
export async function copyFaults(only: readonly string[] | null = null): Promise<{ readonly figures: { readonly copy: CopyFigures }; readonly failed: boolean }> {
  const ward = await aPreparedWard({ patients: 3, each: 3000 })
  const kept = await mkdtemp(join(tmpdir(), 'tomoshibi-copy-'))
  try {
    const charts = await settle(ward)
    await cp(dirname(ward.folder), kept, { recursive: true })
    const figures = { faults: 0, unnoticed: [] as string[], untold: [] as string[], otherRows: [] as string[], falseAlarms: 0 }
    const seen = async (name: string, mustRebuild: boolean): Promise<void> => {
      const found = await look(ward, mustRebuild)
      if (!mustRebuild && found.isTold) figures.falseAlarms += 1
      if (mustRebuild) figures.faults += 1
      if (mustRebuild && !found.isTold) figures.untold.push(name)
      if (mustRebuild && found.rebuilds === 0) figures.unnoticed.push(name)
      if (found.charts.join() !== charts.join()) figures.otherRows.push(`${name}: ${firstDifference(charts.join(' | '), found.charts.join(' | '))}`)
      console.error(`${name}: ${mustRebuild ? `told ${found.isTold}, made anew ${found.rebuilds}` : `false alarm ${found.isTold}`}, same rows ${found.charts.join() === charts.join()}`)
    }
    await putBack(kept, ward)
    await seen('nothing damaged', false)
    for (const fault of fileFaults.filter(({ name }) => only?.includes(name) ?? true)) {
      await putBack(kept, ward)
      await fault.apply(join(ward.folder, 'window/IndexedDB/app_main_0.indexeddb.leveldb'))
      await seen(fault.name, true)
    }
    for (const fault of rowFaults.filter(({ name }) => only?.includes(name) ?? true)) {
      await putBack(kept, ward)
      await inTheWindow(ward, fault.apply)
      await seen(fault.name, true)
    }
    const failed = figures.unnoticed.length + figures.untold.length + figures.otherRows.length + figures.falseAlarms > 0
    return { figures: { copy: figures }, failed }
  } finally {
    await rm(kept, { recursive: true, force: true })
    await rm(dirname(ward.folder), { recursive: true, force: true })
  }
}

/** Where two texts part, with some of each. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => other[index] !== letter)
  return `…${one.slice(Math.max(0, at - 20), at + 60)}… / …${other.slice(Math.max(0, at - 20), at + 60)}…`
}

/** The first start makes the copy; after a clean end everything agrees. */
async function settle(ward: PreparedWard): Promise<readonly string[]> {
  return inTheWindow(ward, async (page) => {
    await page.getByText(rebuilt).waitFor({ timeout: 60_000 })
    return chartsOf(page, ward)
  })
}

async function look(ward: PreparedWard, waits: boolean): Promise<{ readonly isTold: boolean; readonly charts: readonly string[]; readonly rebuilds: number }> {
  return inTheWindow(ward, async (page) => {
    const isTold = await page.getByText(rebuilt).waitFor({ timeout: waits ? 30_000 : 4_000 }).then(() => true, () => false)
    const rebuilds = await page.evaluate(async () => {
      const told = await window.tomoshibi.call('journal:public', { journal: 'incident', before: null, most: 30 })
      const { value } = told as { readonly value: { readonly events: readonly { readonly event: { readonly event: string } }[] } } // the bridge's own answer
      const started = value.events.findIndex(({ event }) => event.event === 'unlocked')
      return value.events.slice(0, started < 0 ? undefined : started).filter(({ event }) => event.event === 'working-copy-rebuilt').length
    })
    return { isTold, rebuilds, charts: await chartsOf(page, ward) }
  })
}

/** Opens the station, lets something happen, ends it cleanly. */
async function inTheWindow<Done>(ward: PreparedWard, act: (page: Page, running: Running) => Promise<Done>): Promise<Done> {
  const running = await startApp(ward.folder)
  running.page.setDefaultTimeout(30_000)
  try {
    await enterWithRestartCode(running.page, ward.restartCode)
    return await act(running.page, running)
  } finally {
    await running.app.close()
  }
}

/** Of each patient the number of records and the newest of them as the screen shows them; count and hash of all are compared by the product itself. */
async function chartsOf(page: Page, { patients }: PreparedWard): Promise<readonly string[]> {
  const charts: string[] = []
  for (let index = 0; index < patients; index += 1) {
    await openChart(page, index)
    await page.getByText(/新しい順・\d+件/).waitFor()
    charts.push((await page.locator('main').innerText()).match(/新しい順・\d+件[\s\S]*/)?.[0].replace(/\s+/g, ' ').slice(0, 400) ?? '')
    await page.keyboard.press('F2')
  }
  return charts
}

async function putBack(kept: string, ward: PreparedWard): Promise<void> {
  const parent = dirname(ward.folder)
  await rm(parent, { recursive: true, force: true })
  await cp(kept, parent, { recursive: true })
}
