import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { blake2b } from '@noble/hashes/blake2.js'
import type { MinisignKey } from '#domain/access/keys.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { causeOf, writeWhole, type Disk } from './disk/disk.ts'
import { digestOf, encodePublicKey, signatureFile, verifyRaw, type PublicKey } from './minisign.ts'

/**
 * The station's signing key: says which station wrote a checkpoint or an export, and not that nobody who
 * holds the disk has rewritten it. Kept unencrypted, since checkpoints are signed while sealed too.
 *
 * On disk it is a minisign secret key without a password, so that the hospital could sign with it by
 * `minisign -S -W` on a PC where this program does not run:
 *
 *   "Ed" | no derivation (2 bytes 0) | "B2" | 48 bytes 0 | 8 bytes key number | 32 bytes seed | 32 bytes public key | 32 bytes checksum
 *
 * minisign itself leaves the checksum of such a file empty and does not look at it; ours is always there,
 * because a damaged key number would otherwise sign for a station that does not exist.
 */
export type StationKey = {
  /** Ed25519 public key, hexadecimal: as it stands in segment headers. */
  readonly publicKey: string
  /** The same in minisign's form: as it stands in the roster and on paper. */
  readonly minisignKey: MinisignKey
  readonly keyNumber: Uint8Array
  /** Ed25519 over the bytes, hexadecimal: the journal's signer. */
  readonly sign: (bytes: Uint8Array) => string
  /** Text of the `.minisig` file for an export. */
  readonly signFile: (file: Uint8Array | AsyncIterable<Uint8Array>, trustedComment: string) => Promise<string>
  /** Writes the secret to its place on disk. */
  readonly save: (disk: Disk, path: string) => Promise<Result<null, SaveFault>>
}

export type SaveFault =
  /** A key is there already. It is never written over: what it signed could no longer be checked. */
  | { readonly code: 'key-exists' }
  | { readonly code: 'disk'; readonly cause: string }

export type LoadFault =
  | { readonly code: 'key-missing' }
  /** There, and not a key any more, or one whose halves do not belong together. */
  | { readonly code: 'key-damaged' }
  | { readonly code: 'disk'; readonly cause: string }

export function createStationKey(): StationKey {
  return stationKey(new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(8)))
}

export async function loadStationKey(disk: Disk, path: string): Promise<Result<StationKey, LoadFault>> {
  try {
    if ((await disk.size(path)) === null) return err({ code: 'key-missing' })
    return readSecretKey(new TextDecoder().decode(await disk.read(path, 0, 4_096)))
  } catch (thrown) {
    return err({ code: 'disk', cause: causeOf(thrown) })
  }
}

/** Checks a signature of `sign`: hexadecimal in, as the journal asks. */
export function checkSignature(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  return verifyRaw(Buffer.from(publicKey, 'hex'), bytes, Buffer.from(signature, 'hex'))
}

function stationKey(seed: Uint8Array, keyNumber: Uint8Array): StationKey {
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })
  const key = new Uint8Array(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32))
  const rawSign = (bytes: Uint8Array): Uint8Array => sign(null, bytes, secret)
  const publicKey: PublicKey = { keyNumber, key }
  return {
    publicKey: Buffer.from(key).toString('hex'),
    minisignKey: encodePublicKey(publicKey),
    keyNumber,
    sign: (bytes) => Buffer.from(rawSign(bytes)).toString('hex'),
    signFile: async (file, trustedComment) => signatureFile(await digestOf(file), trustedComment, keyNumber, rawSign),
    save: (disk, path) => save(disk, path, secretKeyFile(seed, publicKey)),
  }
}

async function save(disk: Disk, path: string, text: string): Promise<Result<null, SaveFault>> {
  try {
    if ((await disk.size(path)) !== null) return err({ code: 'key-exists' })
    await writeWhole(disk, path, new TextEncoder().encode(text))
    return ok(null)
  } catch (thrown) {
    return err({ code: 'disk', cause: causeOf(thrown) })
  }
}

function secretKeyFile(seed: Uint8Array, { keyNumber, key }: PublicKey): string {
  const body = Buffer.concat([Buffer.from('Ed\0\0B2', 'ascii'), Buffer.alloc(48), keyNumber, seed, key, checksum(keyNumber, seed, key)])
  return `untrusted comment: station signing key, not encrypted, never leaves this PC\n${body.toString('base64')}\n`
}

function readSecretKey(text: string): Result<StationKey, LoadFault> {
  const body = Buffer.from(text.split(/\r?\n/)[1] ?? '', 'base64')
  if (body.length !== 158 || body.toString('latin1', 0, 6) !== 'Ed\0\0B2') return err({ code: 'key-damaged' })
  const [keyNumber, seed, key] = [body.subarray(54, 62), body.subarray(62, 94), body.subarray(94, 126)]
  const isWhole = Buffer.from(checksum(keyNumber, seed, key)).equals(body.subarray(126))
  const station = stationKey(new Uint8Array(seed), new Uint8Array(keyNumber))
  return isWhole && station.publicKey === key.toString('hex') ? ok(station) : err({ code: 'key-damaged' })
}

function checksum(keyNumber: Uint8Array, seed: Uint8Array, key: Uint8Array): Uint8Array {
  return blake2b(Buffer.concat([Buffer.from('Ed', 'ascii'), keyNumber, seed, key]), { dkLen: 32 })
}

// DER of an Ed25519 private key up to the seed (RFC 8410).
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
