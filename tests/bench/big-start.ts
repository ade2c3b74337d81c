import { runApp } from './app.ts'
import type { Filled } from './data.ts'
import { median, rounded, type Row } from './measure.ts'

const times = 7

/**
 * From the accepted code to a board that can be used, each time in a process that has just started. The ratio is
 * to the seconds the design allows: one after a clean exit, three after the power was cut while the ward worked.
 */
export async function bigStart(ward: Filled): Promise<Readonly<Record<string, Row>>> {
  await startOnce(ward, false) // caches of the profile; not counted
  const clean = await startsOf(ward, false)
  await startOnce(ward, true)
  const unclean = await startsOf(ward, true)
  const entries = ward.view.entries
  return {
    startClean500k: row(clean, 1000, { entries, note: 'startWard with the key in hand, a tail of 2,000 behind the snapshot. Ratio to one second.' }),
    startUnclean500k: row(unclean, 3000, { entries, note: 'The same after the process was killed while the working copy was being made. Ratio to three seconds.' }),
  }
}

function row(took: readonly number[], allowedMs: number, more: Readonly<Record<string, number | string>>): Row {
  return { ratio: rounded(median(took) / allowedMs), target: 1, measured: rounded(median(took)), worst: rounded(Math.max(...took)), allowed: allowedMs, repeats: took.length, ...more }
}

async function startsOf(ward: Filled, cutOff: boolean): Promise<readonly number[]> {
  const took: number[] = []
  for (let time = 0; time < times; time += 1) took.push(await startOnce(ward, cutOff))
  return took
}

/** Starts, opens, and ends by itself or is killed at work. */
async function startOnce({ folder, dek, incident, standing }: Filled, cutOff: boolean): Promise<number> {
  const said = await runApp({ page: 'ward', data: folder, job: { act: 'start', dek, incident, standing }, hear: ({ said: what }) => cutOff && what === 'started' })
  return Number(said.find((one) => one.said === 'started')?.['ms'])
}
