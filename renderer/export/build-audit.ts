import { auditComment, auditFileName, auditFiles, auditManifest, type AuditInput, type AuditManifest } from '#domain/audit/audit-export.ts'
import type { AgeIdentity } from '#domain/access/keys.ts'
import { exportComment, sumsText, type ExportKeys, type ManifestFile } from '#domain/export/manifest.ts'
import { manifestName, manifestSignatureName, sumsName } from '#domain/export/names.ts'
import type { Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { newIdentity, type RecipientFault } from '#renderer/vault/age-file.ts'
import { joined, type Bytes } from '#renderer/vault/bytes.ts'
import { decryptPieces, encryptPieces } from './age-stream.ts'
import { breathe, type ExportHooks } from './build-export.ts'
import { quickSha256 } from './check-tools.ts'
import { zipWriter } from './zip-writer.ts'

export type BuiltAudit = { readonly fileName: string; readonly comment: string; readonly bytes: Bytes; readonly sha256: Sha256; readonly manifest: AuditManifest; readonly proof: { readonly identity: AgeIdentity; readonly zipSha256: Sha256; readonly sha256: Sha256 } }
export type AuditBuildFault = RecipientFault | { readonly code: 'not-signed'; readonly cause: unknown }

/** The audit alone as one encrypted file, for the officer and every account; needs no secret key. */
export async function buildAudit(input: AuditInput, keys: Pick<ExportKeys, 'officer' | 'accounts'>, { sign, pause = breathe }: Pick<ExportHooks, 'sign' | 'pause'>): Promise<Result<BuiltAudit, AuditBuildFault>> {
  const proof = await newIdentity()
  const recipients = [...new Set([keys.officer.recipient, ...keys.accounts.map(({ recipient }) => recipient), proof.recipient])]
  const zip = zipWriter(input.createdAt, pause)
  const files: ManifestFile[] = []
  for (const { name, records, text } of auditFiles(input)) files.push({ name, records, ...(await zip.add(name, [text])) })
  const manifest = auditManifest(input, recipients, files)
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  const { sha256: manifestSha256 } = await zip.add(manifestName, [text])
  const signature = await sign(new TextEncoder().encode(text), auditComment(manifest))
  if (!signature.ok) return err({ code: 'not-signed', cause: signature.error })
  await zip.add(manifestSignatureName, [signature.value])
  await zip.add(sumsName, [sumsText(manifest, manifestSha256)])
  const pieces = zip.end()
  const encrypted = await encryptPieces(recipients, pieces, pause)
  if (!encrypted.ok) return encrypted
  const [sha256, zipSha256] = [await quickSha256(encrypted.value), await quickSha256(joined(...pieces))]
  const fileName = auditFileName(input)
  return ok({ fileName, comment: exportComment({ realm: input.realm, key: input.key, fileName }), bytes: encrypted.value, sha256, manifest, proof: { identity: proof.identity, zipSha256, sha256 } })
}

/** Only what lies on the disk counts: the very bytes, and they open to the very archive. */
export async function proveAudit(read: Uint8Array, { identity, sha256, zipSha256 }: BuiltAudit['proof']): Promise<boolean> {
  if ((await quickSha256(read)) !== sha256) return false
  const zip = await decryptPieces(identity, read, breathe)
  return zip.ok && (await quickSha256(zip.value)) === zipSha256
}
