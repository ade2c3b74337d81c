import { PublicEvent } from '#domain/log/public-event.ts'
import type { Disk } from '../disk/disk.ts'
import { readChain } from '../journal/chain.ts'
import { parse } from '../journal/checkpoint.ts'
import { readSegment, segmentFile } from '../journal/segment.ts'

type Told = { readonly seq: number; readonly wallMs: number; readonly event: PublicEvent }

/** Public events, newest first, before a sequence (null: from the end). At most `most`, and whether there are more. */
export async function publicEvents(disk: Disk, folder: string, before: number | null, most: number): Promise<{ events: Told[]; more: boolean }> {
  const events: Told[] = []
  for await (const told of newestFirst(disk, folder, before)) {
    if (events.length === most) return { events, more: true }
    events.push(told)
  }
  return { events, more: false }
}

/** The newest public event of a journal that is looked for. */
export async function findEvent(disk: Disk, folder: string, isIt: (event: PublicEvent) => boolean): Promise<PublicEvent | null> {
  for await (const { event } of newestFirst(disk, folder, null)) {
    if (isIt(event)) return event
  }
  return null
}

/** Reads backwards, each segment once, and no further than it is asked. */
export async function* newestFirst(disk: Disk, folder: string, before: number | null): AsyncGenerator<Told, void, undefined> {
  const { links } = await readChain(disk, folder)
  for (const link of links.toReversed()) {
    if (before !== null && link.header.follows.seq >= before) continue
    const bytes = await disk.read(segmentFile(folder, link.segment), 0, link.limit ?? Number.MAX_SAFE_INTEGER)
    for (const frame of readSegment(bytes).frames.toReversed()) {
      if (frame.kind !== 'public' || (before !== null && frame.seq >= before)) continue
      const event = PublicEvent.safeParse(parse(frame.body))
      if (event.success) yield { seq: frame.seq, wallMs: frame.wallMs, event: event.data }
    }
  }
}
