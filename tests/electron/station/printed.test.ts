import { writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { aFolder, copyFolder, dropFolder, kill, openIncident, prepare, start, stop, type Running } from './prepared.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

async function number({ call }: Running, sheets: number, isEntry = false): Promise<number | null | string> {
  const told = await call['station:printed']({ form: 'poster', sheets, isEntry })
  return told.ok ? told.value.first : told.error.code
}

it('[SHEET-6] A sheet’s number is given once by a station, through kills and restarts; a drill’s begins with T, and where the folder’s past is in doubt none is given.', async () => {
  const running = await start(folder)
  await prepare(running, folder)
  expect(await Promise.all([number(running, 2), number(running, 1), number(running, 3)])).toEqual([1, 3, 4])
  await kill(running)
  const again = await start(folder)
  expect(await number(again, 1)).toBe(7)
  await stop(again)
  const elsewhere = await start(folder, { machine: 'another-pc' })
  expect(elsewhere.station.card?.lettersInDoubt).toBe(true)
  expect(await number(elsewhere, 1)).toBeNull()
  await stop(elsewhere)
})

it('[SHEET-6] an unreadable count gives no number', async () => {
  const running = await start(folder)
  await prepare(running, folder)
  await writeFile(`${folder}/sheets.json`, '{"v":1,"given":')
  expect(await number(running, 1)).toBeNull()
  await stop(running)
})

it('[SHEET-8] While nobody holds a key the machine records a print as form and count of sheets, of no patient.', async () => {
  const running = await start(folder)
  expect(await number(running, 1)).toBe('not-now')
  const prepared = await prepare(running, folder)
  expect(await number(running, 2)).toBe(1)
  expect(await number(running, 1, true)).toBe('not-now')
  const told = await running.call['journal:public']({ journal: 'station', before: null, most: 1 })
  expect(told).toMatchObject({ ok: true, value: { events: [{ event: { event: 'sheet-printed', form: 'poster', sheets: 2 } }] } })
  await openIncident(running, prepared)
  // In an open ward the entry says it: the machine gives a number and adds nothing.
  const end = running.station.base?.journal.end()
  expect(await number(running, 1, true)).toBe(3)
  expect(running.station.base?.journal.end()).toEqual(end)
  await stop(running)
  await copyFolder(folder, `${folder}-copy`)
  expect(await nodeDisk().size(`${folder}-copy/sheets.json`)).not.toBeNull()
})
