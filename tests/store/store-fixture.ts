import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { ChainEnd } from '#domain/bridge.ts'
import { EntryId, PatientId, type IncidentId } from '#domain/ids.ts'
import type { Draft, Standing } from '#domain/log/entry.ts'
import type { BodyOf, Kind } from '#domain/log/kinds.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import type { Chart } from '#domain/view/chart.ts'
import { openMeta } from '#renderer/store/chunks.ts'
import type { Limits, StoreNews, StorePorts } from '#renderer/store/ports.ts'
import { startWard, type Ward } from '#renderer/store/start.ts'
import { generationsOf, WardDb, type Databases } from '#renderer/store/ward-db.ts'
import { openKeys, type IncidentKeys } from '#renderer/vault/seal.ts'
import { aHand, aStanding, letters, noVitalSigns, patientId, type TestHand } from '#tests/builders.ts'
import { identity } from '#tests/faults/simulation/session.ts'
import { aMachine, beginningOf, type TestMachine } from './bridge-on-journal.ts'

/** The incident of the test journal. */
export const incident = identity.incident as IncidentId // this journal has one
export const standing: Standing = aStanding({ incident, station: identity.station })
export const dek = Uint8Array.from({ length: 32 }, (_, index) => index + 1)
export const keysOf = (bytes = dek, realm: 'real' | 'drill' = 'real', of = incident): Promise<IncidentKeys> => openKeys(bytes, { realm, incident: of })

/** One PC: journal, databases and a hand. Windows come and go. */
export type Place = { readonly machine: TestMachine; readonly databases: Databases; readonly hand: TestHand; readonly keys: IncidentKeys }

export async function aPlace(over: Partial<Place> = {}): Promise<Place> {
  return {
    machine: over.machine ?? (await aMachine()),
    databases: over.databases ?? someDatabases(),
    hand: over.hand ?? aHand(),
    keys: over.keys ?? (await keysOf()),
  }
}

export function someDatabases(): Databases {
  return { indexedDB: new IDBFactory(), IDBKeyRange }
}

/** Small numbers, so that a few entries fill a chunk, a tail, a page. */
export const smallLimits: Partial<Limits> = { answerMs: 400, retryMs: 40, tail: 12, chunkEntries: 4, chunksAtOnce: 2, foldedAtOnce: 6, pageBytes: 4000, openedAtOnce: 3, held: 10, draftMs: 20 }

export type Opened = { readonly ward: Ward; readonly news: StoreNews[]; readonly codes: () => readonly string[] }

/** A window opens the ward. */
export async function aWard(place: Place, over: Partial<StorePorts> & { readonly limits?: Partial<Limits> } = {}): Promise<Opened> {
  const news: StoreNews[] = []
  const { limits, ...ports } = over
  const started = await startWard(
    {
      bridge: place.machine.bridge,
      keys: place.keys,
      hand: place.hand,
      incident,
      beginning: await beginningOf(place.machine),
      lastExit: 'clean',
      isFrozen: () => false,
      tell: (said) => news.push(said),
      idle: () => new Promise((resolve) => setImmediate(resolve)),
      ...ports,
    },
    { limits: { ...smallLimits, ...limits }, databases: place.databases },
  )
  if (!started.ok) throw new Error(`The ward did not start: ${started.error.code}`)
  return { ward: started.value, news, codes: () => news.map(({ code }) => code) }
}

export function aDraft<K extends Kind>(place: Place, kind: K, patient: PatientId | null, body: BodyOf<K>): Draft<K> {
  return { id: EntryId.parse(place.hand.newId()), kind, patient, at: null, body } as unknown as Draft<K> // K is one kind, not the union of all
}

export const aNote = (place: Place, n: number, text = `記録 ${n}`): Draft<'note'> => aDraft(place, 'note', patientId(n), { text })

export const registration = (place: Place, n: number): Draft<'patient-registered'> =>
  aDraft(place, 'patient-registered', patientId(n), {
    number: wardNumber('real', letters(), n),
    naming: { kind: 'known', family: '灯', given: `花子${n}`, familyKana: 'トモシビ', givenKana: 'ハナコ' },
    sex: 'female', birth: { kind: 'unknown' }, bed: null, features: '', way: 'form', mother: null, arrival: null,
  })

/** Saves, or throws: for arrangements. */
export async function save(ward: Ward, draft: Draft): Promise<void> {
  const saved = await ward.commit(draft, standing)
  if (!saved.ok) throw new Error(`Not saved: ${saved.error.code}`)
}

/** `patients` patients with a registration and some records each, one of the ward, and a checkpoint between. */
export async function someDay(place: Place, ward: Ward, patients = 3, each = 6): Promise<void> {
  await save(ward, aDraft(place, 'person-identified', null, { person: standing.by, vouchedBy: null, organisation: '' }))
  for (let n = 1; n <= patients; n += 1) {
    if (!ward.view().patients.has(patientId(n))) await save(ward, registration(place, n))
    for (let record = 0; record < each; record += 1) {
      place.hand.advance(60_000)
      await save(ward, record % 2 === 0 ? aDraft(place, 'vital-signs', patientId(n), noVitalSigns({ temperatureC: 36 + record / 10 })) : aNote(place, n, `記録 ${record}`))
    }
    const checkpoint = await place.machine.bridge.call('journal:checkpoint', { reason: 'printed' })
    if (checkpoint.ok) ward.acknowledge(checkpoint.value satisfies ChainEnd)
  }
}

export async function generations(place: Place): Promise<readonly string[]> {
  const found = await generationsOf(incident, place.databases, 1000)
  return found.ok ? found.value.map(({ name }) => name) : []
}

/** Reaches into the newest working copy. */
export async function inCopy<Value>(place: Place, act: (db: WardDb) => PromiseLike<Value>): Promise<Value> {
  const db = new WardDb((await generations(place)).at(-1) ?? '', place.databases)
  await db.open()
  try {
    return await act(db)
  } finally {
    db.close()
  }
}

/** Waits until everything saved is in the working copy. */
export async function followed(place: Place, ward: Ward): Promise<void> {
  await vi.waitFor(async () => {
    const meta = await inCopy(place, async (db) => openMeta(place.keys, db.name, await db.meta.get('copy')))
    if (meta?.entries !== ward.view().entries) throw new Error('Not yet')
  }, { timeout: 20_000, interval: 5 })
}

/** What a chart says, without how often it was opened. */
export function saying(chart: Chart): readonly string[] {
  return chart.rows.map(({ seq, entry }) => `${seq} ${entry.kind} ${JSON.stringify(entry.body)}`)
}

export async function chartOfPatient(ward: Ward, n: number): Promise<{ readonly says: readonly string[]; readonly from: string }> {
  const opened = await ward.openChart(PatientId.parse(patientId(n)), standing, 'board')
  if (!opened.ok) throw new Error(`The chart did not open: ${opened.error.code}`)
  return { says: saying(opened.value.chart), from: opened.value.from }
}
