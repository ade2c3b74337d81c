import { betweenKeysMs } from '#renderer/ui/wedge.ts'
import { rm } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { publicEvents } from '#electron/node/station/public-events.ts'
import { driver } from '#tests/demo/drive.ts'
import { openEnvelope, opener, register, unlock } from '#tests/demo/steps.ts'
import { aSealedStation, show, type SealedStation, type Shown } from '#tests/journeys/station.ts'
import { tomoshibi } from '#tests/journeys/outside.ts'
import { chanceFrom } from '../simulation/chance.ts'
import { killAll, lockWindow } from './app.ts'

/** What the walks over the real application did and found. */
type Figures = { runs: number; steps: number; kills: number; locks: number; jumps: number; registered: number; opened: number; retired: number; refusedRetired: number; shownWhileShut: number; acceptedRetired: number; tracesLost: number; notVerified: number }

/** One station in the walk: what it should be, and what must be found again. */
type Walk = { readonly place: SealedStation; shown: Shown; page: Page; phase: 'sealed' | 'open' | 'standing-down' | 'reconciling' | 'closed'; isIn: boolean; restartCode: string; readonly seen: string[]; readonly traces: string[] }

/** Random walks over the real application: opened, registered, locked, killed, its clock moved, stood down, retired, closed. */
export async function lifeWalks(runs: number, steps: number): Promise<{ readonly figures: Figures; readonly failed: boolean }> {
  const figures: Figures = { runs: 0, steps: 0, kills: 0, locks: 0, jumps: 0, registered: 0, opened: 0, retired: 0, refusedRetired: 0, shownWhileShut: 0, acceptedRetired: 0, tracesLost: 0, notVerified: 0 }
  for (let run = 1; run <= runs; run += 1) {
    await walk(chanceFrom(run), steps, figures)
    figures.runs += 1
    console.error(`walk ${run} of ${runs}: ${JSON.stringify(figures)}`)
  }
  return { figures, failed: figures.shownWhileShut + figures.acceptedRetired + figures.tracesLost + figures.notVerified > 0 }
}

async function walk(chance: () => number, steps: number, figures: Figures): Promise<void> {
  const place = await aSealedStation()
  const shown = await show(place)
  const now: Walk = { place, shown, page: shown.page, phase: 'sealed', isIn: false, restartCode: '', seen: [], traces: [] }
  try {
    for (let step = 0; step < steps; step += 1) {
      await take(chance, now, figures)
      figures.steps += 1
      await look(now, figures)
    }
    await now.shown.app.close()
    await account(now, figures)
  } finally {
    await now.shown.app.close().catch(() => undefined) // killed or closed already
    await place.drop()
    await rm(place.data, { recursive: true, force: true })
  }
}

type Answer = { readonly ok: boolean; readonly error?: { readonly code: string } }

/** A call as the window makes it. */
function call(page: Page, channel: string, input?: unknown): Promise<Answer> {
  return page.evaluate(([name, given]) => (window as unknown as { tomoshibi: { call: (name: string, input: unknown) => Promise<unknown> } }).tomoshibi.call(name, given), [channel, input] as const) as Promise<Answer> // an answer of the router has this form
}

async function take(chance: () => number, now: Walk, figures: Figures): Promise<void> {
  const roll = chance()
  if (roll < 0.14) return kill(now, figures)
  if (roll < 0.28) return lockIt(now, figures)
  if (roll < 0.4) return jump(chance, now, figures)
  if (now.phase === 'sealed') return open(now, figures)
  if (roll < 0.5) return retiredTried(now, figures)
  if (now.phase === 'closed') return peek(now)
  if (!now.isIn) return back(now)
  if (now.phase === 'open') return roll < 0.8 ? registerOne(now, figures) : move(now, 'incident:stand-down', 'standing-down', 'stood-down')
  if (now.phase === 'standing-down') return roll < 0.65 ? move(now, 'incident:resume', 'open', 'resumed') : retire(now, figures)
  return roll < 0.75 ? peek(now) : close(now)
}

async function open(now: Walk, figures: Figures): Promise<void> {
  now.restartCode = await openEnvelope(now.page, 1, now.place.codes[0] ?? '')
  Object.assign(now, { phase: 'open', isIn: true } satisfies Partial<Walk>)
  now.traces.push('code-tried', 'envelope-opened', 'incident-declared')
  figures.opened += 1
}

async function registerOne(now: Walk, figures: Figures): Promise<void> {
  await now.page.keyboard.press('F2')
  const number = await register(now.page, { features: `目印-${now.seen.length}`, bed: '' })
  now.seen.push(number, `目印-${now.seen.length}`)
  await now.page.keyboard.press('Escape')
  figures.registered += 1
}

/** SIGKILL, and the program again: whoever comes back needs the paper. */
async function kill(now: Walk, figures: Figures): Promise<void> {
  const pid = now.shown.app.process().pid
  if (pid === undefined) return
  await killAll({ app: now.shown.app, page: now.page, pid })
  now.shown = await show(now.place)
  now.page = now.shown.page
  now.isIn = false
  figures.kills += 1
  await now.page.getByRole('main').first().waitFor()
}

async function lockIt(now: Walk, figures: Figures): Promise<void> {
  if (!now.isIn) return
  now.page = await lockWindow({ app: now.shown.app, page: now.page })
  now.isIn = false
  figures.locks += 1
  await now.page.getByRole('main').first().waitFor()
}

/** The machine's clock, from now on, some minutes or years elsewhere. */
async function jump(chance: () => number, now: Walk, figures: Figures): Promise<void> {
  const byMs = Math.round((chance() - 0.5) * (chance() < 0.5 ? 20 * 60_000 : 20 * 365 * 86_400_000))
  await now.shown.app.evaluate((_, by) => {
    const before = Date.now.bind(Date)
    Date.now = () => before() + by
  }, byMs)
  figures.jumps += 1
}

/** Only where codes are retired: a wrong code behind the mounted screen would leave a wait that screen has not heard of. */
async function retiredTried(now: Walk, figures: Figures): Promise<void> {
  if (now.phase !== 'reconciling' && now.phase !== 'closed') return peek(now)
  const answer = await call(now.page, 'code:try', { envelope: 2, staffNumber: opener.staffNumber })
  if (answer.ok || answer.error?.code !== 'retired') figures.acceptedRetired += 1
  else figures.refusedRetired += 1
  now.traces.push('retired-code-tried')
}

/** Coming back: with the PIN where this process knows it, else with the restart code. */
async function back(now: Walk): Promise<void> {
  const at = driver(now.page)
  const people = (await call(now.page, 'pin:people')) as Answer & { readonly value?: { readonly people: readonly unknown[] } }
  if ((people.value?.people.length ?? 0) > 0 && now.phase === 'open') {
    await unlock(now.page)
    now.isIn = true
    return
  }
  if (now.phase !== 'open') return peek(now)
  await at.sees('再開コードを打ってください')
  await at.write('自分の職員番号', opener.staffNumber)
  await now.page.locator('fieldset input').first().focus()
  await now.page.keyboard.type(now.restartCode.replace(/[^0-9A-Z]/g, ''), { delay: 2 * betweenKeysMs })
  await now.page.getByRole('button', { name: '解錠する', disabled: false }).waitFor({ timeout: 40_000 })
  await at.press('Control+Enter')
  await now.page.getByLabel('氏名').first().waitFor()
  await at.write('氏名', opener.name)
  await at.choose('職種', 2)
  await at.write('PIN', opener.pin)
  await at.write('もう一度', opener.pin)
  await at.press('Control+Enter')
  await now.page.getByRole('button', { name: '患者を登録する' }).first().waitFor()
  now.isIn = true
}

async function move(now: Walk, channel: string, to: Walk['phase'], trace: string): Promise<void> {
  const moved = await call(now.page, channel, { staffNumber: opener.staffNumber })
  if (!moved.ok) throw new Error(`${channel}: ${moved.error?.code}`)
  now.phase = to
  now.traces.push(trace)
}

async function retire(now: Walk, figures: Figures): Promise<void> {
  const retired = await call(now.page, 'incident:retire', { staffNumber: opener.staffNumber, withoutBackup: true })
  if (!retired.ok) throw new Error(`retire: ${retired.error?.code}`)
  now.phase = 'reconciling'
  now.traces.push('accounts-retired')
  figures.retired += 1
}

async function close(now: Walk): Promise<void> {
  await move(now, 'incident:close', 'closed', 'incident-closed')
  now.page = await lockWindow({ app: now.shown.app, page: now.page })
  now.isIn = false
}

/** Every call that could bring a record out, made from a window that has no key. */
async function peek(now: Walk): Promise<void> {
  for (const [channel, input] of [['journal:frames', { after: 0, most: 4096 }], ['snapshot:find', undefined], ['draft:find', undefined]] as const) await call(now.page, channel, input)
}

/** While sealed or closed nothing is given out; while nobody is in, nothing of a patient is on the screen. */
async function look(now: Walk, figures: Figures): Promise<void> {
  if (now.phase === 'sealed' || now.phase === 'closed') {
    for (const [channel, input] of [['journal:frames', { after: 0, most: 4096 }], ['snapshot:find', undefined], ['draft:find', undefined], ['pin:secret', undefined]] as const) {
      if ((await call(now.page, channel, input)).ok) figures.shownWhileShut += 1
    }
  }
  if (now.isIn) return
  const text = await now.page.locator('body').innerText()
  if (now.seen.some((mark) => text.includes(mark))) figures.shownWhileShut += 1
}

/** Afterwards, from the disk: every trace in its order, and the journals true. */
async function account(now: Walk, figures: Figures): Promise<void> {
  const told = (await publicEvents(nodeDisk(), `${now.place.data}/station`, null, 500)).events.map(({ event }) => event.event).toReversed()
  let at = 0
  for (const name of told) if (name === now.traces[at]) at += 1
  figures.tracesLost += now.traces.length - at
  if (/alarm/i.test(await tomoshibi('verify', now.place.data).catch(() => 'alarm'))) figures.notVerified += 1
}

