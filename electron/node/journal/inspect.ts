import type { Disk } from '../disk/disk.ts'
import { readChain, startOf, type Link } from './chain.ts'
import { isGenuine, parse, readCheckpoint, type CheckSignature } from './checkpoint.ts'
import type { FoundFrame } from './frame.ts'
import { isOf, type SegmentHeader } from './header.ts'
import { PublicEvent } from '#domain/log/public-event.ts'
import { quarantineFolder } from './recovery.ts'
import { readSealedBody } from './sealed-body.ts'
import { readSegment, segmentFile } from './segment.ts'

/**
 * What is wrong with a journal, and where. 'alarm': something was damaged, lost or changed. 'note': the
 * trace of an accident that the journal handled by itself.
 */
export type Finding = {
  readonly level: 'alarm' | 'note'
  readonly code:
    | 'segment-missing' | 'header-lost' | 'header-copy-damaged' | 'header-of-another-journal' | 'frame-damaged' | 'frames-missing' | 'tail-damaged'
    | 'chain-broken' | 'checkpoint-false' | 'frame-unreadable' | 'entry-twice' | 'segment-unused' | 'segment-unreadable' | 'never-acknowledged' | 'in-quarantine'
  readonly segment: number
  readonly offset: number
  readonly seq: number
}

export type JournalReport = {
  readonly header: SegmentHeader | null
  readonly seq: number
  readonly head: string
  readonly frames: number
  readonly entries: number
  readonly findings: readonly Finding[]
}

/** Called with each frame that counts, in order. */
export type Visit = (frame: FoundFrame) => void

/** Reads a whole journal, one segment in memory at a time, and checks everything that can be checked without a key. */
export async function inspectJournal(disk: Disk, folder: string, check: CheckSignature, visit: Visit = () => undefined): Promise<JournalReport> {
  const chain = await readChain(disk, folder)
  const findings: Finding[] = []
  const at = (level: Finding['level'], code: Finding['code'], segment: number, offset = 0, seq = 0): number => findings.push({ level, code, segment, offset, seq })
  const first = chain.links[0]?.header ?? null
  const entries = new Set<string>()
  let end: { seq: number; head: string } = first === null ? { seq: 0, head: '' } : startOf(first)
  let frames = 0
  if (first !== null && first.follows.segment !== 0 && chain.missing.length === 0) at('alarm', 'segment-missing', first.follows.segment)
  for (const segment of chain.missing) at('alarm', 'segment-missing', segment)
  for (const link of chain.links) {
    if (first !== null && !sameJournal(first, link.header)) at('alarm', 'header-of-another-journal', link.segment)
    const reading = await readLink(disk, folder, link, at)
    const start = startOf(link.header)
    if (start.seq !== end.seq || start.head !== end.head) at('alarm', start.seq > end.seq ? 'frames-missing' : 'chain-broken', link.segment, 0, start.seq)
    end = start
    for (const frame of reading) {
      frames += 1
      if (frame.seq !== end.seq + 1) at('alarm', 'frames-missing', link.segment, frame.offset, frame.seq)
      else if (frame.previous !== end.head) at('alarm', 'chain-broken', link.segment, frame.offset, frame.seq)
      inspectFrame(frame, link, check, entries, at)
      end = { seq: frame.seq, head: frame.hash }
      visit(frame)
    }
  }
  for (const segment of chain.foreign) at('alarm', 'header-of-another-journal', segment)
  for (const segment of chain.unused) at('note', 'segment-unused', segment)
  for (const segment of chain.unreadable) at('alarm', 'segment-unreadable', segment)
  for (const file of await disk.list(quarantineFolder(folder))) at('note', 'in-quarantine', Number(file.slice(0, 6)) || 0, Number(file.split('-')[1] ?? 0) || 0)
  return { header: first, seq: end.seq, head: end.head, frames, entries: entries.size, findings }
}

type At = (level: Finding['level'], code: Finding['code'], segment: number, offset?: number, seq?: number) => number

async function readLink(disk: Disk, folder: string, link: Link, at: At): Promise<readonly FoundFrame[]> {
  if ((await disk.size(segmentFile(folder, link.segment))) === null) return []
  const bytes = await disk.read(segmentFile(folder, link.segment))
  const { header, frames, holes, tail } = readSegment(link.limit === null ? bytes : bytes.subarray(0, link.limit))
  if (header === null) at('alarm', 'header-lost', link.segment)
  else if (header.copies === 1) at('alarm', 'header-copy-damaged', link.segment)
  for (const hole of header === null ? holes.slice(1) : holes) at('alarm', 'frame-damaged', link.segment, hole.offset)
  if (tail !== null) at('alarm', 'tail-damaged', link.segment, tail.offset)
  if (link.limit !== null && bytes.length < link.limit) at('alarm', 'frames-missing', link.segment, bytes.length)
  if (link.limit !== null && bytes.length > link.limit) at('note', 'never-acknowledged', link.segment, link.limit)
  return frames
}

function inspectFrame(frame: FoundFrame, link: Link, check: CheckSignature, entries: Set<string>, at: At): void {
  if (frame.kind === 'checkpoint') {
    const checkpoint = readCheckpoint(frame.body)
    const agrees = checkpoint !== null && checkpoint.seq === frame.seq - 1 && checkpoint.head === frame.previous && checkpoint.wallMs === frame.wallMs && checkpoint.monoMs === frame.monoMs && checkpoint.start === frame.start
    if (!agrees || !isGenuine(checkpoint, link.header.stationKey, check)) at('alarm', 'checkpoint-false', link.segment, frame.offset, frame.seq)
    return
  }
  if (frame.kind === 'public') {
    if (!PublicEvent.safeParse(parse(frame.body)).success) at('alarm', 'frame-unreadable', link.segment, frame.offset, frame.seq)
    return
  }
  const sealed = readSealedBody(frame.body)
  if (sealed === null) at('alarm', 'frame-unreadable', link.segment, frame.offset, frame.seq)
  else if (entries.has(sealed.id)) at('alarm', 'entry-twice', link.segment, frame.offset, frame.seq)
  else entries.add(sealed.id)
}

function sameJournal(a: SegmentHeader, b: SegmentHeader): boolean {
  return isOf(a, b) && a.stationKey === b.stationKey
}
