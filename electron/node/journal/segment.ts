import { frameAt, frameMagic, type FoundFrame } from './frame.ts'
import { readHeader, type FoundHeader } from './header.ts'

/** A stretch of bytes in which no whole frame stands. */
export type Damage = { readonly offset: number; readonly bytes: number }

/** What is in the bytes of one segment: everything readable, and where it is not. */
export type SegmentReading = {
  readonly header: FoundHeader | null
  readonly frames: readonly FoundFrame[]
  /** Damage with whole frames behind it: a hole. */
  readonly holes: readonly Damage[]
  /** Damage up to the end of the file; null when the file ends with a whole frame or header. */
  readonly tail: Damage | null
}

export const mostSegment = 8 * 1024 * 1024

const name = /^(\d{6})\.tmj$/

export function segmentFile(folder: string, segment: number): string {
  return `${folder}/${String(segment).padStart(6, '0')}.tmj`
}

/** Segment numbers among file names, ascending. */
export function segmentNumbers(names: readonly string[]): readonly number[] {
  return names.flatMap((file) => name.exec(file)?.[1] ?? []).map(Number).toSorted((a, b) => a - b)
}

/**
 * Reads a segment, stepping over damage: from a place where no frame begins it looks for the next place
 * where a whole frame with a higher sequence does. A single damaged byte thus costs one frame at most.
 */
export function readSegment(bytes: Uint8Array): SegmentReading {
  const header = readHeader(bytes)
  const frames: FoundFrame[] = []
  const holes: Damage[] = []
  let offset = header?.end ?? 0
  let lastSeq = header?.header.follows.seq ?? 0
  while (offset < bytes.length) {
    const frame = frameAt(bytes, offset)
    if (frame !== null && frame.seq > lastSeq) {
      frames.push(frame)
      lastSeq = frame.seq
      offset += frame.bytes.length
      continue
    }
    const next = nextFrame(bytes, offset + 1, lastSeq)
    if (next === null) return { header, frames, holes, tail: { offset, bytes: bytes.length - offset } }
    holes.push({ offset, bytes: next - offset })
    offset = next
  }
  return { header, frames, holes, tail: null }
}

function nextFrame(bytes: Uint8Array, from: number, lastSeq: number): number | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = view.indexOf(frameMagic, from); at >= 0; at = view.indexOf(frameMagic, at + 1)) {
    const frame = frameAt(bytes, at)
    if (frame !== null && frame.seq > lastSeq) return at
  }
  return null
}
