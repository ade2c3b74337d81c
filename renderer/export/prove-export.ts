import { checkExport, type CheckFault } from '#domain/export/check-export.ts'
import { readAgeStructure } from '#domain/export/age-structure.ts'
import type { Manifest } from '#domain/export/manifest.ts'
import { readZipDirectory, type ZipFault } from '#domain/export/zip-directory.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { decryptPieces, type Pause } from './age-stream.ts'
import { breathe, type ExportProof } from './build-export.ts'
import { quickSha256, unpacked, windowCheckTools } from './check-tools.ts'

export type ProveFault =
  /** The bytes on the disk are not the bytes that were made: bad stick, bad cable, somebody else's file. */
  | { readonly code: 'read-back-differs' }
  | { readonly code: 'does-not-open' }
  | ZipFault
  | CheckFault

export type ProvenExport = { readonly manifest: Manifest; readonly files: number; readonly entries: number }

/**
 * Proves an export from the bytes as they lie on the disk now: decrypts them with the one-time key, unpacks
 * strictly, and compares signature, SHA-256 and count of every file with what was made. Only after this may
 * anything say done (rule EXP-10). The key is of no use afterwards; let go of it.
 */
export async function proveExport(read: Uint8Array, proof: ExportProof, pause: Pause = breathe): Promise<Result<ProvenExport, ProveFault>> {
  if ((await quickSha256(read)) !== proof.sha256) return err({ code: 'read-back-differs' })
  const zip = await decryptPieces(proof.identity, read, pause)
  if (!zip.ok) return zip
  const members = readZipDirectory(zip.value)
  if (!members.ok) return members
  const byName = new Map(members.value.map((member) => [member.name, member]))
  const files = {
    names: [...byName.keys()],
    read: async (name: string, most: number) => {
      const member = byName.get(name)
      return member === undefined || member.size > most ? null : unpacked(zip.value, member, pause)
    },
  }
  const checked = await checkExport(files, windowCheckTools(pause), null)
  if (!checked.ok) return checked
  const { manifest, manifestSha256, entries } = checked.value
  const structure = readAgeStructure(read)
  if (manifestSha256 !== proof.manifestSha256 || !structure.ok || structure.value.recipients !== manifest.recipients.length) return err({ code: 'read-back-differs' })
  return ok({ manifest, files: members.value.length, entries: entries.length })
}
