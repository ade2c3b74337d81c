import { createPublicKey, verify } from 'node:crypto'
import { blake2b } from '@noble/hashes/blake2.js'
import { MinisignKey } from '#domain/access/keys.ts'
import { err, ok, type Result } from '#domain/result.ts'

/**
 * Signatures in minisign's form, so that anyone checks an export with `minisign -V`, without us.
 *
 *   public key   "Ed" | 8 bytes key number | 32 bytes Ed25519 key                    base 64
 *   signature    "ED" | 8 bytes key number | 64 bytes over BLAKE2b-512 of the file   base 64
 *                trusted comment, then 64 bytes over signature and comment           base 64
 *
 * The old kind "Ed", signed over the file itself, is neither written nor accepted.
 */
export type PublicKey = { readonly keyNumber: Uint8Array; readonly key: Uint8Array }

export type SignatureFault =
  | { readonly code: 'not-a-signature' }
  /** Made by another key than the one asked about. */
  | { readonly code: 'other-key' }
  /** The file is not what was signed. */
  | { readonly code: 'signature-wrong' }
  /** The file is; the trusted comment is not. */
  | { readonly code: 'comment-wrong' }

/** Signs 64 bytes or any others with the raw Ed25519 key. */
export type RawSign = (bytes: Uint8Array) => Uint8Array

export function encodePublicKey({ keyNumber, key }: PublicKey): MinisignKey {
  const bytes = Buffer.concat([Buffer.from('Ed', 'ascii'), keyNumber, key])
  return bytes.toString('base64') as MinisignKey // "Ed" and 40 bytes are 56 symbols that begin with RW
}

/** Reads a key alone on its line, or the whole text of a public key file. */
export function readPublicKey(text: string): Result<PublicKey, { readonly code: 'not-a-public-key' }> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('untrusted comment:'))
  const encoded = MinisignKey.safeParse(lines[0]?.trim())
  if (lines.length !== 1 || !encoded.success) return err({ code: 'not-a-public-key' })
  const bytes = Buffer.from(encoded.data, 'base64')
  return ok({ keyNumber: new Uint8Array(bytes.subarray(2, 10)), key: new Uint8Array(bytes.subarray(10)) })
}

/** The `.pub` file that goes onto the recovery stick. */
export function publicKeyFile(key: PublicKey): string {
  return `untrusted comment: minisign public key ${keyNumberText(key.keyNumber)}\n${encodePublicKey(key)}\n`
}

/** The key number as minisign prints it. */
export function keyNumberText(keyNumber: Uint8Array): string {
  return Buffer.from(keyNumber.toReversed()).toString('hex').toUpperCase()
}

/** BLAKE2b-512, the digest that is signed. Of a large file, piece by piece. */
export async function digestOf(file: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return blake2b(file, { dkLen: 64 })
  const digest = blake2b.create({ dkLen: 64 })
  for await (const piece of file) digest.update(piece)
  return digest.digest()
}

/** Text of a `.minisig` file for a digest. The trusted comment is signed too; it may be Japanese, and is one line. */
export function signatureFile(digest: Uint8Array, trustedComment: string, keyNumber: Uint8Array, sign: RawSign): string {
  if (digest.length !== 64) throw new Error('BLAKE2b-512 has 64 bytes')
  if (/[\r\n\0]/.test(trustedComment) || !trustedComment.isWellFormed() || Buffer.byteLength(trustedComment) > mostComment) {
    throw new Error('A trusted comment is one line')
  }
  const signature = sign(digest)
  const whole = Buffer.concat([Buffer.from('ED', 'ascii'), keyNumber, signature])
  const overBoth = sign(Buffer.concat([signature, Buffer.from(trustedComment)]))
  return [
    `untrusted comment: signature of station key ${keyNumberText(keyNumber)}`,
    whole.toString('base64'),
    `trusted comment: ${trustedComment}`,
    Buffer.from(overBoth).toString('base64'),
    '',
  ].join('\n')
}

/** Checks the text of a `.minisig` file against a digest. Ok holds the trusted comment, which then is genuine. */
export function verifySignature(publicKey: PublicKey, digest: Uint8Array, text: string): Result<{ readonly trustedComment: string }, SignatureFault> {
  const found = signatureForm.exec(text)
  const [, encoded, trustedComment, encodedOverBoth] = found ?? []
  if (encoded === undefined || trustedComment === undefined || encodedOverBoth === undefined) return err({ code: 'not-a-signature' })
  const whole = Buffer.from(encoded, 'base64')
  if (whole.toString('ascii', 0, 2) !== 'ED') return err({ code: 'not-a-signature' })
  if (!whole.subarray(2, 10).equals(publicKey.keyNumber)) return err({ code: 'other-key' })
  const signature = whole.subarray(10)
  if (!verifyRaw(publicKey.key, digest, signature)) return err({ code: 'signature-wrong' })
  const signedComment = Buffer.concat([signature, Buffer.from(trustedComment)])
  if (!verifyRaw(publicKey.key, signedComment, Buffer.from(encodedOverBoth, 'base64'))) return err({ code: 'comment-wrong' })
  return ok({ trustedComment })
}

/** Ed25519 with a key of 32 bytes. False for a key or signature that is none. */
export function verifyRaw(key: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.concat([spkiPrefix, key]), format: 'der', type: 'spki' })
    return verify(null, bytes, publicKey, signature)
  } catch {
    return false
  }
}

// minisign reads no longer comment than this.
const mostComment = 8_000

// 74 bytes and 64 bytes in base 64; minisign ends lines with LF, an editor on Windows may have made it CRLF.
const signatureForm = /^untrusted comment:[^\n]*\n([A-Za-z0-9+/]{99}=)\r?\ntrusted comment: ([^\r\n]*)\r?\n([A-Za-z0-9+/]{86}==)\r?\n?$/

// DER of an Ed25519 public key up to the key itself (RFC 8410).
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')
