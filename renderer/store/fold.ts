import type { PatientId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cutIntoChunks, nameOfChart, openChunk, sealChunk } from './chunks.ts'
import type { CopyDoubt, Inside } from './ports.ts'
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
 * Moves records into the charts of their patients, a few patients a transaction. Each transaction puts chunks
 * and takes the same entries out of the tail, so at any moment tail and charts together hold everything once.
 */
export async function foldInto(db: WardDb, inside: Inside, records: Iterable<Numbered>, folding: Folding): Promise<Result<null, { readonly code: CopyDoubt }>> {
  const byPatient = [...Map.groupBy(records, ({ entry }) => entry.patient)]
  for (let at = 0; at < byPatient.length; ) {
    if (!folding.goOn()) return ok(null)
    const batch = byPatient.slice(at, at + inside.limits.chunksAtOnce)
    at += batch.length
    const made = await Promise.all(batch.map(([patient, own]) => chunksFor(db, inside, patient, own, folding.fresh)))
    const rows: ChunkRow[] = []
    for (const one of made) {
      if (!one.ok) return one
      rows.push(...one.value)
    }
    const seqs = batch.flatMap(([, own]) => own.map(({ seq }) => seq))
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
  const chunks = cutIntoChunks([...before, ...own.toSorted((a, b) => a.seq - b.seq)], inside.limits)
  return ok(await Promise.all(chunks.map((records, index) => sealChunk(inside.keys, name, first + index, records))))
}
