import { z } from 'zod'
import { IncidentId, Sha256, StationId } from '#domain/ids.ts'
import { Realm } from '#domain/realm.ts'
import { sha256, sha256OfText } from './frame.ts'

/**
 * The head of a segment: written twice one after the other, and once more inside the next segment's head,
 * so that no single damaged place loses what is needed to read the segment.
 *
 *   8  magic: "TMJ1REAL", "TMJ1DRIL" or "TMJ1DEMO"
 *   4  length of the text, little-endian
 *   n  JSON, UTF-8
 *  32  SHA-256 of all before
 */
export const SegmentHeader = z.object({
  v: z.literal(1),
  realm: Realm,
  station: StationId,
  /** null: the station journal. */
  incident: IncidentId.nullable(),
  segment: z.number().int().min(1),
  /** Where this segment takes over: frames of the previous segment beyond `bytes` were never acknowledged. */
  follows: z.object({ segment: z.number().int().min(0), bytes: z.number().int().min(0), seq: z.number().int().min(0), head: Sha256 }),
  createdMs: z.number().int(),
  /** Public half of the station's signing key, hexadecimal. */
  stationKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the window needs to open the journal's ciphers, as it gave it: the wrapped data key and its signed statement. */
  keys: z.string().max(65_536).nullable(),
})
export type SegmentHeader = z.infer<typeof SegmentHeader>

const Written = SegmentHeader.extend({ before: SegmentHeader.nullable() })

const magics = { real: 'TMJ1REAL', drill: 'TMJ1DRIL', demo: 'TMJ1DEMO' } as const satisfies Record<Realm, string>
const mostHeader = 512 * 1024

/** Head of the journal before its first frame: binds realm, station and incident into the chain itself. */
export function beginning(header: Pick<SegmentHeader, 'realm' | 'station' | 'incident'>): Sha256 {
  return sha256OfText(`tomoshibi journal v1|${header.realm}|${header.station}|${header.incident ?? 'station'}`)
}

/** Both copies, ready to write. */
export function encodeHeader(header: SegmentHeader, before: SegmentHeader | null): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify({ ...header, before }))
  const copy = Buffer.alloc(8 + 4 + text.length + 32)
  copy.write(magics[header.realm], 0, 'ascii')
  copy.writeUInt32LE(text.length, 8)
  copy.set(text, 12)
  copy.set(Buffer.from(sha256(copy.subarray(0, 12 + text.length)), 'hex'), 12 + text.length)
  return new Uint8Array(Buffer.concat([copy, copy]))
}

/** Whose journal a segment is of: three things that stand in every header, and none of them can be exchanged without being seen. */
export type Owner = Pick<SegmentHeader, 'realm' | 'station' | 'incident'>

export function isOf(header: Owner, owner: Owner): boolean {
  return header.realm === owner.realm && header.station === owner.station && header.incident === owner.incident
}

export type FoundHeader = {
  readonly header: SegmentHeader
  readonly before: SegmentHeader | null
  /** Where the frames begin. */
  readonly end: number
  /** Copies that could be read, of two. */
  readonly copies: 1 | 2
}

/** The header of a segment, from whichever copy is whole; null if neither is. */
export function readHeader(segment: Uint8Array): FoundHeader | null {
  const first = copyAt(segment, 0)
  if (first !== null) {
    const second = copyAt(segment, first.length)
    return { header: first.header, before: first.before, end: first.length * 2, copies: second === null ? 1 : 2 }
  }
  const bytes = Buffer.from(segment.buffer, segment.byteOffset, Math.min(segment.length, mostHeader * 2))
  for (const magic of Object.values(magics)) {
    for (let offset = bytes.indexOf(magic, 1, 'ascii'); offset >= 0; offset = bytes.indexOf(magic, offset + 1, 'ascii')) {
      const second = copyAt(segment, offset)
      if (second !== null && offset === second.length) return { header: second.header, before: second.before, end: offset + second.length, copies: 1 }
    }
  }
  return null
}

function copyAt(segment: Uint8Array, offset: number): { header: SegmentHeader; before: SegmentHeader | null; length: number } | null {
  const bytes = Buffer.from(segment.buffer, segment.byteOffset + offset, segment.length - offset)
  if (bytes.length < 44) return null
  const textLength = bytes.readUInt32LE(8)
  if (textLength > mostHeader || bytes.length < 44 + textLength) return null
  const end = 12 + textLength
  if (sha256(bytes.subarray(0, end)) !== bytes.toString('hex', end, end + 32)) return null
  const written = Written.safeParse(JSON.parse(bytes.toString('utf8', 12, end)))
  if (!written.success || bytes.toString('ascii', 0, 8) !== magics[written.data.realm]) return null
  const { before, ...header } = written.data
  return { header, before, length: end + 32 }
}
