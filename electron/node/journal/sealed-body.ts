import { EntryId } from '#domain/ids.ts'
import { mostBody } from './frame.ts'

/**
 * Body of a sealed frame: sixteen bytes of entry id, then the cipher. The id is in the clear because the
 * machine must know an entry it already has; it is random and says nothing. The id is also in the cipher's
 * associated data, so it cannot be exchanged unnoticed.
 */
export type Sealed = { readonly id: EntryId; readonly cipher: Uint8Array }

export const mostCipher = mostBody - 16

export function sealedBody({ id, cipher }: Sealed): Uint8Array {
  const body = new Uint8Array(16 + cipher.length)
  body.set(Buffer.from(id.replaceAll('-', ''), 'hex'), 0)
  body.set(cipher, 16)
  return body
}

/** Null when the body does not begin with an entry id: not written by this program. */
export function readSealedBody(body: Uint8Array): Sealed | null {
  if (body.length < 16) return null
  const hex = Buffer.from(body.subarray(0, 16)).toString('hex')
  const id = EntryId.safeParse([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'))
  return id.success ? { id: id.data, cipher: body.subarray(16) } : null
}
