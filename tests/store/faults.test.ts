import { describe, expect, it } from 'vitest'
import { bytesOf, openChunk, sealChunk, sealMeta } from '#renderer/store/chunks.ts'
import type { WardDb } from '#renderer/store/ward-db.ts'
import { generationOf } from '#renderer/store/ward-db.ts'
import { aHand } from '#tests/builders.ts'
import { aPlace, aWard, chartOfPatient, followed, generations, inCopy, incident, keysOf, someDay, type Place } from './store-fixture.ts'

const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 0x10 : byte))

/** A day written in one window, some of it folded into charts and some in the tail; the window is gone. */
async function aDayBefore(): Promise<{ readonly place: Place; readonly charts: readonly (readonly string[])[]; readonly entries: number }> {
  const place = await aPlace()
  const { ward } = await aWard(place)
  await ward.compared
  await someDay(place, ward)
  await ward.settle(5000)
  await someDay(place, ward, 3, 2)
  await followed(place, ward)
  const charts = [(await chartOfPatient(ward, 1)).says, (await chartOfPatient(ward, 2)).says, (await chartOfPatient(ward, 3)).says]
  await followed(place, ward)
  ward.stop()
  await place.machine.restart()
  return { place, charts, entries: ward.view().entries }
}


const accidents: readonly (readonly [string, (db: WardDb, place: Place) => Promise<unknown>])[] = [
  ['a tail row is gone', async (db) => db.tail.delete((await db.tail.toCollection().primaryKeys())[3] ?? 0)],
  ['the last tail row is gone', async (db) => db.tail.delete((await db.tail.toCollection().primaryKeys()).at(-1) ?? 0)],
  ['the whole tail is gone', (db) => db.tail.clear()],
  ['a tail row has a flipped bit', (db) => db.tail.toCollection().limit(1).modify((row) => void Object.assign(row, { cipher: flip(row.cipher, 40) }))],
  ['a tail row has another id', (db) => db.tail.toCollection().limit(1).modify((row) => void Object.assign(row, { id: 'x' }))],
  ['a tail row holds no bytes', (db) => db.tail.toCollection().limit(1).modify((row) => void Object.assign(row, { cipher: 'x' }))],
  ['two tail rows are exchanged', async (db) => {
    const [one, two] = await db.tail.toArray()
    if (one !== undefined && two !== undefined) await db.tail.bulkPut([{ ...one, seq: two.seq }, { ...two, seq: one.seq }])
  }],
  ['a tail row stands twice', async (db) => {
    const row = await db.tail.toCollection().first()
    if (row !== undefined) await db.tail.put({ ...row, seq: row.seq + 0.5 })
  }],
  ['a tail row that says nothing was added', (db) => db.tail.put({ seq: 99_999, id: 'x', cipher: new Uint8Array(40) })],
  ['a chunk is gone', async (db) => db.charts.delete((await db.charts.toCollection().primaryKeys())[1] ?? ['', 0])],
  ['the chunks of a patient are gone', async (db) => db.charts.where('[patient+chunk]').between([(await db.charts.toCollection().first())?.patient ?? '', 0], [(await db.charts.toCollection().first())?.patient ?? '', 99]).delete()],
  ['all charts are gone', (db) => db.charts.clear()],
  ['a chunk has a flipped bit', (db) => db.charts.toCollection().limit(1).modify((row) => void Object.assign(row, { cipher: flip(row.cipher, 99) }))],
  ['a chunk was cut', (db) => db.charts.toCollection().limit(1).modify((row) => void Object.assign(row, { cipher: row.cipher.slice(0, 20) }))],
  ['the chunks of two patients are exchanged', async (db) => {
    const rows = (await db.charts.toArray()).filter(({ chunk }) => chunk === 0)
    const [one, two] = rows
    if (one !== undefined && two !== undefined) await db.charts.bulkPut([{ ...one, patient: two.patient }, { ...two, patient: one.patient }])
  }],
  ['two chunks of a patient are exchanged', async (db) => {
    const two = (await db.charts.toArray()).find(({ chunk }) => chunk === 1)
    const one = (await db.charts.toArray()).find(({ patient, chunk }) => patient === two?.patient && chunk === 0)
    if (one !== undefined && two !== undefined) await db.charts.bulkPut([{ ...one, chunk: 1 }, { ...two, chunk: 0 }])
  }],
  ['a chunk is an older one', async (db, { keys }) => {
    const row = await db.charts.toCollection().first()
    const records = row === undefined ? null : await openChunk(keys, row)
    if (row !== undefined && records !== null) await db.charts.put(await sealChunk(keys, row.patient, row.chunk, records.slice(0, -1)))
  }],
  ['a chunk is of another form of the program', async (db, { keys }) => {
    const row = await db.charts.toCollection().first()
    if (row !== undefined) await db.charts.put({ ...row, cipher: await keys.sealFor('chart', `${row.patient}/${row.chunk}`, bytesOf([[1, {}]])) })
  }],
  ['the count is gone', (db) => db.meta.clear()],
  ['the count has a flipped bit', (db) => db.meta.toCollection().modify((row) => void Object.assign(row, { cipher: flip(row.cipher, 30) }))],
  ['the count is not what we write', async (db, { keys }) => db.meta.put({ name: 'copy', cipher: await keys.sealFor('meta', `${db.name}/copy`, bytesOf({ v: 2 })) })],
  ['the count is an older one', async (db, { keys, machine }) => {
    const [first] = await machine.frames()
    if (first !== undefined) await db.meta.put(await sealMeta(keys, db.name, { entries: 1, lastSeq: 1, end: { seq: 1, head: first.hash } }))
  }],
  ['the database is empty', (db) => Promise.all([db.tail.clear(), db.charts.clear(), db.meta.clear(), db.snapshot.clear()])],
]

describe('a damaged working copy', () => {
  it.each(accidents)('[STORE-9] is noticed, told, and made anew with the same rows: %s', async (_, happen) => {
    const { place, charts, entries } = await aDayBefore()
    await inCopy(place, (db) => happen(db, place))
    const [before] = await generations(place)

    const { ward, codes, news } = await aWard(place)
    const after = await ward.compared
    expect(after).toEqual({ stage: 'ready' })
    expect(codes()).toEqual(['copy-doubted', 'copy-rebuilt'])
    expect(news.at(-1)).toMatchObject({ code: 'copy-rebuilt', entries })
    expect(place.machine.calls.filter(({ channel }) => channel === 'journal:tell').map(({ input }) => input)).toMatchObject([{ event: 'working-copy-rebuilt', entries }])
    expect(await generations(place)).not.toContain(before)
    for (const [index, says] of charts.entries()) expect(await chartOfPatient(ward, index + 1)).toEqual({ says, from: 'copy' })
    expect(await ward.settle(5000)).toBe(true)
    ward.stop()

    const later = await aWard(place)
    expect(await later.ward.compared).toEqual({ stage: 'ready' })
    expect(later.codes()).toEqual([])
    expect(await generations(place)).toHaveLength(1)
  })

  it('[STORE-9] is noticed when the whole database has vanished', async () => {
    const { place, charts } = await aDayBefore()
    const { ward, codes } = await aWard({ ...place, databases: (await aPlace()).databases })
    expect(await ward.compared).toEqual({ stage: 'ready' })
    expect(codes()).toEqual(['copy-doubted', 'copy-rebuilt'])
    expect((await chartOfPatient(ward, 2)).says).toEqual(charts[1])
  })

  it.each([
    ['another incident', { of: '01900000-0000-7000-8000-00000000cccc' as typeof incident }],
    ['another realm', { realm: 'drill' as const }],
    ['another data key', { dek: new Uint8Array(32).fill(9) }],
  ])('[STORE-9] is noticed when it belongs to %s', async (_, other) => {
    const { place, charts } = await aDayBefore()
    const strange = await aPlace({ hand: aHand({ seed: 2 }), keys: await keysOf('dek' in other ? other.dek : undefined, 'realm' in other ? other.realm : 'real', 'of' in other ? other.of : incident) })
    const there = await aWard(strange)
    await there.ward.compared
    await someDay(strange, there.ward)
    await there.ward.settle(5000)
    there.ward.stop()

    const { ward, codes } = await aWard({ ...place, databases: strange.databases })
    expect(await ward.compared).toEqual({ stage: 'ready' })
    expect(codes()).toContain('copy-rebuilt')
    expect((await chartOfPatient(ward, 3)).says).toEqual(charts[2])
    // Nothing in it opens here, and it may be somebody's only copy.
    expect(codes()).toContain('old-copy-kept')
    expect(await generations(strange)).toContain(generationOf(incident, 1).name)
  })

  it('[STORE-9] an undamaged one is believed, and told nobody', async () => {
    const { place } = await aDayBefore()
    const names = await generations(place)
    const { ward, codes } = await aWard(place)
    expect(await ward.compared).toEqual({ stage: 'ready' })
    expect(codes()).toEqual([])
    expect(await generations(place)).toEqual(names)
  })

  it('[STORE-10] is made anew after an unclean exit, damaged or not', async () => {
    const { place, charts } = await aDayBefore()
    const { ward, news } = await aWard(place, { lastExit: 'unclean' })
    expect(await ward.compared).toEqual({ stage: 'ready' })
    expect(news).toMatchObject([{ code: 'copy-doubted', cause: 'unclean-exit' }, { code: 'copy-rebuilt', cause: 'unclean-exit' }])
    expect((await chartOfPatient(ward, 1)).says).toEqual(charts[0])
    expect(await generations(place)).toHaveLength(1)
  })
})

