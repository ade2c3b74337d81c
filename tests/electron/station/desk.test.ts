import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Passphrase } from '#domain/access/passphrase.ts'
import { Sha256, StaffNumber } from '#domain/ids.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import { readingAccounts } from '#domain/station.ts'
import { verifyJournals } from '#electron/cli/verify-journal.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { beginDesk } from '#renderer/session/begin-desk.ts'
import { newIdentity } from '#renderer/vault/age-file.ts'
import { readIncidentKeysText, unwrapIncidentKey } from '#renderer/vault/incident-key.ts'
import { enterWithPassphrase } from '#renderer/session/maintenance.ts'
import { vaultJobs } from '#renderer/workers/vault-jobs.ts'
import type { Vault } from '#renderer/workers/vault-worker.ts'
import { aHand } from '#tests/builders.ts'
import { aFolder, dropFolder, kill, prepare, start, stop, type Running } from './prepared.ts'
import { bridgeOf } from './realms.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

const clerk = { staffNumber: StaffNumber.parse('C-0007'), name: '医事 花', profession: 'clerk' } as const
const passphrase = Passphrase.parse('医事課の机 第三病棟 2026')
const vault: Vault = { ask: (job, given) => vaultJobs[job](given as never) as never } // each job's own input and result, as the asker gave it
const profile = { hospital: '架空総合病院', ward: '診療情報管理室 1', letters: StationLetters.parse('RX'), beds: [] }

async function begun(running: Running, identity: string) {
  const made = await beginDesk({ bridge: bridgeOf(running), hand: aHand(), vault }, { profile, person: clerk, key: identity, passphrase })
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

/** Every byte below a folder as text, to look for what must not be there. */
async function everything(below: string): Promise<string> {
  const files = (await readdir(below, { recursive: true, withFileTypes: true })).filter((found) => found.isFile())
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))).join('\n')
}

describe('a desk of the records office', () => {
  it('[DESK-2] begins with a record that the officer’s key alone opens, and keeps nothing of that key', async () => {
    const running = await start(folder)
    const officer = await newIdentity()
    const { status, dek } = await begun(running, officer.identity)
    expect(status).toMatchObject({ card: { role: 'desk', phase: 'reconciling', accountFiles: [], opened: [] }, incident: {} })
    const { card, incident } = status
    if (card === null || incident === null) throw new Error('It has both')
    expect(readingAccounts(card)).toEqual([])
    const keys = readIncidentKeysText(incident.keys, card.roster)
    if (!keys.ok) throw new Error(keys.error.code)
    expect(keys.value.wrapped.length).toBeGreaterThan(0)
    expect(await unwrapIncidentKey(officer.identity, keys.value.wrapped)).toEqual({ ok: true, value: dek })
    expect(await unwrapIncidentKey((await newIdentity()).identity, keys.value.wrapped)).toEqual({ ok: false, error: { code: 'not-for-this-key' } })
    expect(await running.call['code:try']({ envelope: 1, staffNumber: clerk.staffNumber })).toEqual({ ok: false, error: { code: 'voided' } })
    await stop(running)
    const disk = await everything(folder)
    expect(disk).not.toContain(officer.identity)
    expect(disk).not.toContain(Buffer.from(dek).toString('latin1'))
    expect(await verifyJournals(nodeDisk(), folder, null)).toMatchObject({ code: 0 })
  })

  it('[DESK-2] is there again after a kill, and its journals stay true', async () => {
    const first = await start(folder)
    await begun(first, (await newIdentity()).identity)
    await kill(first)
    const again = await start(folder)
    expect(again.station.card).toMatchObject({ role: 'desk', phase: 'reconciling' })
    expect(again.station.incident).not.toBeNull()
    expect(again.station.alarms.size).toBe(0)
    const verified = await again.call['audit:verify']({ printed: [] })
    expect(verified.ok && verified.value.compared.filter(({ result }) => result === 'contradicts')).toEqual([])
    await stop(again)
  })

  it('[DESK-2] is made of an unprepared folder only, once, and never becomes a ward', async () => {
    const ward = await start(folder)
    await prepare(ward, folder)
    expect(await beginDesk({ bridge: bridgeOf(ward), hand: aHand(), vault }, { profile, person: clerk, key: (await newIdentity()).identity, passphrase })).toMatchObject({ ok: false })
    await stop(ward)
    const other = `${folder}-desk`
    const desk = await start(other)
    const { status } = await begun(desk, (await newIdentity()).identity)
    expect(await beginDesk({ bridge: bridgeOf(desk), hand: aHand(), vault }, { profile, person: clerk, key: (await newIdentity()).identity, passphrase })).toEqual({ ok: false, error: { code: 'not-now' } })
    expect(await desk.call['incident:close']({ staffNumber: clerk.staffNumber })).toMatchObject({ ok: true, value: { card: { phase: 'closed', role: 'desk' } } })
    const roster = status.card?.roster
    if (roster === undefined) throw new Error('It has one')
    expect(await desk.call['station:prepare']({ profile, roster: { ...roster, epoch: 2 }, fingerprint: '7K2M7', accounts: [{ envelope: 2, file: { bytes: new Uint8Array(8), sha256: Sha256.parse('a'.repeat(64)) } }] })).toEqual({ ok: false, error: { code: 'not-now' } })
    await stop(desk)
  })

  it('[DESK-13] has the passphrase from its beginning that erases it once it is closed', async () => {
    const running = await start(folder)
    await begun(running, (await newIdentity()).identity)
    const ports = { bridge: bridgeOf(running), vault }
    expect(await enterWithPassphrase(ports, clerk.staffNumber, passphrase)).toEqual({ ok: false, error: { code: 'not-now' } })
    await running.call['incident:close']({ staffNumber: clerk.staffNumber })
    expect(await enterWithPassphrase(ports, clerk.staffNumber, passphrase)).toMatchObject({ ok: true, value: { maintenance: true } })
    expect(await running.call['erase:list'](undefined)).toMatchObject({ ok: true, value: { by: clerk.staffNumber, incidents: [{ archives: [] }] } })
    await running.call['maintenance:leave']({ why: 'asked' })
    expect(await enterWithPassphrase(ports, clerk.staffNumber, Passphrase.parse('another passphrase'))).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } })
    await stop(running)
  })

  it('[DESK-2] a key that is none begins nothing', async () => {
    const running = await start(folder)
    expect(await beginDesk({ bridge: bridgeOf(running), hand: aHand(), vault }, { profile, person: clerk, key: 'AGE-SECRET-KEY-1NONSENSE', passphrase })).toEqual({ ok: false, error: { code: 'not-an-identity' } })
    expect(running.station.base).toBeNull()
    await stop(running)
  })
})
