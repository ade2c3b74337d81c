import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { AgeIdentity } from '#domain/access/keys.ts'
import type { Roster } from '#domain/access/roster.ts'
import { Sha256 } from '#domain/ids.ts'
import type { Realm } from '#domain/realm.ts'
import { statementText, type ReferenceCard, type ReferenceStatement } from '#domain/reference/reference-set.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { armored, decryptWith, encryptTo, unarmored, type RecipientFault } from './age-file.ts'
import { framed, ordinary, randomBytes, type Bytes } from './bytes.ts'
import type { UnwrapFault } from './incident-key.ts'
import { dataKeyBytes, openUnder, sealUnder, type SealFault } from './seal.ts'

/**
 * The key of one imported list: 32 random bytes, as an age file to every account and the officer. The station that is
 * sealed makes it, uses it once and forgets it; nobody reads the list before an envelope is opened.
 *
 *   key        HKDF-SHA-256(set key, no salt, info = framed('tomoshibi', 'reference-part' or 'reference-proof', realm, station, set))
 *   part       as everything sealed (seal.ts), bound to framed('tomoshibi', realm, station, 'reference-part', set, number, '1')
 *   proof      HMAC-SHA-256 over the statement's text
 *
 * How many parts there are, and when the data were taken, stands in the statement: while the list is being read in, neither
 * its end nor the hash of its parts is known. Changing anything here makes imported lists unreadable.
 */
export type NewReferenceKey = { readonly key: Uint8Array; readonly wrapped: string }

export type ReferenceScope = Pick<ReferenceStatement, 'station' | 'set'> & { readonly realm: Realm }

export type ReferenceKeys = {
  readonly sealPart: (number: number, bytes: Uint8Array) => Promise<Bytes>
  readonly openPart: (number: number, sealed: Uint8Array) => Promise<Result<Bytes, SealFault>>
  readonly prove: (statement: ReferenceStatement) => Promise<Sha256>
}

export async function newReferenceKey(roster: Pick<Roster, 'accounts' | 'officer'>): Promise<Result<NewReferenceKey, RecipientFault>> {
  const key = randomBytes(dataKeyBytes)
  const wrapped = await encryptTo([...roster.accounts.map(({ recipient }) => recipient), roster.officer.recipient], key)
  return wrapped.ok ? ok({ key, wrapped: armored(wrapped.value) }) : wrapped
}

/** The set key, for an account or the officer. */
export async function unwrapReferenceKey(identity: AgeIdentity, { wrapped }: Pick<ReferenceCard, 'wrapped'>): Promise<Result<Uint8Array, UnwrapFault>> {
  const file = unarmored(wrapped)
  if (!file.ok) return err({ code: 'file-damaged' })
  const key = await decryptWith(identity, file.value)
  if (!key.ok) return err({ code: key.error.code === 'no-key-fits' ? 'not-for-this-key' : 'file-damaged' })
  return key.value.length === dataKeyBytes ? key : err({ code: 'file-damaged' })
}

export async function openReferenceKeys(key: Uint8Array, { realm, station, set }: ReferenceScope): Promise<ReferenceKeys> {
  const source = await crypto.subtle.importKey('raw', ordinary(key), 'HKDF', false, ['deriveKey'])
  const derivation = (purpose: string): HkdfParams => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: framed('tomoshibi', purpose, realm, station, set) })
  const parts = await crypto.subtle.deriveKey(derivation('reference-part'), source, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const proving = await crypto.subtle.deriveKey(derivation('reference-proof'), source, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])
  const bound = (number: number): Bytes => framed('tomoshibi', realm, station, 'reference-part', set, String(number), '1')
  return {
    sealPart: (number, bytes) => sealUnder(parts, bound(number), bytes),
    openPart: (number, sealed) => openUnder(parts, bound(number), sealed),
    prove: async (statement) => Sha256.parse(bytesToHex(new Uint8Array(await crypto.subtle.sign('HMAC', proving, ordinary(utf8ToBytes(statementText(statement))))))),
  }
}
