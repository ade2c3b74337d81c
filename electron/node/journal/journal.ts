import type { EntryId, IncidentId, Sha256, StationId } from '#domain/ids.ts'
import { PublicEvent } from '#domain/log/public-event.ts'
import type { Realm } from '#domain/realm.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { causeOf, type Clock, type Disk } from '../disk/disk.ts'
import { makeCheckpoint, type CheckpointReason, type Signer } from './checkpoint.ts'
import { entryIds, sheetOf, type EntryIds } from './entry-ids.ts'
import { encodeFrame, frameOverhead, type FoundFrame, type FrameKind } from './frame.ts'
import { beginning, type SegmentHeader } from './header.ts'
import { cutBack, recover, type Recovered, type Repair } from './recovery.ts'
import { mostCipher, readSealedBody, sealedBody, type Sealed } from './sealed-body.ts'
import { beginSegment, type OpenSegment } from './writer.ts'

/** What the journal needs from the machine. All of it can be simulated. */
export type JournalPorts = {
  readonly disk: Disk
  readonly clock: Clock
  readonly random: (length: number) => Uint8Array
  readonly signer: Signer
  /** Frees room kept for this moment (the ballast file); false when there is none left. */
  readonly relief: () => Promise<boolean>
  /** A segment is closed when it would grow beyond this (segment.ts: mostSegment). */
  readonly segmentBytes: number
}

/** Which journal. The incident's wrapped keys travel in every segment header. */
export type JournalIdentity = {
  readonly folder: string
  readonly realm: Realm
  readonly station: StationId
  readonly incident: IncidentId | null
  readonly keys: string | null
}

/** The promise: these bytes are on the device. `head` and `seq` are the end of the chain now. */
export type Saved = { readonly entrySeq: number; readonly seq: number; readonly head: Sha256; readonly again: boolean }

/** The disk refused; nothing is promised; asking again is safe and records once. */
export type NotSaved = { readonly code: 'disk-full' | 'disk-failed' | 'too-large' | 'closed'; readonly cause: string }

export type Journal = {
  readonly append: (sealed: Sealed) => Promise<Result<Saved, NotSaved>>
  readonly record: (event: PublicEvent) => Promise<Result<Saved, NotSaved>>
  readonly checkpoint: (reason: CheckpointReason) => Promise<Result<Saved, NotSaved>>
  /** The last acknowledged frame, and where it ends. */
  readonly end: () => { readonly seq: number; readonly head: Sha256 }
  readonly has: (id: EntryId) => boolean
  readonly repairs: readonly Repair[]
  /** Frames of the newest segment as found at opening, before anything was appended. */
  readonly found: readonly FoundFrame[]
  readonly close: () => Promise<void>
}

/** Called after each acknowledged batch; `closed` names a segment that will not grow any more. */
export type Listener = (news: { readonly seq: number; readonly closed: number | null }) => void

/**
 * Opens a journal, or begins one where none is. Rejects only on an error of the disk that stays after
 * patience: the caller says so and offers the second device.
 */
export async function openJournal(ports: JournalPorts, identity: JournalIdentity, listen: Listener = () => undefined): Promise<Journal> {
  await ports.disk.makeFolder(identity.folder)
  const recovered = await recover(ports.disk, identity.folder)
  const sheets = await Promise.all(
    recovered.links.slice(0, -1).map((link, index) => {
      const end = recovered.links[index + 1]?.header.follows ?? { bytes: 0, head: '' } // slice(0, -1): there is always a next
      return sheetOf(ports.disk, identity.folder, link.segment, end)
    }),
  )
  const ids = entryIds(sheets, [...recovered.settled, ...recovered.carried])
  const journal = run(ports, identity, ids, recovered, listen)
  // A disk that refuses now is asked again by the first append; until then the journal can be read.
  if ((await journal.settle()).ok) await cutUncounted(ports.disk, identity.folder, recovered).catch(() => undefined)
  for (const repair of recovered.repairs) {
    const { repair: event, ...rest } = repair
    await journal.record({ event, ...rest } as PublicEvent) // a repair has exactly the fields of its event
  }
  await appendStranded(journal, recovered.stranded)
  return journal
}

/** Older segments end where the next one takes over; what stands behind was never acknowledged. */
async function cutUncounted(disk: Disk, folder: string, { links, end }: Recovered): Promise<void> {
  for (const { segment, limit } of links) if (limit !== null) await cutBack(disk, folder, segment, limit, false)
  if (end !== null) await cutBack(disk, folder, end.segment, end.bytes, true)
}

/** Entries found in a file that lost both headers: appended again, each once, and said so. */
async function appendStranded(journal: Journal, frames: readonly FoundFrame[]): Promise<void> {
  const stranded = frames.flatMap((frame) => (frame.kind === 'sealed' ? (readSealedBody(frame.body) ?? []) : []))
  if (stranded.length === 0) return
  for (const sealed of stranded) await journal.append(sealed)
  await journal.record({ event: 'entries-reappended', from: 'quarantine', entries: stranded.slice(0, 500).map((sealed) => sealed.id), total: stranded.length })
}

/** Where and when a frame will stand: the end of the chain just before it, and the clocks. */
type Before = { readonly seq: number; readonly head: Sha256 }
type Now = { readonly wallMs: number; readonly monoMs: number }
type Content = { readonly kind: FrameKind; readonly size: number; readonly body: (before: Before, now: Now) => Uint8Array }
/** `content: null` asks only that what was found at opening is on the device. */
type Item = { readonly content: Content | null; readonly entry: EntryId | null; readonly settle: (outcome: Result<Saved, NotSaved>) => void }

const mostBatch = 1024 * 1024

function run(ports: JournalPorts, identity: JournalIdentity, ids: EntryIds, recovered: Recovered, listen: Listener): Journal & { readonly settle: () => Promise<Result<Saved, NotSaved>> } {
  const start = Buffer.from(ports.random(8)).toString('hex')
  let end: Recovered['end'] & {} = recovered.end ?? { segment: 0, bytes: 0, seq: 0, head: beginning(identity) }
  let lastHeader: SegmentHeader | null = recovered.links.at(-1)?.header ?? null
  let lastNumber = recovered.lastNumber
  let carried = recovered.carried
  let segment: OpenSegment | null = null
  let lastCheckpoint: number | null = null
  let closed = false
  let running: Promise<void> | null = null
  const queue: Item[] = []
  /** Abandoned segments not yet told in the journal. */
  const owed: PublicEvent[] = []
  const inFlight = new Map<EntryId, Promise<Result<Saved, NotSaved>>>()

  function enqueue(content: Content | null, entry: EntryId | null): Promise<Result<Saved, NotSaved>> {
    if (closed) return Promise.resolve(err({ code: 'closed', cause: 'closed' }))
    return new Promise((settle) => {
      queue.push({ content, entry, settle })
      wake()
    })
  }

  function wake(): void {
    running ??= drain().finally(() => {
      running = null
      if (queue.length > 0) wake() // asked for between the last look and here
    })
  }

  async function drain(): Promise<void> {
    await Promise.resolve() // lets everything asked for in this turn share one flush
    while (queue.length > 0) await flush(takeBatch(queue))
  }

  /** One write and one flush for a batch; after a failure once more, in a new segment. */
  async function flush(batch: readonly Item[]): Promise<void> {
    let cause = ''
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        const open = await room(batch)
        const frames = encode([...batch.flatMap((item) => item.content ?? []), ...owed.map(eventContent)])
        if (frames.length > 0) await open.append(Buffer.concat(frames.map((frame) => frame.bytes)))
        owed.length = 0
        return acknowledge(batch, frames, open)
      } catch (thrown) {
        cause = causeOf(thrown)
        await giveUpSegment(cause)
        if (cause === 'enospc') await ports.relief().catch(() => false)
      }
    }
    for (const item of batch) item.settle(err({ code: cause === 'enospc' ? 'disk-full' : 'disk-failed', cause }))
  }

  async function giveUpSegment(cause: string): Promise<void> {
    if (segment === null) return
    owed.push({ event: 'segment-abandoned', segment: end.segment, cause })
    await segment.abandon()
    segment = null
  }

  /** The segment to write to: the open one, or a new one when it is full or was abandoned. */
  async function room(batch: readonly Item[]): Promise<OpenSegment> {
    const wanted = batch.reduce((sum, item) => sum + frameOverhead + (item.content?.size ?? 0), 0)
    if (segment !== null && segment.bytes() + wanted + closingRoom <= ports.segmentBytes) return segment
    if (segment !== null) await closeSegment(segment)
    const header: SegmentHeader = {
      v: 1,
      realm: identity.realm,
      station: identity.station,
      incident: identity.incident,
      segment: (lastNumber += 1),
      follows: end,
      createdMs: Math.round(ports.clock.wallMs()),
      stationKey: ports.signer.publicKey,
      keys: identity.keys,
    }
    segment = await beginSegment(ports.disk, identity.folder, header, lastHeader, Buffer.concat(carried.map((frame) => frame.bytes)))
    lastHeader = header
    const last = carried.at(-1)
    end = { segment: header.segment, bytes: segment.bytes(), seq: last?.seq ?? end.seq, head: last?.hash ?? end.head }
    carried = []
    return segment
  }

  async function closeSegment(full: OpenSegment): Promise<void> {
    for (const frame of encode([checkpointContent('segment-closed')])) {
      await full.append(frame.bytes)
      end = { ...end, bytes: full.bytes(), seq: frame.seq, head: frame.hash }
      lastCheckpoint = frame.seq
    }
    segment = null
    await full.abandon() // all of it is flushed; whether closing the handle works changes nothing
    listen({ seq: end.seq, closed: end.segment })
  }

  function encode(contents: readonly Content[]): { readonly bytes: Uint8Array; readonly hash: Sha256; readonly seq: number }[] {
    let before: Before = end
    return contents.map(({ kind, body }, index) => {
      const seq = before.seq + 1
      const now = { wallMs: Math.round(ports.clock.wallMs()), monoMs: Math.round(ports.clock.monoMs()) }
      const frame = encodeFrame({ kind, seq, ...now, start, previous: before.head, beginsBatch: index === 0, body: body(before, now) })
      before = { seq, head: frame.hash }
      return { ...frame, seq }
    })
  }

  function acknowledge(batch: readonly Item[], frames: readonly { readonly hash: Sha256; readonly seq: number }[], open: OpenSegment): void {
    const last = frames.at(-1)
    end = { ...end, bytes: open.bytes(), seq: last?.seq ?? end.seq, head: last?.hash ?? end.head }
    let next = end.seq - frames.length
    for (const { content, entry, settle } of batch) {
      if (content !== null) next += 1 // one frame an item, in order
      if (content !== null && entry !== null) ids.add(entry, next)
      if (content?.kind === 'checkpoint') lastCheckpoint = next
      const entrySeq = entry === null ? next : (ids.find(entry) ?? next)
      settle(ok({ entrySeq, seq: end.seq, head: end.head, again: content === null }))
    }
    listen({ seq: end.seq, closed: null })
  }

  function checkpointContent(reason: CheckpointReason): Content {
    return {
      kind: 'checkpoint',
      size: 1024,
      body: ({ seq, head }, now) => makeCheckpoint({ reason, seq, head, ...now, start, before: lastCheckpoint }, ports.signer),
    }
  }

  return {
    settle: () => enqueue(null, null),
    repairs: recovered.repairs,
    found: [...recovered.settled, ...recovered.carried],
    end: () => ({ seq: end.seq, head: end.head }),
    has: (id) => ids.find(id) !== null,
    append: (sealed) => {
      if (sealed.cipher.length > mostCipher) return Promise.resolve(err({ code: 'too-large', cause: 'too-large' }))
      const known = ids.find(sealed.id)
      if (known !== null && carried.length === 0) return Promise.resolve(ok({ entrySeq: known, seq: end.seq, head: end.head, again: true }))
      if (known !== null) return enqueue(null, sealed.id)
      const waiting = inFlight.get(sealed.id)
      if (waiting !== undefined) return waiting
      const body = sealedBody(sealed)
      const outcome = enqueue({ kind: 'sealed', size: body.length, body: () => body }, sealed.id).finally(() => inFlight.delete(sealed.id))
      inFlight.set(sealed.id, outcome)
      return outcome
    },
    record: (event) => enqueue(eventContent(PublicEvent.parse(event)), null),
    checkpoint: (reason) => enqueue(checkpointContent(reason), null),
    close: async () => {
      closed = true
      while (running !== null) await running // a flush may wake another
      await segment?.abandon()
      segment = null
    },
  }
}

/** Kept free in every segment for its closing checkpoint. */
const closingRoom = 4096

function eventContent(event: PublicEvent): Content {
  const body = new TextEncoder().encode(JSON.stringify(event))
  return { kind: 'public', size: body.length, body: () => body }
}

function takeBatch(queue: Item[]): Item[] {
  let size = 0
  const count = queue.findIndex((item) => (size += item.content?.size ?? 0) > mostBatch)
  return queue.splice(0, count < 0 ? queue.length : Math.max(1, count))
}
