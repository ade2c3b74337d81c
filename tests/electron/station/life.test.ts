import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EntryId, Sha256 } from '#domain/ids.ts'
import { verifyJournals } from '#electron/cli/verify-journal.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { aFolder, dropFolder, kill, nurse, openIncident, prepare, start, stop, tryCode, type Prepared, type Running } from './prepared.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

const cipher = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))
const notNow = { ok: false, error: { code: 'not-now' } }
const hash = Sha256.parse('a'.repeat(64))

/** An open ward with one record. */
async function opened(): Promise<{ running: Running; prepared: Prepared }> {
  const running = await start(folder)
  const prepared = await prepare(running, folder)
  await openIncident(running, prepared, 2)
  await running.call['journal:append']({ id: EntryId.parse(newUuid()), cipher: cipher('x') })
  return { running, prepared }
}

const eventsOf = async ({ call }: Running, journal: 'station' | 'incident'): Promise<readonly string[]> => {
  const told = await call['journal:public']({ journal, before: null, most: 500 })
  return told.ok ? told.value.events.map(({ event }) => event.event) : []
}

async function standDown(running: Running): Promise<void> {
  expect(await running.call['incident:stand-down']({ staffNumber: nurse })).toMatchObject({ ok: true, value: { card: { phase: 'standing-down' } } })
}

async function retired(running: Running): Promise<void> {
  await standDown(running)
  await running.call['export:done']({ sha256: hash, bytes: 1, upTo: 1 })
  expect(await running.call['incident:retire']({ staffNumber: nurse, withoutBackup: false })).toMatchObject({ ok: true, value: { card: { phase: 'reconciling' } } })
}

describe('from the emergency back to normal', () => {
  it('[LIFE-1] each step stands in both journals, and the journals stay true', async () => {
    const { running } = await opened()
    await retired(running)
    expect(await running.call['incident:close']({ staffNumber: nurse })).toMatchObject({ ok: true, value: { card: { phase: 'closed', incident: null } } })
    const told = await eventsOf(running, 'station')
    for (const event of ['stood-down', 'accounts-retired', 'incident-closed']) expect(told.filter((one) => one === event)).toHaveLength(1)
    await stop(running)
    expect(await verifyJournals(nodeDisk(), folder, null)).toMatchObject({ code: 0 })
  })

  it('[GLASS-13] an opened envelope stays a broken seal, also after the emergency was closed', async () => {
    const { running } = await opened()
    expect(running.station.card).toMatchObject({ opened: [2], broken: [2] })
    await retired(running)
    await running.call['incident:close']({ staffNumber: nurse })
    await stop(running)
    const again = await start(folder)
    expect(again.station.card).toMatchObject({ opened: [2], broken: [2] })
    await stop(again)
  })

  it('[LIFE-2] a stand-down is resumed while the accounts exist, and never after', async () => {
    const { running } = await opened()
    await standDown(running)
    expect(await running.call['incident:resume']({ staffNumber: nurse })).toMatchObject({ ok: true, value: { card: { phase: 'open' } } })
    await retired(running)
    expect(await running.call['incident:resume']({ staffNumber: nurse })).toEqual(notNow)
    expect(await running.call['incident:stand-down']({ staffNumber: nurse })).toEqual(notNow)
    await stop(running)
  })

  it('[LIFE-3] without an export since the stand-down the accounts stay, unless somebody says so on record', async () => {
    const { running } = await opened()
    await running.call['export:done']({ sha256: hash, bytes: 1, upTo: 1 })
    await standDown(running)
    expect(await running.call['incident:retire']({ staffNumber: nurse, withoutBackup: false })).toEqual({ ok: false, error: { code: 'no-backup' } })
    expect(running.station.card?.accountFiles).toHaveLength(3)
    expect(await running.call['incident:retire']({ staffNumber: nurse, withoutBackup: true })).toMatchObject({ ok: true })
    const told = await running.call['journal:public']({ journal: 'station', before: null, most: 50 })
    expect(told.ok && told.value.events.find(({ event }) => event.event === 'accounts-retired')?.event).toMatchObject({ withoutBackup: true, staffNumber: nurse, envelopes: [1, 2, 3], opened: [2] })
    await stop(running)
  })

  it('[LIFE-4] every account is retired, opened or not: file gone, number refused with the reason, also after a restart', async () => {
    const { running, prepared } = await opened()
    await retired(running)
    expect(await nodeDisk().list(running.station.layout.accounts)).toEqual([])
    for (const [index, code] of prepared.codes.entries()) expect(await tryCode(running, index + 1, code)).toBe('retired')
    await stop(running)
    const again = await start(folder)
    for (const [index, code] of prepared.codes.entries()) expect(await tryCode(again, index + 1, code)).toBe('retired')
    expect((await eventsOf(again, 'station')).filter((event) => event === 'retired-code-tried')).toHaveLength(6)
    await stop(again)
  })

  it('[LIFE-5] an older card and the account files put back open nothing', async () => {
    const { running, prepared } = await opened()
    const saved = `${folder}-saved`
    await nodeDisk().makeFolder(saved)
    await copyFile(running.station.layout.card, `${saved}/card`)
    for (const number of [1, 2, 3]) await copyFile(running.station.layout.account(number), `${saved}/${number}`)
    await retired(running)
    await stop(running)
    await copyFile(`${saved}/card`, running.station.layout.card)
    for (const number of [1, 2, 3]) await copyFile(`${saved}/${number}`, running.station.layout.account(number))
    const again = await start(folder)
    expect([...again.station.alarms]).toContain('retired-accounts-were-back')
    for (const [index, code] of prepared.codes.entries()) expect(await tryCode(again, index + 1, code)).toBe('retired')
    expect(await nodeDisk().list(again.station.layout.accounts)).toEqual([])
    expect(again.station.card?.phase).toBe('reconciling')
    await stop(again)
  })

  it('[LIFE-5] a card of before the emergency put back leaves a station that only new accounts can seal', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    const card = await readFile(running.station.layout.card)
    await openIncident(running, prepared, 1)
    await retired(running)
    await kill(running)
    await writeFile(running.station.layout.card, card)
    const again = await start(folder)
    expect(again.station.card).toMatchObject({ phase: 'closed', accountFiles: [] })
    for (const [index, code] of prepared.codes.entries()) expect(await tryCode(again, index + 1, code)).toBe('retired')
    await stop(again)
  })

  it('[LIFE-12] an envelope whose opening was cut short between journal and card counts as opened', async () => {
    const running = await start(folder)
    const prepared = await prepare(running, folder)
    const card = await readFile(running.station.layout.card)
    await openIncident(running, prepared, 2)
    await kill(running)
    await writeFile(running.station.layout.card, card)
    const again = await start(folder)
    expect(again.station.card).toMatchObject({ phase: 'sealed', opened: [2], broken: [2] })
    await stop(again)
  })

  it('[LIFE-6] while reconciling no envelope joins, and the record can be read and written', async () => {
    const { running } = await opened()
    await retired(running)
    expect(await running.call['incident:join']({ envelope: 1, staffNumber: nurse })).toEqual(notNow)
    expect(await running.call['pin:secret'](undefined)).toMatchObject({ ok: true })
    expect(await running.call['incident:officer']({ staffNumber: nurse })).toMatchObject({ ok: true })
    expect(await running.call['journal:append']({ id: EntryId.parse(newUuid()), cipher: cipher('y') })).toMatchObject({ ok: true })
    expect(await running.call['restart:try']({ staffNumber: nurse })).toMatchObject({ ok: true })
    await stop(running)
  })

  it('[LIFE-7] after closing nothing of the record can be read or written, and no way back is left', async () => {
    const { running } = await opened()
    await running.call['restart:keep']({ label: 'N-104', file: { bytes: cipher('wrap'), sha256: hash } })
    const restart = running.station.incident?.layout.restart ?? ''
    await retired(running)
    await running.call['incident:close']({ staffNumber: nurse })
    expect(await running.call['journal:append']({ id: EntryId.parse(newUuid()), cipher: cipher('z') })).toEqual(notNow)
    expect(await running.call['journal:frames']({ after: 0, most: 1000 })).toEqual(notNow)
    expect(await running.call['restart:try']({ staffNumber: nurse })).toEqual(notNow)
    expect(await running.call['pin:secret'](undefined)).toEqual(notNow)
    expect(await nodeDisk().list(restart)).toEqual([])
    expect(await running.call['incident:open']({ incident: running.station.base?.id as never, keys: '', envelope: 1, staffNumber: nurse, reasonCode: 'earthquake', clockOffsetMs: 0 })).toEqual(notNow)
    await stop(running)
    const again = await start(folder)
    expect(again.station).toMatchObject({ incident: null, card: { phase: 'closed' } })
    await stop(again)
  })
})
