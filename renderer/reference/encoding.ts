import type { FileFaultCode } from '#domain/reference/reference-fact.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** What Japanese systems write. `shift_jis` is CP932, as browsers read it. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'iso-2022-jp'

const sliceBytes = 1 << 20
/** So much of it that is no plain letter, and all of it UTF-8: it is UTF-8. No other encoding looks like it for that long. */
const surely = 2000

/**
 * What a file is, by its bytes alone. It is read strictly until it is sure; a file that keeps strictly to no encoding is taken
 * as UTF-8 if nearly all of it is, and its broken rows are told by the reader. Rules REF-1, REF-2.
 */
export async function detectEncoding(file: Blob, signal?: AbortSignal): Promise<Result<TextEncoding, FileFaultCode>> {
  if (file.size === 0) return err('file-empty')
  const first = new Uint8Array(await file.slice(0, 65_536).arrayBuffer())
  const marked = byMark(first)
  if (marked !== null) return keepsToMark(first, marked) ? ok(marked) : err('not-text')
  const binary = binaryKind(first)
  if (binary !== null) return err(binary)

  const candidates = new Map<TextEncoding, TextDecoder>(
    (['utf-8', 'iso-2022-jp', 'shift_jis'] as const).map((encoding) => [encoding, new TextDecoder(encoding, { fatal: true })]),
  )
  const count = { high: 0, escapes: 0, wide: 0 }
  let onlyKana = true
  for (let at = 0; at < file.size; at += sliceBytes) {
    signal?.throwIfAborted()
    const bytes = new Uint8Array(await file.slice(at, at + sliceBytes).arrayBuffer())
    countOf(bytes, count)
    for (const [encoding, decoder] of candidates) {
      const text = strictly(decoder, bytes)
      if (text === null) candidates.delete(encoding)
      else if (encoding === 'shift_jis' && count.high > 0 && /[^\u0000-\u007f\uff61-\uff9f]/.test(text)) onlyKana = false
    }
    if (candidates.size === 0 || (candidates.has('utf-8') && count.wide > surely) || (candidates.size === 1 && count.high + count.escapes > surely)) break
  }
  if (count.escapes > 0 && candidates.has('iso-2022-jp')) return ok('iso-2022-jp')
  // Half-width kana of CP932 can look like accented letters of UTF-8; no Japanese list has only those.
  if (candidates.has('utf-8')) return ok(candidates.has('shift_jis') && onlyKana && count.high > 0 ? 'shift_jis' : 'utf-8')
  if (looksLikeUtf8(first)) return ok('utf-8')
  if (candidates.has('shift_jis')) return ok('shift_jis')
  return looksLikeCp932(first) ? ok('shift_jis') : err('not-text')
}

/** Bytes of a small whole file as text, strictly; null where they keep to no encoding. `only` where the file itself says what it is. */
export function strictText(bytes: Uint8Array, only: TextEncoding | null = null): string | null {
  const order: readonly TextEncoding[] = only !== null ? [only] : hasEscape(bytes) ? ['iso-2022-jp'] : ['utf-8', 'shift_jis']
  for (const encoding of order) {
    const text = strictly(new TextDecoder(encoding, { fatal: true }), bytes, false)
    if (text !== null) return text
  }
  return null
}

/** What the first bytes say that is no text; null: they may be text. Nothing is ever unpacked. Rule REF-3. */
export function binaryKind(bytes: Uint8Array): FileFaultCode | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006') || head.startsWith('PK\u0007\u0008')) {
    const names = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
    return /\[Content_Types\]\.xml|xl\/|_rels\/|mimetypeapplication\/vnd\.oasis/.test(names) ? 'is-workbook' : 'is-archive'
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'is-workbook'
  if (/^(\u001f\u008b|7z\u00bc\u00af|Rar!|BZh|\u00fd7zXZ|\u0028\u00b5\u002f\u00fd)/.test(head)) return 'is-archive'
  if (head.startsWith('%PDF-')) return 'is-pdf'
  return bytes.includes(0) ? 'not-text' : null
}

function byMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** A mark that the bytes after it belie: reading on would make names of nobody. */
function keepsToMark(bytes: Uint8Array, encoding: TextEncoding): boolean {
  if (encoding === 'utf-8') return !bytes.includes(0) && (looksLikeUtf8(bytes) || !bytes.subarray(3).some((byte) => byte > 0x7f))
  // Pairs of bytes of another encoding are letters of everywhere, and hardly ever a line end.
  const text = new TextDecoder(encoding).decode(bytes, { stream: true })
  return !text.includes('\u0000') && /[\r\n]/.test(text)
}

/** Nothing else is ever so often UTF-8 by chance. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  const { wide, broken } = wideOf('utf-8', bytes)
  return broken < 0.2 * wide
}

/** Almost any bytes are half CP932 by chance: a few broken characters are forgiven. */
function looksLikeCp932(bytes: Uint8Array): boolean {
  const { wide, broken } = wideOf('shift_jis', bytes)
  return broken <= Math.max(3, 0.02 * wide) && broken < 0.5 * wide
}

/** How much is no plain letter, and how much of that no character at all. */
function wideOf(encoding: TextEncoding, bytes: Uint8Array): { readonly wide: number; readonly broken: number } {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true })
  return { wide: text.replaceAll(/[\u0000-\u007f]/g, '').length, broken: text.split('\uFFFD').length - 1 }
}

function countOf(bytes: Uint8Array, count: { high: number; escapes: number; wide: number }): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x80) count.high += 1
    if (byte >= 0xe0) count.wide += 1
    else if (byte === 0x1b && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28)) count.escapes += 1
  }
}

function hasEscape(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte === 0x1b && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28))
}

function strictly(decoder: TextDecoder, bytes: Uint8Array, stream = true): string | null {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    return null // bytes within that are no character
  }
}
