import { PublicEvent } from '#domain/log/public-event.ts'
import type { Disk } from '../disk/disk.ts'
import { readChain } from '../journal/chain.ts'
import { parse } from '../journal/checkpoint.ts'
import { readSegment, segmentFile } from '../journal/segment.ts'

type Told = { readonly seq: number; readonly wallMs: number; readonly event: PublicEvent }

/** Public events, newest first, before a sequence (null: from the end). Reads backwards, a segment at a time. */
export async function publicEvents(disk: Disk, folder: string, before: number | null, most: number): Promise<{ events: Told[]; more: boolean }> {
  const { links } = await readChain(disk, folder)
  const events: Told[] = []
  for (const link of links.toReversed()) {
    if (before !== null && link.header.follows.seq >= before) continue
    const bytes = await disk.read(segmentFile(folder, link.segment), 0, link.limit ?? Number.MAX_SAFE_INTEGER)
    for (const frame of readSegment(bytes).frames.toReversed()) {
      if (frame.kind !== 'public' || (before !== null && frame.seq >= before)) continue
      const event = PublicEvent.safeParse(parse(frame.body))
      if (event.success) events.push({ seq: frame.seq, wallMs: frame.wallMs, event: event.data })
      if (events.length > most) return { events: events.slice(0, most), more: true }
    }
  }
  return { events, more: false }
}
