import { useEffect, useRef, useState } from 'react'
import type { Draft } from '#domain/log/entry.ts'
import type { Numbered } from '#domain/reconcile/records.ts'
import type { Reading } from '../features/reconcile/desk.tsx'
import { readAll } from '../session/read-all.ts'
import type { Saved } from '../ui/saved-state.tsx'
import { usePorts } from './ports.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

export type DeskRecords = {
  readonly reading: Reading
  /** Every record of the emergency, in the order of the journal. */
  readonly records: readonly Numbered[]
  /** The records as they were before the newest steps of a transcription: what is listed by them stays the same until something else is written. */
  readonly basis: readonly Numbered[]
  /** The same as `records` at this moment: what was saved since the screen was drawn is in it. */
  readonly now: () => readonly Numbered[]
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
  const [records, setRecords] = useState<readonly Numbered[]>([])
  const [basis, setBasis] = useState<readonly Numbered[]>([])
  const latest = useRef<readonly Numbered[]>([])
  const keep = (next: readonly Numbered[]): void => {
    latest.current = next
    setRecords(next)
  }
  useEffect(() => {
    let isGone = false
    void readAll(bridge, status, open.dek, () => isGone, (done, of) => !isGone && setReading({ is: 'reading', done, of })).then((read) => {
      if (isGone) return
      if (!read.ok) return setReading({ is: 'unreadable' })
      keep(read.value.entries)
      setBasis(read.value.entries)
      setReading({ is: 'read' })
    })
    return () => {
      isGone = true
    }
  }, [bridge, open]) // oxlint-disable-line react-hooks/exhaustive-deps -- read once; what is written here is added by hand
  async function save(draft: Draft): Promise<boolean> {
    const done = await saving.save(draft, standing)
    if (done === null) return false
    keep([...latest.current, { seq: done.seq, entry: done.entry }])
    if (done.entry.kind !== 'record-transcribed' && done.entry.kind !== 'check-signed') setBasis(latest.current)
    return true
  }
  async function saveAll(drafts: readonly Draft[]): Promise<boolean> {
    for (const draft of drafts) if (!(await save(draft))) return false
    return true
  }
  return { reading, records, basis, now: () => latest.current, saved: saving.saved, save, saveAll }
}
