import { z } from 'zod'
import { Sha256, type PatientId } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { Kind } from '#domain/log/kinds.ts'
import type { IncidentKeys } from '#renderer/vault/seal.ts'
import { packed, unpacked } from './packed.ts'
import type { Limits } from './ports.ts'
import type { Numbered } from './sealed-entry.ts'
import type { ChunkRow, NamedRow } from './ward-db.ts'

/**
 * What the rows of the working copy hold. They are sealed under the incident's key and bound to their place
 * (name and chunk, or database and row), so what opens was written here, by this form of the program: entries
 * are not checked field by field again. Older and doubled rows are noticed by the marks (domain/view/chart-mark.ts).
 */
type Line = readonly [seq: number, standing: number, id: Entry['id'], kind: Kind, at: Entry['at'], recordedAt: Entry['recordedAt'], body: Entry['body'], head: Entry['after']['head'], n: number]

/** What many entries of a chart have in common, told once a chunk: who wrote where. Half of what a chart would be, and somebody waits for it. */
type Common = Pick<Entry, 'realm' | 'incident' | 'station' | 'patient' | 'account' | 'by' | 'onBehalfOf'>

/** The opaque name under which a patient's chunks lie; null: entries about the ward. */
export function nameOfChart(keys: IncidentKeys, patient: PatientId | null): Promise<string> {
  return keys.opaqueName(patient ?? 'ward')
}

export async function sealChunk(keys: IncidentKeys, patient: string, chunk: number, records: readonly Numbered[]): Promise<ChunkRow> {
  const [commons, places] = [[] as Common[], new Map<string, number>()]
  const lines = records.map(({ seq, entry: { id, realm, incident, station, kind, patient: whose, at, recordedAt, by, onBehalfOf, account, body, after } }): Line => {
    const common: Common = { realm, incident, station, patient: whose, account, by, onBehalfOf }
    const key = JSON.stringify(common)
    const place = places.get(key) ?? commons.push(common) - 1
    places.set(key, place)
    return [seq, place, id, kind, at, recordedAt, body, after.head, after.n]
  })
  return { patient, chunk, cipher: await keys.sealFor('chart', `${patient}/${chunk}`, await packed(bytesOf([commons, lines]))) }
}

/** The entries of a chunk; null when it does not open. */
export async function openChunk(keys: IncidentKeys, row: ChunkRow): Promise<readonly Numbered[] | null> {
  if (!(row.cipher instanceof Uint8Array)) return null
  const opened = await keys.openFor('chart', `${row.patient}/${row.chunk}`, row.cipher)
  if (!opened.ok) return null
  try {
    const [commons, lines] = jsonOf(await unpacked(opened.value)) as readonly [readonly Common[], readonly Line[]] // sealed here, see above
    return lines.map(([seq, place, id, kind, at, recordedAt, body, head, n]) => {
      const { realm, incident, station, patient, account, by, onBehalfOf } = commons[place]! // written beside the line
      return { seq, entry: { id, realm, incident, station, kind, patient, at, recordedAt, by, onBehalfOf, account, body, v: 1, after: { head, n } } as Entry } // kind and body were of one entry
    })
  } catch {
    return null // of another form of this program: made anew from the journal
  }
}

/** Cuts records into chunks, none with too many entries or bytes; the first may go on from what a chunk holds. */
export function cutIntoChunks(records: readonly Numbered[], limits: Limits): readonly (readonly Numbered[])[] {
  const chunks: Numbered[][] = []
  let size = 0
  for (const record of records) {
    const bytes = lengthOf(record.entry)
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

/** JSON without a letter beyond ASCII: a window turns such bytes into text ten times faster, and somebody waits for charts and snapshots. */
export function bytesOf(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value).replace(beyondAscii, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
}

export function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes))
}

const beyondAscii = /[\u0080-\uffff]/g

/** Bytes of a line, from above but for a chunk's own people. */
function lengthOf({ body }: Entry): number {
  const text = JSON.stringify(body)
  let wide = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) wide += 1
  return lineBytes + text.length + 5 * wide
}

/** A line without its body: id, two moments, a head, a kind and three numbers. */
const lineBytes = 240
