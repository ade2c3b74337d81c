import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MinisignKey } from '#domain/access/keys.ts'
import { readExportComment, type ExportComment } from '#domain/export/manifest.ts'
import { checkMinisig, keyIdOf, readMinisig } from '#domain/export/minisig.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { encodePublicKey, readPublicKey } from '../node/minisign.ts'
import { nodeCheckTools, strictText } from './verify-export-tools.ts'
import { signatureSentence } from './verify-export-words.ts'

/** What the signature beside an encrypted export says, checked; null when there is none. */
export type OuterSignature = ExportComment | null

export type OuterFault = { readonly realm: ExportComment['realm'] | null; readonly line: string; readonly inExport: boolean }

/** Checks `<export>.minisig` over the encrypted bytes. Needs no secret key; `known` is the station key it must be of. */
export async function checkOuterSignature(path: string, bytes: Uint8Array, known: MinisignKey | null): Promise<Result<OuterSignature, OuterFault>> {
  const beside = `${path}.minisig`
  const name = basename(beside)
  const size = await stat(beside).then((found) => found.size, () => null)
  if (size === null) return ok(null)
  const text = size > 4_096 ? '' : (strictText(await readFile(beside)) ?? '')
  const comment = readExportComment(partOf(text))
  if (comment === null) return err({ realm: null, line: `REFUSED: ${signatureSentence['not-a-signature']} (${name})`, inExport: false })
  const checked = checkMinisig(text, bytes, comment.key, nodeCheckTools)
  if (!checked.ok) {
    const inExport = checked.error.code === 'signature-wrong'
    return err({ realm: comment.realm, line: `REFUSED: ${signatureSentence[checked.error.code]} (${inExport ? basename(path) : name})`, inExport })
  }
  if (known !== null && comment.key !== known) {
    return err({ realm: comment.realm, line: `REFUSED: signed by station key ${keyIdOf(comment.key)}; the key you gave is ${keyIdOf(known)}`, inExport: false })
  }
  return ok(comment)
}

/** The trusted comment as it stands, before anything is proved. */
function partOf(text: string): string {
  const read = readMinisig(text)
  return read.ok ? read.value.comment : ''
}

/** Which station signed, and whether that was compared with anything outside the file. */
export function signedBy(key: MinisignKey, known: MinisignKey | null): string {
  const trust = known === null ? 'signature not checked against a known station (--station-pub)' : 'that is the station key you gave'
  return `ok: signed by station key ${keyIdOf(key)}; ${trust}`
}

/** The key of a `.pub` file. */
export async function readStationPub(path: string): Promise<Result<MinisignKey, string>> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return err(`The station key ${path} cannot be read`)
  const key = readPublicKey(text)
  return key.ok ? ok(encodePublicKey(key.value)) : err(`${path} is not a public key of minisign`)
}
