import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Sha256 } from '#domain/ids.ts'
import { ReferenceSetId, type ReferenceKind, type ReferenceStatement } from '#domain/reference/reference-set.ts'
import { Instant } from '#domain/time.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { valueOf } from '../../vault/station-fixture.ts'
import { aFolder, dropFolder, nurse, openIncident, prepare, start, stop, type Prepared, type Running } from './prepared.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

const early = Instant.parse('2026-09-20T22:40:00.000Z')
const late = Instant.parse('2026-09-21T22:40:00.000Z')
const proof = Sha256.parse('a'.repeat(64))
const cipher = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))

async function aStatement({ call }: Running, { roster }: Prepared, over: Partial<ReferenceStatement> & { readonly texts?: readonly string[] } = {}): Promise<ReferenceStatement> {
  const { texts = ['part one', 'part two'], ...rest } = over
  const parts = []
  for (const text of texts) parts.push(valueOf(await call['reference:keep-part']({ bytes: cipher(text) })).sha256)
  return {
    v: 1, set: ReferenceSetId.parse(newUuid()), kind: 'patients', realm: 'real', station: roster.station, epoch: roster.epoch, takenAt: early, source: 'csv', patients: 2, stays: 1, documents: 0, faults: 3,
    by: nurse, parts, wrapped: '-----BEGIN AGE ENCRYPTED FILE-----\nAA==\n-----END AGE ENCRYPTED FILE-----\n', ...rest,
  }
}

const partsOnDisk = (): Promise<readonly string[]> => readdir(join(folder, 'reference', 'parts')).then((names) => names.toSorted(), () => [])
const listed = async ({ call }: Running, kind: ReferenceKind = 'patients') => valueOf(await call['reference:cards'](undefined)).cards[kind]

describe('the hospital’s lists on the machine', () => {
  it('[REF-35] an import while sealed stands in the station journal with its hash, counts, source, time and who', async () => {
    const running = await start(folder)
    const statement = await aStatement(running, await prepare(running, folder))
    expect((await running.call['reference:commit']({ statement, proof, why: null })).ok).toBe(true)
    const told = valueOf(await running.call['journal:public']({ journal: 'station', before: null, most: 1 })).events[0]?.event
    const { sha256, ...rest } = told?.event === 'reference-imported' ? told : { sha256: '' }
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(rest).toEqual({ event: 'reference-imported', kind: 'patients', patients: 2, stays: 1, documents: 0, faults: 3, source: 'csv', takenAt: early, by: nurse, why: null })
    expect(await listed(running)).toMatchObject({ set: statement.set, importedAt: '2026-09-21T14:13:20.000Z', proof })
    await stop(running)
  })

  it('[REF-36] an older list is refused, and taken with a reason that stays on record', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    await running.call['reference:commit']({ statement: await aStatement(running, prepared, { takenAt: late }), proof, why: null })
    const older = await aStatement(running, prepared, { texts: ['older'] })
    expect(await running.call['reference:commit']({ statement: older, proof, why: null })).toEqual({ ok: false, error: { code: 'older' } })
    expect((await listed(running))?.takenAt).toBe(late)
    expect((await running.call['reference:commit']({ statement: older, proof, why: 'present-wrong' })).ok).toBe(true)
    expect(await listed(running)).toMatchObject({ takenAt: early, why: 'present-wrong' })
    await stop(running)
  })

  it('[REF-34] a list that was replaced leaves no part behind, and one whose part is missing replaces nothing', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    await running.call['reference:commit']({ statement: await aStatement(running, prepared), proof, why: null })
    const next = await aStatement(running, prepared, { texts: ['new'], takenAt: late })
    const half = { ...next, parts: [...next.parts, Sha256.parse('b'.repeat(64))] }
    expect(await running.call['reference:commit']({ statement: half, proof, why: null })).toEqual({ ok: false, error: { code: 'not-found' } })
    expect((await listed(running))?.parts).toHaveLength(2)
    await running.call['reference:commit']({ statement: next, proof, why: null })
    expect(await partsOnDisk()).toEqual(next.parts)
    await stop(running)
  })

  it('[REF-40] an import that is given up leaves the list as it was and no part of itself', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    const first = await aStatement(running, prepared)
    await running.call['reference:commit']({ statement: first, proof, why: null })
    await aStatement(running, prepared, { texts: ['three', 'four', 'five'] })
    expect(await partsOnDisk()).toHaveLength(5)
    await running.call['reference:abandon'](undefined)
    expect(await partsOnDisk()).toEqual(first.parts.toSorted())
    // Also when the window died before it could say so.
    await aStatement(running, prepared, { texts: ['six'] })
    await stop(running)
    const again = await start(folder)
    expect(await partsOnDisk()).toEqual(first.parts.toSorted())
    await stop(again)
  })

  it('[REF-41] the patient list and the ward census lie beside each other, each with its own time', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    await running.call['reference:commit']({ statement: await aStatement(running, prepared, { takenAt: late }), proof, why: null })
    expect((await running.call['reference:commit']({ statement: await aStatement(running, prepared, { kind: 'census', texts: ['census'] }), proof, why: null })).ok).toBe(true)
    expect([(await listed(running))?.takenAt, (await listed(running, 'census'))?.takenAt]).toEqual([late, early])
    expect(await partsOnDisk()).toHaveLength(3)
    await stop(running)
  })

  it('[REF-46] a folder of documents lies beside both lists with its own time, and an older one is refused without a reason', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    const folderOf = (over: Parameters<typeof aStatement>[2]) => aStatement(running, prepared, { kind: 'documents', source: 'folder', patients: 0, stays: 0, documents: 7, ...over })
    await running.call['reference:commit']({ statement: await aStatement(running, prepared, { takenAt: early }), proof, why: null })
    expect((await running.call['reference:commit']({ statement: await folderOf({ texts: ['documents'], takenAt: late }), proof, why: null })).ok).toBe(true)
    expect([(await listed(running))?.takenAt, (await listed(running, 'documents'))?.takenAt, (await listed(running, 'documents'))?.documents]).toEqual([early, late, 7])
    expect(await partsOnDisk()).toHaveLength(3)
    const older = await folderOf({ texts: ['older'], takenAt: early })
    expect(await running.call['reference:commit']({ statement: older, proof, why: null })).toEqual({ ok: false, error: { code: 'older' } })
    const half = await folderOf({ takenAt: late, parts: [Sha256.parse('b'.repeat(64))] })
    expect(await running.call['reference:commit']({ statement: half, proof, why: null })).toEqual({ ok: false, error: { code: 'not-found' } })
    expect((await listed(running, 'documents'))?.takenAt).toBe(late)
    const told = valueOf(await running.call['journal:public']({ journal: 'station', before: null, most: 1 })).events[0]?.event
    expect(told).toMatchObject({ event: 'reference-imported', kind: 'documents', documents: 7, source: 'folder', takenAt: late, by: nurse })
    await stop(running)
  })

  it('[REF-37] a list for another roster, station or realm is refused', async () => {
    const running = await start(folder)
    const statement = await aStatement(running, await prepare(running, folder))
    for (const other of [{ epoch: 2 }, { realm: 'drill' as const }, { station: newUuid() as ReferenceStatement['station'] }]) { // a station id by construction
      expect(await running.call['reference:commit']({ statement: { ...statement, ...other }, proof, why: null })).toEqual({ ok: false, error: { code: 'refused' } })
    }
    expect(await listed(running)).toBeNull()
    await stop(running)
  })

  it('[REF-32] [REF-38] the sealed station gives out no part and no key; open it does, and the key stays with the incident', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    const statement = await aStatement(running, prepared)
    const [sha256] = statement.parts
    if (sha256 === undefined) throw new Error('two parts were kept')
    await running.call['reference:commit']({ statement, proof, why: null })
    const notNow = { ok: false, error: { code: 'not-now' } }
    expect(await running.call['reference:part']({ sha256 })).toEqual(notNow)
    expect(await running.call['reference:key']({ set: statement.set })).toEqual(notNow)
    await openIncident(running, prepared)
    expect(valueOf(await running.call['reference:part']({ sha256 })).bytes).toEqual(cipher('part one'))
    expect(await running.call['reference:key']({ set: statement.set })).toEqual({ ok: false, error: { code: 'not-found' } })
    await running.call['reference:keep-key']({ set: statement.set, cipher: cipher('sealed key') })
    await stop(running)
    const again = await start(folder)
    expect(valueOf(await again.call['reference:key']({ set: statement.set })).cipher).toEqual(cipher('sealed key'))
    await stop(again)
  })

  it('[REF-31] a part that was changed on the disk is not given out', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    const statement = await aStatement(running, prepared, { texts: ['one'] })
    const [sha256] = statement.parts
    if (sha256 === undefined) throw new Error('one part was kept')
    await running.call['reference:commit']({ statement, proof, why: null })
    await openIncident(running, prepared)
    await writeFile(join(folder, 'reference', 'parts', sha256), 'two')
    expect(await running.call['reference:part']({ sha256 })).toEqual({ ok: false, error: { code: 'not-found' } })
    await stop(running)
  })

  it('[REF-39] [REF-37] while reconciling a list still comes in; with the closing the lists go, on record, and nothing can be imported until there are accounts again', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    await running.call['reference:commit']({ statement: await aStatement(running, prepared), proof, why: null })
    await openIncident(running, prepared)
    await running.call['incident:stand-down']({ staffNumber: nurse })
    await running.call['incident:retire']({ staffNumber: nurse, withoutBackup: true })
    expect(await listed(running)).not.toBeNull()
    expect((await running.call['reference:commit']({ statement: await aStatement(running, prepared), proof, why: null })).ok).toBe(true)
    expect((await running.call['incident:close']({ staffNumber: nurse })).ok).toBe(true)
    expect(await listed(running)).toBeNull()
    expect(await partsOnDisk()).toEqual([])
    const events = valueOf(await running.call['journal:public']({ journal: 'station', before: null, most: 20 })).events.map(({ event }) => event)
    expect(events).toContainEqual({ event: 'reference-removed', kind: 'patients' })
    expect(await running.call['reference:keep-part']({ bytes: cipher('x') })).toEqual({ ok: false, error: { code: 'not-now' } })
    await stop(running)
  })

  it('[REF-31] a card that cannot be read is told, and the next import takes its place', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    await running.call['reference:commit']({ statement: await aStatement(running, prepared), proof, why: null })
    await writeFile(join(folder, 'reference', 'patients.json'), '{"v":1')
    expect(valueOf(await running.call['reference:cards'](undefined))).toEqual({ cards: { patients: null, census: null, documents: null }, damaged: ['patients'] })
    expect((await running.call['reference:commit']({ statement: await aStatement(running, prepared), proof, why: null })).ok).toBe(true)
    expect(valueOf(await running.call['reference:cards'](undefined)).damaged).toEqual([])
    await stop(running)
  })
})
