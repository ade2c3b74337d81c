import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proofWords } from '#domain/audit/proof-words.ts'
import { base64Of, bytesOfBase64 } from '#domain/export/base64.ts'
import { readZipDirectory } from '#domain/export/zip-directory.ts'
import { standingOf } from '#renderer/session/open-ward.ts'
import { wardNumber } from '#domain/number/ward-number.ts'
import { anInstant, aNurse, letters } from '#tests/builders.ts'
import { verifyBeside } from '#electron/cli/verify-beside.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { verifyExport } from '#electron/cli/verify-export.ts'
import { zipUnpacked } from '#electron/cli/verify-export-tools.ts'
import { decryptPieces } from '#renderer/export/age-stream.ts'
import { exportAudit, type AuditExported } from '#renderer/session/export-audit.ts'
import { aFolder, dropFolder, start, stop, type Running } from './station/prepared.ts'
import { bridgeOf, makeStation, statusOf, wardOf, type Made } from './station/realms.ts'

let folder: string
let made: Made
let running: Running
const opened = new Map<'public' | 'with-acts', string>()
const files = new Map<'public' | 'with-acts', AuditExported>()

/** What the recovery officer does elsewhere: age, unzip. */
async function unpack(path: string, to: string): Promise<void> {
  const zip = await decryptPieces(made.prepared.officer.identity, new Uint8Array(await readFile(path)), () => Promise.resolve())
  if (!zip.ok) throw new Error(zip.error.code)
  const members = readZipDirectory(zip.value)
  if (!members.ok) throw new Error(members.error.code)
  const { names, read } = zipUnpacked(zip.value, members.value)
  for (const name of names) {
    await mkdir(dirname(join(to, name)), { recursive: true })
    await writeFile(join(to, name), (await read(name, 1e9)) ?? new Uint8Array())
  }
}

beforeAll(async () => {
  folder = await aFolder()
  made = await makeStation(folder, 'real')
  running = await start(folder)
  const { ward, open } = await wardOf(running, made.dek, { indexedDB: new IDBFactory(), IDBKeyRange })
  const standing = standingOf(await statusOf(running), open, aNurse())
  if (standing === null || !(await ward.openChart(made.patient, standing, 'search')).ok) throw new Error('The chart opens')
  ward.stop()
  for (const scope of ['public', 'with-acts'] as const) {
    const later = scope === 'public' ? anInstant() : anInstant('2026-11-20T09:00:00.000Z')
    const done = await exportAudit(bridgeOf(running), { now: () => later }, await statusOf(running), scope === 'public' ? null : made.dek)
    if (!done.ok) throw new Error(done.error.code)
    files.set(scope, done.value)
    opened.set(scope, `${folder}-${scope}`)
    await unpack(done.value.path, `${folder}-${scope}`)
  }
}, 120_000)
afterAll(async () => {
  await stop(running)
  await dropFolder(folder)
})

const of = (scope: 'public' | 'with-acts'): string => opened.get(scope) ?? ''
const textOf = async (base: string): Promise<string> => {
  const names = (await readdir(base, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map((one) => `${one.parentPath}/${one.name}`)
  return (await Promise.all(names.map((name) => readFile(name, 'utf8')))).join('\n')
}

describe('an export of the audit alone', () => {
  it('[TRACE-10] is made without a key, and says then that no views of charts are in it', async () => {
    expect((await readdir(of('public'))).toSorted()).toEqual(['README.txt', 'SHA256SUMS', 'audit', 'chain', 'manifest.json', 'manifest.json.minisig'])
    expect(await readdir(join(of('public'), 'audit'))).toEqual(['events.csv', 'events.ndjson'])
    expect(await readFile(join(of('public'), 'README.txt'), 'utf8')).toContain('カルテの閲覧は入っていません')
    expect(files.get('public')).toMatchObject({ acts: null })
  })

  it('[TRACE-10] with the key of the open ward it says who opened whose chart, by number', async () => {
    const acts = (await readFile(join(of('with-acts'), 'audit/acts.ndjson'), 'utf8')).trimEnd().split('\n')
    expect(acts.map((line) => JSON.parse(line) as unknown)).toEqual([expect.objectContaining({ act: 'chart-opened', via: 'search', number: wardNumber('real', letters(), 1), by: aNurse() })])
    expect(files.get('with-acts')?.acts).toBe(1)
    expect(await readFile(join(of('with-acts'), 'audit/acts.csv'), 'utf8')).toContain('患者番号')
  })

  it('[TRACE-10] holds no record of care and no name of a patient, not even as a cipher', async () => {
    const { frames } = running.station.incident ?? {}
    const page = await frames?.after(0, 16 * 1024 * 1024)
    const ciphers = (page?.frames ?? []).flatMap(({ cipher }) => (cipher === null ? [] : Buffer.from(cipher).toString('base64').slice(8, 60)))
    expect(ciphers.length).toBeGreaterThan(1)
    for (const scope of ['public', 'with-acts'] as const) {
      const text = await textOf(of(scope))
      for (const secret of ['の記録 ', 'カクウ', '書きかけ', ...ciphers]) expect(text.includes(secret), secret).toBe(false)
    }
  })

  it('[TRACE-11] is verified without any key, and the verifier says what signatures prove and what they do not', async () => {
    for (const scope of ['public', 'with-acts'] as const) {
      const found = await verifyExport(of(scope), null)
      expect(found.lines.filter((line) => line.startsWith('REFUSED'))).toEqual([])
      expect(found.code).toBe(0)
      expect(found.lines.filter((line) => line.startsWith('ok: ') && line.includes('journal holds'))).toHaveLength(2)
      for (const { en } of [...proofWords.proves, ...proofWords.doesNotProve]) expect(found.lines.join('\n')).toContain(en)
      expect((await verifyExport(files.get(scope)?.path ?? '', null)).code).toBe(0)
    }
  })

  it('[TRACE-11] one changed byte in any file, a file more or a file less is refused', async () => {
    const base = of('with-acts')
    const names = (await readdir(base, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map((one) => `${one.parentPath}/${one.name}`)
    for (const name of names) {
      const bytes = await readFile(name)
      const changed = Buffer.from(bytes)
      const at = Math.floor(bytes.length / 2)
      changed[at] = (changed[at] ?? 0) ^ 1
      await writeFile(name, changed)
      expect((await verifyExport(base, null)).code, name).toBe(1)
      await writeFile(name, bytes)
    }
    await writeFile(join(base, 'audit/more.txt'), 'x')
    expect((await verifyExport(base, null)).code).toBe(1)
  })

  it('[VER-13] contradicts a folder that was cut or put back since, and agrees with one that only went on; so does a second journal', async () => {
    const later = `${folder}-later`
    await cp(folder, later, { recursive: true })
    const beside = { second: null, auditExport: of('public') }
    expect(await verifyBeside(nodeDisk(), later, beside)).toMatchObject({ code: 0, lines: [expect.stringContaining('agrees up to'), expect.stringContaining('agrees up to')] })
    expect(await verifyBeside(nodeDisk(), later, { second: folder, auditExport: null })).toMatchObject({ code: 0 })
    const segment = join(later, 'station', (await readdir(join(later, 'station'))).filter((name) => name.endsWith('.tmj')).toSorted().at(-1) ?? '')
    const bytes = await readFile(segment)
    await writeFile(segment, bytes.subarray(0, bytes.length - 2500))
    expect(await verifyBeside(nodeDisk(), later, beside)).toMatchObject({ code: 1, lines: expect.arrayContaining([expect.stringContaining('ALARM audit export')]) as unknown })
    expect(await verifyBeside(nodeDisk(), later, { second: folder, auditExport: null })).toMatchObject({ code: 1 })
    expect(await verifyBeside(nodeDisk(), later, { second: null, auditExport: folder })).toMatchObject({ code: 1 })
  })

  it('[TRACE-12] stands in the station journal before it was written', async () => {
    const told = await running.call['journal:public']({ journal: 'station', before: null, most: 20 })
    const events = told.ok ? told.value.events.flatMap(({ event }) => (event.event === 'audit-exported' ? [event] : [])) : []
    expect(events.map(({ scope }) => scope)).toEqual(['with-acts', 'public'])
    expect(events.map(({ sha256 }) => sha256)).toEqual([files.get('with-acts')?.sha256, files.get('public')?.sha256])
  })

  it('[TRACE-12] is not called done when other bytes lie on the disk', async () => {
    const bridge = bridgeOf(running)
    const spoilt = await exportAudit({ call: async (channel, ...input) => {
      const answer = await bridge.call(channel, ...input)
      if (channel === 'audit:write' && answer.ok && answer.value !== null && answer.value !== undefined && 'read' in answer.value && answer.value.read instanceof Uint8Array) answer.value.read[500] = (answer.value.read[500] ?? 0) ^ 1
      return answer
    } }, { now: () => anInstant('2026-11-20T10:00:00.000Z') }, await statusOf(running), null)
    expect(spoilt).toEqual({ ok: false, error: { code: 'read-back-differs' } })
  })

  it('[TRACE-10] bytes written as base 64 read back', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 0xff)
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes)
    }
  })
})
