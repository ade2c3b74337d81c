import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron as electron, type Page } from '@playwright/test'
import { launchArgs } from '#build/setup/display.mjs'
import { root, say } from '#build/setup/say.mjs'
import { killAll, type Running } from './app.ts'
import type { Told } from './typist.ts'

export type ControlResult = { readonly rounds: number; readonly acknowledged: number; readonly lost: number; readonly duplicated: number; readonly roundsWithLoss: number }

type Control = { readonly control: { readonly open: () => Promise<boolean>; readonly writeWithoutEnd: (round: number) => Promise<void>; readonly markers: () => Promise<string[]> } }

/**
 * The same kills against plain Dexie with default durability: what an application loses that trusts IndexedDB.
 * Counted after each kill, and what is gone stays counted: a database that was emptied begins anew.
 */
export async function controlRounds(rounds: number): Promise<ControlResult> {
  const folder = await mkdtemp(join(tmpdir(), 'tomoshibi-control-'))
  const lost = new Set<string>()
  const twice = new Set<string>()
  const saved = new Set<string>()
  let roundsWithLoss = 0
  try {
    for (let round = 1; round <= rounds + 1; round += 1) {
      const running = await startControl(folder)
      const found = await markersIn(running.page)
      const counts = Map.groupBy(found, (marker) => marker)
      const gone = [...saved].filter((marker) => !counts.has(marker) && !lost.has(marker))
      for (const [marker, times] of counts) if (times.length > 1) twice.add(marker)
      for (const marker of gone) lost.add(marker)
      if (gone.length > 0) roundsWithLoss += 1
      if (round > rounds) {
        await running.app.close()
        break
      }
      await writeAndKill(running, round, saved)
      say(`control ${round}: ${saved.size} acknowledged so far, ${lost.size} lost`)
    }
    return { rounds, acknowledged: saved.size, lost: lost.size, duplicated: twice.size, roundsWithLoss }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function startControl(folder: string): Promise<Running> {
  const switches = await launchArgs()
  const app = await electron.launch({ args: [...switches, join(root, 'tests/faults/real/control'), `--data=${folder}`], chromiumSandbox: switches.length === 0, cwd: root, timeout: 15_000 })
  const page = await app.firstWindow()
  await page.waitForFunction(() => 'control' in globalThis)
  const pid = app.process().pid
  if (pid === undefined) throw new Error('The control has no process')
  return { app, page, pid }
}

/** A database that does not open, or does not answer, holds nothing for its user. */
async function markersIn(page: Page): Promise<readonly string[]> {
  const reading = page.evaluate(() => (globalThis as unknown as Control).control.markers()).catch(() => [])
  return Promise.race([reading, pause(10_000).then(() => [])])
}

async function writeAndKill(running: Running, round: number, saved: Set<string>): Promise<void> {
  await running.page.exposeBinding('faultTold', (_source, told: Told) => void ('saved' in told ? saved.add(told.saved) : null))
  const writing = running.page.evaluate((number) => (globalThis as unknown as Control).control.writeWithoutEnd(number), round).catch(() => undefined) // the kill ends it
  await pause(Math.random() * 3000)
  await killAll(running)
  await writing
}
