import { describe, expect, it } from 'vitest'
import { makeRestartCode } from '#domain/access/code.ts'
import { encryptWithCode } from '#renderer/vault/age-file.ts'
import { randomBytes, sha256Hex } from '#renderer/vault/bytes.ts'
import { openWithRestartCode, wrapForRestart } from '#renderer/vault/restart-code.ts'
import { ageAtTerminal, hasAge, hasTerminal, inFolder } from './outside-age.ts'
import { flipped } from './station-fixture.ts'

const dek = Uint8Array.from({ length: 32 }, (_, index) => index + 100)
const aCode = () => makeRestartCode({ random: randomBytes })

describe('the data key under a restart code', () => {
  it('[KEY-54] opens with the code', async () => {
    const code = aCode()
    expect(await openWithRestartCode(code, await wrapForRestart(dek, code))).toEqual({ ok: true, value: dek })
  })

  it('[KEY-54] tells a wrong code and a damaged file apart', async () => {
    const code = aCode()
    const file = await wrapForRestart(dek, code)
    expect(await openWithRestartCode(aCode(), file)).toEqual({ ok: false, error: { code: 'wrong-code' } })
    for (const at of [2, 40, 90, file.bytes.length - 1])
      expect(await openWithRestartCode(code, { ...file, bytes: flipped(file.bytes, at) })).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })

  it('[KEY-54] takes nothing but a data key out of the file', async () => {
    const code = aCode()
    const bytes = await encryptWithCode(code, new Uint8Array(31))
    expect(await openWithRestartCode(code, { bytes, sha256: sha256Hex(bytes) })).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })

  it.skipIf(!hasAge || !hasTerminal)('[KEY-8] is a file that `age` opens with the code as printed', async () => {
    const code = aCode()
    const { bytes } = await wrapForRestart(dek, code)
    expect(await inFolder({ 'in.age': bytes }, (folder) => ageAtTerminal(folder, code, '-d -o out in.age'))).toEqual(dek)
  })
})
