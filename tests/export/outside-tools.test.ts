import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEventLine } from '#domain/export/events.ts'
import { encodePublicKey, publicKeyFile, readPublicKey } from '#electron/node/minisign.ts'
import { anEntry, aPatient, entryId } from '#tests/builders.ts'
import { anInput, hostile, made, type Made } from './fixture.ts'

const tools = [['age', '--version'], ['unzip', '-v'], ['minisign', '-v'], ['sha256sum', '--version']] as const
const missing = tools.filter(([tool, flag]) => spawnSync(tool, [flag]).status !== 0).map(([tool]) => tool)
if (missing.length > 0) console.warn(`tests with outside tools are skipped: ${missing.join(', ')} not installed (Debian: apt-get install age unzip minisign coreutils)`)

const photo = entryId(60)
const input = anInput([aPatient(), ...hostile.map((text) => anEntry('note', { body: { text } })), anEntry('photo-taken', { id: photo })], { photos: new Map([[photo, Uint8Array.from({ length: 5000 }, (_, at) => at)]]) })
let folder = ''
let one: Made
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tomoshibi-export-'))
  one = await made(input)
  writeFileSync(join(folder, one.built.fileName), one.built.bytes)
  writeFileSync(join(folder, `${one.built.fileName}.minisig`), one.minisig)
  writeFileSync(join(folder, 'officer.key'), `# officer\n${one.keys.officer.identity}\n`)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const run = (tool: string, args: readonly string[], cwd = folder) => execFileSync(tool, args, { cwd, encoding: 'utf8' })

describe.skipIf(missing.length > 0)('the tools of an operating system', () => {
  it('[EXP-8] open an export step by step as its README says', () => {
    const { fileName } = one.built
    run('minisign', ['-V', '-m', fileName, '-P', one.keys.station.minisignKey])
    run('age', ['-d', '-i', 'officer.key', '-o', 'export.zip', fileName])
    expect(run('unzip', ['-t', 'export.zip'])).toContain('No errors detected')
    run('unzip', ['-q', 'export.zip', '-d', 'export'])
    const opened = join(folder, 'export')
    const sums = run('sha256sum', ['-c', '--strict', 'SHA256SUMS'], opened)
    expect(sums.trim().split('\n')).toHaveLength(one.built.manifest.files.length + 1)
    expect(run('minisign', ['-V', '-m', 'manifest.json', '-P', one.keys.station.minisignKey], opened)).toContain('Trusted comment: tomoshibi manifest realm=real')
  })

  it('[EXP-2] [EXP-8] give back what was typed, byte for byte', () => {
    run('age', ['-d', '-i', 'officer.key', '-o', 'again.zip', one.built.fileName])
    const log = execFileSync('unzip', ['-p', 'again.zip', 'log/events.ndjson'], { cwd: folder })
    const entries = log.toString('utf8').trimEnd().split('\n').map((line, index) => readEventLine(line, index + 1))
    expect(entries).toEqual(input.entries.map((value) => ({ ok: true, value })))
    expect(log.includes(Buffer.from('神田 \u{fa19} 𠮷野家'))).toBe(true)
  })

  it('[EXP-8] open it with an account’s key as well', () => {
    writeFileSync(join(folder, 'account.key'), `${one.keys.accounts[1]?.identity ?? ''}\n`)
    run('age', ['-d', '-i', 'account.key', '-o', 'account.zip', one.built.fileName])
    expect(readFileSync(join(folder, 'account.zip')).subarray(0, 2).toString()).toBe('PK')
  })

  it('[EXP-9] show the key number that the manifest and the README name', () => {
    const key = readPublicKey(one.keys.station.minisignKey)
    expect(key.ok && publicKeyFile(key.value)).toContain(one.built.manifest.signingKeyId)
    expect(key.ok && encodePublicKey(key.value)).toBe(one.built.manifest.signingKey)
  })
})
