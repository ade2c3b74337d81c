import type { Bridge, Fault } from '#domain/bridge.ts'
import { EntryId, type PatientId, type Sha256 } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { Hand } from '#domain/ports.ts'
import type { PhotoOf } from '#domain/record/photo.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { ordinary } from '../vault/bytes.ts'
import type { IncidentKeys } from '../vault/seal.ts'

/** A photograph that was taken and is not on record yet. */
export type TakenPhoto = { readonly id: EntryId; readonly of: PhotoOf; readonly caption: string; readonly jpeg: Uint8Array<ArrayBuffer> }

export function takenPhoto(hand: Pick<Hand, 'newId'>, of: PhotoOf, jpeg: Uint8Array<ArrayBuffer>, caption = ''): TakenPhoto {
  return { id: EntryId.parse(hand.newId()), of, caption, jpeg }
}

/**
 * Seals a photograph and keeps it beside the journal; the draft of the entry that says what it shows. The file first: an entry
 * that names a file nobody kept would promise what is not there. A file without its entry says nothing to anybody.
 */
export async function keepPhoto(bridge: Bridge, keys: IncidentKeys, { id, of, caption, jpeg }: TakenPhoto, patient: PatientId): Promise<Result<Draft<'photo-taken'>, Fault>> {
  const cipher = await keys.sealFor('photo', id, jpeg)
  const kept = await bridge.call('photo:keep', { cipher: ordinary(cipher) })
  if (!kept.ok) return kept
  return ok({ id, kind: 'photo-taken', patient, at: null, body: { file: kept.value.file, bytes: jpeg.length, of, caption } })
}

/**
 * Photographs taken while somebody was registered, once the patient is on record: a picture without a patient would be about
 * nobody. `save` answers whether the entry is on record. 'stopped': it was not; pressed again, each is recorded once.
 */
export async function keepPhotos(
  bridge: Bridge, keys: IncidentKeys, photos: readonly TakenPhoto[], patient: PatientId, save: (draft: Draft<'photo-taken'>) => Promise<boolean>,
): Promise<'all-kept' | 'some-not-kept' | 'stopped'> {
  let lost = 0
  for (const photo of photos) {
    const kept = await keepPhoto(bridge, keys, photo, patient)
    if (!kept.ok) lost += 1
    else if (!(await save(kept.value))) return 'stopped'
  }
  return lost === 0 ? 'all-kept' : 'some-not-kept'
}

/** The photograph of an entry. Err 'not-found' when the file is gone or is not what was kept. */
export async function readPhoto(bridge: Bridge, keys: IncidentKeys, entry: EntryId, file: Sha256): Promise<Result<Uint8Array, Fault>> {
  const found = await bridge.call('photo:find', { file })
  if (!found.ok) return found
  const opened = found.value.cipher === null ? null : await keys.openFor('photo', entry, found.value.cipher)
  return opened?.ok === true ? ok(opened.value) : err({ code: 'not-found' })
}
