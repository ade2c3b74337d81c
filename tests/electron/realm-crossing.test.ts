import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRestartCode } from '#domain/access/code.ts'
import { EntryId, PatientId, type Sha256 } from '#domain/ids.ts'
import { decide } from '#domain/log/entry.ts'
import { readWardNumber, wardNumber } from '#domain/number/ward-number.ts'
import type { Realm } from '#domain/realm.ts'
import { instantOf } from '#domain/time.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { sha256 } from '#electron/node/journal/frame.ts'
import { encodeHeader, readHeader } from '#electron/node/journal/header.ts'
import { openStation } from '#electron/node/station/station.ts'
import { verifyStation } from '#electron/node/station/verify.ts'
import { newUuid } from '#electron/node/uuid.ts'
import { keyFits } from '#renderer/session/key-fits.ts'
import { standingOf } from '#renderer/session/open-ward.ts'
import { sealEntry } from '#renderer/store/sealed-entry.ts'
import { generationOf, WardDb, type Databases } from '#renderer/store/ward-db.ts'
import { openWithRestartCode, wrapForRestart } from '#renderer/vault/restart-code.ts'
import { openKeys } from '#renderer/vault/seal.ts'
import { aNurse, letters } from '#tests/builders.ts'
import { aFolder, copyFolder, dropFolder, nurse, start, stop, tryCode } from './station/prepared.ts'
import { bridgeOf, makeStation, statusOf, wardOf, type Made } from './station/realms.ts'

/** Drill and demonstration into the real ward; and the other ways round, for nothing may cross in any direction. */
const ways: readonly (readonly [Realm, Realm])[] = [['drill', 'real'], ['demo', 'real'], ['real', 'drill'], ['real', 'demo']]
const made = new Map<Realm, Made>()
const folders: string[] = []

beforeAll(async () => {
  for (const realm of ['real', 'drill', 'demo'] as const) {
    const folder = await aFolder()
    folders.push(folder)
    made.set(realm, await makeStation(folder, realm))
  }
}, 120_000)
afterAll(async () => {
  for (const folder of folders) await dropFolder(folder)
})

function of(realm: Realm): Made {
  const station = made.get(realm)
  if (station === undefined) throw new Error('Every realm was made')
  return station
}

/** A copy of the receiving station, with its mark, to be tampered with. */
async function copyOf({ folder }: Made): Promise<string> {
  const scratch = await aFolder()
  folders.push(scratch)
  await copyFolder(folder, scratch)
  await cp(`${folder}-mark.json`, `${scratch}-mark.json`)
  return scratch
}

const someDatabases = (): Databases => ({ indexedDB: new IDBFactory(), IDBKeyRange })
const journalOf = (folder: string, { incident }: Made): string => join(folder, 'incidents', incident, 'journal')

async function editJson(path: string, change: (value: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  const value = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown> // both files hold an object
  await writeFile(path, JSON.stringify(change(value)))
}

/** What the receiving ward has after a start: exactly its own patient and its own records, on the board and in the count. */
async function hasOnlyItsOwn(folder: string, to: Made, databases: Databases = someDatabases()): Promise<readonly string[]> {
  const running = await start(folder, { realm: to.realm })
  const { ward, told, open } = await wardOf(running, to.dek, databases)
  expect([...ward.view().patients.keys()]).toEqual([to.patient])
  const standing = standingOf(await statusOf(running), open, aNurse())
  const chart = standing === null ? null : await ward.openChart(to.patient, standing, 'board')
  expect(chart?.ok === true && chart.value.chart.rows.map(({ entry }) => entry.realm)).toEqual([to.realm, to.realm])
  const drafts = await ward.drafts.restore()
  expect(JSON.stringify(drafts)).not.toContain(to.realm === 'real' ? 'drill' : 'real の')
  const checks = await running.call['station:checks'](undefined)
  if (!checks.ok) throw new Error(checks.error.code)
  expect(checks.value.entries).toBe(3)
  ward.stop()
  const said = [...running.station.alarms, ...told, ...checks.value.findings.map(({ code }) => code)]
  await stop(running)
  return said
}

/** Opens the folder as the receiving realm; the realm it is refused for. */
async function refusedAs(folder: string, to: Made): Promise<string> {
  const disk = nodeDisk()
  const { station } = await start(`${folder}-empty`, { realm: to.realm })
  const opened = await openStation({ ...station.ports, disk, markPath: `${folder}-mark.json` }, folder, to.realm)
  return 'code' in opened ? `${opened.code}${'realm' in opened ? ` ${opened.realm}` : ''}` : 'opened'
}

describe.each(ways)('from %s to %s', (fromRealm, toRealm) => {
  it('[REALM-2] a copied folder, a renamed one, and one whose small files were edited to say otherwise are refused by what its journal, card and roster say', async () => {
    const [from, to] = [of(fromRealm), of(toRealm)]
    const folder = await copyOf(from)
    expect(await refusedAs(folder, to)).toBe(`other-realm ${fromRealm}`)
    await editJson(join(folder, 'identity.json'), (identity) => ({ ...identity, realm: toRealm }))
    expect(await refusedAs(folder, to)).toBe(`other-realm ${fromRealm}`)
    await editJson(join(folder, 'station.json'), (card) => ({ ...card, realm: toRealm, roster: { ...(card['roster'] as object), realm: toRealm } }))
    expect(await refusedAs(folder, to)).toBe(`other-realm ${fromRealm}`)
    await rm(join(folder, 'identity.json'))
    await rm(join(folder, 'station.json'))
    expect(await refusedAs(folder, to)).toBe(`other-realm ${fromRealm}`)
  })

  it('[REALM-3] headers edited by hand, with true sums, break the chain, and no record opens', async () => {
    const [from, to] = [of(fromRealm), of(toRealm)]
    const folder = await copyOf(from)
    for (const journal of [join(folder, 'station'), journalOf(folder, from)]) {
      for (const name of (await readdir(journal)).filter((file) => file.endsWith('.tmj'))) {
        const bytes = new Uint8Array(await readFile(join(journal, name)))
        const found = readHeader(bytes)
        if (found === null) throw new Error('A whole segment has a header')
        await writeFile(join(journal, name), Buffer.concat([encodeHeader({ ...found.header, realm: toRealm }, found.before === null ? null : { ...found.before, realm: toRealm }), bytes.subarray(found.end)]))
      }
    }
    await editJson(join(folder, 'identity.json'), (identity) => ({ ...identity, realm: toRealm }))
    await editJson(join(folder, 'station.json'), (card) => ({ ...card, realm: toRealm, roster: { ...(card['roster'] as object), realm: toRealm } }))
    const running = await start(folder, { realm: toRealm })
    const checks = await running.call['station:checks'](undefined)
    expect(checks.ok && checks.value.findings.map(({ code }) => code)).toContain('chain-broken')
    const { ward } = await wardOf(running, from.dek, someDatabases())
    expect(ward.view().patients.size).toBe(0)
    expect(await keyFits(bridgeOf(running), await openKeys(from.dek, { realm: toRealm, incident: from.incident }))).toEqual({ ok: false, error: { code: 'key-of-another' } })
    expect(typeof (await tryCode(running, 1, from.prepared.codes[0] ?? from.prepared.codes[1] ?? ('' as never)))).toBe('string') // the account refuses the roster
    ward.stop()
    await stop(running)
    expect(to.realm).toBe(toRealm)
  })

  it('[REALM-4] an incident folder copied in is no incident of this station: told, not counted, not opened', async () => {
    const [from, to] = [of(fromRealm), of(toRealm)]
    const folder = await copyOf(to)
    await cp(join(from.folder, 'incidents', from.incident), join(folder, 'incidents', from.incident), { recursive: true })
    expect(await hasOnlyItsOwn(folder, to)).toContain('header-of-another-journal')
    const { compared } = await verifyStation(nodeDisk(), folder, { second: null, printed: [], exported: [], mark: null, stationKey: null })
    expect(compared).toContainEqual(expect.objectContaining({ what: 'chain', result: 'contradicts', journal: from.incident }))
    // The card edited to run it.
    await editJson(join(folder, 'station.json'), (card) => ({ ...card, incident: from.incident }))
    const running = await start(folder, { realm: toRealm })
    expect(running.station.incident).toBeNull()
    expect([...running.station.alarms]).toContain('incident-keys-lost')
    await stop(running)
  })

  it('[REALM-5] a segment copied behind those of the journal does not take it over, here or on the second device', async () => {
    const [from, to] = [of(fromRealm), of(toRealm)]
    const folder = await copyOf(to)
    await cp(join(journalOf(from.folder, from), '000001.tmj'), join(journalOf(folder, to), '000007.tmj'))
    await cp(join(from.folder, 'station', '000001.tmj'), join(folder, 'station', '000007.tmj'))
    expect(await hasOnlyItsOwn(folder, to)).toContain('header-of-another-journal')

    const other = await copyOf(to)
    const second = `${other}-second`
    await mkdir(journalOf(second, to), { recursive: true })
    await cp(join(journalOf(from.folder, from), '000001.tmj'), join(journalOf(second, to), '000001.tmj'))
    const running = await start(other, { realm: toRealm, second: { disk: nodeDisk(), folder: second } })
    await expect.poll(() => running.station.second).not.toBeNull()
    expect([...running.station.alarms]).not.toContain('second-journal-ahead')
    const { ward } = await wardOf(running, to.dek, someDatabases())
    expect([...ward.view().patients.keys()]).toEqual([to.patient])
    ward.stop()
    await stop(running)
  })

  it('[REALM-6] a snapshot, a draft, a working copy and a cipher of the other realm do not open', async () => {
    const [from, to] = [of(fromRealm), of(toRealm)]
    const folder = await copyOf(to)
    const beside = (base: string, made: Made, name: string): string => join(base, 'incidents', made.incident, name)
    await cp(beside(from.folder, from, 'files'), beside(folder, to, 'files'), { recursive: true })
    await cp(beside(from.folder, from, 'snapshot.json'), beside(folder, to, 'snapshot.json'))
    await cp(beside(from.folder, from, 'drafts'), beside(folder, to, 'drafts'), { recursive: true })
    // The other window's database under the name of this incident, and its row under its own key.
    const databases = await renamed(from, to)
    const told = await hasOnlyItsOwn(folder, to, databases)
    expect(told).toContain('snapshot-unusable')

    const running = await start(folder, { realm: toRealm })
    const foreignKeys = await openKeys(from.dek, { realm: fromRealm, incident: from.incident })
    const entry = aNoteOf(from)
    await running.call['journal:append']({ id: entry.id, cipher: new Uint8Array(await sealEntry(foreignKeys, entry)) })
    const { ward, told: said } = await wardOf(running, to.dek, someDatabases())
    expect([...ward.view().patients.keys()]).toEqual([to.patient])
    expect(said).toContain('entry-does-not-open')
    ward.stop()
    await stop(running)
  })

  it('[REALM-7] an account file, a roster and a restart code of the other realm open nothing here', async () => {
    const [from, to] = [of(fromRealm), of(toRealm)]
    const folder = await copyOf(to)
    const account = await readFile(join(from.folder, 'accounts/envelope-1.age'))
    await writeFile(join(folder, 'accounts/envelope-1.age'), account)
    const code = from.prepared.codes[0] ?? ('' as never)
    const running = await start(folder, { realm: toRealm })
    expect(await tryCode(running, 1, code)).toBe('roster-differs')
    await stop(running)
    const rostered = await copyOf(to)
    await editJson(join(rostered, 'station.json'), (card) => ({ ...card, roster: from.prepared.roster, accountFiles: [{ envelope: 1, sha256: sha256(account) }] }))
    expect(await refusedAs(rostered, to)).toBe(`other-realm ${fromRealm}`)

    const restarted = await copyOf(to)
    const restart = makeRestartCode({ random: (length) => new Uint8Array(randomBytes(length)) })
    const { bytes, sha256: sum } = await wrapForRestart(from.dek, restart)
    await mkdir(join(restarted, 'incidents', to.incident, 'restart'), { recursive: true })
    await writeFile(join(restarted, 'incidents', to.incident, 'restart', `${nurse}.age`), bytes)
    await writeFile(join(restarted, 'incidents', to.incident, 'restart', `${nurse}.json`), JSON.stringify({ sha256: sum }))
    const back = await start(restarted, { realm: toRealm })
    const given = await back.call['restart:try']({ staffNumber: nurse })
    const file = given.ok ? given.value.files[0]?.file : undefined
    const opened = file === undefined ? null : await openWithRestartCode(restart, file)
    expect(opened?.ok).toBe(true) // the code does open its file: what is in it is another incident's key
    const keys = await openKeys(opened?.ok === true ? opened.value : from.dek, { realm: toRealm, incident: to.incident })
    expect(await keyFits(bridgeOf(back), keys)).toEqual({ ok: false, error: { code: 'key-of-another' } })
    expect(await keyFits(bridgeOf(back), await openKeys(to.dek, { realm: toRealm, incident: to.incident }))).toEqual({ ok: true, value: null })
    await stop(back)
  })

  it('[REALM-8] a number typed or scanned says its realm, finds nobody of this ward, and is not written into it', async () => {
    const [from, to] = [of(fromRealm), of(toRealm)]
    const number = wardNumber(fromRealm, letters(), 1)
    const read = readWardNumber(number.toLowerCase())
    expect(read.ok && read.value.realm).toBe(fromRealm)
    const running = await start(await copyOf(to), { realm: toRealm })
    const { ward, open } = await wardOf(running, to.dek, someDatabases())
    expect([...ward.view().patients.values()].some(({ registered }) => registered?.number === number)).toBe(false)
    const standing = standingOf(await statusOf(running), open, aNurse())
    if (standing === null) throw new Error('The station has a card')
    const draft = { id: EntryId.parse(newUuid()), kind: 'patient-registered', patient: PatientId.parse(newUuid()), at: null, body: { number, naming: { kind: 'known', family: '架空', given: '', familyKana: '', givenKana: '' }, sex: 'male', birth: { kind: 'unknown' }, bed: null, features: '', way: 'form', mother: null, arrival: null } } as const
    expect(await ward.commit(draft, standing)).toMatchObject({ ok: false })
    expect(decide(draft, standing, { head: '0'.repeat(64) as Sha256, n: 1 }, { now: () => instantOf(0) })).toEqual({ ok: false, error: { code: 'entry-malformed', where: 'body.number' } }) // sixty-four digits
    ward.stop()
    await stop(running)
    expect(from.realm).toBe(fromRealm)
  })
})

/** The databases of one window, with the working copy of another under this incident's name. */
async function renamed(from: Made, to: Made): Promise<Databases> {
  const databases = someDatabases()
  const [there, here] = [new WardDb(generationOf(from.incident, 1).name, from.databases), new WardDb(generationOf(to.incident, 1).name, databases)]
  await there.open()
  await here.open()
  await here.tail.bulkPut(await there.tail.toArray())
  await here.charts.bulkPut(await there.charts.toArray())
  await here.snapshot.bulkPut(await there.snapshot.toArray())
  await here.meta.bulkPut(await there.meta.toArray())
  expect((await here.tail.count()) + (await here.charts.count())).toBeGreaterThan(0)
  there.close()
  here.close()
  return databases
}

/** An entry as the window of another realm writes it. */
function aNoteOf(from: Made) {
  const made = decide(
    { id: EntryId.parse(newUuid()), kind: 'note', patient: from.patient, at: null, body: { text: 'ほかの区分の記録' } },
    { realm: from.realm, incident: from.incident, station: from.prepared.roster.station, account: 1, by: aNurse(), onBehalfOf: null },
    { head: '0'.repeat(64) as Sha256, n: 1 }, // sixty-four digits
    { now: () => instantOf(1_790_000_000_000) },
  )
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}
