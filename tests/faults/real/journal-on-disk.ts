import type { Entry } from '#domain/log/entry.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { nodeDisk } from '#electron/node/disk/node-disk.ts'
import { parse } from '#electron/node/journal/checkpoint.ts'
import type { FoundFrame } from '#electron/node/journal/frame.ts'
import { inspectJournal, type Finding } from '#electron/node/journal/inspect.ts'
import { readSealedBody } from '#electron/node/journal/sealed-body.ts'
import { checkSignature } from '#electron/node/signing-key.ts'
import { layoutOf } from '#electron/node/station/layout.ts'
import { openFrames } from '#renderer/store/sealed-entry.ts'
import { openKeys } from '#renderer/vault/seal.ts'
import type { PreparedWard } from './prepared-ward.ts'

export type JournalRead = { readonly entries: readonly Entry[]; readonly sealed: number; readonly events: readonly PublicEvent[]; readonly findings: readonly Finding[] }

/** The incident's journal as it lies on the disk, opened with the data key; nothing of the application runs. */
export async function readJournalOnDisk({ folder, incident, dek }: Pick<PreparedWard, 'folder' | 'incident' | 'dek'>): Promise<JournalRead> {
  const frames: FoundFrame[] = []
  const { findings } = await inspectJournal(nodeDisk(), layoutOf(folder).incident(incident).journal, checkSignature, (frame) => frames.push(frame))
  const sealed = frames.flatMap((frame) => {
    const body = frame.kind === 'sealed' ? readSealedBody(frame.body) : null
    return body === null ? [] : [{ seq: frame.seq, head: frame.hash, ...body }]
  })
  const { entries } = await openFrames(await openKeys(dek, { realm: 'demo', incident }), sealed)
  const events = frames.flatMap((frame) => (frame.kind === 'public' ? [parse(frame.body) as PublicEvent] : [])) // checked by inspectJournal: anything else is a finding
  return { entries: entries.map(({ entry }) => entry), sealed: sealed.length, events, findings }
}
