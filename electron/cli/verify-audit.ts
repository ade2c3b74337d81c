import { readFile } from 'node:fs/promises'
import type { MinisignKey } from '#domain/access/keys.ts'
import { auditComment, AuditManifest, auditFormat } from '#domain/audit/audit-export.ts'
import { proofWords } from '#domain/audit/proof-words.ts'
import { auditLine, linesOf } from '#domain/export/events.ts'
import { sumsText } from '#domain/export/manifest.ts'
import { checkMinisig } from '#domain/export/minisig.ts'
import { manifestName, manifestSignatureName, sumsName } from '#domain/export/names.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import type { Unpacked } from '#domain/export/check-export.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { checkPublicChain, type PublicChain } from '../node/journal/public-chain.ts'
import { readPublicKey } from '../node/minisign.ts'
import { checkSignature } from '../node/signing-key.ts'
import { understood, type Outcome } from './output.ts'
import { signedBy } from './verify-export-signature.ts'
import { folderUnpacked, nodeCheckTools, strictText } from './verify-export-tools.ts'
import { inRealm, sentence, signatureSentence } from './verify-export-words.ts'

/** What an opened audit export holds, once its signature, hashes and chains were checked. */
export type CheckedAudit = { readonly manifest: AuditManifest; readonly chains: readonly PublicChain[] }

/** Is this opened folder an export of the audit alone? */
export async function isAuditExport(folder: string): Promise<boolean> {
  const text = strictText(await readFile(`${folder}/${manifestName}`).catch(() => new Uint8Array()))
  return text !== null && text.slice(0, 200).includes(`"format": "${auditFormat}"`)
}

/** Verifies an opened audit export without any key: who signed, whether it is whole, and whether the chain holds. */
export async function verifyAuditExport(folder: string, known: MinisignKey | null): Promise<Outcome> {
  const unpacked = await folderUnpacked(folder)
  if (!unpacked.ok) return understood(false, [sentence(unpacked.error)])
  const checked = await checkAudit(unpacked.value, known)
  if (!checked.ok) return understood(false, [`${folder}: opened audit export`, checked.error])
  const { manifest, chains } = checked.value
  return understood(true, inRealm(manifest.realm, [
    `${folder}: opened audit export of ${manifest.createdAt}, station ${manifest.letters} (${manifest.hospital}, ${manifest.ward})`,
    signedBy(manifest.signingKey, known),
    `ok: every file is as it was signed; ${manifest.counts.events} events, ${manifest.scope === 'public' ? 'made without a key: no views of charts' : `${manifest.counts.acts} acts`}`,
    ...chains.map((chain) => `ok: ${chain.head?.incident === null ? 'station journal' : 'incident journal'} holds to ${printedHead(chain.seq, chain.end)}; ${chain.frames} frames, ${chain.sealed} of them sealed, signed to ${chain.signedTo}`),
    ...proofWords.proves.map(({ en }) => `shows: ${en}`),
    ...proofWords.doesNotProve.map(({ en }) => `does not show: ${en}`),
  ]))
}

/** Err: the first thing that is wrong, as a sentence. */
export async function checkAudit({ names, read }: Unpacked, known: MinisignKey | null): Promise<Result<CheckedAudit, string>> {
  const [bytes, signature, sums] = [await read(manifestName, most), await read(manifestSignatureName, 4_096), await read(sumsName, most)]
  const text = bytes === null ? null : strictText(bytes)
  const manifest = AuditManifest.safeParse(json(text))
  if (bytes === null || text === null || !manifest.success) return err('REFUSED: manifest.json is damaged or not of an audit export')
  const { data } = manifest
  if (known !== null && known !== data.signingKey) return err(`REFUSED: signed by key ${data.signingKeyId}, which is not the station key you gave`)
  const checked = checkMinisig(signature === null ? '' : (strictText(signature) ?? ''), bytes, data.signingKey, nodeCheckTools)
  if (!checked.ok) return err(`REFUSED: ${signatureSentence[checked.error.code]} (manifest.json, manifest.json.minisig)`)
  if (checked.value.comment !== auditComment(data)) return err(`REFUSED: ${signatureSentence['signature-wrong']} (manifest.json.minisig)`)
  if (sums === null || strictText(sums) !== sumsText(data, await nodeCheckTools.sha256(bytes))) return err('REFUSED: SHA256SUMS does not agree with manifest.json')
  const listed = new Set([manifestName, manifestSignatureName, sumsName, ...data.files.map(({ name }) => name)])
  const stranger = names.find((name) => !listed.has(name))
  if (stranger !== undefined) return err('REFUSED: a file is not in the manifest; it does not belong here')
  const texts = new Map<string, string>()
  for (const { name, bytes: size, sha256 } of data.files) {
    const file = await read(name, size)
    if (file?.length !== size || (await nodeCheckTools.sha256(file)) !== sha256) return err(`REFUSED: ${name} is not as it was written`)
    texts.set(name, strictText(file) ?? '')
  }
  return checkChains(data, texts)
}

function checkChains(manifest: AuditManifest, texts: ReadonlyMap<string, string>): Result<CheckedAudit, string> {
  const key = readPublicKey(manifest.signingKey)
  const keyHex = key.ok ? Buffer.from(key.value.key).toString('hex') : ''
  const chains: PublicChain[] = []
  for (const { file, journal, seq, head } of manifest.chains) {
    const chain = checkPublicChain([...linesOf(texts.get(file) ?? '')], checkSignature)
    const [fault] = chain.faults
    if (fault !== undefined) return err(`REFUSED: ${file} does not hold together at number ${fault.seq} (${fault.code})`)
    if (chain.seq !== seq || chain.end !== head || (chain.head?.incident ?? 'station') !== journal || chain.head?.realm !== manifest.realm || chain.head.station !== manifest.station) return err(`REFUSED: ${file} is not the chain the manifest speaks of`)
    if (chain.head.stationKey !== keyHex) return err(`REFUSED: ${file} was signed with another key than the export`)
    chains.push(chain)
  }
  const events = chains.flatMap((chain) => chain.events.map((told) => auditLine({ journal: chain.head?.incident === null ? 'station' : 'incident', ...told }))).join('')
  if (events !== texts.get('audit/events.ndjson')) return err('REFUSED: audit/events.ndjson does not say what the chain says')
  return ok({ manifest, chains })
}

const most = 64 * 1024 * 1024

function json(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null // not JSON is no manifest
  }
}
