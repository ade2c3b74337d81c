import type { MinisignKey } from '../access/keys.ts'
import { err, ok, type Result } from '../result.ts'
import { bytesOfBase64 } from './base64.ts'

/** A `.minisig` file taken apart. Reading proves nothing yet: `isGenuine` asks the curve. */
export type Minisig = {
  /** As minisign prints it: 16 hexadecimal digits. */
  readonly keyId: string
  readonly signature: Uint8Array
  readonly comment: string
  /** Signature over `signature` and the comment. */
  readonly overBoth: Uint8Array
}

/** Ed25519 and BLAKE2b-512, as the window or the machine has them. */
export type SignatureTools = {
  readonly ed25519: (key: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean
  readonly blake2b: (bytes: Uint8Array) => Uint8Array
}

export type MinisigFault =
  | { readonly code: 'not-a-signature' }
  | { readonly code: 'other-key'; readonly keyId: string }
  /** The signature does not agree with itself: it is the signature file that is damaged or made up. */
  | { readonly code: 'signature-damaged' }
  /** A whole signature, of other bytes. */
  | { readonly code: 'signature-wrong' }

const form = /^untrusted comment: signature of station key ([0-9A-F]{16})\n([A-Za-z0-9+/]{99}=)\ntrusted comment: ([\x20-\x7e]{0,200})\n([A-Za-z0-9+/]{86}==)\n$/

/**
 * Reads a signature exactly as a station writes it. minisign itself is content with another first line, other
 * line ends or spare bits; here every byte of the file counts, so that a damaged one is never called whole.
 */
export function readMinisig(text: string): Result<Minisig, { readonly code: 'not-a-signature' }> {
  const [, keyId, encoded, comment, encodedOverBoth] = form.exec(text) ?? []
  const whole = bytesOfBase64(encoded ?? '')
  const overBoth = bytesOfBase64(encodedOverBoth ?? '')
  if (keyId === undefined || comment === undefined || whole?.length !== 74 || overBoth?.length !== 64) return err({ code: 'not-a-signature' })
  if (whole[0] !== 0x45 || whole[1] !== 0x44 || idOf(whole.subarray(2, 10)) !== keyId) return err({ code: 'not-a-signature' })
  return ok({ keyId, signature: whole.subarray(10), comment, overBoth })
}

/** Is this the signature of these bytes and of its comment by this key? */
export function checkMinisig(text: string, bytes: Uint8Array, key: MinisignKey, tools: SignatureTools): Result<Minisig, MinisigFault> {
  const read = readMinisig(text)
  if (!read.ok) return read
  if (read.value.keyId !== keyIdOf(key)) return err({ code: 'other-key', keyId: read.value.keyId })
  const { signature, comment, overBoth } = read.value
  const raw = keyBytes(key).subarray(10)
  const signedComment = new Uint8Array([...signature, ...Array.from(comment, (letter) => letter.charCodeAt(0))])
  if (!tools.ed25519(raw, signedComment, overBoth)) return err({ code: 'signature-damaged' })
  return tools.ed25519(raw, tools.blake2b(bytes), signature) ? read : err({ code: 'signature-wrong' })
}

/** The key number of a station's key as people compare it, 16 hexadecimal digits. */
export function keyIdOf(key: MinisignKey): string {
  return idOf(keyBytes(key).subarray(2, 10))
}

function keyBytes(key: MinisignKey): Uint8Array {
  return bytesOfBase64(key) ?? new Uint8Array(42) // 56 symbols of base 64 have no spare bits: always bytes
}

function idOf(keyNumber: Uint8Array): string {
  return Array.from(keyNumber.toReversed(), (byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase()
}
