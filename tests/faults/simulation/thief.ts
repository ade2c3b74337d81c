import { EntryId, PatientId, type Sha256, StaffNumber } from '#domain/ids.ts'
import { decide } from '#domain/log/entry.ts'
import { checkInnerChain, type ChainLink } from '#domain/log/inner-chain.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { instantOf } from '#domain/time.ts'
import { verifyJournals } from '#electron/cli/verify-journal.ts'
import { makeCheckpoint, readCheckpoint } from '#electron/node/journal/checkpoint.ts'
import { encodeFrame, type Frame, type FoundFrame } from '#electron/node/journal/frame.ts'
import { beginning, encodeHeader, type SegmentHeader } from '#electron/node/journal/header.ts'
import { openJournal } from '#electron/node/journal/journal.ts'
import { readSealedBody } from '#electron/node/journal/sealed-body.ts'
import { readSegment } from '#electron/node/journal/segment.ts'
import { openFrames, sealEntry } from '#renderer/store/sealed-entry.ts'
import { openKeys, type IncidentKeys } from '#renderer/vault/seal.ts'
import { diskHolding, filesOf, simulatedDisk } from './simulated-disk.ts'
import { idOf, identity, portsOn, testSigner } from './session.ts'

export const file = 'data/incident/000001.tmj'

/** An honest incident: `count` notes by one window, events and checkpoints between, and the head printed in the middle and at the end. */
export async function honestJournal(count: number): Promise<{ bytes: Uint8Array; keys: IncidentKeys; printedMiddle: string; printedEnd: string }> {
  const incident = identity.incident
  if (incident === null) throw new Error('The test incident has an id')
  const keys = await openKeys(new Uint8Array(32).fill(9), { realm: 'real', incident })
  const disk = simulatedDisk()
  const journal = await openJournal({ ...portsOn(disk, 5, testSigner), segmentBytes: 10_000_000 }, identity)
  const by = { staffNumber: StaffNumber.parse('N-104'), name: '架空 花子', profession: 'nurse' } as const
  const standing = { realm: 'real', incident, station: identity.station, account: 1, by, onBehalfOf: null } as const
  let printedMiddle = ''
  for (let n = 1; n <= count; n += 1) {
    const id = EntryId.parse(idOf(5, n))
    const { head } = journal.end()
    const made = decide({ id, kind: 'note', patient: PatientId.parse(idOf(6, 1)), at: null, body: { text: `観察 ${n}` } }, standing, { head, n }, { now: () => instantOf(1_790_000_000_000 + n) })
    if (!made.ok) throw new Error(made.error.code)
    await journal.append({ id, cipher: await sealEntry(keys, made.value) })
    if (n % 5 === 0) await journal.record({ event: 'locked', why: 'asked' })
    if (n % 7 === 0) await journal.checkpoint('locked')
    if (n === Math.floor(count / 2)) printedMiddle = printedHead(journal.end().seq, journal.end().head)
  }
  await journal.checkpoint('stopped')
  const printedEnd = printedHead(journal.end().seq, journal.end().head)
  await journal.close()
  return { bytes: filesOf(disk.state()).get(file) ?? new Uint8Array(), keys, printedMiddle, printedEnd }
}

export const framesOf = (bytes: Uint8Array): readonly FoundFrame[] => readSegment(bytes).frames

/** Writes the frames back as they are, chain and all: somebody with the disk and no key. */
export function putBack(bytes: Uint8Array, frames: readonly FoundFrame[]): Uint8Array {
  const header = bytes.subarray(0, readSegment(bytes).header?.end ?? 0)
  return new Uint8Array(Buffer.concat([header, ...frames.map((frame) => frame.bytes)]))
}

/** Writes a whole new outer chain over these frames, with true hashes and true signatures: disk AND station key. */
export function restamp(bytes: Uint8Array, frames: readonly Frame[]): Uint8Array {
  const header = readSegment(bytes).header?.header
  if (header === undefined) throw new Error('An honest journal has a header')
  const fresh: SegmentHeader = { ...header }
  let previous: Sha256 = beginning(header)
  let before: number | null = null
  const written = frames.map((frame, index) => {
    const seq = index + 1
    const checkpoint = frame.kind === 'checkpoint' ? readCheckpoint(frame.body) : null
    const body = checkpoint === null ? frame.body : makeCheckpoint({ ...checkpoint, seq: seq - 1, head: previous, before }, testSigner)
    if (checkpoint !== null) before = seq
    const stamped = encodeFrame({ ...frame, seq, previous, body })
    previous = stamped.hash
    return stamped.bytes
  })
  return new Uint8Array(Buffer.concat([encodeHeader(fresh, null), ...written]))
}

/** Does `verify` find fault, without a key? */
export async function verifyFinds(bytes: Uint8Array, head: string | null): Promise<boolean> {
  const outcome = await verifyJournals(simulatedDisk(diskHolding(new Map([[file, bytes]]))), 'data', head)
  return outcome === null || outcome.code !== 0
}

/** Does opening with the incident's key find fault? */
export async function openingFinds(bytes: Uint8Array, keys: IncidentKeys): Promise<boolean> {
  const frames = framesOf(bytes)
  const sealed = frames.flatMap((frame) => {
    const body = frame.kind === 'sealed' ? readSealedBody(frame.body) : null
    return body === null ? [] : { seq: frame.seq, head: frame.hash, ...body }
  })
  const { links } = await openFrames(keys, sealed)
  const plain = frames.filter((frame) => frame.kind !== 'sealed').map((frame): ChainLink => ({ kind: 'plain', seq: frame.seq, head: frame.hash }))
  const inOrder = [...links, ...plain].toSorted((a, b) => a.seq - b.seq)
  return checkInnerChain(inOrder, [beginning(identity)]).length > 0
}
