import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { makeSealedCode, type SealedCode } from '#domain/access/code.ts'
import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { EntryId, Sha256, type PatientId } from '#domain/ids.ts'
import type { Standing } from '#domain/log/entry.ts'
import type { Hand } from '#domain/ports.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { countPhotos, type PhotoCounts } from '#domain/export/photos.ts'
import { transferOf } from '#domain/transfer/transfer-file.ts'
import type { Vault } from '../workers/vault-worker.ts'
import { mostCarriedBytes, photosAsText } from './carried-photos.ts'
import { photosOf } from './export-photos.ts'
import type { OpenWard } from './open-ward.ts'
import { readAll } from './read-all.ts'

export type SendHooks = { readonly progress: (done: number, of: number) => void; readonly isCancelled: () => boolean }
export type Sent = { readonly code: SealedCode; readonly fileName: string; readonly path: string; readonly sha256: Sha256; readonly entries: number; readonly photos: PhotoCounts }
export type SendFault = Fault | { readonly code: 'stopped' | 'not-registered' | 'read-back-differs' | 'frozen' | 'too-large' }

type Ports = { readonly bridge: Bridge; readonly hand: Hand; readonly vault: Pick<Vault, 'ask'> }
type Prepared = StationStatus & { readonly card: NonNullable<StationStatus['card']> }

/**
 * Writes all records of one person into a file under a code made for it alone. That the patient is sent is on record before
 * anything is written; then the file is read back from where it lies and opened with the code that will be printed.
 */
export async function sendPatient({ bridge, hand, vault }: Ports, status: Prepared, open: OpenWard, standing: Standing, asked: { readonly patient: PatientId; readonly to: string; readonly folder: string }, hooks: SendHooks): Promise<Result<Sent, SendFault>> {
  const view = open.ward.view()
  const patients = personsOf(view).membersOf(asked.patient).flatMap((id) => {
    const number = view.patients.get(id)?.registered?.number
    return number === undefined ? [] : [{ id, number }]
  })
  const [main] = patients
  if (main === undefined) return err({ code: 'not-registered' })
  const whole = await readAll(bridge, status, open.dek, hooks.isCancelled, hooks.progress)
  if (!whole.ok) return whole
  const ids = new Set(patients.map(({ id }) => id))
  const photos = await photosOf({ bridge, keys: open.keys }, whole.value.entries.filter(({ entry }) => entry.patient !== null && ids.has(entry.patient)), { read: hooks.progress, isStopped: hooks.isCancelled }, mostCarriedBytes)
  if (!photos.ok) return photos
  const { hospital, ward, letters } = status.card.profile
  const file = transferOf(whole.value.entries, { realm: status.realm, from: { station: status.card.station, letters, incident: open.incident, hospital, ward }, madeAt: hand.now(), by: standing.by, patients }, view, await photosAsText(photos.value))
  const code = makeSealedCode(hand)
  const text = JSON.stringify(file)
  const bytes = await vault.ask('sealTransfer', { code, text })
  if (bytes.length > mostBytes) return err({ code: 'too-large' })
  const hash = Sha256.parse(bytesToHex(sha256(bytes)))
  const told = await open.ward.commit({ id: EntryId.parse(hand.newId()), kind: 'patient-sent', patient: main.id, at: null, body: { to: asked.to, file: hash, entries: file.entries.length } }, standing)
  if (!told.ok) return err(told.error.code === 'frozen' ? { code: 'frozen' } : { code: 'not-saved', cause: 'disk-failed' })
  const written = await bridge.call('transfer:write', { folder: asked.folder, fileName: fileNameOf(letters, hash), bytes: new Uint8Array(bytes), comment: `tomoshibi transfer ${hash.slice(0, 16)}` })
  if (!written.ok) return written
  const back = await vault.ask('openTransfer', { code, file: written.value.read })
  if (!back.ok || back.value !== text) return err({ code: 'read-back-differs' })
  return ok({ code, fileName: fileNameOf(letters, hash), path: written.value.path, sha256: hash, entries: file.entries.length, photos: countPhotos(photos.value) })
}

/** What the bridge takes at most. A patient of ten thousand records is some five megabytes. */
const mostBytes = 64 * 1024 * 1024

/** Says whose station and which file, and nothing of the patient. */
function fileNameOf(letters: string, hash: Sha256): string {
  return `DWT_${letters}_${hash.slice(0, 12)}.age`
}
