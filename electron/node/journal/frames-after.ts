import type { EntryId } from '#domain/ids.ts'
import type { Disk } from '../disk/disk.ts'
import { readChain, type Link } from './chain.ts'
import type { FoundFrame } from './frame.ts'
import { readSealedBody } from './sealed-body.ts'
import { readSegment, segmentFile } from './segment.ts'

/** A frame as the window is given it. The cipher of a public frame is nobody's business there: null. */
export type HandedFrame = { readonly seq: number; readonly head: FoundFrame['hash']; readonly kind: FoundFrame['kind']; readonly id: EntryId | null; readonly cipher: Uint8Array<ArrayBuffer> | null }

export type FrameReader = {
  /** Frames after a sequence, in order, about `most` bytes of them; `done` when the last frame on the disk is among them. */
  readonly after: (seq: number, most: number) => Promise<{ readonly frames: readonly HandedFrame[]; readonly done: boolean }>
}

/**
 * Reads a journal piece by piece while it is being written. Only whole frames of the chain are given; bytes a
 * writer is just adding are not frames yet. One segment is kept in memory, for the next piece.
 */
export function frameReader(disk: Disk, folder: string): FrameReader {
  let kept: { readonly segment: number; readonly size: number; readonly frames: readonly FoundFrame[] } | null = null

  async function framesOf(link: Link): Promise<readonly FoundFrame[]> {
    const path = segmentFile(folder, link.segment)
    const size = (await disk.size(path)) ?? 0
    if (kept?.segment === link.segment && kept.size === size) return kept.frames
    const bytes = await disk.read(path, 0, link.limit ?? size)
    kept = { segment: link.segment, size, frames: readSegment(bytes).frames }
    return kept.frames
  }

  return {
    after: async (seq, most) => {
      const { links } = await readChain(disk, folder)
      const from = links.findLastIndex((link) => link.header.follows.seq <= seq)
      const frames: HandedFrame[] = []
      let bytes = 0
      for (const link of links.slice(Math.max(0, from))) {
        for (const frame of await framesOf(link)) {
          if (frame.seq <= seq) continue
          if (bytes > 0 && bytes + frame.bytes.length > most) return { frames, done: false }
          bytes += frame.bytes.length
          frames.push(handed(frame))
        }
      }
      return { frames, done: true }
    },
  }
}

function handed(frame: FoundFrame): HandedFrame {
  const sealed = frame.kind === 'sealed' ? readSealedBody(frame.body) : null
  return { seq: frame.seq, head: frame.hash, kind: frame.kind, id: sealed?.id ?? null, cipher: sealed === null ? null : new Uint8Array(sealed.cipher) }
}
