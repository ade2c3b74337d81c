import type { Archive } from '#domain/erasure/archive.ts'
import type { LeftBehind } from '#domain/erasure/erasure.ts'
import { PublicEvent } from '#domain/log/public-event.ts'
import { instantOf } from '#domain/time.ts'
import type { Disk, FileIdentity } from '../disk/disk.ts'
import { readChain } from '../journal/chain.ts'
import { parse, readCheckpoint } from '../journal/checkpoint.ts'
import type { SegmentHeader } from '../journal/header.ts'
import { readSegment, segmentFile } from '../journal/segment.ts'

/** What the frames of one incident tell of its end, without any key. */
export type Closing = {
  readonly header: SegmentHeader | null
  readonly keys: string | null
  readonly end: { readonly seq: number; readonly head: string }
  readonly entries: number
  /** The last sealed frame. */
  readonly lastRecord: number
  /** The newest of each medium. */
  readonly archives: readonly Archive[]
  readonly left: LeftBehind
}

export async function readClosing(disk: Disk, folder: string): Promise<Closing> {
  const { links } = await readChain(disk, folder)
  const archives = new Map<Archive['medium'], Archive>()
  const exported: string[] = []
  const left = { continuity: 0, plain: 0, transfers: 0, prints: 0 }
  let [entries, lastRecord] = [0, 0]
  let end = { seq: 0, head: '' }
  for (const link of links) {
    for (const frame of readSegment(await disk.read(segmentFile(folder, link.segment), 0, link.limit ?? Number.MAX_SAFE_INTEGER)).frames) {
      end = { seq: frame.seq, head: frame.hash }
      if (frame.kind === 'sealed') {
        entries += 1
        lastRecord = frame.seq
      } else if (frame.kind === 'checkpoint') left.prints += readCheckpoint(frame.body)?.reason === 'printed' ? 1 : 0
      else {
        const event = PublicEvent.safeParse(parse(frame.body)).data
        if (event?.event === 'archive-verified') archives.set(event.medium, { ...event, at: instantOf(frame.wallMs) })
        if (event?.event === 'export-begun') exported.push(event.sha256)
        if (event?.event === 'transfer-begun') left.transfers += 1
        if (event?.event === 'continuity-begun') {
          left.continuity += 1
          left.plain += event.way === 'plain' ? 1 : 0
        }
      }
    }
  }
  const kept = [...archives.values()].map(({ medium, sha256, bytes, upTo, oneDevice, at }): Archive => ({ medium, sha256, bytes, upTo, oneDevice, at }))
  const hashes = new Set<string>(kept.map(({ sha256 }) => sha256))
  return {
    header: links.at(-1)?.header ?? null, keys: links.toReversed().find(({ header }) => header.keys !== null)?.header.keys ?? null,
    end, entries, lastRecord, archives: kept.toSorted((one, other) => one.medium - other.medium),
    left: { ...left, audits: 0, exports: exported.filter((sha256) => !hashes.has(sha256)).length },
  }
}

export type Placed = { readonly path: string; readonly identity: FileIdentity }

/** One file looked at twice; two files on one device; or two devices. A stick that took the other's place in the port is another device. */
export async function besideOther(disk: Disk, one: Placed, other: Placed): Promise<'same-file' | 'same-device' | 'apart'> {
  if (one.identity.device !== other.identity.device) return 'apart'
  if (one.identity.file === other.identity.file) return 'same-file'
  const now = await disk.identity(one.path).catch(() => null) // pulled out: it is not there
  return now?.device === one.identity.device && now.file === one.identity.file ? 'same-device' : 'apart'
}
