import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient, type Identity, type Stanza } from 'age-encryption'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { AgeIdentity, AgeRecipient } from '#domain/access/keys.ts'
import { err, ok, type Result } from '#domain/result.ts'

/**
 * Files of the age format (age-encryption.org/v1): what anybody with the key opens later with `age`, without us.
 * X25519 only. A post-quantum recipient is refused, not mixed in: a file for both kinds opens with the weaker
 * key and only looks protected.
 *
 * The library tells its faults by sentences; nothing here reads them. Two witnesses among the identities see
 * how far a file was read instead.
 */
export type KeyPair = { readonly identity: AgeIdentity; readonly recipient: AgeRecipient }

export type RecipientFault =
  | { readonly code: 'no-recipient' }
  | { readonly code: 'recipient-is-post-quantum' }
  /** Mistyped, cut off, or of a kind this program does not write to. */
  | { readonly code: 'not-a-recipient' }

export type AgeFault =
  | { readonly code: 'not-an-age-file' }
  /** Whole as far as it can be seen, but for other keys or another code. */
  | { readonly code: 'no-key-fits' }
  | { readonly code: 'file-damaged' }
  /** Opening would take minutes and gigabytes: nobody honest writes such a file. */
  | { readonly code: 'work-too-high' }

/** scrypt with N = 2^15 costs a tenth of a second; 80 random bits need no more. 16 for the 50 bits of a restart code, 17 for a passphrase that a person made up. */
export type WorkFactor = 15 | 16 | 17
const mostWork = 20

export async function newIdentity(): Promise<KeyPair> {
  const identity = AgeIdentity.parse(await generateX25519Identity())
  return { identity, recipient: AgeRecipient.parse(await identityToRecipient(identity)) }
}

/** The recipient of a pasted identity. Err 'not-an-identity' for anything but one whole X25519 identity. */
export async function recipientOf(text: string): Promise<Result<KeyPair, { readonly code: 'not-an-identity' }>> {
  const identity = AgeIdentity.safeParse(text.trim())
  if (!identity.success) return err({ code: 'not-an-identity' })
  try {
    return ok({ identity: identity.data, recipient: AgeRecipient.parse(await identityToRecipient(identity.data)) })
  } catch {
    return err({ code: 'not-an-identity' }) // the form was right and the check symbols were not
  }
}

/** A recipient as pasted or read from a file, its check symbols included. */
export function readRecipient(text: string): Result<AgeRecipient, RecipientFault> {
  const bare = text.trim()
  if (/^age1(tag)?pq1/i.test(bare)) return err({ code: 'recipient-is-post-quantum' })
  const recipient = AgeRecipient.safeParse(bare)
  if (!recipient.success) return err({ code: 'not-a-recipient' })
  try {
    new Encrypter().addRecipient(recipient.data)
    return ok(recipient.data)
  } catch {
    return err({ code: 'not-a-recipient' })
  }
}

/** Encrypts to every recipient, once each. Err before anything is written when one of them is unfit. */
export async function encryptTo(recipients: readonly string[], bytes: Uint8Array): Promise<Result<Uint8Array, RecipientFault>> {
  if (recipients.length === 0) return err({ code: 'no-recipient' })
  const encrypter = new Encrypter()
  for (const text of new Set(recipients)) {
    const recipient = readRecipient(text)
    if (!recipient.ok) return recipient
    encrypter.addRecipient(recipient.value)
  }
  return ok(await encrypter.encrypt(bytes))
}

export function decryptWith(identity: AgeIdentity, file: Uint8Array): Promise<Result<Uint8Array, AgeFault>> {
  return decrypt(file, (decrypter) => decrypter.addIdentity(identity))
}

/** Encrypts under a code. Blocks its thread for the length of the derivation: call it in a worker. */
export async function encryptWithCode(code: string, bytes: Uint8Array, work: WorkFactor = 15): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(code)
  encrypter.setScryptWorkFactor(work)
  return encrypter.encrypt(bytes)
}

/** Opens a file under a code, ours or `age -p`'s. Blocks its thread for the length of the derivation. */
export function decryptWithCode(code: string, file: Uint8Array): Promise<Result<Uint8Array, AgeFault>> {
  return decrypt(file, (decrypter) => decrypter.addPassphrase(code))
}

/** The same file as text between BEGIN and END lines, for places that hold text. `age -d` reads it as it is. */
export function armored(file: Uint8Array): string {
  return armor.encode(file)
}

export function unarmored(text: string): Result<Uint8Array, { readonly code: 'not-an-age-file' }> {
  try {
    return ok(armor.decode(text))
  } catch {
    return err({ code: 'not-an-age-file' })
  }
}

async function decrypt(file: Uint8Array, addKey: (decrypter: Decrypter) => void): Promise<Result<Uint8Array, AgeFault>> {
  // Identities are asked in order: one before the key says the header could be read, one after that the key did not fit.
  let reached: Reached = 'nothing'
  const before = witness((stanzas) => {
    reached = stanzas.some(asksTooMuch) ? 'too-much-work' : 'header'
    if (reached === 'too-much-work') throw new Error('Refused before deriving')
  })
  const after = witness(() => {
    reached = 'after-the-key'
  })
  const decrypter = new Decrypter()
  decrypter.addIdentity(before)
  addKey(decrypter)
  decrypter.addIdentity(after)
  try {
    return ok(await decrypter.decrypt(file))
  } catch {
    return err({ code: faultAt(reached, file) })
  }
}

type Reached = 'nothing' | 'header' | 'too-much-work' | 'after-the-key'

function faultAt(reached: Reached, file: Uint8Array): AgeFault['code'] {
  switch (reached) {
    case 'nothing':
      return beginsLikeAge(file) ? 'file-damaged' : 'not-an-age-file'
    case 'header':
      return 'file-damaged'
    case 'too-much-work':
      return 'work-too-high'
    case 'after-the-key':
      return 'no-key-fits'
  }
}

function beginsLikeAge(file: Uint8Array): boolean {
  const first = utf8ToBytes('age-encryption.org/')
  return first.every((byte, index) => byte === file[index])
}

/** An identity that opens nothing and only sees what passes. */
function witness(see: (stanzas: readonly Stanza[]) => void): Identity {
  return {
    unwrapFileKey: (stanzas) => {
      see(stanzas)
      return null
    },
  }
}

function asksTooMuch({ args }: Stanza): boolean {
  return args[0] === 'scrypt' && Number(args[2]) > mostWork
}
