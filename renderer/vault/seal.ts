import { bytesToHex } from '@noble/hashes/utils.js'
import type { EntryId, IncidentId } from '#domain/ids.ts'
import type { Realm } from '#domain/realm.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { framed, joined, ordinary, randomBytes, type Bytes } from './bytes.ts'

/**
 * Sealing what the ward writes, before it leaves the window.
 *
 *   key        HKDF-SHA-256(data key, no salt, info = framed('tomoshibi', purpose, realm, incident)), one a purpose
 *   sealed     1 byte version (1) | 12 bytes random nonce | AES-256-GCM cipher and tag
 *   row name   first 16 bytes of HMAC-SHA-256 over framed(text), under a key of the same derivation, purpose 'name'
 *   bound to   framed('tomoshibi', realm, incident, purpose, id, '1') as associated data
 *
 * A nonce is random: two of 2³² under one key collide with probability 2⁻³³, and an incident has far fewer.
 * Changing anything here makes everything sealed before unopenable; the version is there to be raised.
 */
export const purposes = ['entry', 'snapshot', 'chart', 'draft', 'photo', 'reference', 'meta'] as const
export type Purpose = (typeof purposes)[number]

export type KeyScope = { readonly realm: Realm; readonly incident: IncidentId }

/** Not for this key, realm, incident, purpose or id, or not the bytes that were sealed. Which, nobody can tell. */
export type SealFault = { readonly code: 'cannot-open' }

export type IncidentKeys = {
  readonly sealEntry: (id: EntryId, bytes: Uint8Array) => Promise<Uint8Array>
  readonly openEntry: (id: EntryId, sealed: Uint8Array) => Promise<Result<Uint8Array, SealFault>>
  /** The same for what stands beside the journal; `id` is what it will be asked for by. */
  readonly sealFor: (purpose: Purpose, id: string, bytes: Uint8Array) => Promise<Uint8Array>
  readonly openFor: (purpose: Purpose, id: string, sealed: Uint8Array) => Promise<Result<Uint8Array, SealFault>>
  /** A name for a row: the same every time, and without the key it says nothing. 32 hexadecimal digits. */
  readonly opaqueName: (text: string) => Promise<string>
}

export const dataKeyBytes = 32

const version = 1
const nonceBytes = 12
const tagBytes = 16
const opaqueNameBytes = 16
export const sealOverheadBytes = 1 + nonceBytes + tagBytes

/** The keys of one incident. They cannot be read out again; the caller wipes its copy of the data key. */
export async function openKeys(dek: Uint8Array, scope: KeyScope): Promise<IncidentKeys> {
  if (dek.length !== dataKeyBytes) throw new Error('A data key has 32 bytes')
  const source = await crypto.subtle.importKey('raw', ordinary(dek), 'HKDF', false, ['deriveKey'])
  const derived = await Promise.all(purposes.map(async (purpose) => [purpose, await keyOf(source, purpose, scope)] as const))
  const keys = Object.fromEntries(derived) as Record<Purpose, CryptoKey> // one for every purpose, from the list itself
  const naming = await crypto.subtle.deriveKey(derivationOf('name', scope), source, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])

  const boundTo = (purpose: Purpose, id: string): Bytes => framed('tomoshibi', scope.realm, scope.incident, purpose, id, String(version))
  const sealFor: IncidentKeys['sealFor'] = (purpose, id, bytes) => sealUnder(keys[purpose], boundTo(purpose, id), bytes)
  const openFor: IncidentKeys['openFor'] = (purpose, id, sealed) => openUnder(keys[purpose], boundTo(purpose, id), sealed)
  return {
    sealEntry: (id, bytes) => sealFor('entry', id, bytes),
    openEntry: (id, sealed) => openFor('entry', id, sealed),
    sealFor,
    openFor,
    opaqueName: async (text) => bytesToHex(new Uint8Array(await crypto.subtle.sign('HMAC', naming, framed(text))).subarray(0, opaqueNameBytes)),
  }
}

/** Bytes under a key, bound to what they are and where they belong. */
export async function sealUnder(key: CryptoKey, bound: Bytes, bytes: Uint8Array): Promise<Bytes> {
  const nonce = randomBytes(nonceBytes)
  const cipher = await crypto.subtle.encrypt(gcm(nonce, bound), key, ordinary(bytes))
  return joined(new Uint8Array([version]), nonce, new Uint8Array(cipher))
}

export async function openUnder(key: CryptoKey, bound: Bytes, sealed: Uint8Array): Promise<Result<Bytes, SealFault>> {
  if (sealed.length < sealOverheadBytes || sealed[0] !== version) return err({ code: 'cannot-open' })
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  try {
    return ok(new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, bound), key, ordinary(sealed.subarray(1 + nonceBytes)))))
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    return err({ code: 'cannot-open' })
  }
}

/** WebCrypto's only word for a tag that does not agree. Anything else it throws is a bug of ours. */
export function isRefusal(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'OperationError'
}

function keyOf(source: CryptoKey, purpose: Purpose, scope: KeyScope): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(derivationOf(purpose, scope), source, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function derivationOf(purpose: Purpose | 'name', scope: KeyScope): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: framed('tomoshibi', purpose, scope.realm, scope.incident) }
}

function gcm(nonce: Uint8Array, additionalData: Bytes): AesGcmParams {
  return { name: 'AES-GCM', iv: ordinary(nonce), additionalData, tagLength: tagBytes * 8 }
}
