import type { AgeIdentity } from '#domain/access/keys.ts'
import { charsetsBy, type DecodeBytes } from '#domain/export/charset/charset.ts'
import { exportFiles, type ExportFile } from '#domain/export/contents.ts'
import type { ExportInput, InputFault } from '#domain/export/input.ts'
import { exportComment, manifestComment, manifestOf, manifestText, sumsText, type ExportKeys, type Manifest, type ManifestFile } from '#domain/export/manifest.ts'
import { exportFileName, manifestName, manifestSignatureName, sumsName } from '#domain/export/names.ts'
import { prepareExport, type PreparedExport } from '#domain/export/prepare.ts'
import type { Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { newIdentity, type RecipientFault } from '#renderer/vault/age-file.ts'
import type { Bytes } from '#renderer/vault/bytes.ts'
import { encryptPieces, type Pause } from './age-stream.ts'
import { quickSha256 } from './check-tools.ts'
import { zipWriter } from './zip-writer.ts'

export type ExportHooks = {
  /** Called again and again; `done` never falls and ends at `of`. */
  readonly progress: (done: number, of: number) => void
  readonly isCancelled: () => boolean
  /** The station's signature of the manifest ('station:sign'): the text of a .minisig. Err passes through. */
  readonly sign: (bytes: Uint8Array, comment: string) => Promise<Result<string, unknown>>
  /** Lets the screen draw and the nurse type; a worker may give one that does nothing. */
  readonly pause?: Pause
}

/** A file made before the others, such as a PDF. */
export type ReadyFile = { readonly name: string; readonly bytes: Uint8Array }

export type BuildFault =
  | InputFault
  | RecipientFault
  | { readonly code: 'cancelled' }
  | { readonly code: 'not-signed'; readonly cause: unknown }

/** What proving needs: the one-time key, and what must come back. Lives in memory until the proof, then is dropped. */
export type ExportProof = { readonly identity: AgeIdentity; readonly sha256: Sha256; readonly manifestSha256: Sha256 }

export type BuiltExport = {
  readonly fileName: string
  /** Trusted comment for the signature over `bytes`: hand it to 'export:write' as it is. */
  readonly comment: string
  readonly bytes: Bytes
  readonly sha256: Sha256
  readonly counts: Manifest['counts']
  readonly manifest: Manifest
  /** Officer and accounts: those who can open it. The proof's key is not among them, it is forgotten. */
  readonly recipients: number
  readonly proof: ExportProof
}

/**
 * Makes an export: every file, the signed manifest, ZIP, age. Nothing is on a disk yet, and nothing may be
 * called done before `proveExport` has read it back from there. `ready`: files that are put beside the others. Runs in a worker or, with pauses, in the window.
 */
export async function buildExport(input: ExportInput, keys: ExportKeys, hooks: ExportHooks, ready: readonly ReadyFile[] = []): Promise<Result<BuiltExport, BuildFault>> {
  const prepared = await prepareExport(input, hooks.pause ?? breathe)
  if (!prepared.ok) return prepared
  const proof = await newIdentity()
  const zip = await zipped(prepared.value, keys, proof.recipient, { ...hooks, ready })
  if (!zip.ok) return zip
  const { manifest, manifestSha256, pieces } = zip.value
  const encrypted = await encryptPieces([...new Set(manifest.recipients.map(({ recipient }) => recipient))], pieces, hooks.pause ?? breathe)
  if (!encrypted.ok) return encrypted
  if (hooks.isCancelled()) return err({ code: 'cancelled' })
  const fileName = exportFileName({ ...input, ...input.profile })
  const sha256 = await quickSha256(encrypted.value)
  return ok({
    fileName,
    comment: exportComment({ realm: input.realm, key: keys.stationKey, fileName }),
    bytes: encrypted.value,
    sha256,
    counts: manifest.counts,
    manifest,
    recipients: manifest.recipients.length - 1,
    proof: { identity: proof.identity, sha256, manifestSha256 },
  })
}

type Zipped = { readonly manifest: Manifest; readonly manifestSha256: Sha256; readonly pieces: readonly Uint8Array[] }

async function zipped(prepared: PreparedExport, keys: ExportKeys, proof: Parameters<typeof manifestOf>[2], hooks: ExportHooks & { readonly ready: readonly ReadyFile[] }): Promise<Result<Zipped, BuildFault>> {
  const pause = hooks.pause ?? breathe
  const zip = zipWriter(prepared.input.createdAt, pause)
  const files = [...exportFiles(prepared, keys.stationKey, charsetsBy(decodeBytes)), ...hooks.ready.map(({ name, bytes }): ExportFile => ({ name, records: () => null, weight: 1, pieces: () => [bytes] }))]
  const of = files.reduce((total, { weight }) => total + weight, 1)
  const listed: ManifestFile[] = []
  let done = 0
  for (const { name, records, weight, pieces } of files) {
    const written = await zip.add(name, stoppable(pieces(), hooks.isCancelled))
    if (hooks.isCancelled()) return err({ code: 'cancelled' })
    listed.push({ name, records: records(), ...written })
    done += weight
    hooks.progress(done, of)
  }
  const manifest = manifestOf(prepared, keys, proof, listed)
  const text = manifestText(manifest)
  const { sha256: manifestSha256 } = await zip.add(manifestName, [text])
  const signature = await hooks.sign(new TextEncoder().encode(text), manifestComment(manifest))
  if (!signature.ok) return err({ code: 'not-signed', cause: signature.error })
  await zip.add(manifestSignatureName, [signature.value])
  await zip.add(sumsName, [sumsText(manifest, manifestSha256)])
  hooks.progress(of, of)
  return ok({ manifest, manifestSha256, pieces: zip.end() })
}

/** Node's and the window's own decoders; both follow the same standard. */
const decodeBytes: DecodeBytes = (encoding, bytes) => new TextDecoder(encoding).decode(bytes)

/** Ends early when cancelled: what was written so far is thrown away with the rest. */
function* stoppable(pieces: Iterable<string | Uint8Array>, isCancelled: () => boolean): Generator<string | Uint8Array> {
  for (const piece of pieces) {
    if (isCancelled()) return
    yield piece
  }
}

/** One turn of the event loop: the screen draws, a key press is handled. Not a timer: nested ones wait four milliseconds each. */
export function breathe(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(null)
  })
}
