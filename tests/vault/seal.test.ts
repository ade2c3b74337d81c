import { createDecipheriv, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { EntryId } from '#domain/ids.ts'
import { framed } from '#renderer/vault/bytes.ts'
import { openKeys, purposes, sealOverheadBytes, type IncidentKeys } from '#renderer/vault/seal.ts'
import { flipped, incident, otherIncident, utf8 } from './station-fixture.ts'

const dek = Uint8Array.from({ length: 32 }, (_, index) => index)
const scope = { realm: 'real', incident } as const
const id = EntryId.parse('01932f00-0000-7000-8000-000000000111')
const otherId = EntryId.parse('01932f00-0000-7000-8000-000000000112')
const refused = { ok: false, error: { code: 'cannot-open' } }
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

/** Sealed once by version 1: 'vital signs' as an entry. Must open for ever. */
const frozen = hex('0105903f3e4b941e4f6df85e7877c8d8428b5810dbf4f2b695355458f5eed84b63e6f7ab7337d13a')

let keys: IncidentKeys
beforeAll(async () => {
  keys = await openKeys(dek, scope)
})

describe('sealing', () => {
  it('[KEY-20] opens to the same bytes, for every purpose', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.constantFrom(...purposes), async (bytes, name, purpose) => {
        const sealed = await keys.sealFor(purpose, name, bytes)
        expect(sealed.length).toBe(bytes.length + sealOverheadBytes)
        expect(await keys.openFor(purpose, name, sealed)).toEqual({ ok: true, value: bytes })
      }),
    )
  })

  it('[KEY-21] opens under no other key, realm, incident, purpose or id', async () => {
    const sealed = await keys.sealEntry(id, utf8('体温 36.8'))
    const others = [
      await openKeys(flipped(dek, 31), scope),
      await openKeys(dek, { ...scope, realm: 'drill' }),
      await openKeys(dek, { ...scope, realm: 'demo' }),
      await openKeys(dek, { ...scope, incident: otherIncident }),
    ]
    for (const other of others) expect(await other.openEntry(id, sealed)).toEqual(refused)
    for (const purpose of purposes.filter((one) => one !== 'entry')) expect(await keys.openFor(purpose, id, sealed)).toEqual(refused)
    expect(await keys.openEntry(otherId, sealed)).toEqual(refused)
    expect((await keys.openEntry(id, sealed)).ok).toBe(true)
  })

  it('[KEY-21] opens after no change: any bit, any cut, anything added', async () => {
    const sealed = await keys.sealEntry(id, utf8('SpO2'))
    for (let at = 0; at < sealed.length; at += 1) {
      expect(await keys.openEntry(id, flipped(sealed, at))).toEqual(refused)
      expect(await keys.openEntry(id, sealed.subarray(0, at))).toEqual(refused)
    }
    expect(await keys.openEntry(id, Uint8Array.from([...sealed, 0]))).toEqual(refused)
  })

  it('[KEY-21] keeps neighbouring words apart in what binds a cipher', () => {
    expect(framed('ab', 'c')).not.toEqual(framed('a', 'bc'))
    expect(framed('a', '')).not.toEqual(framed('a'))
    expect(framed('病', 'x')).toEqual(Uint8Array.from([0, 0, 0, 3, 0xe7, 0x97, 0x85, 0, 0, 0, 1, 0x78]))
  })

  it('[KEY-22] takes a new nonce every time', async () => {
    const sealed = await Promise.all(Array.from({ length: 2000 }, () => keys.sealEntry(id, utf8('same'))))
    const nonces = new Set(sealed.map((bytes) => Buffer.from(bytes.subarray(1, 13)).toString('hex')))
    expect(nonces.size).toBe(2000)
  })

  it('[KEY-23] makes keys that cannot be read out again', async () => {
    const made = vi.spyOn(crypto.subtle, 'deriveKey')
    const imported = vi.spyOn(crypto.subtle, 'importKey')
    await openKeys(dek, scope)
    const all = await Promise.all([...made.mock.results, ...imported.mock.results].map(({ value }) => value as Promise<CryptoKey>)) // what these two return
    expect(all).toHaveLength(purposes.length + 2) // one a purpose, one for names, and what they are derived from
    for (const key of all) {
      expect(key.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow(/extractable|not supported/)
    }
  })

  it('[STORE-1] names a row by nothing that can be read, and always alike', async () => {
    const name = await keys.opaqueName('a patient')
    expect(name).toMatch(/^[0-9a-f]{32}$/)
    expect(await (await openKeys(dek, scope)).opaqueName('a patient')).toBe(name)
    expect(await keys.opaqueName('another')).not.toBe(name)
    expect(await (await openKeys(flipped(dek, 31), scope)).opaqueName('a patient')).not.toBe(name)
    expect(await (await openKeys(dek, { ...scope, realm: 'drill' })).opaqueName('a patient')).not.toBe(name)
    expect(await (await openKeys(dek, { ...scope, incident: otherIncident })).opaqueName('a patient')).not.toBe(name)
  })

  it('[KEY-24] opens what version 1 sealed', async () => {
    expect(await keys.openEntry(id, frozen)).toEqual({ ok: true, value: utf8('vital signs') })
  })

  it('[KEY-24] is described well enough to open it without this program', () => {
    const info = frame('tomoshibi', 'entry', 'real', incident)
    const key = Buffer.from(hkdfSync('sha256', dek, new Uint8Array(0), info, 32))
    const open = createDecipheriv('aes-256-gcm', key, frozen.subarray(1, 13))
    open.setAAD(frame('tomoshibi', 'real', incident, 'entry', id, '1'))
    open.setAuthTag(frozen.subarray(-16))
    expect(Buffer.concat([open.update(frozen.subarray(13, -16)), open.final()]).toString()).toBe('vital signs')
  })

  it('[KEY-24] refuses a version it does not know', async () => {
    expect(await keys.openEntry(id, Uint8Array.from([2, ...frozen.subarray(1)]))).toEqual(refused)
  })

  it('[KEY-21] takes no data key of another length', async () => {
    await expect(openKeys(new Uint8Array(16), scope)).rejects.toThrow('32 bytes')
  })
})

/** Written again here, so that the description is tested and not the function. */
function frame(...texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.map((text) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(Buffer.byteLength(text))
      return Buffer.concat([length, Buffer.from(text)])
    }),
  )
}

describe('the WebCrypto beneath', () => {
  it.each([
    ['1', '0b'.repeat(22), '000102030405060708090a0b0c', 'f0f1f2f3f4f5f6f7f8f9', '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865'],
    ['3', '0b'.repeat(22), '', '', '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8'],
  ])('[KEY-24] derives as RFC 5869 does, test case %s', async (_, material, salt, info, expected) => {
    const key = await crypto.subtle.importKey('raw', hex(material), 'HKDF', false, ['deriveBits'])
    const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: hex(salt), info: hex(info) }, key, expected.length * 4)
    expect(Buffer.from(bits).toString('hex')).toBe(expected)
  })

  it('[KEY-24] encrypts as the GCM specification does, test case 16', async () => {
    const key = await crypto.subtle.importKey('raw', hex('feffe9928665731c6d6a8f9467308308'.repeat(2)), 'AES-GCM', false, ['encrypt'])
    const plain = hex('d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39')
    const parameters = { name: 'AES-GCM', iv: hex('cafebabefacedbaddecaf888'), additionalData: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2') }
    const cipher = await crypto.subtle.encrypt(parameters, key, plain)
    expect(Buffer.from(cipher).toString('hex')).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    )
  })
})
