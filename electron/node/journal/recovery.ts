import type { Sha256 } from '#domain/ids.ts'
import { writeWhole, type Disk } from '../disk/disk.ts'
import { readChain, startOf, type Link } from './chain.ts'
import { sha256, type FoundFrame } from './frame.ts'
import { readSegment, segmentFile, segmentNumbers, type Damage } from './segment.ts'

/** What had to be set right before the journal could go on. Each becomes a public event and an alarm. */
export type Repair =
  | { readonly repair: 'tail-quarantined'; readonly segment: number; readonly offset: number; readonly bytes: number; readonly sha256: Sha256 }
  | { readonly repair: 'hole-found'; readonly segment: number; readonly offset: number; readonly bytes: number }

/** Where a journal can go on from. Nothing on the disk was changed yet but for copies in quarantine. */
export type Recovered = {
  readonly links: readonly Link[]
  /** Frames of the newest segment that were certainly flushed. */
  readonly settled: readonly FoundFrame[]
  /**
   * The last batch of the newest segment. Whether its flush succeeded cannot be known (a system may show
   * bytes that never reached the device), so it is carried into the next segment before any of it is called saved.
   */
  readonly carried: readonly FoundFrame[]
  /** Where the settled frames end; null for a new journal. */
  readonly end: { readonly segment: number; readonly bytes: number; readonly seq: number; readonly head: Sha256 } | null
  /** The highest segment number on the disk, used or not. */
  readonly lastNumber: number
  readonly repairs: readonly Repair[]
  /** Frames found in a file whose two headers are both gone: to be appended again. */
  readonly stranded: readonly FoundFrame[]
}

/**
 * Reads the newest segment whole and says where its certain part ends. Damaged bytes are copied to
 * quarantine and flushed there. A file of an earlier process is never appended to.
 * Running this again after a crash at any point gives the same result.
 */
export async function recover(disk: Disk, folder: string): Promise<Recovered> {
  const chain = await readChain(disk, folder)
  const newest = chain.links.at(-1)
  const repairs: Repair[] = []
  const stranded: FoundFrame[] = []
  for (const segment of chain.unreadable.filter((number) => number > (newest?.segment ?? 0))) {
    const bytes = await disk.read(segmentFile(folder, segment))
    stranded.push(...readSegment(bytes).frames)
    const whole = { offset: 0, bytes: bytes.length }
    if (await quarantine(disk, folder, segment, whole, bytes)) repairs.push(tailRepair(segment, whole, bytes))
  }
  const lastNumber = segmentNumbers(await disk.list(folder)).at(-1) ?? 0
  if (newest === undefined) return { links: [], settled: [], carried: [], end: null, lastNumber, repairs, stranded }
  const bytes = await disk.read(segmentFile(folder, newest.segment))
  const { frames, holes, tail, header } = readSegment(bytes)
  for (const hole of holes) {
    if (await quarantine(disk, folder, newest.segment, hole, bytes)) repairs.push({ repair: 'hole-found', segment: newest.segment, ...hole })
  }
  if (tail !== null && (await quarantine(disk, folder, newest.segment, tail, bytes))) repairs.push(tailRepair(newest.segment, tail, bytes))
  const lastBatch = Math.max(0, frames.findLastIndex((frame) => frame.beginsBatch))
  const settled = frames.slice(0, lastBatch)
  const carried = frames.slice(lastBatch)
  const last = settled.at(-1)
  const start = startOf(newest.header)
  const end = {
    segment: newest.segment,
    bytes: carried[0]?.offset ?? header?.end ?? 0,
    seq: last?.seq ?? start.seq,
    head: last?.hash ?? start.head,
  }
  return { links: chain.links, settled, carried, end, lastNumber, repairs, stranded }
}

/**
 * Cuts from a segment what the next one does not count: bytes that were never acknowledged. They go to
 * quarantine first, unless `kept` says they already are there or were carried over. Only ever called when
 * the next segment is on the device.
 */
export async function cutBack(disk: Disk, folder: string, segment: number, limit: number, kept: boolean): Promise<void> {
  const path = segmentFile(folder, segment)
  const size = await disk.size(path)
  if (size === null || size <= limit) return
  if (!kept) await quarantine(disk, folder, segment, { offset: limit, bytes: size - limit }, await disk.read(path))
  await disk.truncate(path, limit)
}

export function quarantineFolder(folder: string): string {
  return `${folder}/quarantine`
}

/** Copies damaged bytes aside; false when this very damage was copied before. */
async function quarantine(disk: Disk, folder: string, segment: number, damage: Damage, bytes: Uint8Array): Promise<boolean> {
  const damaged = cut(bytes, damage)
  const kept = `${quarantineFolder(folder)}/${String(segment).padStart(6, '0')}-${damage.offset}-${sha256(damaged).slice(0, 12)}.bin`
  if ((await disk.size(kept)) === damaged.length) return false
  await disk.makeFolder(quarantineFolder(folder))
  await disk.syncFolder(folder)
  await writeWhole(disk, kept, damaged)
  return true
}

function tailRepair(segment: number, damage: Damage, bytes: Uint8Array): Repair {
  return { repair: 'tail-quarantined', segment, ...damage, sha256: sha256(cut(bytes, damage)) }
}

function cut(bytes: Uint8Array, damage: Damage): Uint8Array {
  return bytes.subarray(damage.offset, damage.offset + damage.bytes)
}
