import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOfBase64 } from '#domain/export/base64.ts'
import { checkMinisig, keyIdOf, readMinisig } from '#domain/export/minisig.ts'
import { nodeCheckTools } from '#electron/cli/verify-export-tools.ts'
import { keyNumberText } from '#electron/node/minisign.ts'
import { createStationKey } from '#electron/node/signing-key.ts'
import { windowCheckTools } from '#renderer/export/check-tools.ts'

const bytes = new TextEncoder().encode('書き出し')
const comment = 'tomoshibi export realm=real'
const windowTools = windowCheckTools(() => Promise.resolve())

describe('the signature of a station', () => {
  it('[EXP-13] is read and recognised alike by window and machine', async () => {
    const key = createStationKey()
    const text = await key.signFile(bytes, comment)
    for (const tools of [nodeCheckTools, windowTools]) {
      expect(checkMinisig(text, bytes, key.minisignKey, tools)).toMatchObject({ ok: true, value: { comment, keyId: keyNumberText(key.keyNumber) } })
      expect(checkMinisig(text, bytes.subarray(1), key.minisignKey, tools)).toEqual({ ok: false, error: { code: 'signature-wrong' } })
      expect(checkMinisig(text.replace('realm=real', 'realm=demo'), bytes, key.minisignKey, tools)).toEqual({ ok: false, error: { code: 'signature-damaged' } })
      expect(checkMinisig(text, bytes, createStationKey().minisignKey, tools)).toEqual({ ok: false, error: { code: 'other-key', keyId: keyIdOf(key.minisignKey) } })
    }
  })

  it('[EXP-13] has one text: other spare bits, line ends or first lines are not it, though minisign would not mind', async () => {
    const text = await createStationKey().signFile(bytes, comment)
    expect(readMinisig(text).ok).toBe(true)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const spare = (place: number) => [...alphabet].filter((symbol) => readMinisig(text.slice(0, place) + symbol + text.slice(place + 1)).ok).length
    expect(spare(text.indexOf('=\n') - 1)).toBe(16) // 4 of its 6 bits belong to the signature
    expect(spare(text.indexOf('==\n') - 1)).toBe(4) // 2 of its 6 bits
    for (const other of [text.replaceAll('\n', '\r\n'), text.trimEnd(), `${text}\n`, text.replace('station key', 'secret key'), text.replace(/key [0-9A-F]/, 'key G'), '', 'x'.repeat(400)]) {
      expect(readMinisig(other)).toEqual({ ok: false, error: { code: 'not-a-signature' } })
    }
  })

  it('[EXP-13] in base 64 is read as everybody reads it, and in one form only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (some) => {
        expect(bytesOfBase64(Buffer.from(some).toString('base64'))).toEqual(some)
      }),
    )
    for (const none of ['A', 'AA', 'AA=', 'AB==', 'AAB=', 'A===', 'AA==AA==', '@@@@', 'AAA=\n']) expect(bytesOfBase64(none)).toBe(null)
  })
})
