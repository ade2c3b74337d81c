import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeRestartCode } from '#domain/access/code.ts'
import { Pin } from '#domain/access/pin.ts'
import { EntryId, StaffNumber } from '#domain/ids.ts'
import { instantOf } from '#domain/time.ts'
import { openAccount } from '#renderer/vault/account.ts'
import { randomBytes } from '#renderer/vault/bytes.ts'
import { newIncidentKey, signIncidentHeader, unwrapIncidentKey, verifyIncidentHeader } from '#renderer/vault/incident-key.ts'
import { makePinWrap, openPinWrap } from '#renderer/vault/pin.ts'
import { proveCode, proveOfficer } from '#renderer/vault/prove.ts'
import { openWithRestartCode, wrapForRestart } from '#renderer/vault/restart-code.ts'
import { openKeys } from '#renderer/vault/seal.ts'
import { aStation, envelope, incident, utf8, valueOf } from './station-fixture.ts'

/** Chromium 130 knows AES-GCM, HKDF and SHA-256; of the curves it says NotSupportedError. */
beforeEach(() => {
  const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (...args: readonly unknown[]) => Promise<CryptoKey> // its overloads, passed on as they come
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation((...args: readonly unknown[]) => {
    return isCurve(args[2]) ? Promise.reject(new DOMException('Algorithm: Unrecognized name', 'NotSupportedError')) : importKey(...args)
  })
  vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new DOMException('Algorithm: Unrecognized name', 'NotSupportedError'))
})

function isCurve(algorithm: unknown): boolean {
  const name = typeof algorithm === 'object' && algorithm !== null && 'name' in algorithm ? algorithm.name : algorithm
  return name === 'X25519' || name === 'Ed25519'
}

describe('a window without X25519 and Ed25519 in WebCrypto', () => {
  it('[KEY-25] sets up, opens, writes, locks and comes back', async () => {
    await expect(crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'X25519' }, false, [])).rejects.toThrow('Unrecognized')
    const station = await aStation({ envelopes: 1 })
    const { code, file } = envelope(station, 1)
    expect(await proveCode(code, file, station.roster)).toEqual({ ok: true, value: null })
    expect(await proveOfficer(station.officer.identity, station.roster)).toEqual({ ok: true, value: null })

    const opener = valueOf(await openAccount(code, file, station.roster))
    const { dek, wrapped } = valueOf(await newIncidentKey(station.roster))
    const header = signIncidentHeader(opener, { incident, openedAt: instantOf(1_795_000_000_000), roster: station.roster, wrapped })
    expect(verifyIncidentHeader(header, wrapped, station.roster).ok).toBe(true)
    expect(await unwrapIncidentKey(opener.ageIdentity, wrapped)).toEqual({ ok: true, value: dek })

    const id = EntryId.parse('01932f00-0000-7000-8000-000000000111')
    const keys = await openKeys(dek, { realm: 'real', incident })
    expect(await keys.openEntry(id, await keys.sealEntry(id, utf8('脈拍 88')))).toEqual({ ok: true, value: utf8('脈拍 88') })

    const s = randomBytes(32)
    const owner = { incident, staffNumber: StaffNumber.parse('N1201') }
    const pin = Pin.parse('480912')
    expect(await openPinWrap(await makePinWrap(dek, pin, s, owner), pin, s, owner)).toEqual({ ok: true, value: dek })
    const restart = makeRestartCode({ random: randomBytes })
    expect(await openWithRestartCode(restart, await wrapForRestart(dek, restart))).toEqual({ ok: true, value: dek })
  })
})
