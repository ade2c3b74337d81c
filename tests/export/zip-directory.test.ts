import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32 } from '#domain/export/crc32.ts'
import { isSafeName } from '#domain/export/names.ts'
import { readZipDirectory } from '#domain/export/zip-directory.ts'
import { zipWriter } from '#renderer/export/zip-writer.ts'
import { anInstant } from '#tests/builders.ts'

const hasZip = spawnSync('zip', ['-v']).status === 0

function code(zip: Uint8Array): string {
  const read = readZipDirectory(zip)
  return read.ok ? 'fine' : read.error.code
}

/** The archive with one place overwritten; `from` the end when negative. */
function changed(zip: Uint8Array, at: number, bytes: readonly number[]): Uint8Array {
  const copy = zip.slice()
  copy.set(bytes, at < 0 ? copy.length + at : at)
  return copy
}

const plain = zipSync({ 'a.txt': strToU8('灯'.repeat(100)), 'b/c.txt': strToU8('x') })
/** The archive whose names were replaced by others of the same length, in both places. */
const renamed = (from: string, to: string, zip = plain) => Uint8Array.from(Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1'))

describe('the directory of an archive', () => {
  it('[EXP-14] of a plain archive is read', async () => {
    expect(readZipDirectory(plain)).toMatchObject({ ok: true, value: [{ name: 'a.txt', size: 300 }, { name: 'b/c.txt', size: 1 }] })
    const writer = zipWriter(anInstant(), () => Promise.resolve())
    await writer.add('log/x.ndjson', ['灯', 'x\n'])
    await writer.add('empty', [])
    const streamed = Buffer.concat([...writer.end()])
    expect(readZipDirectory(streamed)).toMatchObject({ ok: true, value: [{ name: 'log/x.ndjson', size: 5, crc32: crc32(strToU8('灯x\n')) }, { name: 'empty', size: 0 }] })
  })

  it('[EXP-14] is refused when a name leads elsewhere', () => {
    for (const name of ['../aa', '/etc/', '..\\aa', 'C:\\aa', 'a\0\0\0\0', 'a:txt', 'con.x', '.a.tx', 'a..tx', 'a.tx.', '\u00e9.txt', ' .txt', 'aux.t', '-rfx.']) {
      expect(code(renamed('a.txt', name)), name).toBe('zip-name-unsafe')
    }
  })

  it('[EXP-14] is refused when two names are one on some system', () => {
    const zip = zipSync({ 'a.txt': strToU8('1'), 'b.txt': strToU8('2') })
    expect(code(renamed('b.txt', 'a.txt', zip))).toBe('zip-name-twice')
    expect(code(renamed('b.txt', 'A.TXT', zip))).toBe('zip-name-twice')
  })

  it('[EXP-14] is refused when it holds a folder, a link or a device', () => {
    expect(code(zipSync({ 'a.txt': [strToU8('x'), { os: 3, attrs: 0o120777 << 16 }] }))).toBe('zip-not-a-file')
    expect(code(zipSync({ 'a.txt': [strToU8('x'), { os: 3, attrs: 0o020666 << 16 }] }))).toBe('zip-not-a-file')
    expect(code(zipSync({ 'a.txt': [strToU8('x'), { os: 0, attrs: 0x10 }] }))).toBe('zip-not-a-file')
    expect(code(zipSync({ 'a.txt': [strToU8('x'), { os: 3, attrs: 0o100644 << 16 }] }))).toBe('fine')
  })

  it.skipIf(!hasZip)('[EXP-14] is refused when another program packed a link', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tomoshibi-zip-'))
    writeFileSync(join(folder, 'real'), 'x')
    symlinkSync('/etc/passwd', join(folder, 'link'))
    spawnSync('zip', ['-X', '-y', 'x.zip', 'link', 'real'], { cwd: folder })
    const zip = new Uint8Array(readFileSync(join(folder, 'x.zip')))
    rmSync(folder, { recursive: true })
    expect(code(zip)).toBe('zip-not-a-file')
  })

  it('[EXP-14] is refused when directory and archive contradict each other', () => {
    expect(code(renamed('a.txt', 'z.txt'))).toBe('fine')
    const onlyLocal = changed(plain, 30, [0x7a])
    expect(code(onlyLocal)).toBe('not-a-plain-zip')
    expect(code(changed(plain, -2, [1, 0]))).toBe('not-a-plain-zip') // says a comment follows
    expect(code(changed(plain, -14, [3, 0]))).toBe('not-a-plain-zip') // says three files
    expect(code(Uint8Array.from([...plain, 0]))).toBe('not-a-plain-zip')
    expect(code(Uint8Array.from([0, ...plain]))).toBe('not-a-plain-zip')
    expect(code(plain.subarray(0, -1))).toBe('not-a-plain-zip')
    expect(code(new Uint8Array(0))).toBe('not-a-plain-zip')
    expect(code(zipSync({ 'a.txt': [strToU8('x'), { extra: { 1: new Uint8Array(4) } }] }))).toBe('not-a-plain-zip')
    expect(code(zipSync({ 'a.txt': [strToU8('x'), { comment: 'hidden' }] }))).toBe('not-a-plain-zip')
  })

  it('[EXP-14] is refused, or reads the same, whatever byte of its own is changed', () => {
    const whole = readZipDirectory(plain)
    const data = new Set(whole.ok ? whole.value.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)) : [])
    for (let at = 0; at < plain.length; at += 1) {
      if (data.has(at)) continue
      const read = readZipDirectory(changed(plain, at, [(plain[at] ?? 0) ^ 0x41]))
      if (read.ok) expect(read.value.map(({ from, to, size, crc32: crc }) => [from, to, size, crc])).toEqual(whole.ok ? whole.value.map(({ from, to, size, crc32: crc }) => [from, to, size, crc]) : [])
    }
    expect(data.size).toBeGreaterThan(0)
  })

  it('[EXP-14] is refused when it would unpack without end', () => {
    const bomb = zipSync({ 'a.bin': new Uint8Array(300 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(code(bomb)).toBe('zip-too-large')
  })
})

describe('a name in an archive', () => {
  it('[EXP-7] is ASCII, relative and known to every system', () => {
    for (const good of ['manifest.json', 'log/events.ndjson', 'patients/D-AF-00123-4/index.html', 'console', 'SHA256SUMS', 'ssmix2/standard/DAF/001/DAF001234/-/ADT-00/DAF001234_-_ADT-00_999999999999999_20261121100203000_-_1', 'ssmix2/extended/DAF/001/DAF001234/20261120/L-OBSERVATIONS^OBSERVATIONS^99ZL01/x/main_document.hl7']) expect(isSafeName(good)).toBe(true)
    for (const bad of ['', '.', '..', 'a/../b', '/a', 'a/', 'a//b', 'a\\b', 'C:a', 'nul', 'NUL.txt', 'com1', 'a/lpt9.x', 'a b', 'あ', 'a.', '.a', 'a/b/c/d/e', 'x'.repeat(121), 'a\n', 'a\u202e', '-/a', 'a^b', 'ssmix2/../x', 'ssmix2/--/x', 'ssmix2/-x', 'ssmix2/CON/x', 'ssmix2/a b', 'ssmix2/1/2/3/4/5/6/7/8/9', `ssmix2/${'x'.repeat(240)}`]) expect(isSafeName(bad), bad).toBe(false)
  })
})
