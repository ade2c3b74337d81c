import type { Roster } from '#domain/access/roster.ts'
import type { Sha256 } from '#domain/ids.ts'
import type { FaultCount, FileFaultCode, ReferenceBatch } from '#domain/reference/reference-fact.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import type { ReferenceCard, ReferenceStatement } from '#domain/reference/reference-set.ts'
import { decodePart, encodePart, partBuilder, referenceTable, type ReferencePart } from '#domain/reference/reference-table.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { searchTextOfReference } from '#domain/search/patient-text.ts'
import { buildSearch, type SearchIndex } from '#domain/search/search-index.ts'
import type { CalendarDate } from '#domain/time.ts'
import { gather, type Gathered } from '../reference/gather.ts'
import type { NamedBlob } from '../reference/named-blob.ts'
import { readCsv, type CsvHow } from '../reference/read-csv.ts'
import { readFhir } from '../reference/read-fhir.ts'
import { readHl7 } from '../reference/read-hl7.ts'
import { readSsmix } from '../reference/read-ssmix.ts'
import { newReferenceKey, openReferenceKeys, type ReferenceKeys } from '../vault/reference-key.ts'

/** Work on whole lists: minutes long and hundreds of megabytes wide, so it never runs where somebody types. */
export type ImportSource =
  | ListSource
  /** Documents of patients (document-jobs.ts). */
  | { readonly from: 'folder'; readonly files: readonly NamedBlob[] }

export type ListSource =
  | { readonly from: 'csv'; readonly file: Blob; readonly how: CsvHow }
  | { readonly from: 'ss-mix2' | 'hl7' | 'fhir'; readonly files: readonly NamedBlob[] }

export type ImportAsked = {
  readonly source: ImportSource
  readonly today: CalendarDate
  readonly roster: Pick<Roster, 'accounts' | 'officer'>
  readonly about: Pick<ReferenceStatement, 'set' | 'kind' | 'realm' | 'station' | 'epoch' | 'takenAt' | 'by'>
}

export type ImportProgress =
  | { readonly at: 'reading'; readonly readBytes: number; readonly ofBytes: number; readonly rows: number; readonly faults: number }
  | { readonly at: 'sealing'; readonly done: number; readonly of: number }

/** The machine as a job reaches it, through the window. */
export type ImportHost = { readonly keepPart: (bytes: Uint8Array<ArrayBuffer>) => Promise<Result<Sha256, { readonly code: string }>>; readonly progress: (progress: ImportProgress) => void }

export type Imported = { readonly statement: ReferenceStatement; readonly proof: Sha256; readonly key: Uint8Array; readonly faults: FaultCount; readonly ofUnknown: Gathered['ofUnknown']; readonly pdfs: number }

export type ImportFault =
  /** Nothing that could be read as a patient, and why, row by row. */
  | { readonly code: 'no-patients'; readonly faults: FaultCount }
  /** A census in which nobody stays. */
  | { readonly code: 'no-stays'; readonly faults: FaultCount }
  /** A folder in which nothing is a document, and why, file by file. */
  | { readonly code: 'no-documents'; readonly faults: FaultCount }
  /** The file as a whole: another kind of file, or it cannot be read to its end. */
  | { readonly code: FileFaultCode }
  | { readonly code: 'not-kept'; readonly cause: string }
  | { readonly code: 'roster-unusable' }

/** Reads, puts together, seals part by part. Only what comes back as `ok` may be committed. */
export async function importList({ today, roster, about }: ImportAsked, source: ListSource, host: ImportHost): Promise<Result<Imported, ImportFault>> {
  const made = await newReferenceKey(roster)
  if (!made.ok) return err({ code: 'roster-unusable' })
  const gathered = await gatherFrom(source, today, host)
  if (!gathered.ok) return gathered
  const { patients, staying, faults, ofUnknown } = gathered.value
  const count = about.kind === 'census' ? staying : patients
  if (count === 0) return err({ code: patients === 0 ? 'no-patients' : 'no-stays', faults })
  const keys = await openReferenceKeys(made.value.key, about)
  const parts = await sealParts(about.kind === 'census' ? stayingOnly(gathered.value) : gathered.value.inOrder(), count, keys, host)
  if (!parts.ok) return parts
  const statement: ReferenceStatement = { v: 1, ...about, source: source.from, patients: count, stays: staying, documents: 0, faults: faults.total, parts: [...parts.value], wrapped: made.value.wrapped }
  return ok({ statement, proof: await keys.prove(statement), key: made.value.key, faults, ofUnknown, pdfs: 0 })
}

async function gatherFrom(source: ListSource, today: CalendarDate, host: ImportHost): Promise<Result<Gathered, ImportFault>> {
  const gathering = gather()
  const ofBytes = source.from === 'csv' ? source.file.size : source.files.reduce((sum, { blob }) => sum + blob.size, 0)
  let faults = 0
  for await (const batch of batchesOf(source, today)) {
    gathering.take(batch)
    // A medium that is pulled out ends the import: half a list must not take a whole one's place.
    const whole = batch.faults.find(({ code, place }) => code === 'file-unreadable' || (source.from === 'csv' && place.row === null))
    if (whole !== undefined) return err({ code: whole.code as FileFaultCode }) // a fault without a row is one of the file
    faults += batch.faults.length
    host.progress({ at: 'reading', readBytes: batch.readBytes, ofBytes, rows: batch.rows, faults })
  }
  return ok(gathering.finish())
}

function batchesOf(source: ListSource, today: CalendarDate): AsyncGenerator<ReferenceBatch> {
  switch (source.from) {
    case 'csv':
      return readCsv(source.file, source.how, { today })
    case 'ss-mix2':
      return readSsmix(source.files, { today })
    case 'hl7':
      return readHl7(source.files, { today })
    case 'fhir':
      return readFhir(source.files, { today })
  }
}

function* stayingOnly(gathered: Gathered): Generator<ReferencePatient> {
  for (const patient of gathered.inOrder()) if (patient.stay !== null) yield patient
}

async function sealParts(patients: Iterable<ReferencePatient>, of: number, keys: ReferenceKeys, host: ImportHost): Promise<Result<readonly Sha256[], ImportFault>> {
  const builder = partBuilder()
  const names: Sha256[] = []
  let done = 0
  const keep = async (part: ReferencePart): Promise<Result<Sha256, ImportFault>> => {
    const kept = await host.keepPart(await keys.sealPart(names.length, encodePart(part)))
    if (!kept.ok) return err({ code: 'not-kept', cause: kept.error.code })
    names.push(kept.value)
    host.progress({ at: 'sealing', done, of })
    return kept
  }
  for (const patient of patients) {
    done += 1
    const full = builder.add(patient)
    const kept = full === null ? null : await keep(full)
    if (kept?.ok === false) return kept
  }
  const rest = builder.rest()
  const kept = rest === null ? null : await keep(rest)
  return kept?.ok === false ? kept : ok(names)
}

export type OpenAsked = { readonly key: Uint8Array; readonly card: ReferenceCard }

export type OpenFault =
  /** The card's time, counts or parts are not those of the import. */
  | { readonly code: 'card-changed' }
  | { readonly code: 'part-missing' }
  | { readonly code: 'part-damaged' }

/** A list in memory: its rows, and what they are found by. Made at each unlock and never kept: an index is names in clear. */
export type OpenedList = { readonly parts: readonly ReferencePart[]; readonly index: SearchIndex }

/** Every part in order, opened and walked through; nothing is given out before the last one was whole. */
export async function openList({ key, card }: OpenAsked, partOf: (number: number) => Promise<Uint8Array | null>): Promise<Result<OpenedList, OpenFault>> {
  const keys = await openReferenceKeys(key, card)
  if ((await keys.prove(card)) !== card.proof) return err({ code: 'card-changed' })
  const parts: ReferencePart[] = []
  for (const number of card.parts.keys()) {
    const sealed = await partOf(number)
    if (sealed === null) return err({ code: 'part-missing' })
    const opened = await keys.openPart(number, sealed)
    const part = opened.ok ? decodePart(opened.value) : null
    if (part === null || !part.ok) return err({ code: 'part-damaged' })
    parts.push(part.value)
  }
  const table = referenceTable(parts)
  if (table.count !== card.patients) return err({ code: 'card-changed' })
  return ok({ parts, index: buildSearch({ count: table.count, at: (row) => searchTextOfReference(table.at(row)) }) })
}
