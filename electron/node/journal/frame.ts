import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Sha256 } from '#domain/ids.ts'

/**
 * One frame of a journal segment. Changing this layout loses every journal ever written: add a version.
 *
 *    0   4  magic F5 54 4D 46 (one byte that is not text, then "TMF")
 *    4   1  version, 1
 *    5   1  kind: 1 sealed, 2 public, 3 checkpoint
 *    6   2  flags; 1: first frame of a batch, so everything before it was flushed when it was written
 *    8   4  length of the body
 *   12   8  sequence, 1 for the first frame of the journal
 *   20   8  wall clock, ms since 1970, signed: what the PC believed
 *   28   8  ms since the process started: orders and times within one start, whatever the clock does
 *   36   8  start: random for each start of the process
 *   44  32  SHA-256 of the frame before (of the first frame: the journal's own beginning, header.ts)
 *   76   n  body
 *  76+n  4  CRC-32 of all before
 * Little-endian. The hash of a frame is SHA-256 over all of it, CRC included.
 */
export type FrameKind = 'sealed' | 'public' | 'checkpoint'

export type Frame = {
  readonly kind: FrameKind
  readonly seq: number
  readonly wallMs: number
  readonly monoMs: number
  /** Sixteen hexadecimal digits. */
  readonly start: string
  /** SHA-256 of the frame before. */
  readonly previous: Sha256
  /** First of the frames written and flushed together: a batch is written only after the one before was flushed. */
  readonly beginsBatch: boolean
  readonly body: Uint8Array
}

/** A frame as found in a segment. */
export type FoundFrame = Frame & { readonly offset: number; readonly bytes: Uint8Array; readonly hash: Sha256 }

export const frameOverhead = 80
const headLength = 76
export const frameMagic = new Uint8Array([0xf5, 0x54, 0x4d, 0x46])
const version = 1
const kindCodes = { sealed: 1, public: 2, checkpoint: 3 } as const satisfies Record<FrameKind, number>
const kindsByCode: Readonly<Record<number, FrameKind>> = { 1: 'sealed', 2: 'public', 3: 'checkpoint' }

/** A body may be at most this long: a damaged length can then never swallow a segment. */
export const mostBody = 1024 * 1024

export function encodeFrame(frame: Frame): { readonly bytes: Uint8Array; readonly hash: Sha256 } {
  if (frame.body.length > mostBody) throw new Error('A frame body is at most 1 MiB')
  const bytes = new Uint8Array(frameOverhead + frame.body.length)
  const view = new DataView(bytes.buffer)
  bytes.set(frameMagic, 0)
  bytes[4] = version
  bytes[5] = kindCodes[frame.kind]
  view.setUint16(6, frame.beginsBatch ? 1 : 0, true)
  view.setUint32(8, frame.body.length, true)
  view.setBigUint64(12, BigInt(frame.seq), true)
  view.setBigInt64(20, BigInt(Math.round(frame.wallMs)), true)
  view.setBigUint64(28, BigInt(Math.round(frame.monoMs)), true)
  bytes.set(Buffer.from(frame.start, 'hex'), 36)
  bytes.set(Buffer.from(frame.previous, 'hex'), 44)
  bytes.set(frame.body, headLength)
  view.setUint32(headLength + frame.body.length, crc32(bytes.subarray(0, headLength + frame.body.length)), true)
  return { bytes, hash: sha256(bytes) }
}

/** The frame that begins at `offset`, or null if no whole, undamaged frame begins there. */
export function frameAt(segment: Uint8Array, offset: number): FoundFrame | null {
  if (segment.length - offset < frameOverhead) return null
  if (frameMagic.some((byte, index) => segment[offset + index] !== byte)) return null
  const view = new DataView(segment.buffer, segment.byteOffset + offset, segment.length - offset)
  const kind = kindsByCode[view.getUint8(5)]
  const length = view.getUint32(8, true)
  const flags = view.getUint16(6, true)
  if (view.getUint8(4) !== version || kind === undefined || flags > 1) return null
  if (length > mostBody || segment.length - offset < frameOverhead + length) return null
  const bytes = segment.subarray(offset, offset + frameOverhead + length)
  if (view.getUint32(headLength + length, true) !== crc32(bytes.subarray(0, headLength + length))) return null
  return {
    kind,
    seq: Number(view.getBigUint64(12, true)),
    wallMs: Number(view.getBigInt64(20, true)),
    monoMs: Number(view.getBigUint64(28, true)),
    start: Buffer.from(bytes.subarray(36, 44)).toString('hex'),
    previous: Buffer.from(bytes.subarray(44, headLength)).toString('hex') as Sha256, // 32 bytes in hexadecimal
    beginsBatch: flags === 1,
    body: bytes.subarray(headLength, headLength + length),
    offset,
    bytes,
    hash: sha256(bytes),
  }
}

export function sha256(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256 // the branded form, by definition
}

export function sha256OfText(text: string): Sha256 {
  return sha256(new TextEncoder().encode(text))
}
