import { describe, expect, it, vi } from 'vitest'
import type { IncidentKeys } from '#renderer/vault/seal.ts'
import { bytesOf, jsonOf } from '#renderer/store/chunks.ts'
import { packed, unpacked } from '#renderer/store/packed.ts'
import { patientId } from '#tests/builders.ts'
import { aNote, aPlace, aWard, chartOfPatient, followed, inCopy, save, saying, someDay, standing, type Opened, type Place } from './store-fixture.ts'

const journalReads = (place: Place): number => place.machine.calls.filter(({ channel }) => channel === 'journal:frames').length

async function aDay(): Promise<{ readonly place: Place } & Opened> {
  const place = await aPlace()
  const opened = await aWard(place)
  await opened.ward.compared
  await someDay(place, opened.ward)
  await opened.ward.settle(5000)
  await save(opened.ward, aNote(place, 1, '最後'))
  await followed(place, opened.ward)
  return { place, ...opened }
}

describe('opening a chart', () => {
  it('[STORE-13] is recorded before anything of it is decrypted', async () => {
    const { place } = await aDay()
    const order: string[] = []
    const keys: IncidentKeys = {
      ...place.keys,
      openFor: (purpose, ...rest) => {
        if (purpose === 'chart') order.push('decrypt')
        return place.keys.openFor(purpose, ...rest)
      },
    }
    const { ward } = await aWard({ ...place, keys })
    await ward.compared
    order.length = 0
    place.machine.meet = (channel, _, carryOut) => (channel === 'journal:append' ? carryOut().then((value) => {
      order.push('recorded')
      return value as never // what the machine gave
    }) : null)
    const opened = await ward.openChart(patientId(1), standing, 'board')
    expect(opened).toMatchObject({ ok: true, value: { recorded: true, from: 'copy' } })
    expect(order.slice(0, 2)).toEqual(['recorded', 'decrypt'])
    expect(opened.ok && opened.value.chart.opened).toBe(1)
  })

  it('[STORE-13] gives the rows of tail and charts in one, without reading the journal', async () => {
    const { place, ward } = await aDay()
    const before = journalReads(place)
    const opened = await ward.openChart(patientId(1), standing, 'board')
    expect(opened.ok && opened.value.chart.rows.at(-1)).toMatchObject({ entry: { body: { text: '最後' } } })
    expect(opened.ok && opened.value.chart.rows).toHaveLength(8)
    expect(journalReads(place)).toBe(before)
  })

  it('[STORE-13] can be refreshed while it is open, and is recorded once', async () => {
    const { place, ward } = await aDay()
    const opened = await ward.openChart(patientId(1), standing, 'board')
    await save(ward, aNote(place, 1, 'さらに'))
    const fresh = opened.ok ? await opened.value.refresh() : opened
    expect(fresh.ok && saying(fresh.value).at(-1)).toContain('さらに')
    expect(fresh.ok && fresh.value.opened).toBe(1)
  })

  it('[STORE-14] of a patient with no records is empty, and only then', async () => {
    const { ward } = await aDay()
    const opened = await ward.openChart(patientId(9), standing, 'board')
    expect(opened).toMatchObject({ ok: true, value: { chart: { rows: [], opened: 1 } } })
  })

  it.each([
    ['its chunks are gone', (place: Place) => inCopy(place, (db) => db.charts.clear())],
    ['one chunk does not open', (place: Place) => inCopy(place, (db) => db.charts.toCollection().modify((row) => void Object.assign(row, { cipher: row.cipher.slice(1) })))],
    ['one chunk is missing', (place: Place) => inCopy(place, (db) => db.charts.filter(({ chunk }) => chunk === 0).delete())],
  ])('[STORE-14] reads the journal when the copy is wrong, tells, and mends the copy: %s', async (_, damage) => {
    const { place, ward, codes } = await aDay()
    const right = (await chartOfPatient(ward, 1)).says
    await damage(place)
    expect(await chartOfPatient(ward, 1)).toEqual({ says: right, from: 'journal' })
    expect(codes()).toEqual(expect.arrayContaining(['chart-from-journal', 'copy-doubted']))
    await vi.waitFor(() => expect(codes()).toContain('copy-rebuilt'))
    expect(await chartOfPatient(ward, 1)).toEqual({ says: right, from: 'copy' })
  })

  it('[STORE-14] puts the board right when it is the board that is wrong', async () => {
    const { place, ward } = await aDay()
    await ward.settle(5000)
    ward.stop()
    // A snapshot that opens and is wrong: one patient's count is another's.
    const honest = place.machine.snapshot
    const sealed = await place.keys.openFor('snapshot', `ward/${honest?.upTo}/${honest?.head}`, honest?.cipher ?? new Uint8Array())
    const columns = jsonOf(await unpacked(sealed.ok ? sealed.value : new Uint8Array())) as { patients: { hash: string[] } } // the snapshot's own form
    columns.patients.hash[0] = columns.patients.hash[1] ?? ''
    const wrong = await place.keys.sealFor('snapshot', `ward/${honest?.upTo}/${honest?.head}`, await packed(bytesOf(columns)))
    place.machine.snapshot = honest && { ...honest, cipher: new Uint8Array(wrong) }

    const { ward: again, codes } = await aWard(place)
    expect(await again.compared).toEqual({ stage: 'ready' })
    expect(codes()).toContain('board-corrected')
    expect(again.view().patients.get(patientId(1))?.mark).toEqual(ward.view().patients.get(patientId(1))?.mark)
    expect((await chartOfPatient(again, 1)).from).toBe('copy')
  })

  it('[STORE-14] works before the copy is compared, and while it is made anew', async () => {
    const { place, ward } = await aDay()
    const right = (await chartOfPatient(ward, 2)).says
    ward.stop()
    const early = await aWard(place)
    expect((await chartOfPatient(early.ward, 2)).says).toEqual(right)
    await early.ward.compared
    early.ward.stop()
    const unclean = await aWard(place, { lastExit: 'unclean' })
    expect((await chartOfPatient(unclean.ward, 2)).says).toEqual(right)
    await unclean.ward.compared
    expect((await chartOfPatient(unclean.ward, 2)).says).toEqual(right)
  })

  it('[STORE-15] when the disk refuses the record of it, care goes on, and it is recorded with the next entry', async () => {
    const { place, ward, codes } = await aDay()
    place.machine.meet = (channel) => (channel === 'journal:append' ? Promise.resolve({ ok: false, error: { code: 'not-saved', cause: 'disk-full' } }) : null)
    const opened = await ward.openChart(patientId(1), standing, 'board')
    expect(opened).toMatchObject({ ok: true, value: { recorded: false } })
    expect(opened.ok && opened.value.chart.rows).toHaveLength(8)
    expect(codes()).toContain('view-not-recorded')
    place.machine.meet = () => null
    await save(ward, aNote(place, 2))
    await vi.waitFor(() => expect(ward.view().patients.get(patientId(1))?.mark.opened).toBe(1))
  })
})
