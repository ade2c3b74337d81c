import type { PatientId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cutIntoChunks, nameOfChart, openChunk, sealChunk } from './chunks.ts'
import type { CopyDoubt, Inside, Limits } from './ports.ts'
import type { Numbered } from './sealed-entry.ts'
import { answered, type ChunkRow, type WardDb } from './ward-db.ts'

export type Folding = {
  /** Sequences of tail rows that are now in charts; told after each transaction. */
  readonly folded: (seqs: readonly number[]) => void
  /** False: stop at the next transaction. What is done stays done, what is not stays in the tail. */
  readonly goOn: () => boolean
  /** The database is new: no chunk can be there to go on from. */
  readonly fresh: boolean
}

/**
 * Moves records into the charts of their patients, a few patients a transaction and never more than a moment's records:
 * forty beds of ninety days would otherwise be written in one transaction that outlasts the limit of an answer. Each
 * transaction puts chunks and takes the same entries out of the tail, so at any moment tail and charts together hold
 * everything once.
 */
export async function foldInto(db: WardDb, inside: Inside, records: Iterable<Numbered>, folding: Folding): Promise<Result<null, { readonly code: CopyDoubt }>> {
  for (const batch of batchesOf(records, inside.limits)) {
    if (!folding.goOn()) return ok(null)
    const made = await Promise.all(batch.map(({ patient, own, goesOn }) => chunksFor(db, inside, patient, own, folding.fresh && !goesOn)))
    const rows: ChunkRow[] = []
    for (const one of made) {
      if (!one.ok) return one
      rows.push(...one.value)
    }
    const seqs = batch.flatMap(({ own }) => own.map(({ seq }) => seq))
    const put = await answered(inside.limits.answerMs, () =>
      db.transaction('rw', db.charts, db.tail, async () => {
        await db.charts.bulkPut(rows)
        if (!folding.fresh) await db.tail.bulkDelete(seqs)
      }),
    )
    if (!put.ok) return put
    folding.folded(seqs)
    await inside.idle()
  }
  return ok(null)
}

/** `goesOn`: an earlier slice of the same patient was written in a transaction before. */
type Slice = { readonly patient: PatientId | null; readonly own: readonly Numbered[]; readonly goesOn: boolean }

/** What is written in one transaction each: few patients, few records, and of one patient one slice. */
function batchesOf(records: Iterable<Numbered>, { chunksAtOnce, foldedAtOnce }: Limits): readonly (readonly Slice[])[] {
  const batches: Slice[][] = []
  let size = 0
  for (const [patient, all] of Map.groupBy(records, ({ entry }) => entry.patient)) {
    const inOrder = all.toSorted((a, b) => a.seq - b.seq)
    for (let from = 0; from < inOrder.length; from += foldedAtOnce) {
      const slice = { patient, own: inOrder.slice(from, from + foldedAtOnce), goesOn: from > 0 }
      const open = batches.at(-1)
      if (open === undefined || slice.goesOn || open.length >= chunksAtOnce || size + slice.own.length > foldedAtOnce) {
        batches.push([slice])
        size = slice.own.length
      } else {
        open.push(slice)
        size += slice.own.length
      }
    }
  }
  return batches
}

/** The chunks of a patient that change: the last one goes on, or a new one begins. */
async function chunksFor(
  db: WardDb,
  inside: Inside,
  patient: PatientId | null,
  own: readonly Numbered[],
  fresh: boolean,
): Promise<Result<readonly ChunkRow[], { readonly code: CopyDoubt }>> {
  const name = await nameOfChart(inside.keys, patient)
  let first = 0
  let before: readonly Numbered[] = []
  if (!fresh) {
    const last = await answered(inside.limits.answerMs, () => db.charts.where('[patient+chunk]').between([name, 0], [name, Infinity]).last())
    if (!last.ok) return last
    if (last.value !== undefined) {
      const opened = await openChunk(inside.keys, last.value)
      if (opened === null) return err({ code: 'row-unreadable' })
      first = last.value.chunk
      before = opened
    }
  }
  const chunks = cutIntoChunks([...before, ...own], inside.limits)
  return ok(await Promise.all(chunks.map((records, index) => sealChunk(inside.keys, name, first + index, records))))
}
