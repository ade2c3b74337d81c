import { useState } from 'react'
import { EntryId, PatientId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { NewbornForm } from '#domain/patient/newborn.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { bedOf } from '#domain/view/ward.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import { NewbornScreen } from '../features/newborn/newborn-screen.tsx'
import { seriesOf } from '../session/open-ward.ts'
import { goTo, shownNow } from '../session/session.ts'
import { newAlias } from './new-alias.ts'
import { usePorts } from './ports.ts'
import { RegisteredStep } from './registered-step.tsx'
import { setNumberAside } from './set-number-aside.ts'
import { useBlanks } from './use-blanks.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** A child of the patient whose chart was open; it lies where its mother lies until somebody says otherwise. */
export function NewbornPlace({ mother }: { readonly mother: KnownRow }) {
  const { bridge, hand } = usePorts()
  const { open, status, standing } = useAtWork()
  const view = useWardView(open)
  const saving = useSaving(open)
  const [ids] = useState(() => ({ entry: EntryId.parse(hand.newId()), patient: PatientId.parse(hand.newId()) }))
  const [alias] = useState(() => newAlias(view, hand))
  const [form, setForm] = useState<NewbornForm>({ sex: null, birthText: '', order: '', bed: bedOf(mother) ?? '', blank: '' })
  const [done, setDone] = useState<{ readonly body: BodyOf<'patient-registered'>; readonly savedAt: Instant } | null>(null)
  const series = seriesOf(status, view)
  const today = tokyoDateOf(shownNow(hand))
  const change = (next: NewbornForm): void => {
    setForm(next)
    saving.typed(false)
  }
  const blanks = useBlanks(ids.patient, done === null ? (blank) => change({ ...form, blank }) : null)
  if (series === null) return null
  const back = (): void => goTo({ at: 'chart', patient: mother.id, via: 'link' })
  if (done !== null) {
    return <RegisteredStep patient={ids.patient} body={done.body} today={today} savedAt={done.savedAt} />
  }
  const save = async (draft: Draft<'patient-registered'>): Promise<void> => {
    if (!(await setNumberAside(bridge, status, draft.body.number))) return
    if ((await saving.save(draft, standing)) === null) return
    setDone({ body: draft.body, savedAt: shownNow(hand) })
    goTo({ at: 'newborn', patient: mother.id, child: ids.patient })
  }
  return (
    <NewbornScreen
      mother={mother}
      form={form}
      onForm={change}
      desk={{ ...ids, alias, series, blanks, today }}
      saved={saving.saved}
      onSave={(draft) => void save(draft)}
      onBack={back}
    />
  )
}
