import { describe, expect, it } from 'vitest'
import { ok } from '#domain/result.ts'
import type { Databases } from '#renderer/store/ward-db.ts'
import { aPlace, aWard, chartOfPatient, generations, someDatabases, someDay } from './store-fixture.ts'

/** Databases as Chromium shows them after its MANIFEST was lost: every question is refused, until their place is cleared. */
function shutDatabases(): { readonly databases: Databases; readonly open: () => void } {
  const whole = someDatabases()
  let isShut = true
  const refuse = (): never => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError')
  }
  const indexedDB = new Proxy(whole.indexedDB, {
    get: (target, name) => {
      if (isShut && (name === 'databases' || name === 'open')) return refuse
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return { databases: { ...whole, indexedDB }, open: () => void (isShut = false) }
}

describe('databases that never open again by themselves', () => {
  it('[STORE-9] [STORE-6] are put aside once, and the copy is made anew in the same window with the same rows', async () => {
    const shut = shutDatabases()
    const place = await aPlace()
    const before = await aWard(place)
    await someDay(place, before.ward)
    const charts = [(await chartOfPatient(before.ward, 1)).says, (await chartOfPatient(before.ward, 2)).says]
    before.ward.stop()

    place.machine.meet = (channel) => {
      if (channel !== 'copy:put-aside') return null
      shut.open()
      return Promise.resolve(ok(undefined))
    }
    const { ward, codes } = await aWard({ ...place, databases: shut.databases })
    expect((await ward.compared).stage).toBe('ready')
    expect(codes()).toContain('copy-rebuilt')
    expect(codes()).not.toContain('copy-failed')
    expect(await generations({ ...place, databases: shut.databases })).toHaveLength(1)
    expect(place.machine.calls.filter(({ channel }) => channel === 'copy:put-aside')).toHaveLength(1)
    expect([(await chartOfPatient(ward, 1)).says, (await chartOfPatient(ward, 2)).says]).toEqual(charts)
    ward.stop()
  })

  it('[STORE-6] that stay shut cost no entry: it is told, and charts come from the journal', async () => {
    const shut = shutDatabases()
    const place = await aPlace()
    const { ward, codes } = await aWard({ ...place, databases: shut.databases })
    expect((await ward.compared).stage).toBe('failed')
    expect(codes()).toContain('copy-failed')
    await someDay(place, ward)
    expect((await chartOfPatient(ward, 1)).says).not.toHaveLength(0)
    expect(place.machine.calls.filter(({ channel }) => channel === 'copy:put-aside')).toHaveLength(1)
    ward.stop()
  })
})
