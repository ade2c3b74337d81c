import { describe, expect, it } from 'vitest'
import { sealEntry } from '#renderer/store/sealed-entry.ts'
import { ordinary } from '#renderer/vault/bytes.ts'
import { aHash, anEntry, entryId, patientId } from '#tests/builders.ts'
import { simulatedDisk } from '#tests/faults/simulation/simulated-disk.ts'
import { aMachine } from './bridge-on-journal.ts'
import { aNote, aPlace, aWard, followed, incident, keysOf, save, someDatabases, someDay, standing, type Opened, type Place } from './store-fixture.ts'

async function aDay(): Promise<{ readonly place: Place; readonly before: Opened['ward'] }> {
  const place = await aPlace()
  const { ward } = await aWard(place)
  await ward.compared
  await someDay(place, ward)
  await ward.settle(5000)
  await save(ward, aNote(place, 2, '後で'))
  await followed(place, ward)
  ward.stop()
  await place.machine.restart()
  return { place, before: ward }
}

const frameCalls = (place: Place): number => place.machine.calls.filter(({ channel, input }) => channel === 'journal:frames' && (input as { after: number }).after === 0).length // the input of this channel

describe('starting', () => {
  it('[STORE-7] reads the snapshot and what stands behind it, not history', async () => {
    const { place, before } = await aDay()
    place.machine.calls.length = 0
    const { ward, codes } = await aWard(place)
    expect(ward.view().patients).toEqual(before.view().patients)
    expect(ward.view()).toMatchObject({ entries: before.view().entries, ward: before.view().ward })
    expect(ward.end()).toEqual(place.machine.journal().end())
    expect(frameCalls(place)).toBe(0)
    expect(codes()).toEqual([])
  })

  it.each([
    ['none is there', (place: Place) => void (place.machine.snapshot = null), []],
    ['it is damaged', ({ machine }: Place) => void (machine.snapshot = machine.snapshot && { ...machine.snapshot, cipher: ordinary(machine.snapshot.cipher.map((byte, at) => (at === 77 ? byte ^ 1 : byte))) }), ['snapshot-unusable']],
    ['it says another place', ({ machine }: Place) => void (machine.snapshot = machine.snapshot && { ...machine.snapshot, upTo: machine.snapshot.upTo - 1 }), ['snapshot-unusable']],
  ])('[STORE-7] takes the copy of the snapshot, or reads the whole journal, and makes the same board: %s', async (_, damage, said) => {
    const { place, before } = await aDay()
    damage(place)
    place.machine.calls.length = 0
    const second = await aWard(place)
    expect(second.ward.view().patients).toEqual(before.view().patients)
    expect(frameCalls(place)).toBe(0)
    expect(second.codes()).toEqual(said)
    await second.ward.compared
    second.ward.stop()

    const bare = await aWard({ ...place, databases: someDatabases() })
    expect(bare.ward.view().patients).toEqual(before.view().patients)
    expect(bare.ward.view().entries).toBe(before.view().entries)
    await bare.ward.compared
  })

  it('[STORE-7] a snapshot of another journal raises an alarm and is not used', async () => {
    const { place } = await aDay()
    const other = await aPlace({ keys: place.keys })
    const first = await aWard(other)
    await someDay(other, first.ward, 1, 4)
    first.ward.stop()
    const { codes, ward } = await aWard({ ...place, databases: someDatabases(), machine: Object.assign(other.machine, { snapshot: place.machine.snapshot }) })
    expect(codes()).toEqual(['journal-is-another', 'snapshot-unusable'])
    expect(ward.view().entries).toBe(first.ward.view().entries)
    expect((await ward.compared).stage).toBe('ready')
  })

  it('[STORE-8] tells when an entry was not written with this incident’s key', async () => {
    const { place } = await aDay()
    const foreign = await keysOf(new Uint8Array(32).fill(7))
    const entry = anEntry('note', { id: entryId(77), incident, patient: patientId(1) })
    await place.machine.journal().append({ id: entry.id, cipher: await sealEntry(foreign, entry) })
    const { news, ward } = await aWard(place)
    expect(news).toEqual([{ level: 'alarm', code: 'entry-does-not-open', seq: place.machine.journal().end().seq, times: 1 }])
    expect(ward.view().entries).toBeGreaterThan(0)
  })

  it('[STORE-8] tells when an entry stands on a history that is not this one', async () => {
    const { place } = await aDay()
    for (const n of [1, 2]) {
      const entry = anEntry('note', { ...standing, id: entryId(90 + n), patient: patientId(1), after: { head: aHash('e'), n } })
      await place.machine.journal().append({ id: entry.id, cipher: await sealEntry(place.keys, entry) })
    }
    const { news } = await aWard(place)
    expect(news).toMatchObject([{ level: 'alarm', code: 'history-was-changed', times: 2 }])
  })

  it('[STORE-8] is silent about windows that follow one another, wherever the snapshot was taken', async () => {
    const place = await aPlace()
    for (let window = 0; window < 4; window += 1) {
      const { ward, codes } = await aWard(place)
      await ward.compared
      await someDay(place, ward, 2, 3)
      if (window % 2 === 0) await ward.settle(5000)
      await someDay(place, ward, 2, 1)
      await followed(place, ward)
      ward.stop()
      expect(codes()).toEqual([])
      await place.machine.restart()
    }
  })

  it('[STORE-7] says so when the journal itself cannot be read', async () => {
    const machine = await aMachine(simulatedDisk())
    machine.meet = (channel) => (channel === 'journal:frames' ? Promise.resolve({ ok: false, error: { code: 'journal-unreadable' } }) : null)
    await expect(aWard(await aPlace({ machine }))).rejects.toThrow('journal-unreadable')
  })
})
