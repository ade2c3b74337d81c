import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aFolder, dropFolder, nurse, openIncident, prepare, start, stop, type Running } from './prepared.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

const by = { name: '見本 一郎', staffNumber: nurse }
const newest = async ({ call }: Running): Promise<unknown> => {
  const told = await call['journal:public']({ journal: 'station', before: null, most: 1 })
  return told.ok ? told.value.events[0]?.event : null
}

describe('the inventory on the disk', () => {
  it('[INV-2] each change is told with who made it and without a word of what', async () => {
    const running = await start(folder)
    await prepare(running, folder)
    await running.call['inventory:place']({ items: [{ envelope: 2, place: '5階東 薬品庫', holder: '師長' }], by })
    expect(await newest(running)).toEqual({ event: 'inventory-changed', envelope: 2, by: nurse })
    expect(await running.call['inventory:read'](undefined)).toMatchObject({ ok: true, value: { isDamaged: false, inventory: { items: [{ envelope: 2, place: '5階東 薬品庫', holder: '師長', seen: null }] } } })
    await stop(running)
  })

  it('[INV-2] nothing of it is changed while the ward is open', async () => {
    const running = await start(folder)
    await openIncident(running, await prepare(running, folder))
    const refused = { ok: false, error: { code: 'not-now' } }
    expect(await running.call['inventory:place']({ items: [{ envelope: 2, place: 'x', holder: '' }], by })).toEqual(refused)
    expect(await running.call['seal:check']({ by, envelopes: [], printer: 'none', clock: 'right' })).toEqual(refused)
    await stop(running)
  })

  it('[INV-1] a damaged list is told and costs no envelope', async () => {
    const running = await start(folder)
    await prepare(running, folder)
    await writeFile(join(folder, 'inventory.json'), '{')
    expect(await running.call['inventory:read'](undefined)).toMatchObject({ ok: true, value: { isDamaged: true, inventory: { items: [] } } })
    expect(running.station.card?.accountFiles).toHaveLength(3)
    await stop(running)
  })
})

it('[INV-3] a seal check stands in the journal with who, each envelope and what was found, and in the list as last seen', async () => {
  const running = await start(folder)
  await prepare(running, folder)
  const checked = await running.call['seal:check']({ by, envelopes: [{ envelope: 1, found: 'intact' }, { envelope: 2, found: 'damaged' }, { envelope: 3, found: 'not-there' }], printer: 'printed', clock: 'right' })
  expect(checked).toMatchObject({ ok: true, value: { findings: ['envelope-broken-unused', 'envelope-not-there'], inventory: { checked: { by }, items: [{ envelope: 1, seen: { found: 'intact' } }, { envelope: 2 }, { envelope: 3, seen: { found: 'not-there' } }] } } })
  expect(await newest(running)).toEqual({ event: 'seal-checked', findings: ['envelope-broken-unused', 'envelope-not-there'], by: nurse, envelopes: [{ envelope: 1, found: 'intact' }, { envelope: 2, found: 'damaged' }, { envelope: 3, found: 'not-there' }], printer: 'printed', clock: 'right' })
  expect(await readFile(join(folder, 'station/000001.seg'), 'latin1').catch(() => '')).not.toContain('見本')
  await stop(running)
})
