import { beforeAll, describe, expect, it } from 'vitest'
import { makeSealedCode } from '#domain/access/code.ts'
import { decryptWith, newIdentity } from '#renderer/vault/age-file.ts'
import { makeAccount, rosterLine } from '#renderer/vault/account.ts'
import { randomBytes } from '#renderer/vault/bytes.ts'
import { makeOfficerTest, proveCode, proveOfficer, provesOfficer } from '#renderer/vault/prove.ts'
import { age, hasAge, inFolder } from './outside-age.ts'
import { aStation, envelope, valueOf, type Station } from './station-fixture.ts'

let station: Station
beforeAll(async () => {
  station = await aStation()
})

describe('set-up proves', () => {
  it('[KEY-36] each code on the real file', async () => {
    for (const { code, file } of station.envelopes) expect(await proveCode(code, file, station.roster)).toEqual({ ok: true, value: null })
  })

  it('[KEY-36] and tells a wrong code, an exchanged file and another roster', async () => {
    const { code, file } = envelope(station, 1)
    expect(await proveCode(makeSealedCode({ random: randomBytes }), file, station.roster)).toEqual({ ok: false, error: { code: 'wrong-code' } })
    expect(await proveCode(code, { ...file, envelope: 2 }, station.roster)).toEqual({ ok: false, error: { code: 'other-envelope', envelope: 1 } })
    const other = { ...station.roster, accounts: [rosterLine(await makeAccount(1)), ...station.roster.accounts.slice(1)] }
    expect(await proveCode(code, file, other)).toMatchObject({ ok: false, error: { code: 'roster-differs' } })
  })

  it('[KEY-37] the officer’s key at hand', async () => {
    expect(await proveOfficer(station.officer.identity, station.roster)).toEqual({ ok: true, value: null })
    expect(await proveOfficer((await newIdentity()).identity, station.roster)).toEqual({ ok: false, error: { code: 'other-officer' } })
    expect(await proveOfficer(station.officer.recipient, station.roster)).toEqual({ ok: false, error: { code: 'not-an-identity' } })
  })

  it('[KEY-37] the officer’s key elsewhere, by the word in a test file', async () => {
    const test = valueOf(await makeOfficerTest(station.roster))
    const read = new TextDecoder().decode(valueOf(await decryptWith(station.officer.identity, test.file)))
    expect(provesOfficer(test, read.toLowerCase())).toBe(true)
    const another = valueOf(await makeOfficerTest(station.roster))
    expect(provesOfficer(test, another.answer)).toBe(false)
    expect(provesOfficer(test, '')).toBe(false)
    expect(Buffer.from(test.file).includes(test.answer)).toBe(false)
  })

  it('[KEY-37] and makes no test file for an officer key that was mistyped', async () => {
    const { recipient } = station.roster.officer
    const mistyped = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q')
    const roster = { ...station.roster, officer: { recipient: mistyped as typeof recipient } } // the form is right, the check symbols are not
    expect(await makeOfficerTest(roster)).toEqual({ ok: false, error: { code: 'not-a-recipient' } })
  })

  it.skipIf(!hasAge)('[KEY-37] the officer opens the test file with `age`, without this program', async () => {
    const test = valueOf(await makeOfficerTest(station.roster))
    const files = { 'test.age': test.file, key: `${station.officer.identity}\n` }
    const read = await inFolder(files, (folder) => age(folder, '-d', '-i', 'key', 'test.age'))
    expect(provesOfficer(test, new TextDecoder().decode(read))).toBe(true)
  })
})
