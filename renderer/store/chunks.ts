import { z } from 'zod'
import { Sha256, type PatientId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { IncidentKeys } from '#renderer/vault/seal.ts'
import type { Limits } from './ports.ts'
import type { Numbered } from './sealed-entry.ts'
import type { ChunkRow, NamedRow } from './ward-db.ts'

/**
 * What the rows of the working copy hold. They are sealed under the incident's key and bound to their place
 * (name and chunk, or database and row), so what opens was written here, by this form of the program: entries
 * are not checked field by field again. Older and doubled rows are noticed by the marks (domain/view/chart-mark.ts).
 */
type Line = readonly [seq: number, entry: Entry]

/** The opaque name under which a patient's chunks lie; null: entries about the ward. */
export function nameOfChart(keys: IncidentKeys, patient: PatientId | null): Promise<string> {
  return keys.opaqueName(patient ?? 'ward')
}

export async function sealChunk(keys: IncidentKeys, patient: string, chunk: number, records: readonly Numbered[]): Promise<ChunkRow> {
  const lines = records.map(({ seq, entry }): Line => [seq, entry])
  return { patient, chunk, cipher: await keys.sealFor('chart', `${patient}/${chunk}`, bytesOf(lines)) }
}

/** The entries of a chunk; null when it does not open. */
export async function openChunk(keys: IncidentKeys, row: ChunkRow): Promise<readonly Numbered[] | null> {
  if (!(row.cipher instanceof Uint8Array)) return null
  const opened = await keys.openFor('chart', `${row.patient}/${row.chunk}`, row.cipher)
  if (!opened.ok) return null
  const lines = jsonOf(opened.value) as readonly Line[] // sealed here, see above
  return lines.map(([seq, entry]) => ({ seq, entry }))
}

/** Cuts records into chunks, none with too many entries or bytes; the first may go on from what a chunk holds. */
export function cutIntoChunks(records: readonly Numbered[], limits: Limits): readonly (readonly Numbered[])[] {
  const chunks: Numbered[][] = []
  let size = 0
  for (const record of records) {
    const bytes = sizeOf(record.entry)
    const open = chunks.at(-1)
    if (open === undefined || open.length >= limits.chunkEntries || size + bytes > limits.chunkBytes) {
      chunks.push([record])
      size = bytes
    } else {
      open.push(record)
      size += bytes
    }
  }
  return chunks
}

/** How far a finished copy has come: how many entries it holds, the last of them, and the end of the chain then. */
const Meta = z.object({ v: z.literal(1), entries: z.number().int(), lastSeq: z.number().int(), end: z.object({ seq: z.number().int(), head: Sha256 }) })
export type Meta = Omit<z.infer<typeof Meta>, 'v'>

export async function sealMeta(keys: IncidentKeys, database: string, meta: Meta): Promise<NamedRow> {
  return { name: 'copy', cipher: await keys.sealFor('meta', `${database}/copy`, bytesOf({ v: 1, ...meta })) }
}

export async function openMeta(keys: IncidentKeys, database: string, row: NamedRow | undefined): Promise<Meta | null> {
  if (!(row?.cipher instanceof Uint8Array)) return null
  const opened = await keys.openFor('meta', `${database}/copy`, row.cipher)
  if (!opened.ok) return null
  const read = Meta.safeParse(jsonOf(opened.value))
  return read.success ? read.data : null
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function bytesOf(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value))
}

export function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes))
}

/** UTF-8 bytes, from above: a Japanese letter takes three. */
function sizeOf(entry: Entry): number {
  const text = JSON.stringify(entry)
  let wide = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) wide += 1
  return text.length + 2 * wide
}
