import { Decrypter, Encrypter } from 'age-encryption'
import type { AgeIdentity, AgeRecipient } from '#domain/access/keys.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readRecipient, type RecipientFault } from '#renderer/vault/age-file.ts'
import { joined, type Bytes } from '#renderer/vault/bytes.ts'

/**
 * The vault's age files are small and made in one go; an export is large, and the window must stay awake
 * meanwhile. Same library, same recipients, piece by piece with a pause after each.
 */
export type Pause = () => Promise<void>

/** Encrypts pieces to every recipient. Err before anything is written when one of them is unfit. */
export async function encryptPieces(recipients: readonly AgeRecipient[], pieces: readonly Uint8Array[], pause: Pause): Promise<Result<Bytes, RecipientFault>> {
  if (recipients.length === 0) return err({ code: 'no-recipient' })
  const encrypter = new Encrypter()
  for (const text of recipients) {
    const recipient = readRecipient(text)
    if (!recipient.ok) return recipient
    encrypter.addRecipient(recipient.value)
  }
  return ok(joined(...(await piecesOf(await encrypter.encrypt(streamOf(pieces, pause))))))
}

/** Err for whatever reason it does not open: the caller made this key for this file, so any failure is damage. */
export async function decryptPieces(identity: AgeIdentity, file: Uint8Array, pause: Pause): Promise<Result<Bytes, { readonly code: 'does-not-open' }>> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return ok(joined(...(await piecesOf(await decrypter.decrypt(streamOf([file], pause))))))
  } catch {
    return err({ code: 'does-not-open' })
  }
}

/** Does this key open the beginning of an age file that holds a ZIP? The end of the file need not be here. */
export async function opensHead(identity: AgeIdentity, head: Uint8Array): Promise<boolean> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    const reader = (await decrypter.decrypt(streamOf([head], () => Promise.resolve()))).getReader()
    const { value } = await reader.read()
    await reader.cancel().catch(() => undefined) // what is cut off behind the head is no news
    return value !== undefined && value[0] === 0x50 && value[1] === 0x4b
  } catch {
    return false
  }
}

const slice = 256 * 1024

function streamOf(pieces: readonly Uint8Array[], pause: Pause): ReadableStream<Uint8Array> {
  const slices = slicesOf(pieces)
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = slices.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
      await pause()
    },
  })
}

function* slicesOf(pieces: readonly Uint8Array[]): Generator<Uint8Array, undefined> {
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; from += slice) yield piece.subarray(from, from + slice)
  }
}

async function piecesOf(stream: ReadableStream<Uint8Array>): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return pieces
    pieces.push(value)
  }
}
