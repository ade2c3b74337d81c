import type { TextEncoding } from './encoding.ts'

/** Small enough that decoding one never holds anything up, and that a cancel is felt at once. */
const sliceBytes = 256 * 1024

export type TextPiece = {
  readonly text: string
  readonly readBytes: number
  /** The file ends within a character. */
  readonly isCut: boolean
  readonly isLast: boolean
}

/**
 * A file as text, slice by slice, never as a whole: a character on a boundary stays one, every line end is `\n`, a mark of the
 * encoding (U+FEFF) is no text wherever it stands, and what is no character is U+FFFD.
 */
export async function* textOf(file: Blob, encoding: TextEncoding, signal?: AbortSignal): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding)
  let carriage = ''
  for (let at = 0; at < file.size; at += sliceBytes) {
    signal?.throwIfAborted()
    const bytes = await file.slice(at, at + sliceBytes).arrayBuffer()
    let text = carriage + decoder.decode(bytes, { stream: true })
    carriage = ''
    if (text.endsWith('\r')) {
      // Whether a line feed belongs to it is seen in the next slice.
      carriage = '\r'
      text = text.slice(0, -1)
    }
    yield { text: plain(text), readBytes: Math.min(at + sliceBytes, file.size), isCut: false, isLast: false }
  }
  const rest = decoder.decode()
  yield { text: plain(carriage + rest), readBytes: file.size, isCut: rest !== '', isLast: true }
}

function plain(text: string): string {
  const unmarked = text.includes('\uFEFF') ? text.replaceAll('\uFEFF', '') : text
  return unmarked.includes('\r') ? unmarked.replaceAll(/\r\n?/g, '\n') : unmarked
}
