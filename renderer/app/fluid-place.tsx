import { useState } from 'react'
import { emptyFluid, fluidFormOf } from '#domain/fluid/fluid-entry.ts'
import type { EntryId } from '#domain/ids.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { FluidScreen } from '../features/fluids/fluid-form.tsx'
import { goTo } from '../session/session.ts'
import { careDraft } from '../ui/care-draft.ts'
import { useHowWritten } from './how-written.tsx'
import { useCareForm, useCareFormProps } from './use-care-form.tsx'
import { bodyOf, WithRecord } from './with-chart.tsx'

/** What went in or came out, said right; new amounts are written beside the sums. */
export function FluidPlace({ row, person, correcting }: { readonly row: PatientRow; readonly person: WardPerson; readonly correcting: EntryId }) {
  const onBack = (): void => goTo({ at: 'chart', patient: row.id, via: 'link', tab: 'fluids' })
  return (
    <WithRecord row={row} person={person} onBack={onBack} correcting={correcting}>
      {(target) => <Correct row={row} person={person} target={target} onBack={onBack} />}
    </WithRecord>
  )
}

function Correct(desk: { readonly row: PatientRow; readonly person: WardPerson; readonly target: ChartRow | null; readonly onBack: () => void }) {
  const { row, person, target, onBack } = desk
  const body = bodyOf(target, 'fluid-measured')
  const [empty] = useState(() => careDraft(body === null ? emptyFluid : fluidFormOf(body)))
  const here = useCareForm('fluid', useHowWritten(['fluid-measured']), person, row.id, empty, target)
  return <FluidScreen of={useCareFormProps(desk, here)} desk={{ patient: here.patient, entry: here.kept.id }} onSave={(draft) => void here.record(draft).then((isSaved) => isSaved && onBack())} />
}
