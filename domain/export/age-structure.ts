import { err, ok, type Result } from '../result.ts'

/**
 * The outside of an age file, which anybody may read without a key: header lines, and how the encrypted
 * part is cut into pieces. Finds a file that is none, or whose end is missing; damage inside only a key or a
 * signature finds.
 */
export type AgeStructure = {
  /** For how many keys it is encrypted. Whose, the file does not tell. */
  readonly recipients: number
  /** Bytes before the encrypted part (its 16 bytes of nonce included). */
  readonly payloadAt: number
  readonly chunks: number
}

export type AgeStructureFault =
  | { readonly code: 'not-an-age-file'; readonly offset: number }
  | { readonly code: 'age-header-damaged'; readonly offset: number }
  | { readonly code: 'age-file-cut'; readonly offset: number }

const firstLine = 'age-encryption.org/v1'
/** Bytes of one piece of the encrypted part: 64 KiB and its authentication. */
export const ageChunk = 64 * 1024 + 16

export function readAgeStructure(file: Uint8Array): Result<AgeStructure, AgeStructureFault> {
  const first = lineAt(file, 0)
  if (first?.text !== firstLine) return err({ code: 'not-an-age-file', offset: 0 })
  let at = first.next
  let recipients = 0
  for (;;) {
    const line = lineAt(file, at)
    if (line === null) return err({ code: 'age-header-damaged', offset: at })
    if (/^--- [A-Za-z0-9+/]{43}$/.test(line.text) && recipients > 0) {
      at = line.next
      break
    }
    const body = lineAt(file, line.next)
    if (!/^-> X25519 [A-Za-z0-9+/]{43}$/.test(line.text)) return err({ code: 'age-header-damaged', offset: at })
    if (body === null || !/^[A-Za-z0-9+/]{43}$/.test(body.text)) return err({ code: 'age-header-damaged', offset: line.next })
    recipients += 1
    at = body.next
  }
  const payloadAt = at + 16
  const length = file.length - payloadAt
  const rest = length % ageChunk
  if (length < 16 || (rest > 0 && rest <= 16 && length !== 16)) return err({ code: 'age-file-cut', offset: file.length })
  return ok({ recipients, payloadAt, chunks: Math.ceil(length / ageChunk) })
}

function lineAt(file: Uint8Array, from: number): { readonly text: string; readonly next: number } | null {
  const window = file.subarray(from, from + 200) // no line of ours is longer
  const length = window.indexOf(0x0a)
  if (length < 0) return null
  const bytes = window.subarray(0, length)
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? { text: String.fromCharCode(...bytes), next: from + length + 1 } : null
}
