import { writeAll, writeWhole, type Disk, type OpenFile } from '../disk/disk.ts'
import { encodeHeader, type SegmentHeader } from './header.ts'
import { segmentFile } from './segment.ts'

/** A segment that is being written. Whoever sees it fail abandons it and never writes to it again. */
export type OpenSegment = {
  /** How many bytes are known to be on the device. */
  readonly bytes: () => number
  /** Resolves when the bytes are on the device. */
  readonly append: (bytes: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
  /** Closes without caring: after an error nothing this file says can be believed. */
  readonly abandon: () => Promise<void>
}

/**
 * Begins a new file with its header and the frames carried over from before, whole or not at all: it gets
 * its name only when all of that is on the device, so a header can never cut off frames it does not bring.
 */
export async function beginSegment(disk: Disk, folder: string, header: SegmentHeader, before: SegmentHeader | null, carried: Uint8Array): Promise<OpenSegment> {
  const path = segmentFile(folder, header.segment)
  const bytes = Buffer.concat([encodeHeader(header, before), carried])
  await writeWhole(disk, path, bytes)
  return segmentOf(await disk.open(path, 'existing'), bytes.length)
}

function segmentOf(file: OpenFile, begun: number): OpenSegment {
  let length = begun
  return {
    bytes: () => length,
    append: async (bytes) => {
      await writeAll(file, bytes)
      await file.sync()
      length += bytes.length
    },
    close: () => file.close(),
    abandon: () => file.close().catch(() => undefined),
  }
}
