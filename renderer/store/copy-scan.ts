import { EntryId, type PatientId } from '#domain/ids.ts'
import { ok, type Result } from '#domain/result.ts'
import { emptyMark, markAfter, sameMark, type ChartMark } from '#domain/view/chart-mark.ts'
import type { WardView } from '#domain/view/ward.ts'
import { openChunk } from './chunks.ts'
import type { CopyFault, Inside } from './ports.ts'
import { openFrames, type Numbered, type SealedFrame } from './sealed-entry.ts'
import { answered, type ChunkRow, type TailRow, type WardDb } from './ward-db.ts'

/** The tail of a working copy, opened. */
export type Tail = {
  readonly frames: readonly SealedFrame[]
  readonly entries: readonly Numbered[]
  /** Rows that do not open; their ids, where even that can be read. */
  readonly unreadable: readonly (EntryId | null)[]
}

export async function loadTail(db: WardDb, inside: Inside): Promise<Result<Tail, CopyFault>> {
  const rows = await answered(inside.limits.answerMs, () => db.tail.toArray())
  if (!rows.ok) return rows
  const frames = rows.value.flatMap((row) => frameOf(row) ?? [])
  const entries: Numbered[] = []
  for (let at = 0; at < frames.length; at += inside.limits.openedAtOnce) {
    if (at > 0) await inside.idle()
    const opened = await openFrames(inside.keys, frames.slice(at, at + inside.limits.openedAtOnce))
    entries.push(...opened.entries)
  }
  const readable = new Set(entries.map(({ seq }) => seq))
  const unreadable = rows.value.filter((row) => !readable.has(row.seq)).map((row) => EntryId.safeParse(row.id).data ?? null)
  return ok({ frames, entries, unreadable })
}

function frameOf(row: TailRow): SealedFrame | null {
  const id = EntryId.safeParse(row.id)
  return id.success && row.cipher instanceof Uint8Array ? { seq: row.seq, head: '', id: id.data, cipher: row.cipher } : null
}

/** A few chunks and what they hold; null: it does not open. */
export type Batch = readonly { readonly row: ChunkRow; readonly records: readonly Numbered[] | null }[]

/** Goes through all charts in slices, as long as `visit` says true. */
export async function eachBatch(db: WardDb, inside: Inside, visit: (batch: Batch) => boolean | Promise<boolean>): Promise<Result<null, CopyFault>> {
  let after: [string, number] | null = null
  for (;;) {
    const from: [string, number] = after ?? ['', -1]
    const rows = await answered(inside.limits.answerMs, () => db.charts.where('[patient+chunk]').above(from).limit(inside.limits.chunksAtOnce).toArray())
    if (!rows.ok) return rows
    const last = rows.value.at(-1)
    if (last === undefined) return ok(null)
    const batch = await Promise.all(rows.value.map(async (row) => ({ row, records: await openChunk(inside.keys, row) })))
    if (!(await visit(batch))) return ok(null)
    after = [last.patient, last.chunk]
    await inside.idle()
  }
}

/** Counts and hashes of all charts, added up from tail and chunks. */
export type Marks = Map<PatientId | null, ChartMark>

export function addTo(marks: Marks, records: readonly Numbered[], upTo: number): void {
  for (const { seq, entry } of records) {
    if (seq <= upTo) marks.set(entry.patient, markAfter(marks.get(entry.patient) ?? emptyMark, seq, entry))
  }
}

/** Does the copy hold exactly what the board knows of? */
export function agree(marks: Marks, view: WardView): boolean {
  const patients = [...marks.keys()].filter((patient) => patient !== null)
  return (
    sameMark(marks.get(null) ?? emptyMark, view.ward) &&
    patients.length === [...view.patients.values()].filter(({ mark }) => mark.entries > 0).length &&
    patients.every((patient) => sameMark(marks.get(patient) ?? emptyMark, view.patients.get(patient)?.mark ?? emptyMark))
  )
}

/** Do two boards stand on the same entries? */
export function sameEntries(one: WardView, two: WardView): boolean {
  const marks: Marks = new Map([...one.patients].map(([patient, { mark }]) => [patient, mark]))
  return agree(marks.set(null, one.ward), two)
}

/** How many entries a board stands on, and the place of the last. */
export function extentOf(view: WardView): { readonly entries: number; readonly lastSeq: number } {
  let { entries, lastSeq } = view.ward
  for (const { mark } of view.patients.values()) {
    entries += mark.entries
    lastSeq = Math.max(lastSeq, mark.lastSeq)
  }
  return { entries, lastSeq }
}
