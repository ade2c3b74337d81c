import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { MinisignKey } from '#domain/access/keys.ts'
import { readAgeStructure } from '#domain/export/age-structure.ts'
import { checkExport } from '#domain/export/check-export.ts'
import { readManifest } from '#domain/export/manifest.ts'
import { manifestName } from '#domain/export/names.ts'
import type { Realm } from '#domain/realm.ts'
import { understood, type Outcome } from './output.ts'
import { isAuditExport, verifyAuditExport } from './verify-audit.ts'
import { checkOuterSignature, readStationPub, signedBy } from './verify-export-signature.ts'
import { folderUnpacked, nodeCheckTools, strictText } from './verify-export-tools.ts'
import { describe, inRealm, sentence } from './verify-export-words.ts'

/** Is this path an export, encrypted or opened? */
export async function isExport(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile() === true) return path.endsWith('.zip.age')
  return found?.isDirectory() === true && (await stat(`${path}/${manifestName}`).then((one) => one.isFile(), () => false))
}

/**
 * Verifies an export without any secret key. Encrypted: the signature over its bytes and the form of the age
 * file. Opened into a folder: everything an export says about itself.
 */
export async function verifyExport(path: string, stationPub: string | null): Promise<Outcome> {
  const known = stationPub === null ? null : await readStationPub(stationPub)
  if (known?.ok === false) return understood(false, [known.error])
  const key = known?.value ?? null
  if ((await stat(path)).isDirectory() && (await isAuditExport(path))) return verifyAuditExport(path.replace(/[/\\]+$/, ''), key)
  return (await stat(path)).isDirectory() ? verifyOpened(path, key) : verifyEncrypted(path, key)
}

async function verifyEncrypted(path: string, known: MinisignKey | null): Promise<Outcome> {
  const bytes = await readFile(path)
  const outer = await checkOuterSignature(path, bytes, known)
  const structure = readAgeStructure(bytes)
  const realm = outer.ok ? (outer.value?.realm ?? null) : outer.error.realm
  const say = (ok: boolean, ...lines: readonly string[]) => understood(ok, inRealm(realm, [`${basename(path)}: encrypted export, ${bytes.length} bytes`, ...lines]))
  const form = structure.ok ? [] : [sentence(structure.error)]
  if (!outer.ok) return say(false, outer.error.line, ...form)
  if (outer.value === null) return say(false, ...form, `REFUSED: there is no signature beside it (${basename(path)}.minisig); without it only its key can tell whether it is whole`)
  if (!structure.ok) return say(false, ...form)
  return say(
    true,
    signedBy(outer.value.key, known),
    `ok: an age file for ${structure.value.recipients} keys, whole from the first byte to the last`,
    ...(outer.value.fileName === basename(path) ? [] : [`note: it was made under the name ${outer.value.fileName}`]),
  )
}

async function verifyOpened(path: string, known: MinisignKey | null): Promise<Outcome> {
  const folder = path.replace(/[/\\]+$/, '')
  const realm = await realmSaid(folder)
  const say = (ok: boolean, ...lines: readonly string[]) => understood(ok, inRealm(realm, [`${folder}: opened export`, ...lines]))
  const unpacked = await folderUnpacked(folder)
  if (!unpacked.ok) return say(false, sentence(unpacked.error))
  const checked = await checkExport(unpacked.value, nodeCheckTools, known)
  if (!checked.ok) return say(false, sentence(checked.error))
  const { manifest } = checked.value
  return say(true, signedBy(manifest.signingKey, known), 'ok: every file, hash and count is as it was signed, and the log is in order', ...describe(manifest))
}

/** What the manifest says before anything is proved: only for marking the lines. */
async function realmSaid(folder: string): Promise<Realm | null> {
  const text = strictText(await readFile(`${folder}/${manifestName}`))
  const manifest = readManifest(text ?? '')
  return manifest.ok ? manifest.value.realm : null
}
