import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readAgeStructure } from '#domain/export/age-structure.ts'
import { manifestComment, manifestText } from '#domain/export/manifest.ts'
import { openExport } from '#electron/cli/open.ts'
import { readArguments } from '#electron/cli/open-arguments.ts'
import { verifyExport } from '#electron/cli/verify-export.ts'
import { publicKeyFile, readPublicKey } from '#electron/node/minisign.ts'
import { anEntry, aPatient } from '#tests/builders.ts'
import { aWard, anInput, encrypted, hostile, made, remade, type Made } from '#tests/export/fixture.ts'

const cli = fileURLToPath(new URL('../../electron/cli/tomoshibi.ts', import.meta.url))
let root = ''
let one: Made
let drill: Made
let large: Made
let stranger: Made
let path = ''
const at = (name: string) => join(root, name)

/** Text that does not pack: an export of several pieces of 64 KiB, so that damage has a place. */
const bulk = Array.from({ length: 6 }, (_, index) => anEntry('note', { body: { text: Array.from({ length: 9_000 }, (_none, letter) => String.fromCodePoint(0x4e00 + ((letter * 7919 + index * 104_729 + letter * letter * 31) % 20_000))).join('') } }))

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tomoshibi-open-'))
  one = await made(anInput([aPatient(), ...hostile.map((text) => anEntry('note', { body: { text } }))]))
  large = await made(anInput([aPatient(), ...bulk], { exportNo: 4 }))
  drill = await made(anInput(aWard('drill'), { realm: 'drill' }))
  stranger = await made()
  await writeFile(at('officer.key'), `# created: 2026-11-01\r\n# public key: ${one.keys.officer.recipient}\r\n\r\n${one.keys.officer.identity}\r\n`)
  await writeFile(at('large.key'), `${large.keys.officer.identity}\n`)
  await writeFile(at('drill.key'), `${drill.keys.officer.identity}\n`)
  await writeFile(at('other.key'), `${stranger.keys.officer.identity}\n`)
  await writeFile(at('station.pub'), pubOf(one))
  await writeFile(at('other.pub'), pubOf(stranger))
  path = at(one.built.fileName)
})
afterAll(() => rm(root, { recursive: true }))
beforeEach(async () => {
  await rm(at('out'), { recursive: true, force: true })
  await put(one, one.built.bytes)
})

function pubOf({ keys }: Made): string {
  const key = readPublicKey(keys.station.minisignKey)
  return key.ok ? publicKeyFile(key.value) : ''
}

async function put(export_: Made, bytes: Uint8Array, minisig: string | null = export_.minisig): Promise<string> {
  const place = at(export_.built.fileName)
  await writeFile(place, bytes)
  await rm(`${place}.minisig`, { force: true })
  if (minisig !== null) await writeFile(`${place}.minisig`, minisig)
  return place
}

const open = (place = path, identity = 'officer.key', stationPub: string | null = at('station.pub')) => openExport({ path: place, identity: at(identity), out: at('out'), stationPub })
const flipped = (bytes: Uint8Array, place: number) => bytes.with(place, (bytes[place] ?? 0) ^ 1)

/** Refused with this sentence, code 1, and not one byte of it on the disk. */
async function expectRefused(said: Promise<{ readonly code: number; readonly lines: readonly string[] }>, sentence: string | RegExp): Promise<void> {
  const { code, lines } = await said
  expect(lines.join('\n')).toMatch(sentence)
  expect(code).toBe(1)
  expect(existsSync(at('out'))).toBe(false)
  expect((await readdir(root)).filter((name) => name.includes('partial'))).toEqual([])
}

async function spawned(...words: string[]): Promise<{ readonly code: number; readonly out: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [cli, ...words], { cwd: root })
    return { code: 0, out: stdout }
  } catch (thrown) {
    const { code, stdout, stderr } = thrown as { code: number; stdout: string; stderr: string } // execFile's documented rejection
    return { code, out: stdout + stderr }
  }
}

describe('tomoshibi open', { timeout: 30_000 }, () => {
  it('[EXP-12] writes a whole export, and only that, into a new folder', async () => {
    const said = await spawned('open', one.built.fileName, '--identity', 'officer.key', '--out', 'out', '--station-pub', 'station.pub')
    expect(said.out).toContain('that is the station key you gave')
    expect(said.code).toBe(0)
    expect((await readdir(at('out'), { recursive: true, withFileTypes: true })).filter((found) => found.isFile())).toHaveLength(one.built.manifest.files.length + 3)
    expect(await readFile(at('out/log/events.ndjson'), 'utf8')).toContain('神田 \u{fa19} 𠮷野家')
    expect((await stat(at('out'))).mode & 0o077).toBe(0)
    expect(await spawned('verify', 'out', '--station-pub', 'station.pub')).toMatchObject({ code: 0 })
  })

  it('[EXP-12] writes into an empty folder, and never over anything', async () => {
    await mkdir(at('out'))
    expect(await open()).toMatchObject({ code: 0 })
    const before = await readdir(at('out'))
    expect(await open()).toMatchObject({ code: 1 })
    expect(await readdir(at('out'))).toEqual(before)
    await rm(at('out'), { recursive: true })
    await writeFile(at('out'), 'a file')
    expect(await open()).toMatchObject({ code: 1 })
    expect(await readFile(at('out'), 'utf8')).toBe('a file')
  })

  it('[EXP-12] says when no known station was named, and when there is no signature beside the file', async () => {
    await put(one, one.built.bytes, null)
    const { code, lines } = await open(path, 'officer.key', null)
    expect(lines.join('\n')).toMatch(/there is no signature beside it[^]*not checked against a known station/)
    expect(code).toBe(0)
  })

  it('[EXP-12] refuses another station’s export, key or signature', async () => {
    await expectRefused(open(path, 'officer.key', at('other.pub')), /signed by station key [0-9A-F]{16}; the key you gave is/)
    await put(one, one.built.bytes, null)
    await expectRefused(open(path, 'officer.key', at('other.pub')), /which is not the station key you gave/)
    await expectRefused(open(path, 'other.key'), /no key in the identity file opens this export/)
    const resigned = await stranger.keys.station.signFile(one.built.bytes, one.built.comment.replace(one.keys.station.minisignKey, stranger.keys.station.minisignKey))
    await put(one, one.built.bytes, resigned)
    await expectRefused(open(path, 'officer.key', null), /are of different stations/)
    await put(one, one.built.bytes, stranger.minisig)
    await expectRefused(open(path, 'officer.key', null), /not the file that was signed/)
  })

  it('[EXP-12] refuses a file that is none, an identity that is none, and says which', async () => {
    await expectRefused(open(at('nowhere.zip.age')), /cannot be read/)
    await put(one, strToU8('PK not an export'), null)
    await expectRefused(open(), /not an age file \(byte 0\)/)
    for (const [text, sentence] of [['# empty\n', 'no key'], ['AGE-SECRET-KEY-PQ-1QQQ\n', 'no X25519 secret key'], ['age-encryption.org/v1\n', 'itself encrypted']] as const) {
      await writeFile(at('bad.key'), text)
      await expectRefused(open(path, 'bad.key'), sentence)
    }
    await expectRefused(open(path, 'absent.key'), /cannot be read/)
    await expectRefused(open(path, 'officer.key', at('officer.key')), /not a public key/)
  })

  it('[EXP-12] refuses a file that was cut anywhere, and says so', async () => {
    const { bytes } = one.built
    for (const length of [0, 10, 300, 700, bytes.length - 9_000, bytes.length - 1]) {
      await put(one, bytes.subarray(0, length))
      await expectRefused(open(), /REFUSED/)
      await put(one, bytes.subarray(0, length), null)
      await expectRefused(open(), /REFUSED: (?:this is not an age file|the header|the encrypted file is cut off|damaged between byte)/)
    }
  })

  it('[EXP-12] names the piece of 64 KiB in which a byte was changed', async () => {
    const { bytes } = large.built
    const structure = readAgeStructure(bytes)
    const payloadAt = structure.ok ? structure.value.payloadAt : 0
    expect(bytes.length).toBeGreaterThan(payloadAt + 4 * 65_552)
    for (const place of [payloadAt - 1, payloadAt, payloadAt + 65_551, payloadAt + 65_552, payloadAt + 200_000, payloadAt + 3 * 65_552, bytes.length - 1]) {
      for (const minisig of [large.minisig, null]) {
        const damaged = await put(large, flipped(bytes, place), minisig)
        const { lines } = await open(damaged, 'large.key', null)
        const [, from, to] = /damaged between byte (\d+) and byte (\d+)/.exec(lines.join('\n')) ?? []
        expect([Number(from) <= place, place < Number(to), Number(to) - Number(from) <= 65_568]).toEqual([true, true, true])
        await expectRefused(open(damaged, 'large.key', null), minisig === null ? /damaged between/ : /not the file that was signed/)
      }
    }
  })

  it('[EXP-12] refuses every changed byte of the header, also without a signature beside it', async () => {
    const { bytes } = one.built
    const structure = readAgeStructure(bytes)
    const end = structure.ok ? structure.value.payloadAt : 0
    for (let place = 0; place < end; place += 7) {
      await put(one, flipped(bytes, place), null)
      await expectRefused(open(), /REFUSED/)
    }
  })

  it('[EXP-12] refuses what a holder of the station’s key could not have packed by this program', async () => {
    const files = (change: (all: Record<string, Uint8Array>) => void) => remade(one, change)
    const otherComment = await one.keys.station.signFile(strToU8(manifestText(one.built.manifest)), 'tomoshibi manifest realm=demo')
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [await files((all) => { all['extra.txt'] = strToU8('x') }), /"extra.txt" is not in the manifest/],
      [await files((all) => { delete all['log/audit.ndjson'] }), /log\/audit.ndjson is missing/],
      [await files((all) => { delete all['manifest.json.minisig'] }), /manifest.json.minisig is missing/],
      [await files((all) => { all['index.html'] = strToU8('<p>other') }), /index.html is not as it was written/],
      [await files((all) => { all['SHA256SUMS'] = strToU8('') }), /SHA256SUMS does not agree/],
      [await files((all) => { all['manifest.json'] = flipped(all['manifest.json'] ?? new Uint8Array(1), 300) }), /REFUSED: .*manifest.json/],
      [await files((all) => { all['manifest.json.minisig'] = strToU8(otherComment) }), /not the file that was signed.*manifest.json.minisig/],
      [await remade({ ...one, built: { ...one.built, manifest: { ...one.built.manifest, recipients: one.built.manifest.recipients.slice(0, 1) } } }, () => undefined), /encrypted to other keys than its manifest lists/],
      [await encrypted(one.built, strToU8('not a zip at all, but encrypted for the right people')), /not a plain ZIP/],
      [await encrypted(one.built, zipSync({ '../escape.txt': strToU8('x') })), /outside the folder/],
      [await encrypted(one.built, zipSync({ 'a.txt': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] })), /link or not a plain file/],
      [await encrypted(one.built, zipSync({ 'a.txt': strToU8('x') })), /manifest.json is missing/],
    ]
    for (const [bytes, sentence] of cases) {
      await put(one, bytes, await one.keys.station.signFile(bytes, one.built.comment))
      await expectRefused(open(), sentence)
    }
    expect(existsSync(at('escape.txt'))).toBe(false)
  })

  it('[EXP-12] refuses a log that contradicts itself, even when everything is signed anew', async () => {
    const sha256 = async (bytes: Uint8Array) => Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))).toString('hex')
    const resigned = async (change: (lines: readonly string[]) => readonly string[], counts: Record<string, number> = {}) => {
      const old = one.built.manifest
      const log = old.files.find(({ name }) => name === 'log/events.ndjson')
      let text = ''
      const first = await remade(one, (all) => {
        text = `${change(Buffer.from(all['log/events.ndjson'] ?? '').toString().trimEnd().split('\n')).join('\n')}\n`
        all['log/events.ndjson'] = strToU8(text)
      })
      expect(first.length).toBeGreaterThan(0)
      const bytes = strToU8(text)
      const files = old.files.map((file) => (file === log ? { ...file, bytes: bytes.length, sha256: '', records: text.split('\n').length - 1 } : file))
      const hash = await sha256(bytes)
      const manifest = { ...old, counts: { ...old.counts, ...counts }, files: files.map((file) => (file.sha256 === '' ? { ...file, sha256: hash } : file)) }
      const manifestBytes = strToU8(JSON.stringify(manifest))
      const signature = await one.keys.station.signFile(manifestBytes, manifestComment(old))
      const sums = [...manifest.files, { name: 'manifest.json', sha256: await sha256(manifestBytes) }].map((file) => `${file.sha256}  ${file.name}\n`).join('')
      const file = await remade(one, (all) => {
        all['log/events.ndjson'] = bytes
        all['manifest.json'] = manifestBytes
        all['manifest.json.minisig'] = strToU8(signature)
        all['SHA256SUMS'] = strToU8(sums)
      })
      await put(one, file, await one.keys.station.signFile(file, one.built.comment))
    }
    await resigned((lines) => [...lines.slice(1, 2), ...lines.slice(0, 1), ...lines.slice(2)])
    await expectRefused(open(), /order of the log does not hold at number 2 \(out-of-order\)/)
    await resigned((lines) => lines.map((line, index) => (index === 3 ? line.replace(/"head":"."/, '"head":"0').replace(/"head":"./, '"head":"0') : line)))
    await expectRefused(open(), /REFUSED: (?:the order of the log|line 4)/)
    await resigned((lines) => lines.slice(0, -1))
    await expectRefused(open(), /counts other entries/)
    await resigned((lines) => lines.slice(0, -1), { entries: one.built.counts.entries - 1 })
    await expectRefused(open(), /counts other unreadable/)
    await resigned((lines) => lines.map((line) => line.replace('"realm":"real"', '"realm":"demo"')))
    await expectRefused(open(), /entry-of-another-realm/)
    await resigned((lines) => lines.map((line, index) => (index === 1 ? '{}' : line)))
    await expectRefused(open(), /line 2 of log\/events.ndjson cannot be read/)
    await resigned((lines) => lines)
    expect(await open()).toMatchObject({ code: 0 })
  })

  it('[EXP-12] leaves nothing behind when the disk refuses', async () => {
    const { code, lines } = await openExport({ path, identity: at('officer.key'), out: at('no/such/folder'), stationPub: null })
    expect(lines.join('\n')).toContain('NOT WRITTEN: the disk answered enoent')
    expect(code).toBe(1)
  })

  it('[EXP-3] says drill on every line it prints, opened or refused', async () => {
    const place = await put(drill, drill.built.bytes)
    const fine = await openExport({ path: place, identity: at('drill.key'), out: at('out'), stationPub: null })
    const damaged = await put(drill, flipped(drill.built.bytes, 5_000))
    const not = await openExport({ path: damaged, identity: at('drill.key'), out: at('out2'), stationPub: null })
    expect(fine.lines.at(-1)).toContain('Written to')
    const opened = await verifyExport(at('out'), null)
    const whole = await verifyExport(await put(drill, drill.built.bytes), null)
    expect([fine.code, not.code, opened.code, whole.code]).toEqual([0, 1, 0, 0])
    for (const line of [fine, not, opened, whole].flatMap(({ lines }) => lines)) expect(line).toMatch(/^【訓練 DRILL】/)
  })

  it('[EXP-12] is not understood without its options, with others, or with one twice', async () => {
    const known = ['--identity', '--out']
    expect(readArguments(['x', '--out', 'y', '--identity', 'z'], known)).toEqual({ ok: true, value: { paths: ['x'], options: new Map([['--out', 'y'], ['--identity', 'z']]) } })
    for (const words of [[], ['a', 'b'], ['x', '--out'], ['x', '--force', 'y'], ['x', '--out', 'y', '--out', 'z']]) expect(readArguments(words, known).ok).toBe(false)
    expect(await spawned('open', one.built.fileName, '--identity', 'officer.key')).toMatchObject({ code: 2, out: expect.stringContaining('tomoshibi open EXPORT') as unknown })
  })
})

describe('tomoshibi verify, of an export', { timeout: 60_000 }, () => {
  it('[EXP-13] needs no secret key, and says which station signed', async () => {
    const said = await spawned('verify', one.built.fileName, '--station-pub', 'station.pub')
    expect(said.out).toContain(`signed by station key ${one.built.manifest.signingKeyId}; that is the station key you gave`)
    expect(said.out).toContain('an age file for 4 keys')
    expect(said.code).toBe(0)
    const unknown = await verifyExport(path, null)
    expect(unknown.lines.join('\n')).toContain('not checked against a known station')
    expect(await verifyExport(path, at('other.pub'))).toMatchObject({ code: 1 })
  })

  it('[EXP-13] cannot be asked of a file without its signature', async () => {
    await put(one, one.built.bytes, null)
    const { code, lines } = await verifyExport(path, null)
    expect(lines.join('\n')).toContain('there is no signature beside it')
    expect(code).toBe(1)
  })

  it('[EXP-13] refuses every changed byte of the signature', async () => {
    const signature = strToU8(one.minisig)
    for (let place = 0; place < signature.length; place += 1) {
      for (const bit of [1, 4, 32]) {
        await writeFile(`${path}.minisig`, signature.with(place, (signature[place] ?? 0) ^ bit))
        const { code, lines } = await verifyExport(path, null)
        expect([code, lines.join('\n')], `byte ${place}, bit ${bit}`).toEqual([1, expect.stringMatching(/REFUSED: .*\.(?:zip\.age|minisig)/)])
      }
    }
  })

  it('[EXP-13] refuses a changed byte anywhere in the file, and names the file', async () => {
    const { bytes } = one.built
    for (let place = 0; place < bytes.length; place += 307) {
      await put(one, flipped(bytes, place))
      const { code, lines } = await verifyExport(path, null)
      expect([code, lines.join('\n')]).toEqual([1, expect.stringContaining(`not the file that was signed: it was damaged or changed (${one.built.fileName})`)])
    }
  })

  it('[EXP-13] says under which name a renamed file was made', async () => {
    await rename(path, at('renamed.zip.age'))
    await rename(`${path}.minisig`, at('renamed.zip.age.minisig'))
    const { code, lines } = await verifyExport(at('renamed.zip.age'), null)
    expect(lines.join('\n')).toContain(`made under the name ${one.built.fileName}`)
    expect(code).toBe(0)
  })

  it('[EXP-12] refuses an opened folder in which one file was changed, added, taken away or linked, and names it', async () => {
    expect(await open()).toMatchObject({ code: 0 })
    const check = async (name: string, sentence: RegExp) => {
      const { code, lines } = await verifyExport(at('out'), null)
      expect([code, lines.join('\n')], name).toEqual([1, expect.stringMatching(sentence)])
    }
    for (const { name } of [...one.built.manifest.files, { name: 'manifest.json' }, { name: 'manifest.json.minisig' }, { name: 'SHA256SUMS' }]) {
      const whole = await readFile(at(`out/${name}`))
      // The tables are many and alike: of those one byte each, or every check of everything would take minutes.
      const places = /^(?:tables|csv|csv-cp932)\//.test(name) ? [whole.length - 1] : [0, Math.floor(whole.length / 2), whole.length - 1]
      for (const place of new Set(places.filter((index) => index >= 0 && index < whole.length))) {
        await writeFile(at(`out/${name}`), flipped(whole, place))
        await check(name, name.startsWith('manifest.json') ? /manifest.json/ : new RegExp(name.replaceAll('^', '\\^')))
      }
      await writeFile(at(`out/${name}`), whole)
    }
    await writeFile(at('out/tables/more.ndjson'), '')
    await check('more', /"tables\/more.ndjson" is not in the manifest/)
    await rename(at('out/tables/more.ndjson'), at('more'))
    await rename(at('out/index.html'), at('index.html'))
    await check('less', /index.html is missing/)
    await symlink(at('index.html'), at('out/index.html'))
    await check('link', /"index.html" is a link/)
    await rm(at('out/index.html'))
    await rename(at('index.html'), at('out/index.html'))
    expect(await verifyExport(at('out'), at('station.pub'))).toMatchObject({ code: 0 })
    expect(await verifyExport(at('out'), at('other.pub'))).toMatchObject({ code: 1 })
  })
})
