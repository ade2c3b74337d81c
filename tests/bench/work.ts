import { EntryId, type PatientId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { hand } from '#renderer/host.ts'
import { nameOfChart } from '#renderer/store/chunks.ts'
import { sealEntry } from '#renderer/store/sealed-entry.ts'
import type { OpenedChart } from '#renderer/store/charts.ts'
import type { Ward } from '#renderer/store/start.ts'
import { generationsOf, ownDatabases } from '#renderer/store/ward-db.ts'
import { seeded } from '#tests/builders.ts'
import type { Job } from './job.ts'
import { opening, pause, say, type Opening } from './ward-acts.ts'

/** Charts and saves in an open ward, each beside its floor, by turns. */
export async function work(job: Job): Promise<void> {
  const written = watchWrites()
  const open = await opening(job)
  const ward = await open.run()
  const state = await ward.compared
  if (state.stage !== 'ready') throw new Error(`The working copy is ${state.stage}`)
  await charts(job, open, ward)
  await saves(job, open, ward, written)
  if (open.news.length > 0) throw new Error(JSON.stringify(open.news))
  await ward.settle(10_000)
  window.bench.end()
}

/** Rounds before the first that counts: until then the browser is still learning the code. */
const warmUp = 20

/**
 * Charts of some patients, raw reads of others, by turns. Between the opening of the first and the first reading every
 * other row is read once, so that all of them are as cold as at the bedside: a chart is opened after many others.
 */
async function charts({ patients, rounds, standing }: Job, { keys, incident }: Opening, ward: Ward): Promise<void> {
  const found = await generationsOf(incident, ownDatabases(), 5000)
  const db = await opened(found.ok ? (found.value.at(-1)?.name ?? '') : '')
  const shuffled = mixed(patients)
  const read = async (one: PatientId): Promise<number> => {
    const name = await nameOfChart(keys, one)
    return timed(() => rowOf(db, name))
  }

  const openings: { readonly chart: OpenedChart; readonly whole: number; readonly wholeFloor: number }[] = []
  const [theirs, others, rest] = [shuffled.slice(0, warmUp + rounds), shuffled.slice(warmUp + rounds, 2 * (warmUp + rounds)), shuffled.slice(2 * (warmUp + rounds))]
  for (const [round, patient] of theirs.entries()) {
    const from = performance.now()
    const chart = await ward.openChart(patient, standing, 'board')
    const whole = performance.now() - from
    if (!chart.ok || chart.value.from !== 'copy') throw new Error('The chart did not come from the working copy')
    await settled()
    openings.push({ chart: chart.value, whole, wholeFloor: await read(rest[round] ?? never('more patients than are opened')) })
  }
  for (const one of rest) await read(one)
  for (const [round, { chart, whole, wholeFloor }] of openings.entries()) {
    const other = others[round] ?? never('as many others as are opened')
    const floorFirst = round % 2 === 0 ? await read(other) : 0
    await settled()
    const took = await timed(chart.refresh)
    await settled()
    const floor = round % 2 === 0 ? floorFirst : await read(other)
    await settled()
    if (round >= warmUp) say('chart', { whole, wholeFloor, read: took, floor, rows: chart.chart.rows.length })
  }
  db.close()
}

/** The same order every time, and none that the ward was filled in. */
function mixed(patients: readonly PatientId[]): readonly PatientId[] {
  const chance = seeded(11)
  return patients.map((patient) => ({ patient, at: chance() })).toSorted((a, b) => a.at - b.at).map(({ patient }) => patient)
}

async function saves({ patients, rounds, standing }: Job, { keys }: Opening, ward: Ward, written: () => number): Promise<void> {
  const chance = seeded(13)
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const patient = patients[chance() % patients.length] ?? never('nobody lives in this ward')
    const draft: Draft = { id: EntryId.parse(hand.newId()), kind: 'note', patient, at: null, body: { text: `訪室 ${round}。入眠中、呼吸平静、苦痛表情なし。点滴刺入部の発赤・腫脹なし。水分摂取すすむ。引き続き観察していく。` } }
    const from = performance.now()
    const saved = await ward.commit(draft, standing)
    const ms = performance.now() - from
    if (!saved.ok) throw new Error(saved.error.code)
    await settled()
    const copied = written() > from ? written() - from : null
    const bytes = await sealEntry(keys, saved.value.entry)
    await settled()
    const floor = await timed(() => window.bench.call('append', bytes))
    const sync = await timed(() => window.bench.call('appendInOneGo', bytes))
    const call = await timed(() => window.bench.call('nothing', bytes))
    if (round >= warmUp) say('save', { ms, copied, floor, sync, call, bytes: bytes.length })
  }
}

/** Tells when the last write into IndexedDB was complete. It only looks on. */
function watchWrites(): () => number {
  let last = 0
  const begin = IDBDatabase.prototype.transaction // oxlint-disable-line typescript/unbound-method -- called on its own database below
  IDBDatabase.prototype.transaction = function watched(this: IDBDatabase, ...given: Parameters<IDBDatabase['transaction']>) {
    const begun = begin.apply(this, given)
    if (begun.mode === 'readwrite') begun.addEventListener('complete', () => (last = performance.now()))
    return begun
  }
  return () => last
}

/** Long enough for what follows a save to be over; else the next one would pay for it. */
const settled = (): Promise<void> => pause(12)

async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await act()
  return performance.now() - from
}

function opened(name: string): Promise<IDBDatabase> {
  return answer(indexedDB.open(name))
}

/** One raw read of the very row a chart is made of. */
async function rowOf(db: IDBDatabase, name: string): Promise<void> {
  const row: unknown = await answer(db.transaction('charts').objectStore('charts').get([name, 0]))
  if (row === undefined) throw new Error('The row is not there')
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('No answer')))
  })
}

function never(what: string): never {
  throw new Error(what)
}
