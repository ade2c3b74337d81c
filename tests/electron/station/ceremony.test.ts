import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import { firstFreeNumber, nextEpoch, spareAccounts } from '#domain/access/ceremony.ts'
import { fingerprintOf, type Roster } from '#domain/access/roster.ts'
import { StationLetters } from '#domain/number/ward-number.ts'
import { readingAccounts, StationCard } from '#domain/station.ts'
import { makeAccount, openAccount, rosterHash, rosterLine, sealAccount, type NewAccount } from '#renderer/vault/account.ts'
import { newIdentity } from '#renderer/vault/age-file.ts'
import { newIncidentKey, unwrapIncidentKey } from '#renderer/vault/incident-key.ts'
import { aFolder, dropFolder, kill, nurse, prepare, start, stop, tryCode, type Running } from './prepared.ts'

let folder: string
beforeEach(async () => (folder = await aFolder()))
afterEach(() => dropFolder(folder))

const profile = { hospital: '架空病院', ward: '3階西', letters: StationLetters.parse('AF'), beds: ['301', '302'] }
const newCode = (): SealedCode => makeSealedCode({ random: (length) => new Uint8Array(randomBytes(length)) })

type Begun = { readonly roster: Roster; readonly accounts: readonly NewAccount[]; readonly codes: ReadonlyMap<number, SealedCode> }

/** Up to the moment the codes are made, as the window does it. */
async function begin({ call, station }: Running, count = 3): Promise<Begun> {
  const begun = await call['station:begin'](undefined)
  if (!begun.ok) throw new Error(begun.error.code)
  const officer = await newIdentity()
  const first = firstFreeNumber(station.card, count + spareAccounts) ?? 0
  const accounts = await Promise.all(Array.from({ length: count + spareAccounts }, (_, index) => makeAccount(first + index)))
  const roster: Roster = { v: 1, station: begun.value.station, realm: begun.value.realm, epoch: nextEpoch(station.card), officer: { recipient: officer.recipient }, accounts: accounts.map(rosterLine), stationKey: begun.value.stationKey as Roster['stationKey'] } // main's own key, in minisign's form
  const codes = new Map(accounts.map(({ envelope }) => [envelope, newCode()]))
  const files = await Promise.all(accounts.slice(0, count).map((account) => sealed(account, roster, codes)))
  const prepared = await call['station:prepare']({ profile, roster, fingerprint: fingerprintOf(rosterHash(roster)), accounts: files })
  if (!prepared.ok) throw new Error(prepared.error.code)
  return { roster, accounts, codes }
}

async function sealed(account: NewAccount, roster: Roster, codes: ReadonlyMap<number, SealedCode>) {
  const { envelope, bytes, sha256 } = await sealAccount(account, roster, codes.get(account.envelope) ?? newCode())
  return { envelope, file: { bytes: new Uint8Array(bytes), sha256 } }
}

async function paper({ call }: Running, envelopes: readonly number[]): Promise<void> {
  for (const envelope of envelopes) await call['ceremony:mark']({ mark: 'sheet', envelope, sheet: 'on-paper' })
}

async function finish({ call, station }: Running): Promise<unknown> {
  for (const { envelope, sheet } of station.ceremony?.envelopes ?? []) {
    if (sheet === 'void') continue
    await call['ceremony:mark']({ mark: 'sheet', envelope, sheet: 'proved' })
    await call['ceremony:mark']({ mark: 'compared', envelope, isSame: true })
  }
  await call['ceremony:mark']({ mark: 'officer-proved' })
  return call['station:seal']({ by: nurse })
}

const accountFiles = async (): Promise<readonly string[]> => (await readdir(join(folder, 'accounts'))).toSorted()
const voidedEvents = async ({ call }: Running): Promise<readonly unknown[]> => {
  const told = await call['journal:public']({ journal: 'station', before: null, most: 100 })
  return told.ok ? told.value.events.map(({ event }) => event).filter(({ event }) => event === 'envelope-voided').toReversed() : []
}

describe('a ceremony that was cut off', () => {
  it('[CEREM-1] lies on the disk with its roster and account files, and no code in any file', async () => {
    const running = await start(folder)
    const { codes } = await begin(running)
    await kill(running)
    expect(await accountFiles()).toEqual(['envelope-1.age', 'envelope-2.age', 'envelope-3.age'])
    for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue
      const text = await readFile(join(name.parentPath, name.name), 'latin1')
      for (const code of codes.values()) expect(text.includes(code) || text.includes(code.replaceAll('-', '')), name.name).toBe(false)
    }
    const again = await start(folder)
    expect(again.station).toMatchObject({ card: { phase: 'new', accountFiles: [] }, ceremony: { envelopes: [{ envelope: 1, sheet: 'made' }, { envelope: 2, sheet: 'made' }, { envelope: 3, sheet: 'made' }] } })
    await stop(again)
  })

  it('[CEREM-2] [CEREM-3] goes on with what is on paper: the rest is burnt, deleted and told, and the station is sealed with two', async () => {
    const running = await start(folder)
    await begin(running)
    await paper(running, [1, 3])
    await running.call['ceremony:mark']({ mark: 'sheet', envelope: 2, sheet: 'printing' })
    await kill(running)
    const again = await start(folder)
    await again.call['ceremony:resume'](undefined)
    expect(await accountFiles()).toEqual(['envelope-1.age', 'envelope-3.age'])
    expect(await voidedEvents(again)).toEqual([{ event: 'envelope-voided', envelope: 2, rosterEpoch: 1, why: 'interrupted' }])
    expect(await finish(again)).toMatchObject({ ok: true, value: { ceremony: null, card: { phase: 'sealed', accountFiles: [{ envelope: 1 }, { envelope: 3 }], voided: [{ envelope: 2, why: 'interrupted' }, { envelope: 4, why: 'spare' }] } } })
    await stop(again)
  })

  it('[CEREM-2] does not go on with one envelope, and is made anew with new numbers and a new epoch', async () => {
    const running = await start(folder)
    await begin(running)
    await paper(running, [1])
    await kill(running)
    const again = await start(folder)
    expect(await again.call['ceremony:resume'](undefined)).toEqual({ ok: false, error: { code: 'not-now' } })
    await again.call['ceremony:drop'](undefined)
    expect(await accountFiles()).toEqual([])
    const { roster } = await begin(again)
    expect(roster).toMatchObject({ epoch: 2, accounts: [{ envelope: 5 }, { envelope: 6 }, { envelope: 7 }, { envelope: 8 }] })
    await paper(again, [5, 6, 7])
    expect(await finish(again)).toMatchObject({ ok: true, value: { card: { phase: 'sealed', accountFiles: [{ envelope: 5 }, { envelope: 6 }, { envelope: 7 }] } } })
    await stop(again)
  })

  it('[CEREM-3] a record of it that is damaged costs its numbers and gives none twice', async () => {
    const running = await start(folder)
    await begin(running)
    await kill(running)
    await writeFile(join(folder, 'ceremony.json'), 'half')
    const again = await start(folder)
    expect(again.station.ceremony).toBeNull()
    expect([...again.station.alarms]).toContain('ceremony-damaged')
    expect(firstFreeNumber(again.station.card, 1)).toBe(5)
    await stop(again)
  })
})

describe('a voided envelope', () => {
  it('[CEREM-4] [CEREM-9] opens nothing: its code is refused with the reason, also with its account file put back, and no data key is made for it', async () => {
    const running = await start(folder)
    const { codes, accounts } = await begin(running)
    await copyFile(join(folder, 'accounts/envelope-2.age'), join(folder, 'stolen.age'))
    await paper(running, [1, 2, 3])
    await running.call['ceremony:void']({ envelope: 2, why: 'unreadable' })
    expect(await running.call['ceremony:file']({ envelope: 2 })).toEqual({ ok: false, error: { code: 'not-found' } })
    await finish(running)
    await copyFile(join(folder, 'stolen.age'), join(folder, 'accounts/envelope-2.age'))
    expect(await tryCode(running, 2, codes.get(2) ?? newCode())).toBe('voided')
    const told = await running.call['journal:public']({ journal: 'station', before: null, most: 1 })
    expect(told.ok && told.value.events[0]?.event).toEqual({ event: 'code-tried', envelope: 2, staffNumber: nurse })
    const { card } = running.station
    const key = card === null ? null : await newIncidentKey({ accounts: readingAccounts(card), officer: card.roster.officer })
    if (key === null || !key.ok) throw new Error('No data key')
    const opens = await Promise.all(accounts.map(async ({ ageIdentity }) => (await unwrapIncidentKey(ageIdentity, key.value.wrapped)).ok))
    expect(opens).toEqual([true, false, true, false])
    await stop(running)
  })

  it('[CEREM-10] a jammed sheet is replaced by the spare, under the same fingerprint', async () => {
    const running = await start(folder)
    const { roster, accounts, codes } = await begin(running, 2)
    const [, , spare] = accounts
    if (spare === undefined) throw new Error('Two envelopes and a spare')
    await running.call['ceremony:mark']({ mark: 'sheet', envelope: 1, sheet: 'printing' })
    await running.call['ceremony:void']({ envelope: 1, why: 'jammed' })
    await running.call['ceremony:add'](await sealed(spare, roster, codes))
    await paper(running, [2, 3])
    expect(await finish(running)).toMatchObject({ ok: true, value: { card: { accountFiles: [{ envelope: 2 }, { envelope: 3 }] } } })
    expect(running.station.card === null ? '' : rosterHash(running.station.card.roster)).toBe(rosterHash(roster))
    expect(typeof (await tryCode(running, 3, codes.get(3) ?? newCode()))).toBe('object')
    await stop(running)
  })
})

describe('sealing', () => {
  it('[CEREM-5] is refused before everything is proved', async () => {
    const running = await start(folder)
    await begin(running)
    await paper(running, [1, 2, 3])
    expect(await running.call['station:seal']({ by: nurse })).toEqual({ ok: false, error: { code: 'not-now' } })
    await stop(running)
  })
})

describe('renewal', () => {
  async function closed(): Promise<Running & { readonly codes: readonly SealedCode[] }> {
    const running = await start(folder)
    const { codes } = await prepare(running, folder)
    await stop(running)
    const path = join(folder, 'station.json')
    const card = StationCard.parse(JSON.parse(await readFile(path, 'utf8')))
    await writeFile(path, JSON.stringify({ ...card, phase: 'closed', opened: [1], accountFiles: [], retired: [1, 2, 3].map((envelope) => ({ envelope, epoch: 1 })) }))
    return { ...(await start(folder)), codes }
  }

  it('[CEREM-7] [CEREM-9] makes new accounts above the old numbers beside the closed card, and the old codes are refused with the reason', async () => {
    const running = await closed()
    expect(await running.call['station:seal']({ by: nurse })).toEqual({ ok: false, error: { code: 'not-now' } })
    const { roster, codes } = await begin(running, 2)
    expect(roster).toMatchObject({ epoch: 2, accounts: [{ envelope: 4 }, { envelope: 5 }, { envelope: 6 }] })
    expect(running.station).toMatchObject({ card: { phase: 'closed', roster: { epoch: 1 } }, ceremony: { roster: { epoch: 2 } } })
    await paper(running, [4, 5])
    expect(await finish(running)).toMatchObject({ ok: true, value: { card: { phase: 'sealed', roster: { epoch: 2 }, opened: [], profile: { hospital: '架空病院' }, accountFiles: [{ envelope: 4 }, { envelope: 5 }] } } })
    for (const envelope of [1, 2, 3]) expect(await tryCode(running, envelope, running.codes[envelope - 1] ?? newCode())).toBe('retired')
    expect(typeof (await tryCode(running, 4, codes.get(4) ?? newCode()))).toBe('object')
    await stop(running)
  })

  it('[CEREM-9] an old account file does not open beside the new roster either', async () => {
    const running = await start(folder)
    const { codes } = await prepare(running, folder)
    const old = new Uint8Array(await readFile(join(folder, 'accounts/envelope-1.age')))
    const listed = running.station.card?.accountFiles[0]
    const renewed = { ...(running.station.card?.roster as Roster), epoch: 2 } // prepared just now
    const opened = listed === undefined ? null : await openAccount(codes[0] ?? newCode(), { envelope: 1, bytes: old, sha256: listed.sha256 }, renewed)
    expect(opened).toMatchObject({ ok: false, error: { code: 'roster-differs' } })
    await stop(running)
  })
})
