import { EntryId, type PatientId } from '#domain/ids.ts'
import type { Fault } from '#domain/bridge.ts'
import type { Draft, Standing } from '#domain/log/entry.ts'
import type { ChartWay } from '#domain/log/kinds.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { chartOf, type Chart } from '#domain/view/chart.ts'
import { markOf, sameMark } from '#domain/view/chart-mark.ts'
import type { Board } from './board.ts'
import { openChunk } from './chunks.ts'
import type { Writer } from './commit.ts'
import { readJournal } from './journal-pages.ts'
import type { Inside } from './ports.ts'
import type { Numbered } from './sealed-entry.ts'
import type { ChunkRow } from './ward-db.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * A patient's history. That it was looked at is recorded before anything is decrypted. What the working copy
 * gives is believed only when count and hash are what the board knows; otherwise the journal is read, and the
 * reader waits a little longer for the same rows.
 */
export type OpenedChart = {
  readonly chart: Chart
  /** False: the disk refused the entry that says so. Care goes on; it is asked for again with the next entry. */
  readonly recorded: boolean
  readonly from: 'copy' | 'journal'
  /** The chart now, after further entries; the opening counts for as long as it stays open. */
  readonly refresh: () => Promise<Result<Chart, Fault>>
}

export type Charts = {
  readonly open: (patient: PatientId, standing: Standing, via: ChartWay) => Promise<Result<OpenedChart, Fault>>
  /** Asks again for openings that could not be recorded. */
  readonly recordOwed: () => Promise<void>
}

type Read = { readonly chart: Chart; readonly from: 'copy' | 'journal' }

export function makeCharts(inside: Inside, board: Board, writer: Writer, copy: WorkingCopy): Charts {
  const owed = new Map<EntryId, { readonly draft: Draft; readonly standing: Standing }>()

  async function open(patient: PatientId, standing: Standing, via: ChartWay): Promise<Result<OpenedChart, Fault>> {
    const sealed = likelyChunks(patient) // ciphers only, while the opening is being recorded
    const draft: Draft<'chart-opened'> = { id: EntryId.parse(inside.hand.newId()), kind: 'chart-opened', patient, at: null, body: { via } }
    const saved = await writer.write(draft, standing)
    if (!saved.ok) {
      owed.set(draft.id, { draft, standing })
      inside.tell({ level: 'alarm', code: 'view-not-recorded' })
    }
    const read = await readChart(patient, await sealed)
    if (!read.ok) return read
    const refresh = async (): Promise<Result<Chart, Fault>> => {
      const again = await readChart(patient, await likelyChunks(patient))
      return again.ok ? ok(again.value.chart) : again
    }
    return ok({ ...read.value, recorded: saved.ok, refresh })
  }

  async function readChart(patient: PatientId, sealed: readonly ChunkRow[]): Promise<Result<Read, Fault>> {
    const first = together(patient, await opened(sealed))
    if (agrees(patient, first)) return ok({ chart: first, from: 'copy' })
    // There are more chunks than the count lets expect, or entries have just moved from the tail into one.
    const second = together(patient, await opened(await copy.chunksOf(patient, 'all')))
    if (agrees(patient, second)) return ok({ chart: second, from: 'copy' })
    return fromJournal(patient)
  }

  /** One row, which costs less than a range of them, while the patient's entries fit into one; their count tells what is missing. */
  function likelyChunks(patient: PatientId): Promise<readonly ChunkRow[]> {
    return copy.chunksOf(patient, board.markOf(patient).entries <= inside.limits.chunkEntries ? 'first' : 'all')
  }

  async function opened(rows: readonly ChunkRow[]): Promise<readonly Numbered[]> {
    const chunks = await Promise.all(rows.map((row) => openChunk(inside.keys, row)))
    return chunks.flatMap((records) => records ?? []) // one that does not open is missed by the count
  }

  /** With what is in memory; an entry may be in two places while it moves. */
  function together(patient: PatientId, stored: readonly Numbered[]): Chart {
    const recent = [...copy.tailOf(patient), ...board.recentOf(patient)]
    if (recent.length === 0) return chartOf(patient, stored, board.view().clock)
    const bySeq = new Map(stored.map((record) => [record.seq, record]))
    for (const record of recent) bySeq.set(record.seq, record)
    return chartOf(patient, bySeq.values(), board.view().clock)
  }

  function agrees(patient: PatientId, chart: Chart): boolean {
    return sameMark(chart.mark, board.markOf(patient))
  }

  /** Reads the journal until everything the board knows of the patient was met. */
  async function fromJournal(patient: PatientId): Promise<Result<Read, Fault>> {
    const own: Numbered[] = []
    const complete = (): boolean => sameMark(markOf(own), board.markOf(patient))
    const read = await readJournal(inside, 0, async ({ entries }) => {
      const found = entries.filter(({ entry }) => entry.patient === patient)
      own.push(...found)
      if (found.length > 0 && complete()) return false
      await inside.idle()
      return true
    })
    if (!read.ok) return err(read.error)
    const chart = together(patient, own)
    inside.tell({ level: 'note', code: 'chart-from-journal' })
    if (copy.state().stage === 'ready' || copy.state().stage === 'checking') copy.doubt(agrees(patient, chart) ? 'copy-differs' : 'board-differs')
    return ok({ chart, from: 'journal' })
  }

  return {
    open,
    recordOwed: async () => {
      for (const [id, { draft, standing }] of owed) if ((await writer.write(draft, standing)).ok) owed.delete(id)
    },
  }
}
