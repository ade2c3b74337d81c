import type { Bridge } from '#domain/bridge.ts'
import type { ExportInput } from '#domain/export/input.ts'
import type { ExportedPhoto, ExportedPhotos } from '#domain/export/photos.ts'
import type { EntryId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { photoHere } from '#domain/transfer/unwrap.ts'
import type { IncidentKeys } from '../vault/seal.ts'
import { readPhoto } from './photos.ts'

/** What one export takes of photographs: some thousand as the camera takes them. The file as a whole crosses the bridge at once, and that has an end. */
export const mostPhotoBytes = 192 * 1024 * 1024

export type PhotoHooks = { readonly read: (done: number, of: number) => void; readonly isStopped: () => boolean }

/**
 * The photographs that lie here, opened one after the other, newest first: where there is no room for all, the older ones
 * stay out, and that is told. One that cannot be read keeps nothing else from being exported. Rule EXP-22.
 */
export async function photosOf({ bridge, keys }: { readonly bridge: Bridge; readonly keys: IncidentKeys }, entries: ExportInput['entries'], { read, isStopped }: PhotoHooks, most = mostPhotoBytes): Promise<Result<ExportedPhotos, { readonly code: 'stopped' }>> {
  const taken = entries.flatMap(({ entry }) => photoHere(entry) ?? []).toReversed()
  const photos = new Map<EntryId, ExportedPhoto>()
  let room = most
  for (const [done, { id, body }] of taken.entries()) {
    if (isStopped()) return err({ code: 'stopped' })
    read(done, taken.length)
    if (body.bytes > room) {
      photos.set(id, 'no-room')
      continue
    }
    const found = await readPhoto(bridge, keys, id, body.file)
    photos.set(id, found.ok ? found.value : 'unread')
    if (found.ok) room -= found.value.length
  }
  if (taken.length > 0) read(taken.length, taken.length)
  return ok(photos)
}
