import { ed25519 } from '@noble/curves/ed25519.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { Inflate } from 'fflate'
import type { CheckTools } from '#domain/export/check-export.ts'
import { crc32 } from '#domain/export/crc32.ts'
import type { ZipMember } from '#domain/export/zip-directory.ts'
import type { Sha256 } from '#domain/ids.ts'
import { ordinary } from '#renderer/vault/bytes.ts'
import type { Pause } from './age-stream.ts'

/** What checking an export needs of a window. The curve is noble's: WebCrypto of Chromium 130 has no Ed25519. */
export function windowCheckTools(pause: Pause): CheckTools {
  return { ed25519: verifyEd25519, blake2b: (bytes) => blake2b(bytes, { dkLen: 64 }), sha256: quickSha256, text: strictText, pause }
}

/** SHA-256 off this thread: ten times as fast as in JavaScript, for bytes that are all here. */
export async function quickSha256(bytes: Uint8Array): Promise<Sha256> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', ordinary(bytes)))) as Sha256 // 64 hexadecimal digits by construction
}

/** Unpacks a file of an archive to exactly the bytes it says, checksum included, or null. Never takes much more memory than that. */
export async function unpacked(zip: Uint8Array, { method, from, to, size, crc32: expected }: ZipMember, pause: Pause): Promise<Uint8Array | null> {
  const bytes = method === 'stored' ? zip.subarray(from, to) : await inflated(zip.subarray(from, to), size, pause)
  if (bytes?.length !== size) return null
  let crc = 0
  for (let at = 0; at < size; at += slice) {
    crc = crc32(bytes.subarray(at, at + slice), crc)
    await pause()
  }
  return crc === expected ? bytes : null
}

/** A deflated byte may stand for a thousand: a small step in, so that what comes out is a few MiB at most. */
const step = 16 * 1024
const slice = 4 * 1024 * 1024

async function inflated(packed: Uint8Array, size: number, pause: Pause): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(size)
  let filled = 0
  const inflate = new Inflate((piece) => {
    if (filled + piece.length <= size) bytes.set(piece, filled)
    filled += piece.length
  })
  try {
    for (let at = 0; at < packed.length && filled <= size; at += step) {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length)
      await pause()
    }
  } catch {
    return null // not deflated bytes
  }
  return filled === size ? bytes : null
}

function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function verifyEd25519(key: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, bytes, key, { zip215: false })
  } catch {
    return false // a key or signature that is none
  }
}
