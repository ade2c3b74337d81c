import type { Sha256 } from '#domain/ids.ts'
import { makeCheckpoint, parse, readCheckpoint } from '#electron/node/journal/checkpoint.ts'
import { encodeFrame, type FoundFrame, type Frame } from '#electron/node/journal/frame.ts'
import { beginning, encodeHeader, type SegmentHeader } from '#electron/node/journal/header.ts'
import { readSegment, segmentFile, segmentNumbers } from '#electron/node/journal/segment.ts'
import { place, nonsense, type AuditWorld, type Files } from './audit-world.ts'

/**
 * Somebody with the disk AND the station's signing key, and time: whatever he edits, he writes both chains
 * anew behind it, with true hashes and true signatures, mends what the journals say of each other, and sets
 * the mark outside the folder to the new ends.
 */
export type JournalName = 'station' | 'incident'
/** A frame as it will be written; `origin`: its sequence in the honest journal, null for one that was put in. */
type Item = { readonly frame: Frame; readonly origin: number | null; readonly segment: number; readonly isTouched: boolean }
type Journal = { readonly folder: string; readonly headers: readonly SegmentHeader[]; readonly items: readonly Item[] }
export type Books = { readonly [J in JournalName]: Journal }

export function booksOf(files: Files, incident: string): Books {
  return { station: bookOf(files, `${place.data}/station`), incident: bookOf(files, `${place.data}/incidents/${incident}/journal`) }
}

function bookOf(files: Files, folder: string): Journal {
  const names = [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))
  const read = segmentNumbers(names).map((segment) => readSegment(files.get(segmentFile(folder, segment)) ?? new Uint8Array()))
  return {
    folder,
    headers: read.flatMap(({ header }) => header?.header ?? []),
    items: read.flatMap(({ frames }, segment) => frames.map((frame: FoundFrame): Item => ({ frame, origin: frame.seq, segment, isTouched: false }))),
  }
}

/** One edit of one journal, at a place; null when it cannot be made there. */
export type Edit = (items: readonly Item[], at: number, chance: () => number) => readonly Item[] | null

const touched = (item: Item, change: Partial<Frame>): Item => ({ ...item, frame: { ...item.frame, ...change }, isTouched: true })

export const edits = {
  deleted: (items, at) => items.toSpliced(at, 1),
  truncated: (items, at) => (at === 0 ? null : items.slice(0, at)),
  swapped: (items, at) => {
    const [one, other] = [items[at], items[at + 1]]
    if (one === undefined || other === undefined || one.frame.kind === 'checkpoint' || other.frame.kind === 'checkpoint') return null
    return items.with(at, { ...other, segment: one.segment, isTouched: true }).with(at + 1, { ...one, segment: other.segment, isTouched: true })
  },
  restamped: (items, at) => {
    const item = items[at]
    return item === undefined ? null : items.with(at, touched(item, { wallMs: item.frame.wallMs - 3_600_000 }))
  },
  changed: (items, at, chance) => {
    const item = items[at]
    if (item === undefined || item.frame.kind === 'checkpoint') return null
    const other = items[Math.floor(chance() * items.length)]
    // Another event or another cipher of this very journal in its place; what nobody wrote, he cannot encrypt.
    if (other !== undefined && other.frame.kind === item.frame.kind) {
      const isSame = Buffer.compare(other.frame.body, item.frame.body) === 0
      return isSame ? null : items.with(at, touched(item, { body: other.frame.body }))
    }
    if (item.frame.kind === 'sealed') return items.with(at, touched(item, { body: new Uint8Array([...item.frame.body.subarray(0, 16), ...nonsense(item.frame.body.length - 16)]) }))
    return items.with(at, touched(item, { body: bodyOf({ event: 'unlock-tried', staffNumber: 'N-999', left: 4 }) }))
  },
  inserted: (items, at) => {
    const item = items[at]
    return item === undefined ? null : items.toSpliced(at + 1, 0, { frame: { ...item.frame, kind: 'public', body: bodyOf({ event: 'unlocked', staffNumber: 'N-999', by: 'pin' }) }, origin: null, segment: item.segment, isTouched: true })
  },
  /** Cut off, and gone on with as if the shift had been another one. */
  continued: (items, at) => {
    const item = items[at]
    if (at === 0 || item === undefined) return null
    const more = items.slice(at).map((gone): Item => ({ ...gone, origin: null, segment: item.segment, frame: { ...gone.frame, kind: 'public', body: bodyOf({ event: 'locked', why: 'idle' }) }, isTouched: true }))
    return [...items.slice(0, at), ...more]
  },
} as const satisfies Record<string, Edit>
export type EditName = keyof typeof edits

function bodyOf(event: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(event))
}

/** The first honest sequence from which on a journal is another; Infinity when it is the same. */
export function firstChange(before: Journal, after: Journal): number {
  for (const [index, item] of before.items.entries()) {
    const now = after.items[index]
    if (now === undefined || now.isTouched || now.origin !== item.origin) return item.origin ?? 0
  }
  return after.items.length > before.items.length ? (before.items.at(-1)?.origin ?? 0) + 1 : Number.POSITIVE_INFINITY
}

/** Writes both journals anew, and the mark. */
export function forged(world: AuditWorld, files: Files, books: Books): Files {
  const out = new Map(files)
  const stamped = stamp(world, books)
  for (const name of ['station', 'incident'] as const) {
    const { folder, headers } = books[name]
    for (const path of [...out.keys()].filter((one) => one.startsWith(`${folder}/`) && one.endsWith('.tmj'))) out.delete(path)
    let follows = { segment: 0, bytes: 0, seq: 0, head: beginningOf(headers) }
    let before: SegmentHeader | null = null
    for (const [index, header] of headers.entries()) {
      const own = stamped[name].filter(({ segment }) => segment === index)
      if (own.length === 0 && index > 0) continue
      const fresh: SegmentHeader = { ...header, follows: index === 0 ? header.follows : follows }
      const bytes = new Uint8Array(Buffer.concat([encodeHeader(fresh, before), ...own.map((one) => one.bytes)]))
      out.set(segmentFile(folder, header.segment), bytes)
      const last = own.at(-1)
      follows = { segment: header.segment, bytes: bytes.length, seq: last?.seq ?? follows.seq, head: last?.hash ?? follows.head }
      before = fresh
    }
  }
  const endOf = (name: JournalName): { seq: number; head: string } => {
    const last = stamped[name].at(-1)
    return { seq: last?.seq ?? 0, head: last?.hash ?? beginningOf(books[name].headers) }
  }
  const mark: unknown = JSON.parse(new TextDecoder().decode(files.get(place.mark)))
  out.set(place.mark, bodyOf({ ...(mark as object), stationJournal: endOf('station'), incident: { id: world.incident, ...endOf('incident') } })) // the mark is an object
  return out
}

type Stamped = { readonly segment: number; readonly seq: number; readonly bytes: Uint8Array; readonly hash: Sha256 }

function beginningOf(headers: readonly SegmentHeader[]): Sha256 {
  const [header] = headers
  if (header === undefined) throw new Error('A journal has a header')
  return beginning(header)
}

/** True hashes and signatures for every frame; a link is made to say where its frame stands now, or the last one before it when an edit made it look ahead. */
function stamp(world: AuditWorld, books: Books): { readonly [J in JournalName]: readonly Stamped[] } {
  const done: { readonly [J in JournalName]: Stamped[] } = { station: [], incident: [] }
  const lastCheckpoint: { [J in JournalName]: number | null } = { station: null, incident: null }
  const busy = new Set<JournalName>()
  const stampTo = (name: JournalName, index: number): void => {
    if (busy.has(name)) return
    busy.add(name)
    while (done[name].length <= index) {
      const at = done[name].length
      const item = books[name].items[at]
      if (item === undefined) break
      const body = bodyNow(name, item) // may stamp the other journal as far as this frame looks back
      const last = done[name].at(-1)
      const [seq, previous] = [at + 1, last?.hash ?? beginningOf(books[name].headers)]
      const checkpoint = item.frame.kind === 'checkpoint' ? readCheckpoint(item.frame.body) : null
      const signed = checkpoint === null ? body : makeCheckpoint({ ...checkpoint, wallMs: item.frame.wallMs, seq: seq - 1, head: previous, before: checkpoint.before === null ? null : lastCheckpoint[name] }, world.signer)
      if (checkpoint !== null) lastCheckpoint[name] = seq
      const { bytes, hash } = encodeFrame({ ...item.frame, seq, previous, body: signed })
      done[name].push({ segment: item.segment, seq, bytes, hash })
    }
    busy.delete(name)
  }
  const bodyNow = (name: JournalName, { frame }: Item): Uint8Array => {
    const event = frame.kind === 'public' ? parse(frame.body) : null
    if (typeof event !== 'object' || event === null || !('event' in event) || event.event !== 'journal-linked' || !('seq' in event)) return frame.body
    const other: JournalName = name === 'station' ? 'incident' : 'station'
    const index = books[other].items.findLastIndex((item) => item.origin !== null && item.origin <= Number(event.seq))
    if (index >= 0) stampTo(other, index)
    const there = done[other][Math.min(index, done[other].length - 1)]
    return bodyOf({ ...event, seq: there?.seq ?? 0, head: there?.hash ?? beginningOf(books[other].headers) })
  }
  for (const name of ['station', 'incident'] as const) stampTo(name, books[name].items.length - 1)
  return done
}
