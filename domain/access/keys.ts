import { z } from 'zod'

/** Public keys and numbers that stand in the roster. Forms only: that a key is somebody's is proved, not parsed. */

/** Number on an envelope and of the account in it. */
export const EnvelopeNumber = z.number().int().min(1).max(99)

/**
 * Whom a file is encrypted to: an X25519 recipient of age. The form shuts out every other kind (`age1pq1…`,
 * `age1tag1…`, plugins): their names hold a second "1", which is no symbol of the alphabet.
 */
export const AgeRecipient = z
  .string()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/)
  .brand<'AgeRecipient'>()
export type AgeRecipient = z.infer<typeof AgeRecipient>

/** The secret that opens what was encrypted to its recipient, as `age-keygen` writes it. */
export const AgeIdentity = z
  .string()
  .regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/)
  .brand<'AgeIdentity'>()
export type AgeIdentity = z.infer<typeof AgeIdentity>

/** Ed25519 public key, hexadecimal. */
export const SigningKey = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'SigningKey'>()
export type SigningKey = z.infer<typeof SigningKey>

/** The second line of a minisign public key file: algorithm, key number and key in base 64. */
export const MinisignKey = z
  .string()
  .regex(/^RW[Q-T][A-Za-z0-9+/]{53}$/)
  .brand<'MinisignKey'>()
export type MinisignKey = z.infer<typeof MinisignKey>
