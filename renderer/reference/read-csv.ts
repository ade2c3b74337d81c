import { guessMapping, mappingFor, mostColumns, type CsvMapping } from '#domain/reference/csv-mapping.ts'
import { rowReader } from '#domain/reference/csv-row.ts'
import type { FileFaultCode, ReferenceBatch, ReferenceFact, ReferenceFault } from '#domain/reference/reference-fact.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { detectEncoding, type TextEncoding } from './encoding.ts'
import { isUnreadable, type ReadOptions } from './named-blob.ts'
import { recordsOf } from './records.ts'

/** How a CSV file looks, for a preview in which a person corrects what was guessed. */
export type CsvSniff = {
  readonly encoding: TextEncoding
  readonly delimiter: string
  /** The first row, whether it is a head or already a patient (`mapping.hasHead`). */
  readonly head: readonly string[]
  /** The rows after the head; without a head, from the first one. */
  readonly sample: readonly (readonly string[])[]
  readonly mapping: CsvMapping
  /** The mapping is one that was kept for a file with this head. */
  readonly isKept: boolean
}

export type CsvHow = { readonly encoding: TextEncoding; readonly delimiter: string; readonly mapping: CsvMapping }

const sampleRows = 20

/** Looks at the beginning of a file, and at as much of it as its encoding needs to be sure. Rules REF-1 to REF-4, REF-8. */
export async function sniffCsv(file: Blob, kept: readonly CsvMapping[] = [], options: Pick<ReadOptions, 'signal'> = {}): Promise<Result<CsvSniff, FileFaultCode>> {
  try {
    return await sniff(file, kept, options.signal)
  } catch (error) {
    if (isUnreadable(error)) return err('file-unreadable')
    throw error
  }
}

async function sniff(file: Blob, kept: readonly CsvMapping[], signal: AbortSignal | undefined): Promise<Result<CsvSniff, FileFaultCode>> {
  const encoding = await detectEncoding(file, signal)
  if (!encoding.ok) return encoding
  const delimiter = await delimiterOf(file, encoding.value)
  const rows: (readonly string[])[] = []
  for await (const { records } of recordsOf(file, encoding.value, delimiter, signal)) {
    for (const { cells, fault } of records) if (fault === null) rows.push(cells)
    if (rows.length > sampleRows) break
  }
  const [head, ...rest] = rows
  if (head === undefined) return err('no-rows')
  if (head.length > mostColumns) return err('too-many-columns')
  const found = mappingFor(head, kept)
  const mapping = found ?? guessMapping(head)
  const sample = (mapping.hasHead ? rest : rows).slice(0, sampleRows)
  if (sample.length === 0) return err('no-rows')
  return ok({ encoding: encoding.value, delimiter, head, sample, mapping, isKept: found !== null })
}

/** What divides the first line outside its quotes; a head of one column has none. */
async function delimiterOf(file: Blob, encoding: TextEncoding): Promise<string> {
  const text = new TextDecoder(encoding).decode(await file.slice(0, 65_536).arrayBuffer())
  const line = text.trimStart().replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0] ?? ''
  const times = (symbol: string): number => line.split(symbol).length
  return [',', '\t', ';'].reduce((best, symbol) => (times(symbol) > times(best) ? symbol : best))
}

/**
 * Every row of the file as a patient or a fault, slice by slice. An aborted signal ends it with the signal's reason. Rules REF-4
 * to REF-14.
 */
export async function* readCsv(file: Blob, how: CsvHow, options: ReadOptions): AsyncGenerator<ReferenceBatch> {
  let last = { readBytes: 0, rows: 0 }
  try {
    for await (const batch of rowsOf(file, how, options)) {
      last = batch
      yield batch
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error
    yield { ...last, facts: [], faults: [{ code: 'file-unreadable', place: { file: 1, row: null } }], others: {} }
  }
}

async function* rowsOf(file: Blob, how: CsvHow, { today, signal }: ReadOptions): AsyncGenerator<ReferenceBatch> {
  let width: number | null = null
  let read = rowReader(how.mapping, 0, today)
  for await (const { records, readBytes, rows } of recordsOf(file, how.encoding, how.delimiter, signal)) {
    const facts: ReferenceFact[] = []
    const faults: ReferenceFault[] = []
    for (const { number, cells, fault, isLast } of records) {
      const place = { file: 1, row: number }
      if (fault !== null) {
        faults.push({ code: fault, place })
        continue
      }
      if (width === null) {
        width = cells.length
        read = rowReader(how.mapping, width, today)
        if (how.mapping.hasHead) continue
      }
      if (isLast && cells.length < width) {
        faults.push({ code: 'cut-off', place })
        continue
      }
      const patient = read(cells)
      if (patient.ok) facts.push({ kind: 'patient', patient: patient.value, at: null, place })
      else faults.push({ code: patient.error, place })
    }
    yield { facts, faults, others: {}, readBytes, rows }
  }
}
