import { describe, expect, it } from 'vitest'
import { readPassphrase, type Passphrase } from '#domain/access/passphrase.ts'
import { newIdentity } from '#renderer/vault/age-file.ts'
import { sha256Hex, sha256OfText } from '#renderer/vault/bytes.ts'
import { makeMaintenanceAccount, openMaintenance, openMaintenanceAsOfficer } from '#renderer/vault/maintenance.ts'
import { ageAtTerminal, hasAge, hasTerminal, inFolder } from './outside-age.ts'

const aPassphrase = (typed: string): Passphrase => {
  const read = readPassphrase(typed)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}
const passphrase = aPassphrase('古い灯台の合言葉は三つの波')
const officer = await newIdentity()
const made = await makeMaintenanceAccount(passphrase, officer.recipient)
if (!made.ok) throw new Error(made.error.code)
const account = made.value

describe('the maintenance account', () => {
  it('[MAINT-2] passphrase and officer’s key give the same token, of which only the hash is told', async () => {
    const [one, other] = [await openMaintenance(passphrase, account.passphrase), await openMaintenanceAsOfficer(` ${officer.identity}\n`, account.forOfficer)]
    expect(one).toEqual(other)
    expect(one.ok && sha256Hex(one.value)).toBe(account.token)
    expect(JSON.stringify(account)).not.toContain('合言葉')
  })

  it('[MAINT-3] a wrong passphrase, somebody else’s key, no key and a damaged file are told apart', async () => {
    const stranger = await newIdentity()
    const damaged = { ...account.passphrase, text: account.passphrase.text.replace(/[A-Y](?=[^\n]*\n-----END)/, 'Z') }
    expect(await openMaintenance(aPassphrase('古い灯台の合言葉は四つの波'), account.passphrase)).toEqual({ ok: false, error: { code: 'wrong-passphrase' } })
    expect(await openMaintenance(passphrase, damaged)).toEqual({ ok: false, error: { code: 'file-damaged' } })
    expect(await openMaintenance(passphrase, { text: '-----BEGIN AGE ENCRYPTED FILE-----\nAA==\n-----END AGE ENCRYPTED FILE-----\n', sha256: account.passphrase.sha256 })).toEqual({ ok: false, error: { code: 'file-damaged' } })
    expect(await openMaintenanceAsOfficer(stranger.identity, account.forOfficer)).toEqual({ ok: false, error: { code: 'other-officer' } })
    expect(await openMaintenanceAsOfficer('AGE-SECRET-KEY-1', account.forOfficer)).toEqual({ ok: false, error: { code: 'not-an-identity' } })
  })

  it('[MAINT-3] a key that opens something else than a token is no entry', async () => {
    const { encryptTo, armored } = await import('#renderer/vault/age-file.ts')
    const other = await encryptTo([officer.recipient], new Uint8Array(31))
    const text = other.ok ? armored(other.value) : ''
    expect(await openMaintenanceAsOfficer(officer.identity, { text, sha256: sha256OfText(text) })).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })

  it.skipIf(!hasAge || !hasTerminal)('[MAINT-2] `age` opens the file with the passphrase, as it stands', async () => {
    const text = new TextEncoder().encode(account.passphrase.text)
    const token = await inFolder({ 'in.age': text }, (folder) => ageAtTerminal(folder, passphrase, '-d -o out in.age'))
    expect(sha256Hex(token)).toBe(account.token)
  })
})
