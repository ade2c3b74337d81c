import { blake2b } from '@noble/hashes/blake2.js'
import { Decrypter } from 'age-encryption'
import type { AgeIdentity } from '#domain/access/keys.ts'
import { readAgeStructure } from '#domain/export/age-structure.ts'
import { checkExport, type CheckedExport } from '#domain/export/check-export.ts'
import { readExportComment } from '#domain/export/manifest.ts'
import { photoOfName } from '#domain/export/photos.ts'
import { checkMinisig, readMinisig } from '#domain/export/minisig.ts'
import { readZipDirectory } from '#domain/export/zip-directory.ts'
import type { EntryId, Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { decryptPieces, type Pause } from './age-stream.ts'
import { quickSha256, unpacked, windowCheckTools } from './check-tools.ts'

export type OpenExportFault =
  | { readonly code: 'not-an-export' }
  /** Cut off, or bytes in it changed. */
  | { readonly code: 'file-damaged' }
  /** The signature beside it is none, or of other bytes or another station. */
  | { readonly code: 'signature-wrong' }
  | { readonly code: 'wrong-key' }
  | { readonly code: 'newer-version' }
  /** Whole, and what it says about itself does not agree. */
  | { readonly code: 'export-disagrees' }

export type OpenedExport = { readonly checked: CheckedExport; readonly photos: ReadonlyMap<EntryId, Uint8Array>; readonly sha256: Sha256 }

/**
 * Opens an export of any station with the officer's key and believes nothing of it: the signature beside it, every hash and
 * count, and the order of its log, as `verify-export` does. `minisig` null: it was not given; the signature inside is checked all
 * the same. Rule DESK-4.
 */
export async function openExport(file: Uint8Array, minisig: string | null, identity: AgeIdentity, pause: Pause): Promise<Result<OpenedExport, OpenExportFault>> {
  const structure = readAgeStructure(file)
  if (!structure.ok) return err({ code: structure.error.code === 'not-an-age-file' ? 'not-an-export' : 'file-damaged' })
  const outer = minisig === null ? ok(null) : await outerComment(file, minisig, pause)
  if (!outer.ok) return outer
  if (!(await opensWith(identity, file))) return err({ code: 'wrong-key' })
  const zip = await decryptPieces(identity, file, pause)
  if (!zip.ok) return err({ code: 'file-damaged' })
  const members = readZipDirectory(zip.value)
  if (!members.ok) return err({ code: 'not-an-export' })
  const byName = new Map(members.value.map((member) => [member.name, member]))
  const files = {
    names: [...byName.keys()],
    read: async (name: string, most: number) => {
      const member = byName.get(name)
      return member === undefined || member.size > most ? null : unpacked(zip.value, member, pause)
    },
  }
  const checked = await checkExport(files, windowCheckTools(pause), null)
  if (!checked.ok) return err({ code: checked.error.code === 'newer-format' ? 'newer-version' : checked.error.code === 'manifest-not-ours' || checked.error.code === 'file-missing' ? 'not-an-export' : 'export-disagrees' })
  const { manifest } = checked.value
  const isOne = (outer.value === null || (outer.value.key === manifest.signingKey && outer.value.realm === manifest.realm)) && new Set(manifest.recipients.map(({ recipient }) => recipient)).size === structure.value.recipients
  if (!isOne) return err({ code: 'signature-wrong' })
  const photos = new Map<EntryId, Uint8Array>()
  for (const { name, bytes } of manifest.files) {
    const id = photoOfName(name)
    const jpeg = id === null ? null : await files.read(name, bytes) // checked above, byte for byte
    if (id !== null && jpeg !== null) photos.set(id, jpeg)
  }
  return ok({ checked: checked.value, photos, sha256: await quickSha256(file) })
}

/** What the signature beside the file says, once it is known to be of these very bytes. */
async function outerComment(file: Uint8Array, minisig: string, pause: Pause): Promise<Result<NonNullable<ReturnType<typeof readExportComment>>, OpenExportFault>> {
  const read = readMinisig(minisig)
  const comment = read.ok ? readExportComment(read.value.comment) : null
  if (comment === null) return err({ code: 'signature-wrong' })
  const hash = await hashed(file, pause)
  const checked = checkMinisig(minisig, file, comment.key, { ...windowCheckTools(pause), blake2b: () => hash })
  return checked.ok ? ok(comment) : err({ code: checked.error.code === 'signature-wrong' ? 'file-damaged' : 'signature-wrong' })
}

const slice = 1024 * 1024

/** In pieces: in one go a large file holds the window for seconds. */
async function hashed(file: Uint8Array, pause: Pause): Promise<Uint8Array> {
  const hash = blake2b.create({ dkLen: 64 })
  for (let at = 0; at < file.length; at += slice) {
    hash.update(file.subarray(at, at + slice))
    await pause()
  }
  return hash.digest()
}

async function opensWith(identity: AgeIdentity, file: Uint8Array): Promise<boolean> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decryptHeader(file).then(() => true, () => false)
}
