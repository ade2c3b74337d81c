import { createDecipheriv, hkdfSync, scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Pin } from '#domain/access/pin.ts'
import { StaffNumber } from '#domain/ids.ts'
import { framed } from '#renderer/vault/bytes.ts'
import { makePinWrap, openPinWrap } from '#renderer/vault/pin.ts'
import { flipped, incident, otherIncident } from './station-fixture.ts'

const dek = Uint8Array.from({ length: 32 }, (_, index) => 255 - index)
const s = Uint8Array.from({ length: 32 }, (_, index) => index * 3)
const pin = Pin.parse('480912')
const owner = { incident, staffNumber: StaffNumber.parse('N1201') }
const wrong = { ok: false, error: { code: 'wrong-pin' } }

describe('the data key under a PIN', () => {
  it('[KEY-50] opens with the PIN and main’s secret', async () => {
    const wrap = await makePinWrap(dek, pin, s, owner)
    expect(await openPinWrap(wrap, pin, s, owner)).toEqual({ ok: true, value: dek })
  })

  it('[KEY-50] does not open with another PIN, secret, person or incident, nor when changed', async () => {
    const wrap = await makePinWrap(dek, pin, s, owner)
    expect(await openPinWrap(wrap, Pin.parse('480913'), s, owner)).toEqual(wrong)
    expect(await openPinWrap(wrap, pin, flipped(s, 31), owner)).toEqual(wrong)
    expect(await openPinWrap(wrap, pin, s, { ...owner, staffNumber: StaffNumber.parse('N1202') })).toEqual(wrong)
    expect(await openPinWrap(wrap, pin, s, { ...owner, incident: otherIncident })).toEqual(wrong)
    expect(await openPinWrap({ ...wrap, salt: flipped(wrap.salt, 0) }, pin, s, owner)).toEqual(wrong)
    expect(await openPinWrap({ ...wrap, wrap: flipped(wrap.wrap, 20) }, pin, s, owner)).toEqual(wrong)
  })

  it('[KEY-50] is another wrap every time', async () => {
    const [one, other] = [await makePinWrap(dek, pin, s, owner), await makePinWrap(dek, pin, s, owner)]
    expect(one.salt).not.toEqual(other.salt)
    expect(one.wrap).not.toEqual(other.wrap)
  })

  it('[KEY-50] is derived as written: HKDF over main’s secret and scrypt of the PIN', async () => {
    const { salt, wrap } = await makePinWrap(dek, pin, s, owner)
    const stretched = scryptSync(pin, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 })
    const key = Buffer.from(hkdfSync('sha256', Buffer.concat([s, stretched]), salt, framed('tomoshibi', 'pin', '1'), 32))
    const open = createDecipheriv('aes-256-gcm', key, wrap.subarray(0, 12))
    open.setAAD(framed('tomoshibi', 'pin', incident, owner.staffNumber))
    open.setAuthTag(wrap.subarray(-16))
    expect(new Uint8Array(Buffer.concat([open.update(wrap.subarray(12, -16)), open.final()]))).toEqual(dek)
  })

  it('[KEY-50] needs a whole secret', async () => {
    await expect(makePinWrap(dek, pin, new Uint8Array(0), owner)).rejects.toThrow('32 bytes')
  })
})
