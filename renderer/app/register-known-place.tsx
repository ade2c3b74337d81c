import { useMemo, useState } from 'react'
import { identityOf } from '#domain/identity/identity.ts'
import { emptyKnown, type Known, type KnownDesk, type KnownForm } from '#domain/identity/register-known.ts'
import { EntryId, PatientId } from '#domain/ids.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { Naming } from '#domain/patient/naming.ts'
import { likeness } from '#domain/patient/similar.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { RegisterKnown } from '../features/register-known/register-known.tsx'
import { seriesOf } from '../session/open-ward.ts'
import type { ReferenceList } from '../session/reference.ts'
import { goTo, shownNow } from '../session/session.ts'
import { shortMoment } from '../ui/moment.ts'
import { ReferenceAge } from '../ui/reference-age.tsx'
import { newAlias } from './new-alias.ts'
import { usePorts } from './ports.ts'
import { RegisteredStep } from './registered-step.tsx'
import { setNumberAside } from './set-number-aside.ts'
import { useBlanks } from './use-blanks.ts'
import { useNow } from './use-now.ts'
import { useStoppedAt } from './use-stopped-at.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork, useReference, useWardView } from './ward-context.ts'

/** Registration of somebody of the hospital's list, by the row that was chosen in the search. */
export function RegisterKnownPlace({ row }: { readonly row: number }) {
  const { open } = useAtWork()
  const list = useReference(open)
  // A newer list was imported meanwhile: the row may be somebody else's now.
  if (list === null || row >= list.count) return null
  return <OfList key={list.card.set} list={list} patient={list.at(row)} />
}

type Done = { readonly body: BodyOf<'patient-registered'>; readonly savedAt: Instant }

function OfList({ list, patient }: { readonly list: ReferenceList; readonly patient: ReferencePatient }) {
  const { bridge, hand } = usePorts()
  const { open, status, standing } = useAtWork()
  const view = useWardView(open)
  const saving = useSaving(open)
  const now = useNow()
  const stoppedAt = useStoppedAt(status)
  const [ids] = useState(() => ({ entry: EntryId.parse(hand.newId()), patient: PatientId.parse(hand.newId()), claim: EntryId.parse(hand.newId()), allergy: EntryId.parse(hand.newId()) }))
  const [alias] = useState(() => newAlias(view, hand))
  const [form, setForm] = useState(emptyKnown)
  const [done, setDone] = useState<Done | null>(null)
  const rows = useMemo(() => registeredPatients(view), [view])
  const series = seriesOf(status, view)
  const today = tokyoDateOf(shownNow(hand))
  const change = (next: KnownForm): void => {
    setForm(next)
    saving.typed(false)
  }
  const blanks = useBlanks(ids.patient, done === null ? (blank) => change({ ...form, blank }) : null)
  const isNameAlike = useMemo(() => hasNamesake(patient, list, rows.map((one) => identityOf(one).naming)), [patient, list, rows])
  if (series === null) return null
  const back = (): void => goTo({ at: 'find' })
  if (done !== null) {
    return <RegisteredStep patient={ids.patient} body={done.body} today={today} savedAt={done.savedAt} />
  }
  const desk: KnownDesk = { ...ids, alias, series, blanks, today, from: { set: list.card.set, takenAt: list.takenAt }, source: `参照データ ${shortMoment(list.takenAt)}`, isNameAlike, rows }
  const save = async ({ drafts }: Known): Promise<void> => {
    const [registered] = drafts
    if (registered?.kind !== 'patient-registered') return
    if (!(await setNumberAside(bridge, status, registered.body.number))) return
    for (const draft of drafts) if ((await saving.save(draft, standing)) === null) return
    setDone({ body: registered.body, savedAt: shownNow(hand) })
  }
  return (
    <RegisterKnown
      patient={patient}
      age={<ReferenceAge takenAt={list.takenAt} stoppedAt={stoppedAt} now={now} />}
      form={form}
      onForm={change}
      desk={desk}
      saved={saving.saved}
      onSave={(known) => void save(known)}
      onOpenHere={(number) => {
        const here = rows.find(({ registered }) => registered.number === number)
        if (here !== undefined) goTo({ at: 'chart', patient: here.id, via: 'similar' })
      }}
      onBack={back}
    />
  )
}

/** Somebody else, here or in the list, whose name is the same or one sound apart. In the list those are looked at whom the search finds by this name. */
function hasNamesake(patient: ReferencePatient, list: ReferenceList, here: readonly Naming[]): boolean {
  const naming: Naming = { kind: 'known', family: patient.family, given: patient.given, familyKana: patient.familyKana, givenKana: patient.givenKana }
  const isAlike = (other: Naming): boolean => ['same', 'similar'].includes(likeness(naming, other) ?? '')
  if (here.some(isAlike)) return true
  const sought = `${patient.familyKana || patient.family} ${patient.givenKana || patient.given}`.trim()
  return list.find(sought, 50).some((row) => {
    const other = list.at(row)
    return other.hospitalId !== patient.hospitalId && isAlike({ kind: 'known', family: other.family, given: other.given, familyKana: other.familyKana, givenKana: other.givenKana })
  })
}
