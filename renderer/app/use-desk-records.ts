import { useEffect, useRef, useState } from 'react'
import type { Draft } from '#domain/log/entry.ts'
import { readRecord, type Numbered, type ReadEntry } from '#domain/reconcile/records.ts'
import type { Reading } from '../features/reconcile/desk.tsx'
import { breathe } from '../export/build-export.ts'
import { readAll } from '../session/read-all.ts'
import type { Saved } from '../ui/saved-state.tsx'
import { usePorts } from './ports.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

export type DeskRecords = {
  readonly reading: Reading
  /** Every record of the emergency as it stands in the journal, in its order. */
  readonly records: readonly Numbered[]
  /** The same as they were written, wherever that was. */
  readonly read: readonly ReadEntry[]
  /** Those before the newest steps of a transcription: what is listed by them stays the same until something else is written. */
  readonly basis: readonly ReadEntry[]
  /** The same as `read` at this moment: what was saved since the screen was drawn is in it. */
  readonly now: () => readonly ReadEntry[]
  /** What was saved past `save`, many at a time; shown when it is let go. */
  readonly hold: (records: readonly Numbered[]) => void
  readonly release: () => void
  readonly saved: Saved
  /** True when it is saved. */
  readonly save: (draft: Draft) => Promise<boolean>
  /** One after the other; false as soon as one is not saved. */
  readonly saveAll: (drafts: readonly Draft[]) => Promise<boolean>
}

/** Reads the whole journal once, and follows what is written here: while reconciling nobody else writes. */
export function useDeskRecords(): DeskRecords {
  const { bridge } = usePorts()
  const { open, status, standing } = useAtWork()
  const saving = useSaving(open)
  const [reading, setReading] = useState<Reading>({ is: 'reading', done: 0, of: 0 })
  const [both, setBoth] = useState<Both>({ records: [], read: [] })
  const [basis, setBasis] = useState<readonly ReadEntry[]>([])
  const latest = useRef<Both>({ records: [], read: [] })
  const held = useRef<{ readonly record: Numbered; readonly read: ReadEntry }[]>([])
  const keep = (next: Both): void => {
    latest.current = next
    setBoth(next)
  }
  /** With what was known of the clock when each was written: that never changes afterwards. */
  const readNow = (record: Numbered): ReadEntry => readRecord(record, open.ward.view().clock)
  const add = (more: readonly Numbered[]): void => {
    const { records, read } = latest.current
    keep({ records: [...records, ...more], read: [...read, ...more.map(readNow)] })
  }
  useEffect(() => {
    let isGone = false
    void readAll(bridge, status, open.dek, () => isGone, (done, of) => !isGone && setReading({ is: 'reading', done, of })).then(async (whole) => {
      if (isGone) return
      if (!whole.ok) return setReading({ is: 'unreadable' })
      const { entries } = whole.value
      const read: ReadEntry[] = []
      for (const [at, record] of entries.entries()) {
        if (at % readAtOnce === 0) await breathe()
        read.push(readNow(record))
      }
      if (isGone) return
      keep({ records: entries, read })
      setBasis(read)
      setReading({ is: 'read' })
    })
    return () => {
      isGone = true
    }
  }, [bridge, open]) // oxlint-disable-line react-hooks/exhaustive-deps -- read once; what is written here is added by hand
  async function save(draft: Draft): Promise<boolean> {
    const done = await saving.save(draft, standing)
    if (done === null) return false
    add([{ seq: done.seq, entry: done.entry }])
    if (done.entry.kind !== 'record-transcribed' && done.entry.kind !== 'check-signed') setBasis(latest.current.read)
    return true
  }
  async function saveAll(drafts: readonly Draft[]): Promise<boolean> {
    for (const draft of drafts) if (!(await save(draft))) return false
    return true
  }
  return {
    reading, ...both, basis, now: () => latest.current.read, saved: saving.saved, save, saveAll,
    // Read as they come: all at the end would hold the window.
    hold: (records) => void held.current.push(...records.map((record) => ({ record, read: readNow(record) }))),
    release: () => {
      const more = held.current.splice(0).toSorted((one, other) => one.record.seq - other.record.seq)
      keep({ records: [...latest.current.records, ...more.map(({ record }) => record)], read: [...latest.current.read, ...more.map(({ read }) => read)] })
      setBasis(latest.current.read)
    },
  }
}

type Both = Pick<DeskRecords, 'records' | 'read'>

/** Reading one costs some 50 µs, and the window must not wait. */
const readAtOnce = 500
