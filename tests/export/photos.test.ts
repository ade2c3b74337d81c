import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { countPhotos, photoName, type ExportedPhoto } from '#domain/export/photos.ts'
import type { EntryId } from '#domain/ids.ts'
import { proveExport } from '#renderer/export/prove-export.ts'
import { decryptWith } from '#renderer/vault/age-file.ts'
import { aNumber, anEntry, aPatient, entryId } from '#tests/builders.ts'
import { anInput, made } from './fixture.ts'

const [taken, lost, old, elsewhere] = [entryId(51), entryId(52), entryId(53), entryId(54)]
const jpeg = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7919) >> 3)
const input = anInput([aPatient(), ...[taken, lost, old, elsewhere].map((id) => anEntry('photo-taken', { id }))], { photos: new Map<EntryId, ExportedPhoto>([[taken, jpeg], [lost, 'unread'], [old, 'no-room']]) })

describe('photographs in an export', { timeout: 30_000 }, () => {
  it('[EXP-22] lie under the patient’s folder and the record’s id as they were taken, and are proved like every other file', async () => {
    const { built, keys } = await made(input)
    const zip = await decryptWith(keys.officer.identity, built.bytes)
    if (!zip.ok) throw new Error(zip.error.code)
    const files = unzipSync(zip.value)
    expect(Object.keys(files).filter((name) => name.startsWith('photos/'))).toEqual([photoName(aNumber(), taken)])
    expect(files[photoName(aNumber(), taken)]).toEqual(jpeg)
    expect(await proveExport(built.bytes, built.proof)).toMatchObject({ ok: true })
  })

  it('[EXP-22] the patient’s page leads to each, and says of one that is not there why', async () => {
    const { built, keys } = await made(input)
    const zip = await decryptWith(keys.officer.identity, built.bytes)
    const page = new TextDecoder().decode(zip.ok ? unzipSync(zip.value)[`patients/${aNumber()}/index.html`] : undefined)
    expect(page.match(/href="\.\.\/\.\.\/photos\/[^"]*"/g)).toEqual([`href="../../${photoName(aNumber(), taken)}"`])
    expect(page).toContain('写真は読めませんでした')
    expect(page).toContain('写真はこの書き出しに入りきりませんでした')
    expect(countPhotos(input.photos)).toEqual({ kept: 1, unread: 1, noRoom: 1 })
  })
})
