import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { MinisignKey } from '#domain/access/keys.ts'
import { readAgeStructure } from '#domain/export/age-structure.ts'
import { checkExport, type CheckedExport } from '#domain/export/check-export.ts'
import { readZipDirectory } from '#domain/export/zip-directory.ts'
import type { Realm } from '#domain/realm.ts'
import { understood, type Outcome } from './output.ts'
import { decryptExport, readIdentities, type DecryptFault } from './open-age.ts'
import { isFree, writeFolder } from './open-write.ts'
import { checkOuterSignature, readStationPub, signedBy, type OuterSignature } from './verify-export-signature.ts'
import { nodeCheckTools, zipUnpacked } from './verify-export-tools.ts'
import { describe, inRealm, sentence } from './verify-export-words.ts'

export type OpenRequest = { readonly path: string; readonly identity: string; readonly out: string; readonly stationPub: string | null }

/**
 * Opens an encrypted export into a folder. Everything is checked in memory first: signature, archive, manifest,
 * every hash and count, the order of the log. Only a whole and genuine export is written; of anything else
 * not one byte. Rule EXP-12.
 */
export async function openExport({ path, identity, out, stationPub }: OpenRequest): Promise<Outcome> {
  const refuse = (...lines: readonly string[]) => understood(false, lines)
  const known = stationPub === null ? null : await readStationPub(stationPub)
  if (known?.ok === false) return refuse(known.error)
  const identities = await readIdentities(identity)
  if (!identities.ok) return refuse(identities.error)
  if (!(await isFree(out))) return refuse(`${out} is there already and not an empty folder: nothing was written`)
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return refuse(`${path} cannot be read`)

  const key = known?.value ?? null
  const outer = await checkOuterSignature(path, bytes, key)
  const said = outer.ok ? (outer.value?.realm ?? null) : outer.error.realm
  const structure = readAgeStructure(bytes)
  if (!structure.ok) return refused(said, path, [...(outer.ok ? [] : [outer.error.line]), sentence(structure.error)])
  const zip = outer.ok || outer.error.inExport ? await decryptExport(identities.value, bytes, structure.value) : null
  if (!outer.ok) return refused(said, path, [outer.error.line, ...(zip?.ok === false ? [whyClosed(zip.error)] : [])])
  if (zip === null || !zip.ok) return refused(said, path, zip === null ? [] : [whyClosed(zip.error)])

  const members = readZipDirectory(zip.value)
  if (!members.ok) return refused(said, path, [sentence(members.error)])
  const unpacked = zipUnpacked(zip.value, members.value)
  const checked = await checkExport(unpacked, nodeCheckTools, key)
  if (!checked.ok) return refused(said, path, [sentence(checked.error)])
  const contradiction = contradicts(outer.value, checked.value, structure.value.recipients)
  const { realm } = checked.value.manifest
  if (contradiction !== null) return refused(realm, path, [contradiction])
  const written = await writeFolder(unpacked, out)
  if (!written.ok) return refused(realm, path, [written.error])
  return understood(true, inRealm(realm, opened(path, out, checked.value, outer.value, key)))
}

function refused(realm: Realm | null, path: string, lines: readonly string[]): Outcome {
  return understood(false, inRealm(realm, [`${basename(path)}: encrypted export`, ...lines, 'Nothing was written.']))
}

/** The signature outside and the manifest inside must speak of one export. */
function contradicts(outer: OuterSignature, { manifest }: CheckedExport, recipients: number): string | null {
  if (outer !== null && (outer.key !== manifest.signingKey || outer.realm !== manifest.realm)) return 'REFUSED: the signature beside the file and the manifest inside it are of different stations'
  if (new Set(manifest.recipients.map(({ recipient }) => recipient)).size !== recipients) return 'REFUSED: the file is encrypted to other keys than its manifest lists'
  return null
}

function opened(path: string, out: string, { manifest }: CheckedExport, outer: OuterSignature, known: MinisignKey | null): readonly string[] {
  return [
    `${basename(path)}: encrypted export`,
    outer === null ? `note: there is no signature beside it (${basename(path)}.minisig); the one inside was checked` : 'ok: the signature beside it is of these bytes',
    signedBy(manifest.signingKey, known),
    'ok: every file, hash and count is as it was signed, and the log is in order',
    ...describe(manifest),
    `Written to ${out}`,
  ]
}

function whyClosed(fault: DecryptFault): string {
  switch (fault.code) {
    case 'no-key-fits':
      return 'REFUSED: no key in the identity file opens this export (or its header is damaged)'
    case 'damaged-at':
      return `REFUSED: damaged between byte ${fault.from} and byte ${fault.to}`
  }
}
