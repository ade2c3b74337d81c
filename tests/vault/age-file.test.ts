import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeSealedCode } from '#domain/access/code.ts'
import { armored, decryptWith, decryptWithCode, encryptTo, encryptWithCode, newIdentity, readRecipient, recipientOf, unarmored, type KeyPair } from '#renderer/vault/age-file.ts'
import { randomBytes } from '#renderer/vault/bytes.ts'
import { age, ageAtTerminal, hasAge, hasTerminal, inFolder } from './outside-age.ts'
import { flipped, utf8, valueOf } from './station-fixture.ts'

const text = utf8('記録 \u{20BB7}\n')
const code = makeSealedCode({ random: randomBytes })

let one: KeyPair
let other: KeyPair
let stranger: KeyPair
beforeAll(async () => {
  ;[one, other, stranger] = await Promise.all([newIdentity(), newIdentity(), newIdentity()])
})

describe('age files', () => {
  it('[KEY-28] open for each recipient and for nobody else', async () => {
    const file = valueOf(await encryptTo([one.recipient, other.recipient], text))
    expect(await decryptWith(one.identity, file)).toEqual({ ok: true, value: text })
    expect(await decryptWith(other.identity, file)).toEqual({ ok: true, value: text })
    expect(await decryptWith(stranger.identity, file)).toEqual({ ok: false, error: { code: 'no-key-fits' } })
  })

  it('[KEY-28] tell a wrong code, damage and another kind of file apart', async () => {
    const file = await encryptWithCode(code, text)
    expect(await decryptWithCode(code, file)).toEqual({ ok: true, value: text })
    expect(await decryptWithCode(makeSealedCode({ random: randomBytes }), file)).toEqual({ ok: false, error: { code: 'no-key-fits' } })
    expect(await decryptWithCode(code, flipped(file, file.length - 1))).toEqual({ ok: false, error: { code: 'file-damaged' } })
    expect(await decryptWithCode(code, file.subarray(0, file.length - 5))).toEqual({ ok: false, error: { code: 'file-damaged' } })
    const mac = Buffer.from(file).indexOf('\n---') + 10
    expect(await decryptWithCode(code, flipped(file, mac))).toEqual({ ok: false, error: { code: 'file-damaged' } })
    expect(await decryptWithCode(code, file.subarray(0, mac))).toEqual({ ok: false, error: { code: 'file-damaged' } })
    expect(await decryptWithCode(code, utf8('not a file of age'))).toEqual({ ok: false, error: { code: 'not-an-age-file' } })
    expect(await decryptWithCode(code, new Uint8Array(0))).toEqual({ ok: false, error: { code: 'not-an-age-file' } })
  })

  it('[KEY-27] refuse a post-quantum recipient, alone or among others', async () => {
    const postQuantum = await identityToRecipient(await generateHybridIdentity())
    const refused = { ok: false, error: { code: 'recipient-is-post-quantum' } }
    expect(await encryptTo([postQuantum], text)).toEqual(refused)
    expect(await encryptTo([one.recipient, postQuantum], text)).toEqual(refused)
    expect(await encryptTo([postQuantum, one.recipient], text)).toEqual(refused)
  })

  it('[KEY-27] refuse a mistyped recipient, another kind, and none at all', async () => {
    const last = one.recipient.endsWith('q') ? 'p' : 'q'
    for (const wrong of [one.recipient.slice(0, -1) + last, one.recipient.slice(0, -1), 'age1yubikey1qqqq', one.identity, ''])
      expect(await encryptTo([one.recipient, wrong], text)).toEqual({ ok: false, error: { code: 'not-a-recipient' } })
    expect(await encryptTo([], text)).toEqual({ ok: false, error: { code: 'no-recipient' } })
    expect(readRecipient(` ${one.recipient}\n`)).toEqual({ ok: true, value: one.recipient })
  })

  it('[KEY-29] refuse more work than 2^20 without deriving', async () => {
    const header = Buffer.from(await encryptWithCode(code, text)).toString('latin1')
    const heavy = Uint8Array.from(Buffer.from(header.replace(/(-> scrypt \S+) 15\n/, '$1 21\n'), 'latin1'))
    expect(await decryptWithCode(code, heavy)).toEqual({ ok: false, error: { code: 'work-too-high' } }) // deriving would tell 'no-key-fits', seconds later
  })

  it('[KEY-29] are written with work factor 15, or 16 when asked', async () => {
    expect(Buffer.from(await encryptWithCode(code, text)).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 15\n/)
    expect(Buffer.from(await encryptWithCode(code, text, 16)).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 16\n/)
  })

  it('[KEY-37] an identity gives its recipient, and a mistyped one none', async () => {
    expect(await recipientOf(`${one.identity}\n`)).toEqual({ ok: true, value: one })
    const last = one.identity.endsWith('Q') ? 'P' : 'Q'
    for (const wrong of [one.identity.slice(0, -1) + last, one.recipient, await generateHybridIdentity(), ''])
      expect(await recipientOf(wrong)).toEqual({ ok: false, error: { code: 'not-an-identity' } })
  })

  it('[KEY-45] stand as text and come back the same', async () => {
    const file = valueOf(await encryptTo([one.recipient], text))
    expect(armored(file)).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/)
    expect(unarmored(armored(file))).toEqual({ ok: true, value: file })
    expect(unarmored('-----BEGIN')).toEqual({ ok: false, error: { code: 'not-an-age-file' } })
  })
})

describe.skipIf(!hasAge)('with the `age` of the operating system', () => {
  it('[KEY-26] it opens a file to a recipient made here, as bytes and as text', async () => {
    const file = valueOf(await encryptTo([other.recipient, one.recipient], text))
    const files = { 'in.age': file, 'in.txt': armored(file), key: `${one.identity}\n` }
    await inFolder(files, (folder) => {
      expect(age(folder, '-d', '-i', 'key', 'in.age')).toEqual(text)
      expect(age(folder, '-d', '-i', 'key', 'in.txt')).toEqual(text)
    })
  })

  it('[KEY-26] its file to a recipient opens here', async () => {
    const file = await inFolder({ plain: text }, (folder) => age(folder, '-r', one.recipient, '-r', other.recipient, 'plain'))
    expect(await decryptWith(other.identity, file)).toEqual({ ok: true, value: text })
  })

  it.skipIf(!hasTerminal)('[KEY-8] it opens a file under a code as printed', async () => {
    const file = await encryptWithCode(code, text)
    expect(await inFolder({ 'in.age': file }, (folder) => ageAtTerminal(folder, code, '-d -o out in.age'))).toEqual(text)
  })

  it.skipIf(!hasTerminal)('[KEY-26] its file under a passphrase opens here', { timeout: 20_000 }, async () => {
    const file = await inFolder({ plain: text }, (folder) => ageAtTerminal(folder, code, '-p -o out plain'))
    expect(await decryptWithCode(code, file)).toEqual({ ok: true, value: text })
  })
})
