import type { ChainEnd } from '#domain/bridge.ts'
import type { PatientId } from '#domain/ids.ts'
import { emptyMark, type ChartMark } from '#domain/view/chart-mark.ts'
import { wardBoard, type WardView } from '#domain/view/ward.ts'
import type { Numbered } from './sealed-entry.ts'

/**
 * The ward in memory: what screens read. Fed by commit the moment an entry is acknowledged.
 *
 * Entries asked for together are acknowledged in order; one whose first acknowledgement was lost comes late,
 * behind entries with higher numbers. So everything since the last snapshot is held, and a late one is put in
 * its place.
 */
export type Board = {
  readonly view: () => WardView
  /** The last acknowledged place of the journal that this window knows. */
  readonly end: () => ChainEnd
  readonly acknowledge: (end: ChainEnd) => void
  /** False when the entry was counted before. */
  readonly apply: (numbered: Numbered) => boolean
  /** Entries of one patient (null: of the ward) since the last snapshot. */
  readonly recentOf: (patient: PatientId | null) => readonly Numbered[]
  readonly markOf: (patient: PatientId | null) => ChartMark
  /** A snapshot was kept of this view: what it holds need not be held in memory. */
  readonly settle: (view: WardView) => void
  /** The true ward up to `upTo`, computed from the journal; what came since is put on top. */
  readonly correct: (view: WardView, upTo: number) => void
  /** What the ward would be if it were `view` up to `upTo`. */
  readonly onTopOf: (view: WardView, upTo: number) => WardView
}

export function makeBoard(from: WardView, start: ChainEnd, changed: () => void): Board {
  let base = from
  let board = wardBoard(base)
  let upTo = base.upToSeq
  let end = start
  const recent = new Map<number, Numbered>()

  function put(view: WardView, above: number): ReturnType<typeof wardBoard> {
    const fresh = wardBoard(view)
    for (const { seq, entry } of [...recent.values()].toSorted((a, b) => a.seq - b.seq)) if (seq > above) fresh.apply(seq, entry)
    return fresh
  }

  return {
    view: () => board.view(),
    end: () => end,
    acknowledge: (next) => {
      if (next.seq > end.seq) end = next
    },
    apply: (numbered) => {
      if (numbered.seq <= base.upToSeq || recent.has(numbered.seq)) return false
      recent.set(numbered.seq, numbered)
      if (numbered.seq > upTo) board.apply(numbered.seq, numbered.entry)
      else board = put(base, base.upToSeq)
      upTo = Math.max(upTo, numbered.seq)
      changed()
      return true
    },
    recentOf: (patient) => [...recent.values()].filter(({ entry }) => entry.patient === patient),
    markOf: (patient) => (patient === null ? board.view().ward : (board.view().patients.get(patient)?.mark ?? emptyMark)),
    settle: (view) => {
      base = view
      for (const seq of recent.keys()) if (seq <= view.upToSeq) recent.delete(seq)
    },
    correct: (view, above) => {
      board = put(view, above)
      base = view
      for (const seq of recent.keys()) if (seq <= above) recent.delete(seq)
      changed()
    },
    onTopOf: (view, above) => put(view, above).view(),
  }
}
