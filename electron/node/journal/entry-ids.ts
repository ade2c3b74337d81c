import { EntryId } from '#domain/ids.ts'
import { writeWhole, type Disk } from '../disk/disk.ts'
import { sha256, type FoundFrame } from './frame.ts'
import { readSealedBody } from './sealed-body.ts'
import { readSegment, segmentFile } from './segment.ts'

/**
 * Which entries the journal already holds, so that appending one twice records it once. For closed segments
 * the ids lie sorted in a file beside each (24 bytes an entry: id, sequence); that file is derived, checked
 * by its hash and by the head it ends at, and made again from the segment when anything is amiss. At
 * 500,000 entries this is 12 MB read at start instead of 500 MB scanned.
 */
export type EntryIds = {
  /** Sequence of the entry, or null. */
  readonly find: (id: EntryId) => number | null
  readonly add: (id: EntryId, seq: number) => void
  readonly count: () => number
}

type Sheet = { readonly head: string; readonly rows: Uint8Array }
const rowLength = 24

export function entryIds(sheets: readonly Sheet[], open: readonly FoundFrame[]): EntryIds {
  const recent = new Map(open.flatMap(idAndSeq))
  const closed = sheets.reduce((sum, sheet) => sum + sheet.rows.length / rowLength, 0)
  return {
    find: (id) => recent.get(id) ?? findIn(sheets, id),
    add: (id, seq) => recent.set(id, seq),
    count: () => closed + recent.size,
  }
}

/** The ids of a closed segment whose live part ends at `bytes` with `head`. */
export async function sheetOf(disk: Disk, folder: string, segment: number, end: { readonly bytes: number; readonly head: string }): Promise<Sheet> {
  const path = sheetFile(folder, segment)
  const kept = (await disk.size(path)) === null ? null : readSheet(await disk.read(path))
  if (kept !== null && kept.head === end.head) return kept
  const reading = readSegment((await disk.read(segmentFile(folder, segment))).subarray(0, end.bytes))
  const sheet = makeSheet(end.head, reading.frames)
  await writeWhole(disk, path, encodeSheet(sheet)).catch(() => undefined) // derived: made again next time
  return sheet
}

export function sheetFile(folder: string, segment: number): string {
  return segmentFile(folder, segment).replace(/tmj$/, 'ids')
}

function makeSheet(head: string, frames: readonly FoundFrame[]): Sheet {
  const rows = frames.flatMap(idAndSeq).map(([id, seq]) => encodeRow(id, seq)).toSorted((a, b) => a.compare(b))
  return { head, rows: new Uint8Array(Buffer.concat(rows)) }
}

function encodeRow(id: EntryId, seq: number): Buffer {
  const row = Buffer.alloc(rowLength)
  row.set(bytesOf(id), 0)
  row.writeBigUInt64LE(BigInt(seq), 16)
  return row
}

function encodeSheet({ head, rows }: Sheet): Uint8Array {
  const body = Buffer.concat([Buffer.from('TMI1'), Buffer.from(head, 'hex'), rows])
  return new Uint8Array(Buffer.concat([body, Buffer.from(sha256(body), 'hex')]))
}

function readSheet(bytes: Uint8Array): Sheet | null {
  const buffer = Buffer.from(bytes)
  const body = buffer.subarray(0, Math.max(0, buffer.length - 32))
  if (body.length < 36 || (body.length - 36) % rowLength !== 0 || body.toString('ascii', 0, 4) !== 'TMI1') return null
  if (sha256(body) !== buffer.toString('hex', body.length)) return null
  return { head: body.toString('hex', 4, 36), rows: new Uint8Array(body.subarray(36)) }
}

function findIn(sheets: readonly Sheet[], id: EntryId): number | null {
  const wanted = bytesOf(id)
  for (const { rows } of sheets) {
    const view = Buffer.from(rows.buffer, rows.byteOffset, rows.length)
    let low = 0
    let high = rows.length / rowLength - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const order = view.compare(wanted, 0, 16, middle * rowLength, middle * rowLength + 16)
      if (order === 0) return Number(view.readBigUInt64LE(middle * rowLength + 16))
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
  }
  return null
}

function idAndSeq(frame: FoundFrame): [EntryId, number][] {
  const sealed = frame.kind === 'sealed' ? readSealedBody(frame.body) : null
  return sealed === null ? [] : [[sealed.id, frame.seq]]
}

function bytesOf(id: EntryId): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}
