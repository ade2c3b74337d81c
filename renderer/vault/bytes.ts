import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** Bytes as WebCrypto wants them: in ordinary memory. */
export type Bytes = Uint8Array<ArrayBuffer>

/** The same bytes, not a copy. The window is not cross-origin isolated, so no shared memory can reach it. */
export function ordinary(bytes: Uint8Array): Bytes {
  return bytes as Bytes // see above: SharedArrayBuffer does not exist here
}

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * Texts as one byte string that only these texts give: each preceded by its length in UTF-8 bytes (4 bytes,
 * big-endian), so that 'ab','c' and 'a','bc' differ. Changing it makes sealed bytes unopenable.
 */
export function framed(...texts: readonly string[]): Bytes {
  return joined(
    ...texts.flatMap((text) => {
      const bytes = utf8ToBytes(text)
      const length = new Uint8Array(4)
      new DataView(length.buffer).setUint32(0, bytes.length)
      return [length, bytes]
    }),
  )
}

export function sha256Hex(bytes: Uint8Array): Sha256 {
  return bytesToHex(sha256(bytes)) as Sha256 // 64 hexadecimal digits by construction
}

/** SHA-256 of a text in UTF-8: the digest a roster's hash asks for. */
export function sha256OfText(text: string): Sha256 {
  return sha256Hex(utf8ToBytes(text))
}

/** Strict UTF-8 and JSON. Err 'not-json' for bytes that anything but this program may have written. */
export function readJson(bytes: Uint8Array): Result<unknown, { readonly code: 'not-json' }> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return err({ code: 'not-json' })
  }
}

/** Best effort: JavaScript may have left copies. What protects is that the process ends at every lock. */
export function wipe(bytes: Uint8Array): void {
  bytes.fill(0)
}
