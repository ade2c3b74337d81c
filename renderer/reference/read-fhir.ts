import { readResource, type FhirRead } from '#domain/reference/fhir.ts'
import type { ReferenceBatch, ReferenceFact, ReferenceFault, ReferenceFaultCode, ReferencePlace } from '#domain/reference/reference-fact.ts'
import { err, type Result } from '#domain/result.ts'
import type { CalendarDate } from '#domain/time.ts'
import { eachFile } from './each-file.ts'
import type { NamedBlob, ReadOptions } from './named-blob.ts'
import { linesOf, type Line } from './text-stream.ts'

/** In characters: a Patient with a photograph inside is longer, and is told. */
const mostLineLength = 1 << 20

/**
 * FHIR R4 as NDJSON: one resource a line, in any order and in any number of files. Encounters and allergies wait until the patient
 * they name has been read. An aborted signal ends it with the signal's reason. Rules REF-23 to REF-25.
 */
export async function* readFhir(files: readonly NamedBlob[], { today, signal }: ReadOptions): AsyncGenerator<ReferenceBatch> {
  const hospitalIds = new Map<string, string>()
  const waiting: Waiting[] = []
  let last = { readBytes: 0, rows: 0 }
  const batches = eachFile(files, signal, async function* (blob, encoding, file) {
    for await (const { lines, readBytes } of linesOf(blob, encoding, mostLineLength, signal)) {
      const facts: ReferenceFact[] = []
      const faults: ReferenceFault[] = []
      const others: Record<string, number> = {}
      const written = lines.filter(({ text, isTooLong }) => isTooLong || text.trim() !== '')
      for (const line of written) {
        const place = { file, row: line.number }
        const read = readLine(line, today)
        if (!read.ok) faults.push({ code: read.error, place })
        else if (read.value.kind === 'other') others[read.value.named] = (others[read.value.named] ?? 0) + 1
        else if (read.value.kind === 'patient') {
          hospitalIds.set(read.value.fhirId, read.value.patient.hospitalId)
          facts.push({ kind: 'patient', patient: read.value.patient, at: null, place })
        } else if (read.value.kind !== 'nothing') waiting.push({ read: read.value, place })
      }
      yield { facts, faults, others, readBytes, newRows: written.length }
    }
  })
  for await (const batch of batches) {
    last = batch
    yield batch
  }
  const facts: ReferenceFact[] = []
  const faults: ReferenceFault[] = []
  for (const { read, place } of waiting) {
    const hospitalId = hospitalIds.get(read.fhirId)
    if (hospitalId === undefined) faults.push({ code: 'reference-unknown', place })
    else facts.push(read.kind === 'stay' ? { kind: 'stay', hospitalId, at: read.at, stay: read.stay } : { kind: 'allergies', hospitalId, allergies: read.allergies, place })
  }
  yield { ...last, facts, faults, others: {} }
}

type Waiting = { readonly read: Extract<FhirRead, { kind: 'stay' | 'allergy' }>; readonly place: ReferencePlace }

function readLine(line: Line, today: CalendarDate): Result<FhirRead, ReferenceFaultCode> {
  if (line.isTooLong) return err('row-too-long')
  const parsed = parsedLine(line.text)
  if (parsed !== null) return readResource(parsed.value, today)
  return err(line.isEnded ? 'not-understood' : 'cut-off')
}

/** Null: no JSON. */
function parsedLine(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
