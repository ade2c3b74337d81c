import { useState } from 'react'
import { EntryId } from '#domain/ids.ts'
import { emptyStay, type StayDraft } from '#domain/record/stay-entry.ts'
import { freeBeds } from '#domain/view/ward-lists.ts'
import { personOf, personWith } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { StayDialog } from '../features/chart/stay-dialog.tsx'
import { emptyWhen } from '../ui/when-text.ts'
import type { HowWritten } from './how-written.tsx'
import { usePorts } from './ports.ts'
import { useNow } from './use-now.ts'
import { usePeople } from './use-people.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** 「入退院・移動」 of the open chart. An admission is two entries; saved again after a failure, each is recorded once. */
export function StayAct({ row, how, onDone }: { readonly row: PatientRow; readonly how: HowWritten; readonly onDone: () => void }) {
  const { hand } = usePorts()
  const { open, status, standing } = useAtWork()
  const view = useWardView(open)
  const people = usePeople(view)
  const now = useNow(15_000)
  const saving = useSaving(open)
  const [form, setForm] = useState(emptyStay)
  const [when, setWhen] = useState(emptyWhen)
  const [ids] = useState(() => ({ stay: EntryId.parse(hand.newId()), move: EntryId.parse(hand.newId()) }))
  const save = async (drafts: readonly StayDraft[]): Promise<void> => {
    for (const draft of drafts) if ((await saving.save(draft, { ...standing, onBehalfOf: how.onBehalfOf }, how.duty)) === null) return
    onDone()
  }
  return (
    <StayDialog
      desk={{ patient: row.id, person: personWith(people, row.id) ?? personOf(row), ids }}
      here={people.here} freeBeds={freeBeds(view, status.card.profile.beds)} now={now}
      form={form}
      onForm={(next) => {
        setForm(next)
        saving.typed(false)
      }}
      when={when} onWhen={setWhen} saved={saving.saved} onSave={(drafts) => void save(drafts)} onCancel={onDone}
    />
  )
}
