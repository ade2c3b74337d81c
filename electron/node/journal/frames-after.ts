import type { EntryId } from '#domain/ids.ts'
import type { Disk } from '../disk/disk.ts'
import { readChain, type KnownHeaders, type Link } from './chain.ts'
import type { FoundFrame } from './frame.ts'
import { readSealedBody } from './sealed-body.ts'
import { mostSegment, readSegment, segmentFile } from './segment.ts'

/** A frame as the window is given it. The cipher of a public frame is nobody's business there: null. */
export type HandedFrame = { readonly seq: number; readonly head: FoundFrame['hash']; readonly kind: FoundFrame['kind']; readonly id: EntryId | null; readonly cipher: Uint8Array<ArrayBuffer> | null }

export type FrameReader = {
  /** Frames after a sequence, in order, about `most` bytes of them; `done` when the last frame on the disk is among them. */
  readonly after: (seq: number, most: number) => Promise<{ readonly frames: readonly HandedFrame[]; readonly done: boolean }>
}

/**
 * Reads a journal piece by piece while it is being written. Only whole frames of the chain are given; bytes a
 * writer is just adding are not frames yet. All headers and two segments' worth of frames are kept in memory: an
 * unlock asks for the frame its snapshot stands on and for what came after, and costs the same after a day and
 * after ninety.
 */
export function frameReader(disk: Disk, folder: string): FrameReader {
  const headers: KnownHeaders = new Map()
  /** The segment used last stands last. */
  const kept = new Map<number, { readonly end: number; readonly frames: readonly FoundFrame[] }>()

  async function framesOf(link: Link): Promise<readonly FoundFrame[]> {
    const path = segmentFile(folder, link.segment)
    const end = link.limit ?? (await disk.size(path)) ?? 0
    const before = kept.get(link.segment)
    const now = before?.end === end ? before : { end, frames: readSegment(await disk.read(path, 0, end)).frames }
    kept.delete(link.segment)
    kept.set(link.segment, now)
    let held = [...kept.values()].reduce((sum, segment) => sum + segment.end, 0)
    for (const [oldest, segment] of kept) {
      if (held <= mostHeld) break
      kept.delete(oldest)
      held -= segment.end
    }
    return now.frames
  }

  return {
    after: async (seq, most) => {
      const { links } = await readChain(disk, folder, headers)
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

const mostHeld = 2 * mostSegment

function handed(frame: FoundFrame): HandedFrame {
  const sealed = frame.kind === 'sealed' ? readSealedBody(frame.body) : null
  return { seq: frame.seq, head: frame.hash, kind: frame.kind, id: sealed?.id ?? null, cipher: sealed === null ? null : new Uint8Array(sealed.cipher) }
}
