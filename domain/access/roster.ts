import { z } from 'zod'
import { Sha256, StaffNumber, StationId } from '../ids.ts'
import { Realm } from '../realm.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, typedText, type TextFault } from '../text.ts'
import { symbolsOf } from './crockford.ts'
import { AgeRecipient, EnvelopeNumber, MinisignKey, SigningKey } from './keys.ts'

/**
 * Who can open what this station writes: the accounts in the envelopes, the recovery officer, and which
 * station signs. One roster an epoch; a change is a new epoch and all sheets printed again.
 *
 * Its fingerprint stands on paper and on the sealed screen, its hash inside each encrypted identity. A key
 * added or exchanged in the file therefore cannot go unnoticed by whoever opens an envelope.
 */
export const RosterAccount = z.strictObject({ envelope: EnvelopeNumber, recipient: AgeRecipient, signingKey: SigningKey })
export type RosterAccount = Readonly<z.infer<typeof RosterAccount>>

const Fields = z.strictObject({
  v: z.literal(1),
  station: StationId,
  realm: Realm,
  epoch: z.number().int().min(1).max(9_999),
  officer: z.strictObject({ recipient: AgeRecipient }),
  accounts: z.array(RosterAccount).min(1).max(99).readonly(),
  stationKey: MinisignKey,
})

/** A form in which an envelope, a recipient or a signing key stands twice is no roster (rule KEY-11). */
export const Roster = Fields.refine(
  ({ accounts, officer }) =>
    areDistinct(accounts.map(({ envelope }) => String(envelope))) &&
    areDistinct([officer.recipient, ...accounts.map(({ recipient }) => recipient)]) &&
    areDistinct(accounts.map(({ signingKey }) => signingKey)),
)
export type Roster = Readonly<z.infer<typeof Roster>>

/**
 * The one text of a roster, whatever order a file has its fields and accounts in. ASCII only, so its bytes
 * need no further rule. Changing it changes every fingerprint on paper and shuts every account out.
 */
export function canonicalRoster(roster: Roster): string {
  const accounts = roster.accounts
    .toSorted((one, other) => one.envelope - other.envelope)
    .map(({ envelope, recipient, signingKey }) => `account ${envelope} ${recipient} ${signingKey}`)
  return [
    'tomoshibi roster v1',
    `station ${roster.station}`,
    `realm ${roster.realm}`,
    `epoch ${roster.epoch}`,
    `officer ${roster.officer.recipient}`,
    ...accounts,
    `station-key ${roster.stationKey}`,
    '',
  ].join('\n')
}

/** SHA-256 of a text, as the window or the machine computes it: the domain itself holds no cryptography. */
export type Digest = (ascii: string) => Sha256

export function hashOfRoster(roster: Roster, digest: Digest): Sha256 {
  return digest(canonicalRoster(roster))
}

/**
 * The roster's hash as people compare it: 75 bits as three groups of five, `7K2MQ-8RT4D-00XZ7`. No check
 * symbols: it is compared with paper, never typed to open anything.
 */
export function fingerprintOf(rosterHash: Sha256): string {
  const symbols = symbolsOf(bytesOf(rosterHash), 15)
  return [symbols.slice(0, 5), symbols.slice(5, 10), symbols.slice(10)].join('-')
}

/**
 * Two people take it upon themselves to open although the roster differs from the one sealed inside the
 * account. Strict: there is no "alone, countersigned later" here, because what they wave through is a key
 * that could read everything written from now on.
 */
export const RosterOverride = z
  .strictObject({ first: StaffNumber, second: StaffNumber, reason: typedText(mostLine).min(1) })
  .brand<'RosterOverride'>()
export type RosterOverride = Readonly<z.infer<typeof RosterOverride>>

export type OverrideFault = { readonly code: 'one-person' } | { readonly code: 'reason-missing' } | TextFault

/** The only way to an override. Err 'one-person' when both numbers are the same, however they are written. */
export function overrideRoster(first: StaffNumber, second: StaffNumber, reason: string): Result<RosterOverride, OverrideFault> {
  if (first.toUpperCase() === second.toUpperCase()) return err({ code: 'one-person' })
  if (reason.trim() === '') return err({ code: 'reason-missing' })
  const text = checkText(reason, mostLine)
  return text.ok ? ok(RosterOverride.parse({ first, second, reason })) : text
}

function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}

function bytesOf(hash: Sha256): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16))
}
