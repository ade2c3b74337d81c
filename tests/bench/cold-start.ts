import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { markPathOf } from '#electron/main/place.ts'
import { runApp, type Page } from './app.ts'
import type { Filled } from './data.ts'
import type { Job } from './job.ts'
import { against, lowerQuartile, rounded, type Row } from './measure.ts'

type Way = { readonly page: Page; readonly painted: string; readonly job: Partial<Job>; readonly data: string; readonly took: number[] }

/** Starts counted; before them, three that stay a while make the caches that every later start of a ward PC finds. */
const counted = 15
const before = 3
const stayMs = 4000

/**
 * From the start of the process to two frames after the thing is on the page, by turns. The floor runs the
 * product's own main process, over the same handler, with a page that holds one heading.
 */
export async function coldStart(folder: string, ward: Filled, sealed: string, say: (line: string) => void): Promise<Readonly<Record<string, Row>>> {
  const { dek, incident, standing } = ward
  const view = { ...ward.view, patients: [...ward.view.patients.values()] }
  const board = '[role="grid"] tbody > tr:nth-child(60)'
  const plans: Readonly<Record<string, readonly [page: Page, painted: string, job: Partial<Job>, from: string]>> = {
    floor: ['blank', 'h1', {}, ward.folder],
    board: ['board', board, { act: 'board', dek, incident, standing, view }, ward.folder],
    opened: ['board', board, { act: 'board-through-the-store', dek, incident, standing }, ward.folder],
    sealed: ['product', 'main h1', {}, sealed],
  }
  const ways: Record<string, Way> = {}
  for (const [name, [page, painted, job, from]] of Object.entries(plans)) {
    const data = join(folder, `start-${name}`)
    await cp(from, data, { recursive: true })
    await cp(markPathOf(from), markPathOf(data)) // the same PC, the same folder: only its name is new
    ways[name] = { page, painted, job, data, took: [] }
  }
  for (let round = 0; round < before + counted; round += 1) {
    for (const { page, painted, job, data, took } of Object.values(ways)) {
      await runApp({ page, painted, job, data, stayMs: round < before ? stayMs : 0, hear: (said, since) => void (said.said === 'painted' && round >= before && took.push(Number(said['at']) - since)) })
    }
    if (round % 5 === 4) say(`  cold start ${round + 1}/${before + counted}`)
  }
  const took = (name: string): readonly number[] => ways[name]?.took ?? []
  const quarter = (name: string): number => rounded(lowerQuartile(took(name)))
  return {
    coldStart: against(took('board'), took('floor'), 1.3, { note: 'Spawn to two frames after the 60th row, lower quartiles. Floor: the same main process, handler and preload with a page of one heading. The board has its rows at once: a locked start cannot show any.' }, lowerQuartile),
    coldStartThroughTheStore: against(took('opened'), took('floor'), null, { note: 'The same, with the 60 rows read through the store: journal, snapshot, key in hand.' }, lowerQuartile),
    sealedScreen: { ratio: null, target: null, measured: quarter('sealed'), repeats: took('sealed').length, note: 'The product as it is: spawn to the painted sealed screen.' },
  }
}
