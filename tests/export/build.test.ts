import { beforeAll, describe, expect, it } from 'vitest'
import { readAgeStructure } from '#domain/export/age-structure.ts'
import { exportFileName } from '#domain/export/names.ts'
import { clockNote, readExportComment, readManifest } from '#domain/export/manifest.ts'
import { admitRealm } from '#domain/export/realm-gate.ts'
import { AgeRecipient } from '#domain/access/keys.ts'
import { IncidentId } from '#domain/ids.ts'
import { realms } from '#domain/realm.ts'
import { err } from '#domain/result.ts'
import { buildExport, breathe } from '#renderer/export/build-export.ts'
import { proveExport } from '#renderer/export/prove-export.ts'
import { decryptWith } from '#renderer/vault/age-file.ts'
import { aHash, anEntry, anInstant, aPatient, letters, testId } from '#tests/builders.ts'
import { aWard, anInput, headAt, hooksOf, made, someKeys, type Keys, type Made } from './fixture.ts'

let keys: Keys
let one: Made
beforeAll(async () => {
  keys = await someKeys()
  one = await made()
})

describe('an export', { timeout: 30_000 }, () => {
  it('[EXP-9] says what it is, from where, for whom and after which', () => {
    const { manifest } = one.built
    expect(readManifest(JSON.stringify(manifest))).toEqual({ ok: true, value: manifest })
    expect(manifest).toMatchObject({
      format: 'tomoshibi-export', formatVersion: 1, realm: 'real', exportNo: 3, letters: 'AF', ward: '東4', previousExportSha256: null,
      clock: { offsetMs: -18_000, note: clockNote(-18_000) },
      counts: { entries: 9, patients: 2, publicEvents: 2, unreadable: 0 }, findings: [],
      chain: { incident: { seq: 11, head: headAt(11), beginning: headAt(0) }, station: { seq: 12 } },
    })
    expect(manifest.recipients.map(({ role }) => role)).toEqual(['officer', 'account', 'account', 'proof'])
    expect(manifest.files.find(({ name }) => name === 'log/events.ndjson')).toMatchObject({ records: 9 })
    expect(one.built.recipients).toBe(3)
  })

  it('[EXP-9] names the export before it', async () => {
    const after = await made(anInput(aWard(), { previousExportSha256: aHash('b') }))
    expect(after.built.manifest.previousExportSha256).toBe(aHash('b'))
  })

  it('[EXP-16] opens for the officer and every account, and for nobody else', async () => {
    for (const { identity } of [one.keys.officer, ...one.keys.accounts]) expect((await decryptWith(identity, one.built.bytes)).ok).toBe(true)
    expect(await decryptWith(keys.officer.identity, one.built.bytes)).toEqual({ ok: false, error: { code: 'no-key-fits' } })
    expect(readAgeStructure(one.built.bytes)).toMatchObject({ ok: true, value: { recipients: 4 } })
  })

  it('[EXP-16] is proved with a key that no other export has', async () => {
    const other = await buildExport(anInput(aWard()), one.keys.roster, hooksOf(one.keys.station))
    if (!other.ok) throw new Error('The arrangement failed')
    expect(other.value.proof.identity).not.toBe(one.built.proof.identity)
    expect((await decryptWith(one.built.proof.identity, other.value.bytes)).ok).toBe(false)
  })

  it('[EXP-16] is refused before anything is written when a recipient is unfit', async () => {
    const mistyped = AgeRecipient.parse(`age1${'q'.repeat(58)}`)
    expect(await buildExport(anInput([]), { ...keys.roster, officer: { recipient: mistyped } }, hooksOf(keys.station))).toEqual({ ok: false, error: { code: 'not-a-recipient' } })
  })

  it('[EXP-10] is proved by what lies on the disk, every file of it', async () => {
    expect(await proveExport(one.built.bytes.slice(), one.built.proof)).toMatchObject({ ok: true, value: { entries: 9, files: one.built.manifest.files.length + 3 } })
  })

  it('[EXP-10] is not done when one byte came back differently, a piece is missing, or it is another export', async () => {
    const other = await made()
    const damaged = one.built.bytes.with(4_000, (one.built.bytes[4_000] ?? 0) ^ 1)
    for (const read of [damaged, one.built.bytes.subarray(0, -1), other.built.bytes, new Uint8Array(0)]) {
      expect(await proveExport(read, one.built.proof)).toEqual({ ok: false, error: { code: 'read-back-differs' } })
    }
  })

  it('[EXP-10] is not done when its manifest is not signed by the station', async () => {
    const stranger = await buildExport(anInput(aWard()), one.keys.roster, hooksOf(keys.station))
    if (!stranger.ok) throw new Error('The arrangement failed')
    expect(await proveExport(stranger.value.bytes, stranger.value.proof)).toEqual({ ok: false, error: { code: 'manifest-signature', why: 'other-key' } })
  })

  it('[EXP-10] is not done when the proof is of another manifest', async () => {
    const other = await made()
    const proof = { ...one.built.proof, manifestSha256: other.built.proof.manifestSha256 }
    expect(await proveExport(one.built.bytes, proof)).toEqual({ ok: false, error: { code: 'read-back-differs' } })
    expect(await proveExport(one.built.bytes, { ...one.built.proof, identity: other.built.proof.identity })).toEqual({ ok: false, error: { code: 'does-not-open' } })
  })

  it('[EXP-15] tells how far it has come, and gives way again and again', async () => {
    const told: number[] = []
    let of = 0
    let pauses = 0
    const hooks = hooksOf(keys.station, {
      progress: (done, all) => {
        told.push(done)
        of = all
      },
      pause: () => {
        pauses += 1
        return breathe()
      },
    })
    expect((await buildExport(anInput([aPatient(), ...Array.from({ length: 3_000 }, () => anEntry('vital-signs'))]), keys.roster, hooks)).ok).toBe(true)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(of)
    expect(pauses).toBeGreaterThan(50)
  })

  it('[EXP-15] can be cancelled at any moment', async () => {
    for (const after of [0, 3, 20]) {
      let asked = 0
      const hooks = hooksOf(keys.station, { isCancelled: () => (asked += 1) > after })
      expect(await buildExport(anInput(aWard()), keys.roster, hooks)).toEqual({ ok: false, error: { code: 'cancelled' } })
    }
  })

  it('[EXP-9] is not made when the station does not sign', async () => {
    const hooks = hooksOf(keys.station, { sign: () => Promise.resolve(err({ code: 'not-now' })) })
    expect(await buildExport(anInput(aWard()), keys.roster, hooks)).toEqual({ ok: false, error: { code: 'not-signed', cause: { code: 'not-now' } } })
  })

  it.each(['0001-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z', '2107-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])('[EXP-17] is made and proved when the clock says %s', async (at) => {
    const { built } = await made(anInput(aWard(), { createdAt: anInstant(at), clockOffsetMs: null }))
    expect((await proveExport(built.bytes, built.proof)).ok).toBe(true)
  })

  it('[EXP-1] without one entry is an export too', async () => {
    const { built } = await made(anInput([]))
    expect(await proveExport(built.bytes, built.proof)).toMatchObject({ ok: true, value: { entries: 0 } })
  })
})

describe('an export of a damaged journal', { timeout: 30_000 }, () => {
  it('[EXP-11] is made and proved, and names what does not open, is missing or was changed', async () => {
    const input = anInput(aWard())
    const without = (seq: number) => <Row extends { readonly seq: number }>(rows: readonly Row[]) => rows.filter((row) => row.seq !== seq)
    const closed = await made({ ...input, entries: without(5)(input.entries) })
    expect(closed.built.counts).toMatchObject({ entries: 8, unreadable: 1 })
    expect(closed.built.manifest.findings).toEqual([{ code: 'entry-does-not-open', seq: 5 }, { code: 'entry-missing', seq: 6 }])
    const lost = await made({ ...input, entries: without(5)(input.entries), frames: without(5)(input.frames) })
    expect(lost.built.manifest.findings.map(({ code }) => code)).toEqual(['entry-missing', 'frames-missing', 'history-was-changed'])
    for (const { built } of [closed, lost]) expect((await proveExport(built.bytes, built.proof)).ok).toBe(true)
  })

  it('[EXP-11] keeps an entry that stands in the journal twice, both times', async () => {
    const twice = anEntry('note')
    const { built } = await made(anInput([aPatient(), twice, twice]))
    expect(built.manifest.findings).toEqual([{ code: 'entry-twice', seq: 4 }])
    expect(await proveExport(built.bytes, built.proof)).toMatchObject({ ok: true, value: { entries: 3 } })
  })

  it('[EXP-1] is refused when what it is given is not one journal in its order', async () => {
    const input = anInput(aWard())
    const [first, second, ...rest] = input.entries
    if (first === undefined || second === undefined) throw new Error('The arrangement failed')
    const code = async (changed: typeof input) => {
      const result = await buildExport(changed, keys.roster, hooksOf(keys.station))
      return result.ok ? 'made' : result.error.code
    }
    expect(await code({ ...input, entries: [second, first, ...rest] })).toBe('out-of-order')
    expect(await code({ ...input, entries: [{ ...first, head: headAt(99) }, second, ...rest] })).toBe('frame-disagrees')
    expect(await code({ ...input, frames: input.frames.slice(0, -1) })).toBe('frame-disagrees')
    expect(await code({ ...input, frames: input.frames.filter(({ seq }) => seq !== 2) })).toBe('frame-disagrees')
  })
})

describe('realms', () => {
  it('[EXP-3] never cross, in no direction', () => {
    for (const here of realms) {
      for (const there of realms) expect(admitRealm(here, there)).toEqual(here === there ? { ok: true, value: null } : { ok: false, error: { code: 'other-realm', here, there } })
    }
  })

  it('[EXP-3] do not mix in an export', async () => {
    const input = anInput(aWard('drill'), { realm: 'drill' })
    expect(await buildExport({ ...input, realm: 'real' }, keys.roster, hooksOf(keys.station))).toEqual({ ok: false, error: { code: 'entry-of-another-realm', seq: 2 } })
    const elsewhere = { ...input, incident: IncidentId.parse(testId(0xb00000000002)) }
    expect(await buildExport(elsewhere, keys.roster, hooksOf(keys.station))).toEqual({ ok: false, error: { code: 'entry-of-another-incident', seq: 2 } })
  })

  it('[EXP-3] [EXP-7] stand in the file name and in the signed comment', async () => {
    const at = { hospital: '灯病院', letters: letters(), createdAt: anInstant('2026-11-21T01:02:03.000Z'), exportNo: 12 }
    expect(exportFileName({ ...at, realm: 'real' })).toBe('DWW_HOSPITAL_AF_20261121T010203Z_012.zip.age')
    expect(exportFileName({ ...at, realm: 'drill' })).toBe('DWW_DRILL_HOSPITAL_AF_20261121T010203Z_012.zip.age')
    expect(exportFileName({ ...at, realm: 'demo', hospital: 'Ｓｔ．灯 Hospital/../x' })).toBe('DWW_DEMO_St-Hospital-x_AF_20261121T010203Z_012.zip.age')
    const drill = await made(anInput(aWard('drill'), { realm: 'drill' }))
    expect(readExportComment(drill.built.comment)).toEqual({ realm: 'drill', key: drill.keys.station.minisignKey, fileName: drill.built.fileName })
  })

  it('[EXP-9] fit with name and comment into what the machine accepts', () => {
    const fileName = exportFileName({ realm: 'drill', hospital: 'x'.repeat(100), letters: letters(), createdAt: anInstant('9999-12-31T23:59:59.999Z'), exportNo: 999_999 })
    expect(fileName).toMatch(/^[A-Za-z0-9_.-]{1,120}\.zip\.age$/)
    expect(`tomoshibi export realm=drill key=${'x'.repeat(56)} file=${fileName}`.length).toBeLessThanOrEqual(200)
  })
})
