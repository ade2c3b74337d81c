import { beforeAll, describe, expect, it } from 'vitest'
import { makeSealedCode } from '#domain/access/code.ts'
import { overrideRoster, type Roster } from '#domain/access/roster.ts'
import { StaffNumber } from '#domain/ids.ts'
import { makeAccount, openAccount, rosterHash, rosterLine, sealAccount } from '#renderer/vault/account.ts'
import { newIdentity } from '#renderer/vault/age-file.ts'
import { randomBytes } from '#renderer/vault/bytes.ts'
import { aStation, envelope, flipped, rosterOf, valueOf, type Station } from './station-fixture.ts'

let station: Station
beforeAll(async () => {
  station = await aStation()
})

const someCode = () => makeSealedCode({ random: randomBytes })
const fail = (): never => {
  throw new Error('The fixture has no account')
}
const twoPeople = () => valueOf(overrideRoster(StaffNumber.parse('N1201'), StaffNumber.parse('D0044'), '台帳と照合した'))

describe('opening an envelope', () => {
  it('[KEY-30] its code opens the account sealed under it', async () => {
    const { code, file, account } = envelope(station, 2)
    expect(await openAccount(code, file, station.roster)).toEqual({
      ok: true,
      value: { v: 1, envelope: 2, ageIdentity: account.ageIdentity, signingSeed: account.signingSeed, rosterHash: rosterHash(station.roster), epoch: 1 },
    })
  })

  it('[KEY-31] a wrong code is told as one', async () => {
    const { file } = envelope(station, 1)
    expect(await openAccount(someCode(), file, station.roster)).toEqual({ ok: false, error: { code: 'wrong-code' } })
    expect(await openAccount(envelope(station, 2).code, file, station.roster)).toEqual({ ok: false, error: { code: 'wrong-code' } })
  })

  it('[KEY-31] a damaged file is told as damaged, wherever the damage is', async () => {
    const { code, file } = envelope(station, 1)
    const header = Buffer.from(file.bytes).toString('latin1')
    const places = [3, header.indexOf('scrypt') + 10, header.indexOf(' 15\n') + 6, header.indexOf('\n---') + 8, file.bytes.length - 1]
    for (const at of places) {
      const damaged = { ...file, bytes: flipped(file.bytes, at) }
      expect(await openAccount(code, damaged, station.roster)).toEqual({ ok: false, error: { code: 'file-damaged' } })
    }
    expect(await openAccount(code, { ...file, bytes: new Uint8Array(0) }, station.roster)).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })

  it('[KEY-31] a right code opens a whole file even if only its recorded hash was damaged', async () => {
    const { code, file } = envelope(station, 1)
    const elsewhere = { ...file, sha256: envelope(station, 2).file.sha256 }
    expect((await openAccount(code, elsewhere, station.roster)).ok).toBe(true)
  })

  it('[KEY-32] envelope 2’s file in the place of envelope 1’s is refused', async () => {
    const { code, file } = envelope(station, 2)
    expect(await openAccount(code, { ...file, envelope: 1 }, station.roster)).toEqual({ ok: false, error: { code: 'other-envelope', envelope: 2 } })
    expect(await openAccount(envelope(station, 1).code, { ...file, envelope: 1 }, station.roster)).toEqual({ ok: false, error: { code: 'wrong-code' } })
  })

  it.each<[string, (roster: Roster) => Promise<Roster>]>([
    ['an account was added', async (roster) => ({ ...roster, accounts: [...roster.accounts, rosterLine(await makeAccount(3))] })],
    ['the officer’s key was exchanged', async (roster) => ({ ...roster, officer: { recipient: (await newIdentity()).recipient } })],
    ['another account’s key was exchanged', async (roster) => ({ ...roster, accounts: [...roster.accounts.slice(0, 1), rosterLine(await makeAccount(2))] })],
    ['this account’s key was exchanged', async (roster) => ({ ...roster, accounts: [rosterLine(await makeAccount(1)), ...roster.accounts.slice(1)] })],
    ['an account was removed', async (roster) => ({ ...roster, accounts: roster.accounts.slice(0, 1) })],
  ])('[KEY-33] refuses a roster in which %s', async (_, change) => {
    const { code, file } = envelope(station, 1)
    expect(await openAccount(code, file, await change(station.roster))).toEqual({ ok: false, error: { code: 'roster-differs', sealedEpoch: 1, epoch: 1 } })
  })

  it('[KEY-34] a file of another epoch or another station is refused', async () => {
    const accounts = station.envelopes.map(({ account }) => account)
    const { code, account } = envelope(station, 1)
    const oldEpoch = await sealAccount(account, station.roster, code)
    const next = rosterOf(accounts, station.officer, { epoch: 2 })
    expect(await openAccount(code, oldEpoch, next)).toEqual({ ok: false, error: { code: 'roster-differs', sealedEpoch: 1, epoch: 2 } })

    const foreign = await aStation({ station: '01932f00-0000-7000-8000-000000000002' })
    const { code: foreignCode, file: foreignFile } = envelope(foreign, 1)
    expect(await openAccount(foreignCode, foreignFile, station.roster)).toEqual({ ok: false, error: { code: 'roster-differs', sealedEpoch: 1, epoch: 1 } })
    expect(await openAccount(code, foreignFile, station.roster)).toEqual({ ok: false, error: { code: 'wrong-code' } })
    const moved = rosterOf(accounts, station.officer, { station: '01932f00-0000-7000-8000-000000000002' })
    expect(await openAccount(code, oldEpoch, moved)).toMatchObject({ ok: false, error: { code: 'roster-differs' } })
  })

  it('[KEY-35] two people may accept a roster that differs', async () => {
    const { code, file } = envelope(station, 1)
    const added = { ...station.roster, accounts: [...station.roster.accounts, rosterLine(await makeAccount(3))] }
    expect(await openAccount(code, file, added, twoPeople())).toMatchObject({ ok: true, value: { envelope: 1, rosterHash: rosterHash(station.roster) } })
  })

  it('[KEY-35] nobody may accept one that lists other keys for the opened account, or not the account at all', async () => {
    const { code, file } = envelope(station, 1)
    const exchanged = { ...station.roster, accounts: [rosterLine(await makeAccount(1)), ...station.roster.accounts.slice(1)] }
    const [first, ...rest] = station.roster.accounts
    const otherReading = { ...station.roster, accounts: [{ ...rosterLine(await makeAccount(1)), signingKey: first?.signingKey ?? fail() }, ...rest] }
    const otherSigning = { ...station.roster, accounts: [{ ...rosterLine(await makeAccount(1)), recipient: first?.recipient ?? fail() }, ...rest] }
    const without = { ...station.roster, accounts: rest }
    for (const roster of [exchanged, otherReading, otherSigning, without]) expect(await openAccount(code, file, roster, twoPeople())).toEqual({ ok: false, error: { code: 'not-in-roster' } })
  })

  it('[KEY-35] an override does not make another envelope’s file acceptable', async () => {
    const { code, file } = envelope(station, 2)
    expect(await openAccount(code, { ...file, envelope: 1 }, station.roster, twoPeople())).toEqual({ ok: false, error: { code: 'other-envelope', envelope: 2 } })
  })

  it('[KEY-30] no account is sealed with a roster that does not list it', async () => {
    await expect(sealAccount(await makeAccount(1), station.roster, someCode())).rejects.toThrow('does not list')
  })
})
