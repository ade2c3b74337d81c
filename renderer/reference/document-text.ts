import { binaryKind, strictText } from './encoding.ts'

/**
 * A document's bytes as text, strictly; null where they keep to no encoding. What an HTML page says of itself comes first: EUC-JP,
 * in which many hospital systems were written, would else pass for CP932 and be read as nonsense.
 */
export function documentText(bytes: Uint8Array): string | null {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (mark !== null) return decoded(bytes, mark)
  if (binaryKind(bytes) !== null) return null
  const said = saidEncoding(bytes)
  return (said === null ? null : decoded(bytes, said)) ?? strictText(bytes)
}

/** Within the first kilobyte, as browsers look for it. */
function saidEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:-]{2,30})/i.exec(head)?.[1] ?? null
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null // bytes that are no character in it, or an encoding that nobody knows
  }
}
