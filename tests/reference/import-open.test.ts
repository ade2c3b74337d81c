import { afterEach, beforeEach, expect, test } from 'vitest'
import { guessMapping } from '#domain/reference/csv-mapping.ts'
import type { ReferenceKind } from '#domain/reference/reference-set.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { writeStored } from '#electron/node/station/stored.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { referenceShelf } from '#renderer/session/reference.ts'
import { importReference } from '#renderer/session/reference-import.ts'
import { openKeys } from '#renderer/vault/seal.ts'
import { aFolder, dropFolder, nurse, openIncident, prepare, start, stop, type Prepared, type Running } from '../electron/station/prepared.ts'
import { bridgeOf, statusOf } from '../electron/station/realms.ts'
import { valueOf } from '../vault/station-fixture.ts'
import { morning, now, openWithEnvelope, worker } from './envelope.ts'

/** The window's side and the machine's side together; only the thread of the worker is left out. */
let folder: string
let running: Running
let prepared: Prepared
beforeEach(async () => {
  folder = await aFolder()
  running = await start(folder)
  prepared = await prepare(running, folder)
})
afterEach(async () => {
  await stop(running)
  await dropFolder(folder)
})

const head = '患者番号,氏名,カナ氏名,性別,生年月日,病棟,病床'
const rows = ['0001,架空 花子,カクウ ハナコ,女,1950/03/04,3西,301', '0002,神 見本,カミ ミホン,男,1961/12/31,,', ',番号 なし,バンゴウ ナシ,男,1961/12/31,,', '0003,例 太郎,レイ タロウ,男,2001/01/01,3西,302']

function anImport(over: { readonly kind?: ReferenceKind; readonly takenAt?: Instant; readonly lines?: readonly string[] } = {}) {
  const { kind = 'patients', takenAt = morning, lines = rows } = over
  const file = new Blob([[head, ...lines].join('\n')])
  return async (keys: Parameters<typeof importReference>[3] = null) => importReference(
    { bridge: bridgeOf(running), hand: { newId: newUuid }, worker }, await statusOf(running), now, keys,
    { kind, source: { from: 'csv', file, how: { encoding: 'utf-8', delimiter: ',', mapping: guessMapping(head.split(',')) } }, takenAt, by: nurse, why: null }, () => undefined,
  )
}

const shelfOf = async (dek: Uint8Array, incident: Awaited<ReturnType<typeof openIncident>>['incident']) => referenceShelf(bridgeOf(running), await openKeys(dek, { realm: 'real', incident }), () => Promise.resolve(), () => worker)

test('[REF-38] a list imported while sealed is read after an opening, exact to the letter, and bad rows are named', async () => {
  const imported = valueOf(await anImport()())
  expect(imported.card).toMatchObject({ patients: 3, stays: 2, faults: 1, takenAt: morning, by: nurse })
  expect(imported.faults.listed).toEqual([{ code: 'id-missing', place: { file: 1, row: 4 } }])
  const { dek, incident } = await openWithEnvelope(running, prepared)
  // What PIN and restart code give is the data key alone.
  const shelf = await shelfOf(dek, incident)
  await shelf.read()
  const { patients, census } = shelf.lists()
  if (patients.is !== 'here') throw new Error(patients.is)
  expect(census).toEqual({ is: 'none' })
  expect(patients.list.find('はなこ', 10)).toEqual([0])
  expect([patients.list.count, patients.list.at(1).family, patients.list.at(1).birth]).toEqual([3, '神', { kind: 'day', on: '1961-12-31' }])
})

test('[REF-38] without an envelope opened since, the list says that it cannot be read', async () => {
  await anImport()()
  const { dek, incident } = await openIncident(running, prepared)
  const shelf = await shelfOf(dek, incident)
  await shelf.read()
  expect(shelf.lists().patients).toMatchObject({ is: 'unreadable', why: 'no-key' })
})

test('[REF-37] [REF-41] a census imported in the open ward is read at once and holds who stays', async () => {
  const { dek, incident } = await openIncident(running, prepared)
  expect((await anImport({ kind: 'census' })(await openKeys(dek, { realm: 'real', incident }))).ok).toBe(true)
  const shelf = await shelfOf(dek, incident)
  await shelf.read()
  const { census } = shelf.lists()
  if (census.is !== 'here') throw new Error(census.is)
  expect(Array.from({ length: census.list.count }, (_, row) => census.list.at(row).hospitalId)).toEqual(['0001', '0003'])
})

test('[REF-33] a list whose time was changed on its card is not shown', async () => {
  await anImport()()
  const { dek, incident } = await openWithEnvelope(running, prepared)
  const { cards } = valueOf(await running.call['reference:cards'](undefined))
  const { patients } = cards
  if (patients === null) throw new Error('it was imported')
  await writeStored(running.station.ports.disk, running.station.layout.referenceCard('patients'), { ...patients, takenAt: now })
  const shelf = await shelfOf(dek, incident)
  await shelf.read()
  expect(shelf.lists().patients).toMatchObject({ is: 'unreadable', why: 'card-changed' })
})

test('[REF-36] [REF-40] an older list, a list of nobody and one that has not been taken yet replace nothing', async () => {
  const first = valueOf(await anImport()())
  const faults = [
    await anImport({ takenAt: instantOf(1_789_960_000_000) })(),
    await anImport({ lines: [',番号 なし,,,,,'] })(),
    await anImport({ kind: 'census', lines: ['0002,神 見本,カミ ミホン,男,1961/12/31,,'] })(),
    await anImport({ takenAt: instantOf(1_790_000_060_000) })(),
  ].map((outcome) => (outcome.ok ? 'taken' : outcome.error.code))
  expect(faults).toEqual(['older', 'no-patients', 'no-stays', 'not-taken-yet'])
  expect(valueOf(await running.call['reference:cards'](undefined)).cards).toEqual({ patients: first.card, census: null, documents: null })
})
