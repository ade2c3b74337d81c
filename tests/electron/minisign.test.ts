import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MinisignKey } from '#domain/access/keys.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { digestOf, encodePublicKey, keyNumberText, publicKeyFile, readPublicKey, signatureFile, verifySignature, type PublicKey } from '#electron/node/minisign.ts'
import { checkSignature, createStationKey, loadStationKey } from '#electron/node/signing-key.ts'

const hasMinisign = spawnSync('minisign', ['-v']).status === 0
if (!hasMinisign) console.warn('tests with the outside tool `minisign` are skipped: it is not installed (Debian: apt-get install minisign)')

const disk = nodeDisk()
const exported = new TextEncoder().encode('書き出し\n'.repeat(1000))
const comment = '灯 書き出し 12号 file:DWW_A.zip.age'

let folder = ''
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tomoshibi-minisign-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function publicHalf(minisignKey: string): PublicKey {
  const read = readPublicKey(minisignKey)
  if (!read.ok) throw new Error('The arrangement failed')
  return read.value
}

describe('the station’s signing key', () => {
  it('[KEY-70] is saved whole and comes back the same', async () => {
    const key = createStationKey()
    expect(await key.save(disk, at('station.key'))).toEqual({ ok: true, value: null })
    expect(await disk.list(folder)).toEqual(['station.key']) // nothing is left beside it
    const loaded = await loadStationKey(disk, at('station.key'))
    expect(loaded).toMatchObject({ ok: true, value: { publicKey: key.publicKey, minisignKey: key.minisignKey } })
    expect(checkSignature(key.publicKey, exported, loaded.ok ? loaded.value.sign(exported) : '')).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('[KEY-70] is readable by its owner only', async () => {
    await createStationKey().save(disk, at('station.key'))
    expect(statSync(at('station.key')).mode & 0o777).toBe(0o600)
  })

  it('[KEY-70] is never written over', async () => {
    const key = createStationKey()
    await key.save(disk, at('station.key'))
    const before = readFileSync(at('station.key'))
    expect(await createStationKey().save(disk, at('station.key'))).toEqual({ ok: false, error: { code: 'key-exists' } })
    expect(readFileSync(at('station.key'))).toEqual(before)
  })

  it('[KEY-70] tells what the disk answered', async () => {
    expect(await createStationKey().save(disk, at('no-such-folder/station.key'))).toEqual({ ok: false, error: { code: 'disk', cause: 'enoent' } })
  })

  it('[KEY-70] is another for every station, in the form that stands in a roster', () => {
    const keys = Array.from({ length: 40 }, () => createStationKey())
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(40)
    for (const { minisignKey } of keys) expect(MinisignKey.safeParse(minisignKey).success).toBe(true)
  })

  it('[KEY-71] is told missing or damaged, at whatever place', async () => {
    expect(await loadStationKey(disk, at('station.key'))).toEqual({ ok: false, error: { code: 'key-missing' } })
    await createStationKey().save(disk, at('station.key'))
    const text = readFileSync(at('station.key'), 'utf8')
    const [, encoded = ''] = text.split('\n')
    const body = Buffer.from(encoded, 'base64')
    const damaged = [0, 5, 54, 70, 100, 157].map((place) => Buffer.from(body.map((byte, index) => (index === place ? byte ^ 4 : byte))).toString('base64'))
    for (const bad of [...damaged, encoded.slice(0, 100), '', 'x']) {
      writeFileSync(at('station.key'), text.replace(encoded, bad))
      expect(await loadStationKey(disk, at('station.key'))).toEqual({ ok: false, error: { code: 'key-damaged' } })
    }
  })

  it('[KEY-73] signs bytes so that a change is noticed', () => {
    const key = createStationKey()
    const signature = key.sign(exported)
    expect(signature).toMatch(/^[0-9a-f]{128}$/)
    expect(checkSignature(key.publicKey, exported, signature)).toBe(true)
    expect(checkSignature(key.publicKey, exported.subarray(1), signature)).toBe(false)
    expect(checkSignature(createStationKey().publicKey, exported, signature)).toBe(false)
    expect(checkSignature(key.publicKey, exported, '')).toBe(false)
    expect(checkSignature('00', exported, signature)).toBe(false)
  })
})

describe('a signature file', () => {
  it('[KEY-72] is recognised with its trusted comment, the file given whole or in pieces', async () => {
    const key = createStationKey()
    const pieces = async function* () {
      for (let from = 0; from < exported.length; from += 777) yield exported.subarray(from, from + 777)
    }
    const text = await key.signFile(pieces(), comment)
    expect(text).toBe(await key.signFile(exported, comment))
    expect(verifySignature(publicHalf(key.minisignKey), await digestOf(exported), text)).toEqual({ ok: true, value: { trustedComment: comment } })
    expect(verifySignature(publicHalf(key.minisignKey), await digestOf(exported), text.replaceAll('\n', '\r\n')).ok).toBe(true)
  })

  it('[KEY-73] tells a changed file, a changed comment, another key and a text that is none apart', async () => {
    const key = createStationKey()
    const own = publicHalf(key.minisignKey)
    const digest = await digestOf(exported)
    const text = await key.signFile(exported, comment)
    const code = (publicKey: PublicKey, of: Uint8Array, signed: string) => {
      const checked = verifySignature(publicKey, of, signed)
      return checked.ok ? 'genuine' : checked.error.code
    }
    expect(code(own, digest, text)).toBe('genuine')
    expect(code(own, await digestOf(exported.subarray(1)), text)).toBe('signature-wrong')
    expect(code(own, digest, text.replace('12号', '13号'))).toBe('comment-wrong')
    expect(code(publicHalf(createStationKey().minisignKey), digest, text)).toBe('other-key')
    expect(code({ ...publicHalf(createStationKey().minisignKey), keyNumber: own.keyNumber }, digest, text)).toBe('signature-wrong')
    for (const none of ['', 'untrusted comment: x\n', text.split('\n').slice(0, 2).join('\n'), text.replace('trusted comment: 灯', '灯')]) expect(code(own, digest, none)).toBe('not-a-signature')
  })

  it('[KEY-73] of the old kind, without the digest, is not accepted', async () => {
    const key = createStationKey()
    const lines = (await key.signFile(exported, comment)).split('\n')
    const old = Buffer.from(lines[1] ?? '', 'base64')
    old.write('Ed', 0, 'ascii')
    const text = [lines[0], old.toString('base64'), ...lines.slice(2)].join('\n')
    expect(verifySignature(publicHalf(key.minisignKey), await digestOf(exported), text)).toEqual({ ok: false, error: { code: 'not-a-signature' } })
  })

  it('[KEY-72] has a trusted comment of one line: anything else is a mistake of the caller', () => {
    const sign = () => new Uint8Array(64)
    for (const bad of ['two\nlines', 'two\rlines', 'nul\0', '\ud800', 'long'.repeat(3000)])
      expect(() => signatureFile(new Uint8Array(64), bad, new Uint8Array(8), sign)).toThrow('one line')
    expect(() => signatureFile(new Uint8Array(63), comment, new Uint8Array(8), sign)).toThrow('64 bytes')
  })
})

describe('a public key file', () => {
  it('[KEY-72] reads back, alone on its line or as a file', () => {
    const { minisignKey } = createStationKey()
    const key = publicHalf(minisignKey)
    expect(encodePublicKey(key)).toBe(minisignKey)
    expect(readPublicKey(publicKeyFile(key))).toEqual({ ok: true, value: key })
    expect(readPublicKey(publicKeyFile(key).replaceAll('\n', '\r\n'))).toEqual({ ok: true, value: key })
    for (const none of ['', 'untrusted comment: x', minisignKey.slice(1), `${minisignKey}\n${minisignKey}`]) expect(readPublicKey(none)).toEqual({ ok: false, error: { code: 'not-a-public-key' } })
  })

  it('[KEY-72] prints the key number as minisign does', () => {
    expect(keyNumberText(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 0xab]))).toBe('AB07060504030201')
  })
})

describe.skipIf(!hasMinisign)('with the `minisign` of the operating system', () => {
  const minisign = (...args: readonly string[]) => execFileSync('minisign', args, { cwd: folder, encoding: 'utf8' })

  it('[KEY-72] it accepts a signature made here, by key and by key file', async () => {
    const key = createStationKey()
    writeFileSync(at('export'), exported)
    writeFileSync(at('export.minisig'), await key.signFile(exported, comment))
    writeFileSync(at('station.pub'), publicKeyFile(publicHalf(key.minisignKey)))
    expect(minisign('-V', '-m', 'export', '-P', key.minisignKey)).toContain(`Trusted comment: ${comment}`)
    expect(minisign('-V', '-Q', '-m', 'export', '-p', 'station.pub').trim()).toBe(comment)
    writeFileSync(at('export'), exported.subarray(1))
    expect(spawnSync('minisign', ['-V', '-m', 'export', '-P', key.minisignKey], { cwd: folder }).status).not.toBe(0)
  })

  it('[KEY-72] its signature and its public key file are accepted here', async () => {
    minisign('-G', '-W', '-p', 'their.pub', '-s', 'their.key')
    writeFileSync(at('export'), exported)
    minisign('-S', '-W', '-s', 'their.key', '-m', 'export', '-t', comment)
    const key = publicHalf(readFileSync(at('their.pub'), 'utf8'))
    // Their comment leaves out leading noughts of the key's number; nobody reads it but people.
    const padded = readFileSync(at('their.pub'), 'utf8').replace(/key ([0-9A-F]+)\n/, (_, number: string) => `key ${number.padStart(16, '0')}\n`)
    expect(publicKeyFile(key)).toBe(padded)
    expect(verifySignature(key, await digestOf(exported), readFileSync(at('export.minisig'), 'utf8'))).toEqual({ ok: true, value: { trustedComment: comment } })
  })

  it('[KEY-72] the station’s key file is one it can sign with', async () => {
    const key = createStationKey()
    await key.save(disk, at('station.key'))
    writeFileSync(at('export'), exported)
    minisign('-S', '-W', '-s', 'station.key', '-m', 'export', '-t', comment)
    expect(verifySignature(publicHalf(key.minisignKey), await digestOf(exported), readFileSync(at('export.minisig'), 'utf8')).ok).toBe(true)
  })
})
