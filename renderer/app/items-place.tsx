import { useEffect, useState } from 'react'
import { EntryId } from '#domain/ids.ts'
import { corrected, offsetAt } from '#domain/incident/clock.ts'
import type { Draft, Entry } from '#domain/log/entry.ts'
import { approveProxy } from '#domain/record/proxy.ts'
import { flagOutside, type DutySaid } from '#domain/record/usual-duty.ts'
import { tokyoDateOf } from '#domain/time.ts'
import type { OpenItem } from '#domain/view/open-items.ts'
import { ItemScreen, ItemsScreen, type ShownItem } from '../features/items/items-screen.tsx'
import { readAll } from '../session/read-all.ts'
import { goTo, notice } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { useNow } from './use-now.ts'
import { useAtWork, useWardView } from './ward-context.ts'

const notSaid: DutySaid = { reason: 'later', words: '' }

/** What was done at once because care came first, settled one by one; what an item is about is read, and recorded as read, before it is answered. */
export function ItemsPlace() {
  const { hand } = usePorts()
  const { open, person, standing } = useAtWork()
  const view = useWardView(open)
  const now = useNow(30_000)
  const [chosen, setChosen] = useState<OpenItem | null>(null)
  const [duty, setDuty] = useState(notSaid)
  const [isSaving, setSaving] = useState(false)
  const entry = useEntry(chosen)
  const shown = (item: OpenItem): ShownItem => ({ item, at: corrected(item.at, offsetAt(view.clock, item.seq)), row: item.patient === null ? null : (view.patients.get(item.patient) ?? null) })
  const leave = (): void => {
    setChosen(null)
    setDuty(notSaid)
  }

  async function answer(item: OpenItem): Promise<void> {
    if (item.why === 'uncalled' && item.patient !== null) return goTo({ at: 'chart', patient: item.patient, via: 'link', tab: 'exams' })
    const draft = answerTo(item)
    if (draft === null || isSaving) return
    setSaving(true)
    const saved = await open.ward.commit(draft, standing)
    setSaving(false)
    if (saved.ok) leave()
    else notice('cannot-save')
  }

  function answerTo(item: OpenItem): Draft | null {
    const id = EntryId.parse(hand.newId())
    const about = { id: item.entry, patient: item.patient, onBehalfOf: item.onBehalfOf }
    switch (item.why) {
      case 'proxy': {
        const approval = approveProxy(id, about, person)
        return approval.ok ? approval.value : null
      }
      case 'no-reason': {
        const flag = flagOutside(id, about, duty)
        return flag.ok ? flag.value : null
      }
      case 'alone':
        return { id, kind: 'countersigned', patient: null, at: null, body: { entry: item.entry } }
      case 'uncalled':
        return null // written where the result stands
    }
  }

  if (chosen === null) return <ItemsScreen items={view.items.open.map(shown)} onLook={setChosen} onBack={() => goTo({ at: 'more' })} />
  return (
    <ItemScreen
      shown={shown(chosen)} entry={entry} person={person.staffNumber} today={tokyoDateOf(now)} duty={duty} onDuty={setDuty} isSaving={isSaving}
      onAnswer={() => void answer(chosen)} onBack={leave}
    />
  )
}

/** The record an item is about: of a patient from the chart, whose opening is a trace; of the ward from the journal. */
function useEntry(item: OpenItem | null): Entry | null | undefined {
  const { bridge } = usePorts()
  const { open, status, standing } = useAtWork()
  const [entry, setEntry] = useState<Entry | null | undefined>(undefined)
  useEffect(() => {
    let isGone = false
    setEntry(undefined)
    const find = async (wanted: OpenItem): Promise<Entry | null> => {
      if (wanted.patient !== null) {
        const read = await open.ward.openChart(wanted.patient, standing, 'link')
        return read.ok ? (read.value.chart.rows.find((row) => row.entry.id === wanted.entry)?.entry ?? null) : null
      }
      const read = await readAll(bridge, status, open.dek, () => isGone)
      return read.ok ? (read.value.entries.find((one) => one.entry.id === wanted.entry)?.entry ?? null) : null
    }
    if (item !== null) void find(item).then((found) => !isGone && setEntry(found))
    return () => {
      isGone = true
    }
  }, [open, item]) // oxlint-disable-line react-hooks/exhaustive-deps -- read once for each item
  return entry
}
