import { useEffect, useMemo, useRef, useState } from 'react'
import { EntryId } from '#domain/ids.ts'
import { strikeEntry } from '#domain/record/strike.ts'
import { chronologyOf, type ChronologyRow, type Told } from '#domain/view/chronology.ts'
import { Chronology } from '../features/chronology/chronology.tsx'
import { emptyLine, LineForm, type LineDraft } from '../features/chronology/line-form.tsx'
import { StrikeLine } from '../features/chronology/strike-line.tsx'
import { readAll, type WholeJournal } from '../session/read-all.ts'
import { goTo, notice, shownNow } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { useDraft } from './use-draft.ts'
import { useClockOffset, useNow } from './use-now.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

type Read = { readonly entries: WholeJournal['entries']; readonly told: readonly Told[] }

/** The chronology, read from the journal itself. */
export function ChronologyPlace() {
  const { hand } = usePorts()
  const { open, standing } = useAtWork()
  const view = useWardView(open)
  const now = useNow(15_000)
  const offsetMs = useClockOffset()
  const { read, isUnreadable } = useJournal(view.upToSeq)
  const rows = useMemo(() => (read === null ? null : chronologyOf(read.entries, read.told)), [read])
  const saving = useSaving(open)
  const line = useDraft<LineDraft>('chronology-line', null, emptyLine, saving)
  const strikeSaving = useSaving(open)
  const [striking, setStriking] = useState<ChronologyRow | null>(null)

  async function strike(row: ChronologyRow, reason: string): Promise<void> {
    const target = read?.entries.find(({ entry }) => entry.id === row.entry)
    if (target === undefined) return
    const draft = strikeEntry(EntryId.parse(hand.newId()), { entry: target.entry, struck: row.struck !== null }, reason, shownNow(hand))
    if (!draft.ok) return notice(draft.error.code)
    if ((await strikeSaving.save(draft.value, standing)) !== null) setStriking(null)
  }

  return (
    <>
      <Chronology
        rows={rows}
        isUnreadable={isUnreadable}
        isClockCorrected={offsetMs !== 0}
        form={<LineForm draft={line.value} onDraft={line.change} saved={saving.saved} now={now} onSave={(body, at) => void line.save({ kind: 'chronology-line', body, at })} />}
        onStrike={setStriking}
        onBack={() => goTo({ at: 'home' })}
      />
      {striking !== null && <StrikeLine row={striking} saved={strikeSaving.saved} onStrike={(reason) => void strike(striking, reason)} onCancel={() => setStriking(null)} />}
    </>
  )
}

/** Read once, and then only what came since: the rest of a long night need not be opened for one line more. */
function useJournal(upToSeq: number): { readonly read: Read | null; readonly isUnreadable: boolean } {
  const { bridge } = usePorts()
  const { open, status } = useAtWork()
  const [read, setRead] = useState<Read | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const known = useRef<Read['entries']>([])
  useEffect(() => {
    let isGone = false
    void (async () => {
      const whole = await readAll(bridge, status, open.dek, () => isGone, undefined, known.current.at(-1)?.seq ?? 0)
      const told = await bridge.call('journal:public', { journal: 'incident', before: null, most: 500 })
      if (isGone) return
      setUnreadable(!whole.ok)
      if (!whole.ok) return
      known.current = [...known.current, ...whole.value.entries]
      setRead({ entries: known.current, told: told.ok ? told.value.events : [] })
    })()
    return () => {
      isGone = true
    }
  }, [bridge, open, upToSeq]) // oxlint-disable-line react-hooks/exhaustive-deps -- again with every entry; the status changes every few seconds
  return { read, isUnreadable }
}
