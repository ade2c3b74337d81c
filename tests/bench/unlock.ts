import { join } from 'node:path'
import { allergyOf, bedOf, type PatientRow } from '#domain/view/ward.ts'
import { latestVital } from '#domain/view/latest-vitals.ts'
import { vitalNames } from '#domain/record/vital-fields.ts'
import { runApp } from './app.ts'
import { writeFloor, type Filled } from './data.ts'
import type { Job } from './job.ts'
import { against, median, quantile, rounded, type Row } from './measure.ts'

/** Windows a process goes through before the next process comes: the first of them finds nothing in memory. */
const windows = 3
const processes = 7

/**
 * The key is there → the board can be searched and written to, each time in a window that has just come up.
 * Floor: reading, decrypting and parsing one file of what the board shows of the same patients.
 */
export async function unlock(folder: string, ward: Filled): Promise<Row> {
  const rows = [...ward.view.patients.values()]
  const shown = await writeFloor(join(folder, 'shown'), rows.map(asShown))
  const list = await writeFloor(join(folder, 'list'), rows.map(asListed))
  const samples: Sample[] = []
  for (let turn = 0; turn < processes; turn += 1) samples.push(...(await unlocks(ward, [shown, list])))
  const took = (of: (sample: Sample) => number | undefined): number[] => samples.map((sample) => of(sample) ?? Number.NaN)
  const listed = took(({ floors }) => floors[1])
  return against(took(({ ms }) => ms), took(({ floors }) => floors[0]), 3, {
    p95: rounded(quantile(took(({ ms }) => ms), 0.95)),
    firstOfProcess: rounded(median(samples.filter((_, index) => index % windows === 0).map(({ ms }) => ms))),
    floorBytes: shown.bytes,
    floorOfNamesOnly: rounded(median(listed)),
    entries: samples[0]?.entries ?? 0,
    note: 'startWard in a fresh window: snapshot, a tail of 200, the inner chain, the board. Floor in the main process: one AES-GCM file with what the board shows of each patient (registration, bed, allergy, each latest value with its time). Names only, the patient list alone, is told beside it.',
  })
}

/** The same ward with thirty times the history: what the board shows is alike, what lies behind it is not. */
export async function unlockHistory(short: Filled, long: Filled): Promise<Row> {
  const took = { short: [] as number[], long: [] as number[] }
  for (let turn = 0; turn < processes; turn += 1) {
    took.short.push(...(await unlocks(short, [])).map(({ ms }) => ms))
    took.long.push(...(await unlocks(long, [])).map(({ ms }) => ms))
  }
  const figures = { entries: long.view.entries, entriesOfFloor: short.view.entries }
  return against(took.long, took.short, 1.2, { ...figures, note: `${short.patients.length} patients, so that each has its latest values on the board in both; floor: the ward with the short history. Processes by turns.` })
}

type Sample = { readonly ms: number; readonly floors: readonly number[]; readonly entries: number }

async function unlocks({ folder, dek, incident, standing }: Filled, floors: Job['floors']): Promise<readonly Sample[]> {
  const said = await runApp({ page: 'ward', data: folder, job: { act: 'unlock', rounds: windows, dek, incident, standing, floors } })
  const samples = said.filter((one) => one.said === 'unlocked') as unknown as readonly (Sample & { readonly news: readonly string[] })[] // said by ward-acts.ts
  const trouble = samples.flatMap(({ news }) => news)
  if (trouble.length > 0 || samples.length !== windows) throw new Error(`The ward opened with ${trouble.join(', ')}`)
  return samples
}

function asListed({ id, registered }: PatientRow) {
  return registered === null ? { id } : { id, number: registered.number, ...registered.naming, sex: registered.sex, birth: registered.birth }
}

/** Everything of a patient that stands on the board, and nothing else. */
function asShown(row: PatientRow) {
  const { state, presentBefore, said } = allergyOf(row)
  const latest = vitalNames.map((name) => {
    const value = latestVital(row.vitals, name)
    return [name, value.state === 'taken' ? { value: value.value, at: value.at } : value.state]
  })
  return { ...asListed(row), bed: bedOf(row), allergy: { state, presentBefore, ...(said === null ? {} : { said: said.statement, at: said.at, by: said.by }) }, vitals: Object.fromEntries(latest) as unknown }
}
