import { causeOf, writeAll, type Disk } from '../disk/disk.ts'
import type { EntryId } from '#domain/ids.ts'
import { isOf, type Owner } from './header.ts'
import { readSealedBody, type Sealed } from './sealed-body.ts'
import { readSegment, segmentFile, segmentNumbers } from './segment.ts'

/**
 * The same journal once more, on a second device: byte for byte, some moments behind. It never delays the
 * first. How far it is behind is shown; when the device is gone the ward goes on and the lag grows.
 */
export type SecondJournal = {
  /** The first journal has grown to `seq`. Returns at once. */
  readonly follow: (seq: number) => void
  readonly status: () => { readonly behind: number; readonly cause: string | null }
  /** Resolves when it has caught up or has failed to. */
  readonly rest: () => Promise<void>
}

export type Place = { readonly disk: Disk; readonly folder: string }

/**
 * Entries that the second journal holds and the first does not: the first was damaged or replaced. They are
 * to be appended to the first again, with an alarm, before the second is made to follow it.
 */
export async function entriesAhead(second: Place, owner: Owner, has: (id: EntryId) => boolean): Promise<readonly Sealed[]> {
  const ahead = new Map<EntryId, Sealed>()
  for (const segment of segmentNumbers(await second.disk.list(second.folder))) {
    const { header, frames } = readSegment(await second.disk.read(segmentFile(second.folder, segment)))
    if (header !== null && !isOf(header.header, owner)) continue // somebody's files, and not this ward's
    for (const frame of frames) {
      const sealed = frame.kind === 'sealed' ? readSealedBody(frame.body) : null
      if (sealed !== null && !has(sealed.id)) ahead.set(sealed.id, sealed)
    }
  }
  return [...ahead.values()]
}

export function secondJournal(first: Place, second: Place, now: number): SecondJournal {
  let wanted = now
  let copied = 0
  let cause: string | null = null
  let running: Promise<void> | null = null
  const same = new Map<number, number>()

  async function catchUp(): Promise<void> {
    while (copied < wanted) {
      const target = wanted
      try {
        await second.disk.makeFolder(second.folder)
        for (const segment of segmentNumbers(await first.disk.list(first.folder))) await copySegment(first, second, segment, same)
        copied = target
        cause = null
      } catch (thrown) {
        cause = causeOf(thrown)
        return
      }
    }
  }

  function follow(seq: number): void {
    wanted = Math.max(wanted, seq)
    running ??= catchUp().finally(() => {
      running = null
    })
  }

  follow(now)
  return {
    follow,
    status: () => ({ behind: wanted - copied, cause }),
    rest: async () => {
      while (running !== null) await running // a follow during the last copy begins another
    },
  }
}

/** Brings one segment of the second up to the first: appends what is new, sets aside what differs. */
async function copySegment(first: Place, second: Place, segment: number, same: Map<number, number>): Promise<void> {
  const path = segmentFile(second.folder, segment)
  const length = (await first.disk.size(segmentFile(first.folder, segment))) ?? 0
  let have = await second.disk.size(path)
  if (have !== null && have === length && same.get(segment) === length) return
  if (have !== null && same.get(segment) !== have) {
    const mine = await second.disk.read(path)
    const theirs = await first.disk.read(segmentFile(first.folder, segment), 0, mine.length)
    if (Buffer.compare(mine, theirs) !== 0) {
      await setAside(second, segment)
      have = null
    }
  }
  const file = await second.disk.open(path, have === null ? 'create' : 'existing')
  try {
    await writeAll(file, await first.disk.read(segmentFile(first.folder, segment), have ?? 0, length))
    await file.sync()
  } finally {
    await file.close()
  }
  if (have === null) await second.disk.syncFolder(second.folder)
  same.set(segment, length)
}

/** A copy that differs is evidence: it keeps its bytes under another name. */
async function setAside(second: Place, segment: number): Promise<void> {
  const aside = `${second.folder}/aside`
  await second.disk.makeFolder(aside)
  const taken = await second.disk.list(aside)
  await second.disk.rename(segmentFile(second.folder, segment), `${aside}/${String(segment).padStart(6, '0')}-${taken.length}.tmj`)
  await second.disk.syncFolder(aside)
  await second.disk.syncFolder(second.folder)
}
