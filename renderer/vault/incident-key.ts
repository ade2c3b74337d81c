import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { accountOf } from '#domain/access/compare-rosters.ts'
import { IncidentHeader, incidentStatement } from '#domain/access/incident-header.ts'
import type { AgeIdentity } from '#domain/access/keys.ts'
import type { Roster } from '#domain/access/roster.ts'
import type { IncidentId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Instant } from '#domain/time.ts'
import { rosterHash, type AccountIdentity } from './account.ts'
import { armored, decryptWith, encryptTo, unarmored, type RecipientFault } from './age-file.ts'
import { randomBytes, readJson, sha256Hex } from './bytes.ts'
import { dataKeyBytes } from './seal.ts'

/**
 * The data key of one incident: 32 random bytes, as an age file to every account and to the officer, and a
 * header in which the opening account signs that this file is the incident's.
 */
export type NewIncidentKey = { readonly dek: Uint8Array; readonly wrapped: Uint8Array }

export type HeaderFault =
  | { readonly code: 'header-malformed' }
  /** For another station, realm, epoch or set of keys than this roster. */
  | { readonly code: 'roster-differs' }
  /** Names an envelope that this roster does not have. */
  | { readonly code: 'unknown-envelope'; readonly envelope: number }
  /** Not signed by the account it names: made without any envelope's code. */
  | { readonly code: 'header-forged' }
  /** The data key lying beside it is not the one that was signed. */
  | { readonly code: 'wrapped-differs' }

export type UnwrapFault =
  /** Whole, but not wrapped to this account or officer. */
  | { readonly code: 'not-for-this-key' }
  | { readonly code: 'file-damaged' }

/** A new data key for these accounts and the officer. Err when a recipient is no whole key. */
export async function newIncidentKey(roster: Pick<Roster, 'accounts' | 'officer'>): Promise<Result<NewIncidentKey, RecipientFault>> {
  const dek = randomBytes(dataKeyBytes)
  const recipients = [...roster.accounts.map(({ recipient }) => recipient), roster.officer.recipient]
  const wrapped = await encryptTo(recipients, dek)
  return wrapped.ok ? ok({ dek, wrapped: wrapped.value }) : wrapped
}

/** What the opener signs: which incident, when, and for which roster and data key. */
export type Opening = {
  readonly incident: IncidentId
  readonly openedAt: Instant
  readonly roster: Roster
  readonly wrapped: Uint8Array
}

export function signIncidentHeader(opener: AccountIdentity, { incident, openedAt, roster, wrapped }: Opening): IncidentHeader {
  const statement = {
    v: 1,
    incident,
    realm: roster.realm,
    station: roster.station,
    rosterHash: rosterHash(roster),
    epoch: roster.epoch,
    envelope: opener.envelope,
    wrappedSha256: sha256Hex(wrapped),
    openedAt,
  } as const
  const signature = ed25519.sign(utf8ToBytes(incidentStatement(statement)), hexToBytes(opener.signingSeed))
  return { ...statement, signature: bytesToHex(signature) }
}

/** To be asked before a data key is used: was this incident opened with an envelope of this roster? Rules KEY-40 to KEY-44. */
export function verifyIncidentHeader(value: unknown, wrapped: Uint8Array, roster: Roster): Result<IncidentHeader, HeaderFault> {
  const header = IncidentHeader.safeParse(value)
  if (!header.success) return err({ code: 'header-malformed' })
  const { envelope, wrappedSha256, signature } = header.data
  if (!isFor(header.data, roster)) return err({ code: 'roster-differs' })
  const opener = accountOf(roster, envelope)
  if (opener === null) return err({ code: 'unknown-envelope', envelope })
  const statement = utf8ToBytes(incidentStatement(header.data))
  if (!isSigned(signature, statement, opener.signingKey)) return err({ code: 'header-forged' })
  return wrappedSha256 === sha256Hex(wrapped) ? ok(header.data) : err({ code: 'wrapped-differs' })
}

/** The data key, for an account or the officer. Says nothing about who wrapped it: verify the header first. */
export async function unwrapIncidentKey(identity: AgeIdentity, wrapped: Uint8Array): Promise<Result<Uint8Array, UnwrapFault>> {
  const dek = await decryptWith(identity, wrapped)
  if (!dek.ok) return err({ code: dek.error.code === 'no-key-fits' ? 'not-for-this-key' : 'file-damaged' })
  return dek.value.length === dataKeyBytes ? dek : err({ code: 'file-damaged' })
}

/**
 * Header and wrapped key as the one text that stands in every segment header (`keys`) and backup. The age
 * file stands there in its text form, so the officer can cut it out and open it with `age -d`, without us.
 */
const IncidentKeysText = z.strictObject({ v: z.literal(1), header: z.unknown(), wrapped: z.string() })

export function incidentKeysText(header: IncidentHeader, wrapped: Uint8Array): string {
  return JSON.stringify({ v: 1, header, wrapped: armored(wrapped) })
}

/** Reads that text and verifies it for the roster. */
export function readIncidentKeysText(
  text: string,
  roster: Roster,
): Result<{ readonly header: IncidentHeader; readonly wrapped: Uint8Array }, HeaderFault> {
  const json = readJson(utf8ToBytes(text))
  const keys = IncidentKeysText.safeParse(json.ok ? json.value : null)
  const wrapped = keys.success ? unarmored(keys.data.wrapped) : null
  if (!keys.success || wrapped === null || !wrapped.ok) return err({ code: 'header-malformed' })
  const header = verifyIncidentHeader(keys.data.header, wrapped.value, roster)
  return header.ok ? ok({ header: header.value, wrapped: wrapped.value }) : header
}

/** The wrapped data key of such a text, of whatever roster. Says nothing about who wrapped it. Null: there is none to be read. */
export function wrappedKeyIn(text: string): Uint8Array | null {
  const json = readJson(utf8ToBytes(text))
  const keys = IncidentKeysText.safeParse(json.ok ? json.value : null)
  const wrapped = keys.success ? unarmored(keys.data.wrapped) : null
  return wrapped?.ok === true ? wrapped.value : null
}

function isFor(header: IncidentHeader, roster: Roster): boolean {
  return (
    header.rosterHash === rosterHash(roster) &&
    header.realm === roster.realm &&
    header.station === roster.station &&
    header.epoch === roster.epoch
  )
}

function isSigned(signature: string, statement: Uint8Array, signingKey: string): boolean {
  try {
    // Strict RFC 8032, as the machine's own library checks it: both must agree on every signature.
    return ed25519.verify(hexToBytes(signature), statement, hexToBytes(signingKey), { zip215: false })
  } catch {
    return false // a key or signature that is no point of the curve
  }
}
