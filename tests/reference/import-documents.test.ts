import { writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guessMapping } from '#domain/reference/csv-mapping.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { newUuid } from '#electron/node/uuid.ts'
import type { NamedBlob } from '#renderer/reference/named-blob.ts'
import type { PatientDocuments } from '#renderer/session/documents.ts'
import { documentsHere, nameOnList } from '#renderer/session/patient-documents.ts'
import { referenceShelf, type ReferenceShelf } from '#renderer/session/reference.ts'
import { importReference } from '#renderer/session/reference-import.ts'
import { openKeys, type IncidentKeys } from '#renderer/vault/seal.ts'
import { documentPartBytes, mostFiles, mostFolderBytes } from '#renderer/workers/document-jobs.ts'
import type { ImportSource } from '#renderer/workers/reference-jobs.ts'
import { aFolder, dropFolder, nurse, prepare, start, stop, type Prepared, type Running } from '../electron/station/prepared.ts'
import { bridgeOf, statusOf } from '../electron/station/realms.ts'
import { valueOf } from '../vault/station-fixture.ts'
import { named, utf8 } from './bytes.ts'
import { morning, now, openWithEnvelope, worker } from './envelope.ts'

/** The window's side and the machine's side together; only the thread of the worker is left out. */
let folder: string
let running: Running
let prepared: Prepared
beforeEach(async () => {
  folder = await aFolder()
  running = await start(folder)
  prepared = await prepare(running, folder)
})
afterEach(async () => {
  await stop(running)
  await dropFolder(folder)
})

const large = new Uint8Array(3 * documentPartBytes).map((_, at) => 0x20 + (at % 90))
const files: readonly NamedBlob[] = [named('d/0001_処方.txt', utf8('架空錠 朝')), named('d/0001/要約.html', utf8('<!DOCTYPE html><p>要約')), named('d/0003_large.txt', large), named('d/0003_x.pdf', utf8('%PDF-1.7 見本')), named('d/9999_x.txt', utf8('だれか')), named('d/0002_x.bin', Uint8Array.of(0, 1, 2))]
const head = '患者番号,氏名,性別,生年月日'
const list: ImportSource = { from: 'csv', file: new Blob([[head, '0001,架空 花子,女,1950/03/04', '0002,神 見本,男,1961/12/31', '0003,例 太郎,男,2001/01/01'].join('\n')]), how: { encoding: 'utf-8', delimiter: ',', mapping: guessMapping(head.split(',')) } }

async function imported(source: ImportSource, takenAt: Instant = morning, bridge = bridgeOf(running), keys: IncidentKeys | null = null) {
  const kind = source.from === 'folder' ? 'documents' : 'patients'
  return importReference({ bridge, hand: { newId: newUuid }, worker }, await statusOf(running), now, keys, { kind, source, takenAt, by: nurse, why: null }, () => undefined)
}

/** Opened with an envelope and read to its end. */
async function opened(): Promise<{ readonly shelf: ReferenceShelf; readonly documents: PatientDocuments; readonly keys: IncidentKeys }> {
  const { dek, incident } = await openWithEnvelope(running, prepared)
  const keys = await openKeys(dek, { realm: 'real', incident })
  const shelf = referenceShelf(bridgeOf(running), keys, () => Promise.resolve(), () => worker)
  await shelf.read()
  const state = shelf.documents()
  if (state.is !== 'here') throw new Error(state.is)
  return { shelf, documents: state.documents, keys }
}

const titlesOf = ({ index, whose }: PatientDocuments, id: string): readonly string[] => (whose.is === 'known' ? whose.owners.of(id).map((document) => index.at(document).path) : [whose.is])

test('[REF-46] [REF-47] [REF-49] [REF-52] a folder imported while sealed is found by patient after an opening, and read byte for byte', async () => {
  const done = valueOf(await imported({ from: 'folder', files }))
  expect([done.card.documents, done.card.faults, done.card.takenAt, done.pdfs]).toEqual([5, 1, morning, 1])
  expect(done.faults.listed).toEqual([{ code: 'not-a-document', place: { file: 6, row: null } }])
  await imported(list)
  const { documents } = await opened()
  expect(['0001', '0002', '0003', '9999'].map((id) => titlesOf(documents, id))).toEqual([['d/0001_処方.txt', 'd/0001/要約.html'], [], ['d/0003_large.txt', 'd/0003_x.pdf'], []])
  expect(documents.whose).toMatchObject({ owners: { unowned: { unknown: 1, disagree: 0, tooMany: 0 } } })
  const read = await Promise.all(files.slice(0, 5).map((_, document) => documents.read(document)))
  expect(read.map(valueOf)).toEqual([utf8('架空錠 朝'), utf8('<!DOCTYPE html><p>要約'), large, utf8('%PDF-1.7 見本'), utf8('だれか')])
})

test('[REF-50] of a patient with a hospital ID the chart is told how many documents there are and of when, and why there are none', async () => {
  await imported({ from: 'folder', files })
  await imported(list)
  const { shelf } = await opened()
  const here = (hospitalId: string | null) => documentsHere(shelf.documents(), shelf.lists(), hospitalId)
  expect(['0001', '0002', '9999', null].map(here)).toEqual([{ is: 'here', documents: [0, 1], takenAt: morning }, { is: 'here', documents: [], takenAt: morning }, { is: 'not-on-list' }, null])
  expect(nameOnList(shelf.lists(), '0003')).toMatchObject({ family: '例', given: '太郎' })
  expect(documentsHere({ is: 'none' }, shelf.lists(), '0001')).toBeNull()
})

test('[REF-49] without a list nobody’s documents are shown, and with the list that comes later they are', async () => {
  await imported({ from: 'folder', files })
  const { shelf, documents, keys } = await opened()
  expect(documents.whose).toEqual({ is: 'no-list' })
  await imported(list, morning, bridgeOf(running), keys)
  await shelf.read()
  const later = shelf.documents()
  expect(later.is === 'here' ? titlesOf(later.documents, '0003') : later.is).toEqual(['d/0003_large.txt', 'd/0003_x.pdf'])
})

test('[REF-48] a damaged part refuses the documents that lie in it and no other; a damaged index refuses all', async () => {
  await imported({ from: 'folder', files: files.slice(0, 4) })
  await imported(list)
  const { documents, keys } = await opened()
  const [, second] = documents.card.parts
  await writeFile(`${running.station.layout.referenceParts}/${second ?? ''}`, 'damaged')
  const read = await Promise.all([0, 1, 2, 3].map((document) => documents.read(document)))
  expect(read.map((one) => (one.ok ? 'read' : one.error.code))).toEqual(['read', 'read', 'part-missing', 'read'])
  await writeFile(`${running.station.layout.referenceParts}/${documents.card.parts.at(-1) ?? ''}`, 'damaged')
  const again = referenceShelf(bridgeOf(running), keys, () => Promise.resolve(), () => worker)
  await again.read()
  expect(again.documents()).toMatchObject({ is: 'unreadable', why: 'part-missing' })
})

test('[REF-46] a folder too large, one without a document and an older one replace nothing', async () => {
  const first = valueOf(await imported({ from: 'folder', files }))
  const huge = { size: mostFolderBytes + 1 } as Blob // nothing of it is read
  const outcomes = [
    await imported({ from: 'folder', files: [{ path: 'd/0001.txt', blob: huge }] }),
    await imported({ from: 'folder', files: Array.from({ length: mostFiles + 1 }, () => named('d/0001.txt', utf8(''))) }),
    await imported({ from: 'folder', files: [named('d/0001.bin', Uint8Array.of(0))] }),
    await imported({ from: 'folder', files }, instantOf(1_789_960_000_000)),
  ]
  expect(outcomes.map((outcome) => (outcome.ok ? 'taken' : outcome.error.code))).toEqual(['folder-too-large', 'folder-too-large', 'no-documents', 'older'])
  expect(valueOf(await running.call['reference:cards'](undefined)).cards).toEqual({ patients: null, census: null, documents: first.card })
})

test('[REF-47] while a folder is imported only one document is out of its file, and parts leave as they fill', async () => {
  const order: string[] = []
  const tracked: readonly NamedBlob[] = Array.from({ length: 6 }, (_, n) => ({
    path: `d/000${n}.txt`,
    blob: { size: documentPartBytes, arrayBuffer: () => Promise.resolve(order.push('read')).then(() => new Uint8Array(documentPartBytes).fill(0x41).buffer) } as unknown as Blob, // of a file only these two are asked
  }))
  const bridge = bridgeOf(running)
  const watched: typeof bridge = { call: (channel, ...input) => {
    if (channel === 'reference:keep-part') order.push('kept')
    return bridge.call(channel, ...input)
  } }
  await imported({ from: 'folder', files: tracked }, morning, watched)
  expect(order).toEqual([...Array.from({ length: 6 }, () => ['read', 'kept']).flat(), 'kept'])
})
