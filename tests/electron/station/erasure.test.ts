import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EntryId, type IncidentId } from '#domain/ids.ts'
import { verifyJournals } from '#electron/cli/verify-journal.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { archive, archiveBytes, enterMaintenance, it104, keeper, keepMaintenance, listed, nurse, reconcile } from './closed.ts'
import { aFolder, dropFolder, openIncident, prepare, start, stop, type Running } from './prepared.ts'

let folder: string
/** Where the person looks next; two sticks, and a third place. */
let at: string
beforeEach(async () => {
  folder = await aFolder()
  for (const name of ['one', 'two', 'second']) await mkdir(`${folder}-${name}`, { recursive: true })
  at = `${folder}-one`
})
afterEach(() => dropFolder(folder))

const disk = nodeDisk()
const cipher = (): Uint8Array<ArrayBuffer> => new Uint8Array([1, 2, 3])
const refused = { ok: false, error: { code: 'refused' } }
const notNow = { ok: false, error: { code: 'not-now' } }
const startHere = (over: Parameters<typeof start>[1] = {}): Promise<Running> => start(folder, { chooseFolder: () => Promise.resolve(at), ...over })
const append = ({ call }: Running) => call['journal:append']({ id: EntryId.parse(newUuid()), cipher: cipher() })

/** The record being reconciled, with one entry, a photo, a draft and a restart code. */
async function reconciling(over: Parameters<typeof start>[1] = {}): Promise<{ running: Running; incident: IncidentId }> {
  const running = await startHere(over)
  const prepared = await prepare(running, folder)
  await keepMaintenance(running.call, prepared.officer.recipient)
  const { incident } = await openIncident(running, prepared)
  await append(running)
  await running.call['photo:keep']({ cipher: cipher() })
  await running.call['draft:keep']({ id: EntryId.parse(newUuid()), cipher: cipher() })
  await reconcile(running.call)
  return { running, incident }
}

async function archiveBoth({ call }: Running): Promise<void> {
  at = `${folder}-one`
  expect(await archive(call, 1)).toMatchObject({ ok: true })
  at = `${folder}-two`
  expect(await archive(call, 2)).toEqual({ ok: false, error: { code: 'one-device' } })
  await rm(`${folder}-two`, { recursive: true })
  await mkdir(`${folder}-two`)
  expect(await archive(call, 2, 'to-be-moved')).toMatchObject({ ok: true, value: { archives: [{ medium: 1 }, { medium: 2, oneDevice: 'to-be-moved' }] } })
}

async function closed(over: Parameters<typeof start>[1] = {}): Promise<{ running: Running; incident: IncidentId }> {
  const made = await reconciling(over)
  await archiveBoth(made.running)
  expect(await made.running.call['incident:close']({ staffNumber: nurse })).toMatchObject({ ok: true })
  return made
}

async function checkBoth({ call }: Running, incident: IncidentId): Promise<void> {
  for (const [medium, name] of [[1, 'one'], [2, 'two']] as const) {
    at = `${folder}-${name}`
    expect(await call['erase:check']({ incident, medium })).toMatchObject({ ok: true, value: { found: 'verified', head: archiveBytes } })
  }
}

const events = async ({ call }: Running) => {
  const told = await call['journal:public']({ journal: 'station', before: null, most: 500 })
  return told.ok ? told.value.events.map(({ event }) => event).toReversed() : []
}

describe('two archives', () => {
  it('[ERASE-1] an archive counts until a record is written behind its end', async () => {
    const { running } = await reconciling()
    await archiveBoth(running)
    const before = await running.call['archive:state'](undefined)
    expect(before.ok && before.value.archives.every(({ upTo }) => upTo >= before.value.lastRecord)).toBe(true)
    await append(running)
    const after = await running.call['archive:state'](undefined)
    expect(after.ok && after.value.archives.some(({ upTo }) => upTo >= after.value.lastRecord)).toBe(false)
    await stop(running)
  })

  it('[ERASE-2] two archives on one device are refused without a reason, and nothing counts that was not written and read back here', async () => {
    const { running } = await reconciling()
    const { call } = running
    expect(await archive(call, 1)).toMatchObject({ ok: true })
    expect(await archive(call, 2)).toEqual({ ok: false, error: { code: 'one-device' } })
    const state = await call['archive:state'](undefined)
    if (!state.ok) throw new Error(state.error.code)
    const [first] = state.value.archives
    if (first === undefined) throw new Error('No archive')
    const { at: _at, ...kept } = first
    expect(await call['archive:keep']({ ...kept, medium: 2, upTo: kept.upTo + 1000, oneDevice: 'none-at-hand', by: nurse })).toEqual(refused)
    expect(await call['archive:keep']({ ...kept, medium: 2, sha256: 'b'.repeat(64) as never, oneDevice: 'none-at-hand', by: nurse })).toEqual(refused)
    await stop(running)
  })
})

describe('an erasure', () => {
  it('[ERASE-3] is refused in every state but closed', async () => {
    const { running, incident } = await reconciling()
    const { call } = running
    expect(await call['erase:list'](undefined)).toEqual(notNow)
    expect(await call['erase:do']({ incident, officer: keeper })).toEqual(notNow)
    await call['incident:close']({ staffNumber: nurse })
    await enterMaintenance(call)
    // Closed, but never archived.
    expect(await call['erase:do']({ incident, officer: keeper })).toEqual(refused)
    expect((await disk.tree(running.station.layout.incident(incident).folder)).length).toBeGreaterThan(2)
    await stop(running)
  })

  it('[ERASE-4] wants the passphrase of maintenance and another person with the officer’s key', async () => {
    const { running, incident } = await closed()
    const { call } = running
    expect(await call['erase:check']({ incident, medium: 1 })).toEqual(notNow)
    await enterMaintenance(call, 'officer-key')
    expect(await call['erase:list'](undefined)).toMatchObject({ ok: true, value: { by: null } })
    expect(await call['erase:check']({ incident, medium: 1 })).toEqual(notNow)
    await call['maintenance:leave']({ why: 'asked' })
    await enterMaintenance(call)
    await checkBoth(running, incident)
    expect(await call['erase:do']({ incident, officer: it104 })).toEqual(refused)
    await call['maintenance:leave']({ why: 'asked' })
    expect(await call['erase:do']({ incident, officer: keeper })).toEqual(refused)
    expect(await listed(call, incident)).toMatchObject({ entries: 1 })
    await stop(running)
  })

  it('[ERASE-5] wants both archives in hand now: not there, damaged, unsigned, or one file looked at twice is none', async () => {
    const { running, incident } = await closed()
    const { call } = running
    await enterMaintenance(call)
    const [name] = (await disk.list(`${folder}-one`)).filter((one) => one.endsWith('.zip.age'))
    const path = `${folder}-one/${name ?? ''}`
    const check = async (medium: 1 | 2) => {
      const checked = await call['erase:check']({ incident, medium })
      return checked.ok ? checked.value.found : checked.error.code
    }
    at = `${folder}-second`
    expect(await check(1)).toBe('not-there')
    at = `${folder}-one`
    await writeFile(path, archiveBytes.toReversed())
    expect(await check(1)).toBe('damaged')
    await writeFile(path, archiveBytes)
    await writeFile(`${path}.minisig`, 'untrusted comment: none\n')
    expect(await check(1)).toBe('not-signed')
    at = `${folder}-two`
    expect(await check(2)).toBe('verified')
    expect(await check(1)).toBe('same-file')
    expect(await call['erase:do']({ incident, officer: keeper })).toEqual(refused)
    await stop(running)
  })

  it('[ERASE-6] [ERASE-8] is told first, then the record is gone with all that lay beside it, and the station journal stays true', async () => {
    let forgotten = 0
    const { running, incident } = await closed({ forgetCopies: () => Promise.resolve(void (forgotten += 1)) })
    const { call } = running
    await enterMaintenance(call)
    await checkBoth(running, incident)
    expect(await call['erase:do']({ incident, officer: keeper })).toMatchObject({ ok: true, value: { card: { phase: 'closed' } } })
    expect(forgotten).toBe(1)
    expect(await disk.tree(running.station.layout.incidents)).toEqual([])
    const told = await events(running)
    expect(told.slice(-2)).toMatchObject([
      { event: 'incident-erased', incident, entries: 1, by: it104, second: keeper, archives: [{ medium: 1, bytes: archiveBytes.length }, { medium: 2 }], left: { exports: 0, continuity: 0, transfers: 0 } },
      { event: 'erasure-finished', incident, secondJournal: 'none' },
    ])
    expect(await call['erase:list'](undefined)).toMatchObject({ ok: true, value: { incidents: [] } })
    expect(await call['erase:do']({ incident, officer: keeper })).toEqual(notNow)
    const verified = await call['audit:verify']({ printed: [] })
    expect(verified.ok && verified.value.compared.filter(({ result }) => result === 'contradicts')).toEqual([])
    expect(verified.ok && verified.value.compared.find(({ what }) => what === 'erasure')).toMatchObject({ result: 'agrees', journal: incident })
    await stop(running)
    expect(await verifyJournals(disk, folder, null)).toMatchObject({ code: 0 })
  })

  it('[ERASE-9] a record that is gone without its frame is an alarm, and so is one that is back after it', async () => {
    const { running, incident } = await closed()
    const place = running.station.layout.incident(incident).folder
    await stop(running)
    await cp(place, `${folder}-kept`, { recursive: true })
    await rm(place, { recursive: true })
    expect(await verifyJournals(disk, folder, null)).toMatchObject({ code: 1 })
    await cp(`${folder}-kept`, place, { recursive: true })
    expect(await verifyJournals(disk, folder, null)).toMatchObject({ code: 0 })
    const again = await startHere()
    await enterMaintenance(again.call)
    await checkBoth(again, incident)
    expect(await again.call['erase:do']({ incident, officer: keeper })).toMatchObject({ ok: true })
    await cp(`${folder}-kept`, place, { recursive: true })
    const verified = await again.call['audit:verify']({ printed: [] })
    expect(verified.ok && verified.value.compared.find(({ what }) => what === 'erasure')).toMatchObject({ result: 'contradicts' })
    await stop(again)
    const third = await startHere()
    expect([...third.station.alarms]).toContain('erased-record-was-back')
    // It lies there until people erase it again: nothing goes by itself that somebody put there.
    expect((await disk.tree(place)).length).toBeGreaterThan(0)
    await stop(third)
  })

  it('[ERASE-7] a second device that was not there is told as not reached, and its copy goes when it is back', async () => {
    const second = `${folder}-second`
    const { running, incident } = await closed({ second: { disk, folder: second } })
    expect((await disk.tree(`${second}/incidents/${incident}`)).length).toBeGreaterThan(0)
    await stop(running)
    await cp(second, `${folder}-away`, { recursive: true })
    await rm(second, { recursive: true })
    const gone = { ...disk, size: (path: string) => (path.startsWith(second) ? Promise.resolve(null) : disk.size(path)), makeFolder: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' })) }
    const without = await startHere({ second: { disk: gone, folder: second } })
    await enterMaintenance(without.call)
    await checkBoth(without, incident)
    expect(await without.call['erase:do']({ incident, officer: keeper })).toMatchObject({ ok: true })
    expect((await events(without)).at(-1)).toMatchObject({ event: 'erasure-finished', secondJournal: 'unreachable' })
    await stop(without)
    await cp(`${folder}-away`, second, { recursive: true })
    const back = await startHere({ second: { disk, folder: second } })
    expect(await disk.tree(`${second}/incidents/${incident}`)).toEqual([])
    expect((await events(back)).filter(({ event }) => event === 'erasure-finished').at(-1)).toMatchObject({ secondJournal: 'erased' })
    await stop(back)
  })
})
