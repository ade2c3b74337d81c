import type { Sha256 } from '#domain/ids.ts'
import type { ReferenceStatement } from '#domain/reference/reference-set.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { documentIndexBuilder } from '../reference/document-index.ts'
import { documentsOf } from '../reference/documents.ts'
import { faultCounter } from '../reference/fault-counter.ts'
import { newReferenceKey, openReferenceKeys, type ReferenceKeys } from '../vault/reference-key.ts'
import type { Imported, ImportAsked, ImportFault, ImportHost, ImportSource } from './reference-jobs.ts'

/** Each part crosses the bridge in one call, and a call of this size does not hold the window up. Stored: a document's place is told by it. */
export const documentPartBytes = 512 * 1024

export const mostFiles = 100_000
export const mostFolderBytes = 2 * 1024 ** 3

/**
 * A folder of documents, sealed as it is read: one document and one part are in memory, never the folder. What comes last is the
 * index that finds them again. Only what comes back as `ok` may be committed. Rules REF-46, REF-47.
 */
export async function importDocuments({ roster, about }: ImportAsked, { files }: Extract<ImportSource, { from: 'folder' }>, host: ImportHost): Promise<Result<Imported, ImportFault>> {
  const ofBytes = files.reduce((sum, { blob }) => sum + blob.size, 0)
  if (files.length > mostFiles || ofBytes > mostFolderBytes) return err({ code: 'folder-too-large' })
  const made = await newReferenceKey(roster)
  if (!made.ok) return err({ code: 'roster-unusable' })
  const keys = await openReferenceKeys(made.value.key, about)
  const stream = partStream(keys, host)
  const index = documentIndexBuilder()
  const counter = faultCounter()
  let [documents, pdfs, faults] = [0, 0, 0]
  for await (const batch of documentsOf(files)) {
    for (const fault of batch.faults) {
      // A medium that is pulled out ends the import: half a folder must not take a whole one's place.
      if (fault.code === 'file-unreadable') return err({ code: fault.code })
      counter.add(fault)
      faults += 1
    }
    for (const { path, kind, bytes } of batch.documents) {
      index.add({ path, kind, length: bytes.length })
      documents += 1
      if (kind === 'pdf') pdfs += 1
      const kept = await stream.write(bytes)
      if (!kept.ok) return kept
    }
    host.progress({ at: 'reading', readBytes: batch.readBytes, ofBytes, rows: batch.rows, faults })
  }
  if (documents === 0) return err({ code: 'no-documents', faults: counter.count() })
  const parts = await stream.end(index.whole())
  if (!parts.ok) return parts
  const statement: ReferenceStatement = { v: 1, ...about, source: 'folder', patients: 0, stays: 0, documents, faults, parts: [...parts.value], wrapped: made.value.wrapped }
  return ok({ statement, proof: await keys.prove(statement), key: made.value.key, faults: counter.count(), ofUnknown: { stays: 0, allergies: 0 }, pdfs })
}

/** Bytes one after the other, cut into parts of one size and each sealed when it is full. */
function partStream(keys: ReferenceKeys, host: ImportHost): { readonly write: (bytes: Uint8Array) => Promise<Result<undefined, ImportFault>>; readonly end: (rest: Uint8Array) => Promise<Result<readonly Sha256[], ImportFault>> } {
  const part = new Uint8Array(documentPartBytes)
  const names: Sha256[] = []
  let filled = 0
  const keep = async (): Promise<Result<undefined, ImportFault>> => {
    const kept = await host.keepPart(await keys.sealPart(names.length, part.subarray(0, filled)))
    if (!kept.ok) return err({ code: 'not-kept', cause: kept.error.code })
    names.push(kept.value)
    filled = 0
    return ok(undefined)
  }
  const write = async (bytes: Uint8Array): Promise<Result<undefined, ImportFault>> => {
    for (let from = 0; from < bytes.length;) {
      const taken = Math.min(bytes.length - from, documentPartBytes - filled)
      part.set(bytes.subarray(from, from + taken), filled)
      filled += taken
      from += taken
      const kept = filled === documentPartBytes ? await keep() : ok(undefined)
      if (!kept.ok) return kept
    }
    return ok(undefined)
  }
  return {
    write,
    end: async (rest) => {
      const written = await write(rest)
      if (!written.ok) return written
      const kept = filled === 0 ? ok(undefined) : await keep()
      return kept.ok ? ok(names) : kept
    },
  }
}
