import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { MinisignKey } from '#domain/access/keys.ts'
import { readAgeStructure } from '#domain/export/age-structure.ts'
import { checkExport, type CheckedExport, type Unpacked } from '#domain/export/check-export.ts'
import { readZipDirectory } from '#domain/export/zip-directory.ts'
import type { Realm } from '#domain/realm.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { understood, type Outcome } from './output.ts'
import { decryptExport, readIdentities, type DecryptFault } from './open-age.ts'
import { checkOuterSignature, readStationPub, signedBy, type OuterSignature } from './verify-export-signature.ts'
import { nodeCheckTools, zipUnpacked } from './verify-export-tools.ts'
import { describe, inRealm, sentence } from './verify-export-words.ts'

/** `untouched`: the last sentence of a refusal, that nothing was written or sent. */
export type CheckRequest = { readonly path: string; readonly identity: string; readonly stationPub: string | null; readonly untouched: string }

/** An export in memory, every word of it checked, and what is said of that. */
export type OpenedExport = { readonly unpacked: Unpacked; readonly checked: CheckedExport; readonly said: readonly string[] }

/** Decrypts an export and checks everything: signature, archive, manifest, every hash and count, the order of the log. Err with the sentences of a refusal. */
export async function openChecked({ path, identity, stationPub, untouched }: CheckRequest): Promise<Result<OpenedExport, Outcome>> {
  const refuse = (line: string) => err(understood(false, [line]))
  const refused = (realm: Realm | null, lines: readonly string[]) => err(refusal({ path, untouched }, realm, lines))
  const known = stationPub === null ? null : await readStationPub(stationPub)
  if (known?.ok === false) return refuse(known.error)
  const identities = await readIdentities(identity)
  if (!identities.ok) return refuse(identities.error)
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return refuse(`${path} cannot be read`)

  const key = known?.value ?? null
  const outer = await checkOuterSignature(path, bytes, key)
  const said = outer.ok ? (outer.value?.realm ?? null) : outer.error.realm
  const structure = readAgeStructure(bytes)
  if (!structure.ok) return refused(said, [...(outer.ok ? [] : [outer.error.line]), sentence(structure.error)])
  const zip = outer.ok || outer.error.inExport ? await decryptExport(identities.value, bytes, structure.value) : null
  if (!outer.ok) return refused(said, [outer.error.line, ...(zip?.ok === false ? [whyClosed(zip.error)] : [])])
  if (zip === null || !zip.ok) return refused(said, zip === null ? [] : [whyClosed(zip.error)])

  const members = readZipDirectory(zip.value)
  if (!members.ok) return refused(said, [sentence(members.error)])
  const unpacked = zipUnpacked(zip.value, members.value)
  const checked = await checkExport(unpacked, nodeCheckTools, key)
  if (!checked.ok) return refused(said, [sentence(checked.error)])
  const contradiction = contradicts(outer.value, checked.value, structure.value.recipients)
  if (contradiction !== null) return refused(checked.value.manifest.realm, [contradiction])
  return ok({ unpacked, checked: checked.value, said: opened(path, checked.value, outer.value, key) })
}

export function refusal({ path, untouched }: Pick<CheckRequest, 'path' | 'untouched'>, realm: Realm | null, lines: readonly string[]): Outcome {
  return understood(false, inRealm(realm, [`${basename(path)}: encrypted export`, ...lines, untouched]))
}

/** The signature outside and the manifest inside must speak of one export. */
function contradicts(outer: OuterSignature, { manifest }: CheckedExport, recipients: number): string | null {
  if (outer !== null && (outer.key !== manifest.signingKey || outer.realm !== manifest.realm)) return 'REFUSED: the signature beside the file and the manifest inside it are of different stations'
  if (new Set(manifest.recipients.map(({ recipient }) => recipient)).size !== recipients) return 'REFUSED: the file is encrypted to other keys than its manifest lists'
  return null
}

function opened(path: string, { manifest }: CheckedExport, outer: OuterSignature, known: MinisignKey | null): readonly string[] {
  return [
    `${basename(path)}: encrypted export`,
    outer === null ? `note: there is no signature beside it (${basename(path)}.minisig); the one inside was checked` : 'ok: the signature beside it is of these bytes',
    signedBy(manifest.signingKey, known),
    'ok: every file, hash and count is as it was signed, and the log is in order',
    ...describe(manifest),
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
