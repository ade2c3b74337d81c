import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { AgeIdentity, EnvelopeNumber, SigningKey, type AgeRecipient } from '#domain/access/keys.ts'
import type { SealedCode } from '#domain/access/code.ts'
import { accountOf } from '#domain/access/compare-rosters.ts'
import { hashOfRoster, type Roster, type RosterAccount, type RosterOverride } from '#domain/access/roster.ts'
import { Sha256 } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { decryptWithCode, encryptWithCode, newIdentity, recipientOf } from './age-file.ts'
import { randomBytes, readJson, sha256Hex, sha256OfText } from './bytes.ts'

/**
 * The account in an envelope: a reading key and a signing key, kept as an age file under the envelope's code.
 *
 * Made in two phases, because the roster lists every account and every account holds the roster's hash:
 *   makeAccount   for each envelope: the keys
 *   (the roster is written from their public halves)
 *   sealAccount   for each envelope: keys and roster hash together, under the code
 *
 * The hash inside is what an attacker with the PC but without a code cannot change. Whoever opens an
 * envelope therefore finds out whether the roster outside is the one of the sealing.
 */
export type NewAccount = {
  readonly envelope: number
  readonly ageIdentity: AgeIdentity
  readonly recipient: AgeRecipient
  /** Ed25519 seed, hexadecimal. */
  readonly signingSeed: string
  readonly signingKey: SigningKey
}

/** What lies on the disk. `sha256` is kept beside the file, so that a damaged file is not taken for a wrong code. */
export type AccountFile = { readonly envelope: number; readonly bytes: Uint8Array; readonly sha256: Sha256 }

/** Plaintext of the file, as JSON. Changing a field's meaning shuts existing envelopes out. */
const Kept = z.strictObject({
  v: z.literal(1),
  envelope: EnvelopeNumber,
  ageIdentity: AgeIdentity,
  signingSeed: z.string().regex(/^[0-9a-f]{64}$/),
  rosterHash: Sha256,
  epoch: z.number().int().min(1),
})

/** An opened account. Lives in the window's memory while unlocked, nowhere else. */
export type AccountIdentity = Readonly<z.infer<typeof Kept>>

export type AccountFault =
  | { readonly code: 'wrong-code' }
  | { readonly code: 'file-damaged' }
  /** The code is good and opens another envelope's account: files were exchanged. */
  | { readonly code: 'other-envelope'; readonly envelope: number }
  /** Sealed for another roster than the one on this PC: a key was added or exchanged, or the file is of another epoch or station. */
  | { readonly code: 'roster-differs'; readonly sealedEpoch: number; readonly epoch: number }
  /** The roster holds other keys for this envelope. No override: what this account writes could not be recognised. */
  | { readonly code: 'not-in-roster' }

export async function makeAccount(envelope: number): Promise<NewAccount> {
  const { identity, recipient } = await newIdentity()
  const seed = randomBytes(32)
  return { envelope, ageIdentity: identity, recipient, signingSeed: bytesToHex(seed), signingKey: signingKeyOf(seed) }
}

/** The account's line in the roster: its public halves. */
export function rosterLine({ envelope, recipient, signingKey }: NewAccount): RosterAccount {
  return { envelope, recipient, signingKey }
}

/** Seals keys and roster hash under the code. Throws when the roster lacks this account: set-up mixed something up. */
export async function sealAccount(account: NewAccount, roster: Roster, code: SealedCode): Promise<AccountFile> {
  const { envelope, ageIdentity, signingSeed } = account
  const kept: AccountIdentity = { v: 1, envelope, ageIdentity, signingSeed, rosterHash: rosterHash(roster), epoch: roster.epoch }
  if (!(await standsIn(roster, kept))) throw new Error('The roster does not list this account')
  const bytes = await encryptWithCode(code, utf8ToBytes(JSON.stringify(kept)))
  return { envelope, bytes, sha256: sha256Hex(bytes) }
}

/**
 * Opens an envelope's account. `override` null is the rule; two people may accept a roster that differs
 * (rule KEY-35), but never one in which this very account is another.
 */
export async function openAccount(
  code: SealedCode,
  file: AccountFile,
  roster: Roster,
  override: RosterOverride | null = null,
): Promise<Result<AccountIdentity, AccountFault>> {
  const opened = await decryptWithCode(code, file.bytes)
  if (!opened.ok) {
    // A file as it was written that does not open: the code is wrong. Anything else is told as damage, for no other code will help.
    const isAsWritten = opened.error.code === 'no-key-fits' && sha256Hex(file.bytes) === file.sha256
    return err({ code: isAsWritten ? 'wrong-code' : 'file-damaged' })
  }
  const json = readJson(opened.value)
  const kept = Kept.safeParse(json.ok ? json.value : null)
  if (!kept.success) return err({ code: 'file-damaged' })
  const identity = kept.data
  if (identity.envelope !== file.envelope) return err({ code: 'other-envelope', envelope: identity.envelope })
  if (override === null && identity.rosterHash !== rosterHash(roster)) {
    return err({ code: 'roster-differs', sealedEpoch: identity.epoch, epoch: roster.epoch })
  }
  return (await standsIn(roster, identity)) ? ok(identity) : err({ code: 'not-in-roster' })
}

export function rosterHash(roster: Roster): Sha256 {
  return hashOfRoster(roster, sha256OfText)
}

export function signingKeyOf(seed: Uint8Array): SigningKey {
  return bytesToHex(ed25519.getPublicKey(seed)) as SigningKey // 32 bytes, so 64 hexadecimal digits
}

async function standsIn(roster: Roster, identity: AccountIdentity): Promise<boolean> {
  const listed = accountOf(roster, identity.envelope)
  const pair = await recipientOf(identity.ageIdentity)
  if (listed === null || !pair.ok) return false
  return listed.recipient === pair.value.recipient && listed.signingKey === signingKeyOf(hexToBytes(identity.signingSeed))
}
