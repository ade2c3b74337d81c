import { ed25519 } from '@noble/curves/ed25519.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { makeRestartCode, readRestartCode, type RestartCode, type SealedCode } from '#domain/access/code.ts'
import { accountOf } from '#domain/access/compare-rosters.ts'
import type { Roster } from '#domain/access/roster.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { decryptWith, encryptTo, recipientOf } from './age-file.ts'
import { openAccount, type AccountFault, type AccountFile, type AccountIdentity } from './account.ts'
import { randomBytes } from './bytes.ts'

/**
 * Set-up's proofs. A code that nobody tried is a code that may not open in the night it is needed; a pasted
 * officer key that nobody tried may be anybody's. Sealing waits for all of them.
 */
export type ProofFault =
  /** Opened, but what the roster's keys write or check is not what the account reads or signs. */
  { readonly code: 'proof-failed' }

/** Proves one code on the real file: it opens, reads what is encrypted to its line, and its signature is recognised. */
export async function proveCode(code: SealedCode, file: AccountFile, roster: Roster): Promise<Result<null, AccountFault | ProofFault>> {
  const identity = await openAccount(code, file, roster)
  if (!identity.ok) return identity
  const listed = accountOf(roster, file.envelope)
  if (listed === null) return err({ code: 'proof-failed' })
  const reads = await opens(listed.recipient, identity.value.ageIdentity)
  return reads && signs(identity.value, listed.signingKey) ? ok(null) : err({ code: 'proof-failed' })
}

/** Proves the officer's identity when it is at hand. Err 'other-officer' when it is a good key, but not the roster's. */
export async function proveOfficer(
  identity: string,
  roster: Roster,
): Promise<Result<null, { readonly code: 'not-an-identity' } | { readonly code: 'other-officer' }>> {
  const pair = await recipientOf(identity)
  if (!pair.ok) return pair
  return (await opens(roster.officer.recipient, pair.value.identity)) ? ok(null) : err({ code: 'other-officer' })
}

/** For an officer whose key stays elsewhere: a test file to open there with `age -d`, and the word it contains. */
export type OfficerTest = { readonly file: Uint8Array; readonly answer: RestartCode }

/** A new test file. Err when the roster's officer key is no whole key (its check symbols disagree). */
export async function makeOfficerTest(roster: Roster): Promise<Result<OfficerTest, { readonly code: 'not-a-recipient' }>> {
  const answer = makeRestartCode({ random: randomBytes })
  const file = await encryptTo([roster.officer.recipient], utf8ToBytes(`${answer}\n`))
  return file.ok ? ok({ file: file.value, answer }) : err({ code: 'not-a-recipient' })
}

/** What the officer read in the opened test file, as typed here. */
export function provesOfficer(test: OfficerTest, typed: string): boolean {
  const answer = readRestartCode(typed)
  return answer.ok && answer.value === test.answer
}

async function opens(recipient: string, identity: AccountIdentity['ageIdentity']): Promise<boolean> {
  const sent = randomBytes(32)
  const file = await encryptTo([recipient], sent)
  if (!file.ok) return false
  const got = await decryptWith(identity, file.value)
  return got.ok && got.value.length === sent.length && got.value.every((byte, index) => byte === sent[index])
}

function signs(identity: AccountIdentity, signingKey: string): boolean {
  const statement = randomBytes(32)
  const signature = ed25519.sign(statement, hexToBytes(identity.signingSeed))
  return ed25519.verify(signature, statement, hexToBytes(signingKey), { zip215: false })
}
