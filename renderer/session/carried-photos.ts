import type { Bridge } from '#domain/bridge.ts'
import type { ExportedPhotos } from '#domain/export/photos.ts'
import type { EntryId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readEntry, type Draft } from '#domain/log/entry.ts'
import type { TransferFile } from '#domain/transfer/transfer-file.ts'
import { ordinary } from '../vault/bytes.ts'
import type { IncidentKeys } from '../vault/seal.ts'

/** What a transfer takes of photographs: the file crosses the bridge at once, and the records come first. */
export const mostCarriedBytes = 32 * 1024 * 1024

/** A cipher of two mebibytes crosses the bridge; no camera here makes a picture of half of that. */
const mostJpeg = 2 * 1024 * 1024 - 1024

/** As text of the file's JSON; one after the other, so that typing goes on. */
export async function photosAsText(photos: ExportedPhotos): Promise<TransferFile['photos']> {
  const texts: TransferFile['photos'] = []
  for (const [entry, photo] of photos) {
    if (!(photo instanceof Uint8Array)) continue
    texts.push({ entry, jpeg: base64(photo) })
    await new Promise((later) => setTimeout(later))
  }
  return texts
}

/** The draft of a photograph that came along, its picture sealed here first. What is no picture of this record, or no picture a camera here makes, is passed over, the record is not. Err: it could not be kept. */
export async function withPhoto(bridge: Bridge, keys: IncidentKeys, draft: Draft<'entry-imported'>, jpeg: Uint8Array | undefined): Promise<Result<Draft<'entry-imported'>, { readonly code: 'not-saved' }>> {
  if (jpeg === undefined || jpeg.length > mostJpeg) return ok(draft)
  const there = readEntry(draft.body.entry)
  if (!there.ok || there.value.kind !== 'photo-taken' || there.value.body.bytes !== jpeg.length) return ok(draft)
  const kept = await bridge.call('photo:keep', { cipher: ordinary(await keys.sealFor('photo', draft.id, jpeg)) })
  return kept.ok ? ok({ ...draft, body: { ...draft.body, photo: kept.value.file } }) : err({ code: 'not-saved' })
}

/** The same of many records, of which some may be photographs, one after the other. `pictureOf`: what came along for a record. */
export async function withPhotos(bridge: Bridge, keys: IncidentKeys, drafts: readonly Draft[], pictureOf: (record: EntryId) => Uint8Array | undefined): Promise<Result<readonly Draft[], { readonly code: 'not-saved' }>> {
  const ready: Draft[] = []
  for (const draft of drafts) {
    const made = draft.kind === 'entry-imported' ? await withPhoto(bridge, keys, draft, pictureOf(draft.id)) : ok(draft)
    if (!made.ok) return made
    ready.push(made.value)
  }
  return ok(ready)
}

/** At most as many arguments as a call takes, and a multiple of three, so that the texts can be joined. */
const slice = 3 * 8192

/** By the window's own function: the one of the domain, which must run anywhere, takes a hundred times as long. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += slice) text += btoa(String.fromCharCode(...bytes.subarray(at, at + slice)))
  return text
}

/** Undefined: no base 64. */
export function photoFromText(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
  } catch {
    return undefined
  }
}
