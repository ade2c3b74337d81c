import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '#build/setup/say.mjs'
import { machineMark, markPathOf } from '#electron/main/place.ts'
import { prepare, start, stop } from '#tests/electron/station/prepared.ts'
import { buildPages } from './app.ts'
import { bigStart } from './big-start.ts'
import { boardFollow } from './board-follow.ts'
import { careRecords } from './care-data.ts'
import { coldStart } from './cold-start.ts'
import { fill, type Size } from './data.ts'
import { longWard } from './long-ward.ts'
import { linkage } from './linkage.ts'
import type { Row } from './measure.ts'
import { chartAndSave } from './open-ward.ts'
import { search, searchBig } from './search.ts'
import { unlock, unlockHistory } from './unlock.ts'

const tail = 200
const ward: Size = { patients: 10_000, entries: 100_000, tail }
const shortHistory: Size = { patients: 1000, entries: 10_000, tail }
/** The most a station leaves behind its last snapshot: beyond, it keeps the next one. */
const big: Size = { patients: 1000, entries: 500_000, tail: 2000 }
/** Ninety days: a record of forty beds every quarter of a minute. */
const longHistoryOfForty: Size = { patients: 40, entries: 500_000, tail: 2000, stepMs: (90 * 86_400_000) / 500_000 }
const longHistory: Size = { patients: 1000, entries: 300_000, tail }

/** The parts of the bench, to be asked for by name; `long-ward` is only run when it is, or with --big. */
export const parts = ['search', 'linkage', 'cold-start', 'board', 'unlock', 'history', 'long-ward'] as const
export type BenchPart = (typeof parts)[number]

/** Rows of the bench: the real window, main process, journal and store; floors and contenders by turns in one run. `asked`: these parts alone; none: all. */
export async function bench({ isBig, asked, say }: { readonly isBig: boolean; readonly asked: readonly BenchPart[]; readonly say: (line: string) => void }): Promise<Readonly<Record<string, Row>>> {
  const folder = join(root, 'out/bench-data') // beside the sources, not in /tmp: a flush must reach a device
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const began = performance.now()
  const step = async <Made>(words: string, make: () => Promise<Made>): Promise<Made> => {
    const made = await make()
    say(`${Math.round((performance.now() - began) / 1000)} s  ${words}`)
    return made
  }
  const filled = (name: string, size: Size) => step(`filled: ${name}`, () => fill(join(folder, name), size))
  try {
    await step('built', buildPages)
    const rows: Record<string, Row> = {}
    /** Said as they are measured: a bench that ends half-way has told what it knew. */
    const add = (more: Readonly<Record<string, Row>>): void => {
      Object.assign(rows, more)
      for (const [name, { ratio, target, measured }] of Object.entries(more)) say(`      ${name}: ratio ${ratio}, target ${target}${measured === undefined ? '' : `, measured ${measured}`}`)
    }

    const isAsked = (part: BenchPart): boolean => asked.length === 0 || asked.includes(part)

    if (isAsked('search')) {
      add(await step('search', () => search(folder)))
      if (isBig) add(await step('search among 1,000,000', () => searchBig(folder)))
    }
    if (isAsked('linkage')) {
      add(await step('linkage', () => linkage(folder, 100_000, 'linkage')))
      if (isBig) add(await step('linkage to 1,000,000', () => linkage(folder, 1_000_000, 'linkageMillion')))
    }
    if (isAsked('cold-start')) {
      const sealed = join(folder, 'sealed')
      await prepareSealed(sealed)
      const sixty = await filled('sixty patients', { patients: 60, entries: 400, tail: 50 })
      add(await step('cold start', () => coldStart(folder, sixty, sealed, say)))
    }
    if (isAsked('board')) add({ boardFollow: await step('board', () => Promise.resolve(boardFollow())) })
    if (isAsked('unlock')) {
      const many = await filled('10,000 patients, 100,000 entries', ward)
      add({ unlock: await step('unlock', () => unlock(folder, many)) })
      add(await step('charts and saves', () => chartAndSave(many)))
    }
    if (isAsked('history')) {
      const short = await filled('a short history', shortHistory)
      const long = await filled('thirty times the history', longHistory)
      add({ unlockHistory: await step('unlock, by history', () => unlockHistory(short, long)) })
      if (isBig) {
        const largest = await filled('500,000 entries', big)
        add(await step('start at 500,000 entries', () => bigStart(largest)))
      }
    }
    if (asked.includes('long-ward') || (isBig && asked.length === 0)) {
      const ninetyDays = await step('filled: forty beds, ninety days', () => fill(join(folder, 'ninety-days'), longHistoryOfForty, careRecords(longHistoryOfForty.patients)))
      const begun = await filled('forty beds, an hour', { patients: 40, entries: 80, tail: 20 })
      await step('forty beds after ninety days', () => longWard(ninetyDays, begun, add))
    }
    return rows
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepareSealed(folder: string): Promise<void> {
  const running = await start(folder, { realm: 'demo', machine: machineMark(), markPath: markPathOf(folder) })
  await prepare(running, folder)
  await stop(running)
}
