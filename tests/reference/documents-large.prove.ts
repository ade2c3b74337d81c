import { expect, test } from 'vitest'
import type { Bridge } from '#domain/bridge.ts'
import { Sha256, StaffNumber, StationId } from '#domain/ids.ts'
import { ReferenceSetId } from '#domain/reference/reference-set.ts'
import { ok } from '#domain/result.ts'
import { CalendarDate, instantOf } from '#domain/time.ts'
import type { NamedBlob } from '#renderer/reference/named-blob.ts'
import { matchDocuments, openDocuments } from '#renderer/session/documents.ts'
import { mostFiles, mostFolderBytes } from '#renderer/workers/document-jobs.ts'
import { importSet } from '#renderer/workers/import-set.ts'
import { aStation, valueOf } from '../vault/station-fixture.ts'

const mib = 1024 * 1024
const lists = 1_000_000

/** Held by the buffers of this process and by what it has made, in MiB. */
const held = (): number => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / mib
}

test('[REF-46] [REF-47] a folder of 100,000 documents and 2 GB is imported, opened and matched with a million patients without being in memory', async () => {
  const words = new Uint8Array(Math.floor(mostFolderBytes / mostFiles)).fill(0x0a)
  words.set(new TextEncoder().encode('架空錠 5mg 朝食後'.repeat(500)))
  const files: readonly NamedBlob[] = Array.from({ length: mostFiles }, (_, n) => ({ path: `documents/${String(n * 10).padStart(8, '0')}_処方.txt`, blob: { size: words.length, arrayBuffer: () => Promise.resolve(words.slice().buffer) } as unknown as Blob })) // of a file only these two are asked
  const { roster } = await aStation()
  const before = held()
  // Of what crosses to the machine, which keeps it on the disk, only the last parts are kept here: the index lies there.
  const kept = new Map<Sha256, Uint8Array<ArrayBuffer>>()
  const all: Sha256[] = []
  let most = 0
  const keepPart = (bytes: Uint8Array<ArrayBuffer>) => {
    const name = Sha256.parse(String(all.length).padStart(64, '0'))
    all.push(name)
    kept.set(name, bytes)
    const gone = all[all.length - 40]
    if (gone !== undefined) kept.delete(gone)
    if (all.length % 500 === 0) most = Math.max(most, held())
    return Promise.resolve(ok(name))
  }
  const about = { set: ReferenceSetId.parse('01932f00-0000-7000-8000-0000000000e1'), kind: 'documents' as const, realm: 'real' as const, station: StationId.parse('01932f00-0000-7000-8000-000000000001'), epoch: 1, takenAt: instantOf(1_789_970_000_000), by: StaffNumber.parse('N-104') }
  const { statement, proof, key } = valueOf(await importSet({ source: { from: 'folder', files }, today: CalendarDate.parse('2026-11-26'), roster, about }, { keepPart, progress: () => undefined }))
  expect([statement.documents, statement.faults, statement.parts.length]).toEqual([mostFiles, 0, all.length])
  expect(most - before).toBeLessThan(300)

  const part = ({ sha256 }: { readonly sha256: Sha256 }) => Promise.resolve(ok({ bytes: kept.get(sha256) ?? new Uint8Array() }))
  const bridge = { call: (_: string, input: { readonly sha256: Sha256 }) => part(input) } as unknown as Bridge // asked for parts only
  const documents = valueOf(await openDocuments(bridge, key, { ...statement, proof, importedAt: about.takenAt, why: null }))
  let pauses = 0
  const whose = await matchDocuments(documents, [{ count: lists, idAt: (row) => String(row).padStart(8, '0') }], () => {
    pauses += 1
    return Promise.resolve()
  })
  expect(whose).toMatchObject({ is: 'known', owners: { owned: mostFiles } })
  expect(pauses).toBeGreaterThan(lists / 5000)
  const last = await documents.read(mostFiles - 1)
  expect(last.ok && last.value.length).toBe(words.length)
})
