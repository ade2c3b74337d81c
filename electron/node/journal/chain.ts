import type { Sha256 } from '#domain/ids.ts'
import type { Disk } from '../disk/disk.ts'
import { beginning, isOf, readHeader, type FoundHeader, type SegmentHeader } from './header.ts'
import { segmentFile, segmentNumbers } from './segment.ts'

/** One segment in the order of the journal; `limit`: bytes beyond were never acknowledged (the next segment says so). */
export type Link = { readonly segment: number; readonly header: SegmentHeader; readonly found: FoundHeader | null; readonly limit: number | null }

export type Chain = {
  /** Oldest first. */
  readonly links: readonly Link[]
  /** Segments that no later one follows: begun on a failing disk and never used, or put there by somebody. */
  readonly unused: readonly number[]
  /** Files that should hold a header and hold nothing readable at all. */
  readonly unreadable: readonly number[]
  /** Segments of another journal: of a drill, of another station, of another incident. Nothing of them is read. */
  readonly foreign: readonly number[]
  /** A segment that a later one follows, and that is not there. */
  readonly missing: readonly number[]
}

/** The head before the first frame of a segment. */
export function startOf(header: SegmentHeader): { readonly seq: number; readonly head: Sha256 } {
  return header.follows.segment === 0 ? { seq: 0, head: beginning(header) } : header.follows
}

/** Headers that were read before. A header is written with its file and never changed, so one that was whole need not be read again. */
export type KnownHeaders = Map<number, FoundHeader>

/** Follows the headers back from the newest: each says which segment it took over from, and where. */
export async function readChain(disk: Disk, folder: string, known: KnownHeaders = new Map()): Promise<Chain> {
  const numbers = segmentNumbers(await disk.list(folder))
  const found = new Map<number, FoundHeader>()
  const unreadable: number[] = []
  const foreign: number[] = []
  let owner: SegmentHeader | null = null
  for (const segment of numbers) {
    const header = known.get(segment) ?? (await headerOf(disk, segmentFile(folder, segment)))
    if (header === null) unreadable.push(segment)
    // The first segment says whose journal this is; a file put behind it cannot take the journal over.
    else if (!isOf(header.header, (owner ??= header.header))) foreign.push(segment)
    else found.set(segment, header)
    if (header?.copies === 2) known.set(segment, header)
  }
  const links: Link[] = []
  const missing: number[] = []
  let segment = [...found.keys()].at(-1) ?? 0
  let limit: number | null = null
  let repeated: SegmentHeader | null = null
  while (segment > 0) {
    const own = found.get(segment) ?? null
    // A lost header is repeated in the next segment; two lost in a row break the chain there.
    const header: SegmentHeader | null = own?.header ?? (repeated?.segment === segment ? repeated : null)
    if (header === null || !numbers.includes(segment)) missing.push(segment)
    if (header === null) break
    links.unshift({ segment, header, found: own, limit })
    limit = header.follows.bytes
    repeated = own?.before ?? null
    segment = header.follows.segment
  }
  const inChain = new Set(links.map((link) => link.segment))
  return {
    links,
    missing,
    foreign,
    unused: [...found.keys()].filter((number) => !inChain.has(number)),
    unreadable: unreadable.filter((number) => !inChain.has(number)),
  }
}

async function headerOf(disk: Disk, path: string): Promise<FoundHeader | null> {
  const short = readHeader(await disk.read(path, 0, 32 * 1024))
  return short ?? readHeader(await disk.read(path))
}
