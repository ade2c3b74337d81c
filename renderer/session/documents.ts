import type { Bridge } from '#domain/bridge.ts'
import { ownersOf, type DocumentOwners, type Ids } from '#domain/reference/document-owners.ts'
import type { ReferenceCard } from '#domain/reference/reference-set.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Instant } from '#domain/time.ts'
import { readIndex, readTail, tailBytes, type DocumentEntry, type DocumentIndex } from '../reference/document-index.ts'
import { openReferenceKeys, type ReferenceKeys } from '../vault/reference-key.ts'
import { documentPartBytes } from '../workers/document-jobs.ts'
import type { OpenFault } from '../workers/reference-jobs.ts'
import { sealedPart } from './reference-part.ts'

/** The hospital's documents, of which only the index is in memory. Always shown with their time, `takenAt`. */
export type PatientDocuments = {
  readonly card: ReferenceCard
  readonly takenAt: Instant
  readonly importedAt: Instant
  readonly index: DocumentIndex
  /** One document as it was imported; a damaged part refuses only the documents that lie in it. */
  readonly read: (document: number) => Promise<Result<Uint8Array<ArrayBuffer>, OpenFault>>
  readonly whose: Whose
}

export type Whose =
  /** No list is here that could say which ids there are: a name could be read as the wrong patient's. */
  | { readonly is: 'no-list' }
  | { readonly is: 'matching' }
  | { readonly is: 'known'; readonly owners: DocumentOwners }

/** Index and tail, read from the end; not one document is opened. Rules REF-47, REF-48. */
export async function openDocuments(bridge: Bridge, key: Uint8Array, card: ReferenceCard): Promise<Result<PatientDocuments, OpenFault>> {
  const keys = await openReferenceKeys(key, card)
  if ((await keys.prove(card)) !== card.proof) return err({ code: 'card-changed' })
  const last = await partOf(bridge, keys, card, card.parts.length - 1)
  if (!last.ok) return last
  const total = (card.parts.length - 1) * documentPartBytes + last.value.length
  if (total < tailBytes) return err({ code: 'part-damaged' })
  const read = (start: number, length: number) => readBytes(bridge, keys, card, start, length)
  const tail = await read(total - tailBytes, tailBytes)
  if (!tail.ok) return tail
  const told = readTail(tail.value)
  if (!told.ok) return told
  const documentBytes = total - tailBytes - told.value.indexBytes
  if (documentBytes < 0 || told.value.documents !== card.documents) return err({ code: 'part-damaged' })
  const rows = await read(documentBytes, told.value.indexBytes)
  if (!rows.ok) return rows
  const index = readIndex(rows.value, told.value, documentBytes)
  if (!index.ok) return index
  const entryOf = (document: number): DocumentEntry => index.value.at(document)
  return ok({
    card, takenAt: card.takenAt, importedAt: card.importedAt, index: index.value, whose: { is: 'matching' },
    read: (document) => {
      const { start, length } = entryOf(document)
      return read(start, length)
    },
  })
}

/** Who has which documents, by the ids of the lists that are here; `pause` lets the window be typed in meanwhile. */
export async function matchDocuments({ index }: Pick<PatientDocuments, 'index'>, lists: readonly Ids[], pause: () => Promise<void>): Promise<Whose> {
  if (lists.length === 0) return { is: 'no-list' }
  const walk = ownersOf({ count: index.count, pathAt: (document) => index.at(document).path }, lists)
  for (;;) {
    const step = walk.next()
    if (step.done === true) return { is: 'known', owners: step.value }
    await pause()
  }
}

/** A run of the stream, however many parts it lies in. */
async function readBytes(bridge: Bridge, keys: ReferenceKeys, card: ReferenceCard, start: number, length: number): Promise<Result<Uint8Array<ArrayBuffer>, OpenFault>> {
  const bytes = new Uint8Array(length)
  for (let filled = 0; filled < length;) {
    const at = start + filled
    const part = await partOf(bridge, keys, card, Math.floor(at / documentPartBytes))
    if (!part.ok) return part
    const found = part.value.subarray(at % documentPartBytes, (at % documentPartBytes) + length - filled)
    if (found.length === 0) return err({ code: 'part-damaged' })
    bytes.set(found, filled)
    filled += found.length
  }
  return ok(bytes)
}

async function partOf(bridge: Bridge, keys: ReferenceKeys, card: ReferenceCard, number: number): Promise<Result<Uint8Array<ArrayBuffer>, OpenFault>> {
  const sealed = await sealedPart(bridge, card, number)
  if (sealed === null) return err({ code: 'part-missing' })
  const opened = await keys.openPart(number, sealed)
  return opened.ok ? ok(opened.value) : err({ code: 'part-damaged' })
}
