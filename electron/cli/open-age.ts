import { readFile } from 'node:fs/promises'
import { Decrypter } from 'age-encryption'
import { AgeIdentity } from '#domain/access/keys.ts'
import { ageChunk, type AgeStructure } from '#domain/export/age-structure.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** Identities of a file as `age-keygen` writes it: comments, empty lines, secret keys. */
export async function readIdentities(path: string): Promise<Result<readonly AgeIdentity[], string>> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return err(`The identity file ${path} cannot be read`)
  if (/^(age-encryption\.org\/|-----BEGIN AGE)/.test(text)) return err(`${path} is itself encrypted: open it first with age -d`)
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  const identities = lines.map((line) => AgeIdentity.safeParse(line))
  const unfit = identities.findIndex((identity) => !identity.success)
  if (lines.length === 0 || unfit >= 0) return err(`${path} is not an identity file of age: it holds ${lines.length === 0 ? 'no key' : 'a line that is no X25519 secret key'}`)
  return ok(identities.flatMap((identity) => (identity.success ? identity.data : [])))
}

export type DecryptFault =
  | { readonly code: 'no-key-fits' }
  /** Damaged between these bytes (the first in, the second out). */
  | { readonly code: 'damaged-at'; readonly from: number; readonly to: number }

/** Decrypts with whichever identity fits. Damage is told by the piece of 64 KiB it lies in. */
export async function decryptExport(identities: readonly AgeIdentity[], file: Uint8Array, structure: AgeStructure): Promise<Result<Uint8Array, DecryptFault>> {
  let noneFits = false
  const decrypter = new Decrypter()
  try {
    for (const identity of identities) decrypter.addIdentity(identity)
    // Asked last: sees that no identity before it fitted, and opens nothing itself.
    decrypter.addIdentity({
      unwrapFileKey: () => {
        noneFits = true
        return null
      },
    })
    return ok(await decrypter.decrypt(file))
  } catch {
    if (noneFits) return err({ code: 'no-key-fits' })
    return err({ code: 'damaged-at', ...(await damagedPiece(identities, file, structure)) })
  }
}

/** Decrypts again in small steps until it fails, and counts the pieces that were whole. */
async function damagedPiece(identities: readonly AgeIdentity[], file: Uint8Array, { payloadAt }: AgeStructure): Promise<{ readonly from: number; readonly to: number }> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  let whole = 0
  try {
    const opened = await decrypter.decrypt(stepwise(file))
    const reader = opened.getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) whole += 1
  } catch {
    if (whole === 0 && (await headerFails(identities, file))) return { from: 0, to: payloadAt - 16 }
  }
  // The nonce in front of the first piece is proved together with it.
  return { from: whole === 0 ? payloadAt - 16 : payloadAt + whole * ageChunk, to: Math.min(file.length, payloadAt + (whole + 1) * ageChunk) }
}

async function headerFails(identities: readonly AgeIdentity[], file: Uint8Array): Promise<boolean> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  return decrypter.decryptHeader(file).then(
    () => false,
    () => true,
  )
}

/** Small enough that no step completes two pieces: what was decrypted before a failure is handed out before it. */
const step = 16 * 1024

function stepwise(file: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull: (controller) => {
      if (at >= file.length) controller.close()
      else controller.enqueue(file.subarray(at, at + step))
      at += step
    },
  })
}
