import { scryptAsync } from '@noble/hashes/scrypt.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Pin } from '#domain/access/pin.ts'
import type { IncidentId, StaffNumber } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { framed, joined, ordinary, randomBytes, wipe } from './bytes.ts'
import { isRefusal } from './seal.ts'

/**
 * The data key under a person's PIN, for coming back after a lock. Six digits alone are guessed in hours, so
 * the wrap needs S too: 32 random bytes that main holds in memory and nobody writes down. Without power there
 * is no S and no wrap, and a PIN opens nothing.
 *
 *   key   HKDF-SHA-256(S ‖ scrypt(PIN, salt, N = 2^15, r = 8, p = 1, 32 bytes), salt, info below)
 *   wrap  12 bytes nonce | AES-256-GCM cipher and tag, bound to incident and person
 */
export type PinWrap = { readonly salt: Uint8Array; readonly wrap: Uint8Array }

/** Whose wrap, in which incident: a wrap handed to another person does not open, whatever their PIN. */
export type PinOwner = { readonly incident: IncidentId; readonly staffNumber: StaffNumber }

export const pinSecretBytes = 32

const saltBytes = 16
const nonceBytes = 12
// Gives the thread back every few milliseconds: the window stays alive while it derives.
const scryptCost = { N: 2 ** 15, r: 8, p: 1, dkLen: 32, asyncTick: 10 } as const

export async function makePinWrap(dek: Uint8Array, pin: Pin, s: Uint8Array, owner: PinOwner): Promise<PinWrap> {
  const salt = randomBytes(saltBytes)
  const nonce = randomBytes(nonceBytes)
  const key = await keyOf(pin, s, salt)
  const cipher = await crypto.subtle.encrypt(gcm(nonce, owner), key, ordinary(dek))
  return { salt, wrap: joined(nonce, new Uint8Array(cipher)) }
}

/** The data key again. Err 'wrong-pin' also when S, the person or the incident is another: they cannot be told apart. */
export async function openPinWrap({ salt, wrap }: PinWrap, pin: Pin, s: Uint8Array, owner: PinOwner): Promise<Result<Uint8Array, { readonly code: 'wrong-pin' }>> {
  const key = await keyOf(pin, s, salt)
  try {
    const dek = await crypto.subtle.decrypt(gcm(wrap.subarray(0, nonceBytes), owner), key, ordinary(wrap.subarray(nonceBytes)))
    return ok(new Uint8Array(dek))
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    return err({ code: 'wrong-pin' })
  }
}

async function keyOf(pin: Pin, s: Uint8Array, salt: Uint8Array): Promise<CryptoKey> {
  if (s.length !== pinSecretBytes) throw new Error('S has 32 bytes')
  const stretched = await scryptAsync(utf8ToBytes(pin), salt, scryptCost)
  const material = joined(s, stretched)
  const source = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey'])
  wipe(stretched)
  wipe(material)
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: ordinary(salt), info: framed('tomoshibi', 'pin', '1') }
  return crypto.subtle.deriveKey(derivation, source, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function gcm(nonce: Uint8Array, { incident, staffNumber }: PinOwner): AesGcmParams {
  return { name: 'AES-GCM', iv: ordinary(nonce), additionalData: framed('tomoshibi', 'pin', incident, staffNumber), tagLength: 128 }
}
