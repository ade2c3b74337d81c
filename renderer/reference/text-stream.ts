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

/** A line, or in its place that it was too long to hold. `number` counts from 1, empty lines too. */
export type Line = { readonly number: number; readonly text: string; readonly isTooLong: boolean; readonly isEnded: boolean }
export type Lines = { readonly lines: readonly Line[]; readonly readBytes: number }

/** A file line by line in bounded memory, whatever is in it. */
export async function* linesOf(file: Blob, encoding: TextEncoding, most: number, signal?: AbortSignal): AsyncGenerator<Lines> {
  let held = ''
  let number = 1
  let isTooLong = false
  for await (const { text, readBytes, isLast } of textOf(file, encoding, signal)) {
    const parts = (held + text).split('\n')
    const rest = parts.pop() ?? ''
    const lines: Line[] = []
    for (const part of parts) {
      lines.push(lineOf(number, part, isTooLong, most, true))
      number += 1
      isTooLong = false
    }
    // What is too long is let go at once; its end is still waited for.
    isTooLong ||= rest.length > most
    held = isTooLong ? '' : rest
    if (isLast && (held !== '' || isTooLong)) lines.push(lineOf(number, held, isTooLong, most, false))
    yield { lines, readBytes }
  }
}

function lineOf(number: number, text: string, wasTooLong: boolean, most: number, isEnded: boolean): Line {
  const isTooLong = wasTooLong || text.length > most
  return { number, text: isTooLong ? '' : text, isTooLong, isEnded }
}
