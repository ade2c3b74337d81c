import { describe, expect, test } from 'vitest'
import type { Bridge } from '#domain/bridge.ts'
import { Sha256 } from '#domain/ids.ts'
import { err, ok } from '#domain/result.ts'
import { withPhoto } from '#renderer/session/carried-photos.ts'
import { photosOf } from '#renderer/session/export-photos.ts'
import { keepPhoto, keepPhotos, readPhoto, takenPhoto } from '#renderer/session/photos.ts'
import { sha256Hex } from '#renderer/vault/bytes.ts'
import { openKeys } from '#renderer/vault/seal.ts'
import { aHand, anEntry, anImported, aStanding, entryId, patientId } from '#tests/builders.ts'

const jpeg = new Uint8Array([0xff, 0xd8, 1, 2, 3, 4, 0xff, 0xd9])

/** The machine's two calls over a shelf of ciphers, as electron/node/station/journal-handlers.ts answers them. */
function aShelf(): { readonly bridge: Bridge; readonly files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const call = (channel: string, input: { readonly cipher: Uint8Array<ArrayBuffer>; readonly file: string }) => {
    if (channel === 'photo:find') return Promise.resolve(ok({ cipher: files.get(input.file) ?? null }))
    const file = Sha256.parse(sha256Hex(input.cipher))
    files.set(file, input.cipher)
    return Promise.resolve(ok({ file }))
  }
  return { bridge: { call } as unknown as Bridge, files } // the two calls that photos make
}

describe('photographs', () => {
  test('[MASS-4] a photo lies beside the journal as a cipher, and its entry names it by hash and says what it shows', async () => {
    const keys = await openKeys(new Uint8Array(32).fill(7), aStanding())
    const { bridge, files } = aShelf()
    const kept = await keepPhoto(bridge, keys, takenPhoto(aHand(), 'tag', jpeg), patientId(1))
    if (!kept.ok) throw new Error(kept.error.code)
    expect(kept.value).toMatchObject({ kind: 'photo-taken', patient: patientId(1), body: { of: 'tag', bytes: jpeg.length } })
    const [cipher] = files.values()
    expect(cipher?.includes(0xd8) && String(cipher).includes(String(jpeg))).toBe(false)
    expect(await readPhoto(bridge, keys, kept.value.id, kept.value.body.file)).toEqual(ok(jpeg))
  })

  test('[MASS-4] one that is gone, damaged, or belongs to another entry is told and not shown', async () => {
    const keys = await openKeys(new Uint8Array(32).fill(7), aStanding())
    const { bridge, files } = aShelf()
    const kept = await keepPhoto(bridge, keys, takenPhoto(aHand(), 'face', jpeg), patientId(1))
    if (!kept.ok) throw new Error(kept.error.code)
    const { id, body: { file } } = kept.value
    const gone = { ok: false, error: { code: 'not-found' } }
    expect(await readPhoto(bridge, keys, entryId(99), file)).toEqual(gone)
    const bent = new Uint8Array(files.get(file) ?? [])
    bent[20] = (bent[20] ?? 0) ^ 1
    files.set(file, bent)
    expect(await readPhoto(bridge, keys, id, file)).toEqual(gone)
    files.clear()
    expect(await readPhoto(bridge, keys, id, file)).toEqual(gone)
  })

  test('[PAT-29] Photos taken while somebody is registered are kept once the patient is on record; one that cannot be kept is told, and the others and the patient are kept all the same.', async () => {
    const keys = await openKeys(new Uint8Array(32).fill(7), aStanding())
    const { bridge, files } = aShelf()
    const hand = aHand()
    const photos = [1, 2, 3].map(() => takenPhoto(hand, 'face', jpeg))
    const on: string[] = []
    const save = (isSaved: boolean) => (draft: { readonly id: string }) => {
      if (isSaved) on.push(draft.id)
      return Promise.resolve(isSaved)
    }
    expect(await keepPhotos(bridge, keys, photos, patientId(1), save(true))).toBe('all-kept')
    expect(on).toEqual(photos.map(({ id }) => id))
    expect(files.size).toBe(3)
    // The second finds no room: the first and the third are on record.
    let calls = 0
    const full = { call: (channel: string, input: never) => ((calls += 1) === 2 ? Promise.resolve(err({ code: 'not-found' as const })) : bridge.call(channel as 'photo:keep', input)) } as unknown as Bridge // the one call that keeping makes
    on.length = 0
    expect(await keepPhotos(full, keys, photos, patientId(1), save(true))).toBe('some-not-kept')
    expect(on).toEqual([photos[0]?.id, photos[2]?.id])
    expect(await keepPhotos(bridge, keys, photos, patientId(1), save(false))).toBe('stopped')
  })

  test('[EXP-22] go into an export newest first as long as there is room; one that cannot be read keeps out no other, and it can be stopped', async () => {
    const keys = await openKeys(new Uint8Array(32).fill(7), aStanding())
    const { bridge, files } = aShelf()
    const hand = aHand()
    const drafts = []
    for (const of of ['face', 'wound', 'paper'] as const) {
      const kept = await keepPhoto(bridge, keys, takenPhoto(hand, of, jpeg), patientId(1))
      if (!kept.ok) throw new Error(kept.error.code)
      drafts.push(kept.value)
    }
    const entries = drafts.map((draft, at) => ({ seq: at + 1, head: Sha256.parse('a'.repeat(64)), entry: anEntry('photo-taken', { id: draft.id, body: draft.body }) }))
    const [face, wound, paper] = drafts.map(({ id }) => id)
    const told: string[] = []
    const going = { read: (done: number, of: number) => void told.push(`${done}/${of}`), isStopped: () => false }
    expect(await photosOf({ bridge, keys }, entries, going)).toEqual(ok(new Map([[paper, jpeg], [wound, jpeg], [face, jpeg]])))
    expect(told).toEqual(['0/3', '1/3', '2/3', '3/3'])
    expect(await photosOf({ bridge, keys }, entries, going, 2 * jpeg.length)).toEqual(ok(new Map<unknown, unknown>([[paper, jpeg], [wound, jpeg], [face, 'no-room']])))
    files.delete(drafts[1]?.body.file ?? '')
    expect(await photosOf({ bridge, keys }, entries, going)).toEqual(ok(new Map<unknown, unknown>([[paper, jpeg], [wound, 'unread'], [face, jpeg]])))
    expect(await photosOf({ bridge, keys }, entries, { ...going, isStopped: () => true })).toEqual(err({ code: 'stopped' }))
  })

  test('[XFER-10] [DESK-3] a picture that came along is sealed for its record; one of another size, or larger than any camera makes, is passed over and the record is not', async () => {
    const keys = await openKeys(new Uint8Array(32).fill(7), aStanding())
    const { bridge, files } = aShelf()
    const inner = anEntry('photo-taken', { id: entryId(70), body: { ...anEntry('photo-taken').body, bytes: jpeg.length } })
    const draft = anImported(inner)
    const kept = await withPhoto(bridge, keys, draft, jpeg)
    const file = kept.ok ? kept.value.body.photo : null
    expect([...files.keys()]).toEqual([file])
    expect(file === null ? null : await readPhoto(bridge, keys, draft.id, file)).toEqual(ok(jpeg))
    const large = new Uint8Array(2 * 1024 * 1024)
    const huge = anImported({ ...inner, body: { ...inner.body, bytes: large.length } })
    for (const [of, picture] of [[draft, jpeg.subarray(1)], [draft, undefined], [huge, large], [anImported(anEntry('note', { id: entryId(71) })), jpeg]] as const) {
      expect(await withPhoto(bridge, keys, of, picture)).toEqual(ok(of))
    }
    const full = { call: () => Promise.resolve(err({ code: 'not-found' })) } as unknown as Bridge // the one call that keeping makes
    expect(await withPhoto(full, keys, draft, jpeg)).toEqual(err({ code: 'not-saved' }))
  })
})
