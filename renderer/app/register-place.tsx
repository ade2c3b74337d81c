import { useMemo, useState } from 'react'
import { EntryId, PatientId } from '#domain/ids.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import { emptyForm, type Registration, type RegistrationDesk, type RegistrationForm } from '#domain/patient/register.ts'
import { isUsual, type DutySaid } from '#domain/record/usual-duty.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { aliasesTaken, freeBeds } from '#domain/view/ward-lists.ts'
import { Register } from '../features/register/register.tsx'
import { seriesOf } from '../session/open-ward.ts'
import { keepPhotos, takenPhoto, type TakenPhoto } from '../session/photos.ts'
import { goTo, notice, shownNow } from '../session/session.ts'
import { usePorts } from './ports.ts'
import { RegisteredStep } from './registered-step.tsx'
import { setNumberAside } from './set-number-aside.ts'
import { newAlias } from './new-alias.ts'
import { useBlanks } from './use-blanks.ts'
import { useSaving } from './use-saving.ts'
import { DutyAsk } from '../ui/duty-ask.tsx'
import { TakePhoto } from '../ui/take-photo.tsx'
import { deskKey, othersAt, type Half } from './desk.ts'
import { OthersHalves } from './others-halves.tsx'
import { useTakeOver } from './use-take-over.ts'
import { useAtWork, useWardView } from './ward-context.ts'

type Ids = { readonly entry: EntryId; readonly patient: PatientId }
type Done = { readonly body: BodyOf<'patient-registered'>; readonly patient: PatientId; readonly savedAt: Instant }

/** Registration: ids and alias are fixed when the form opens, so that saving twice registers once. */
export function RegisterPlace({ bed }: { readonly bed: string | null }) {
  const { bridge, hand } = usePorts()
  const { open, status, person, standing, desk: halves } = useAtWork()
  const view = useWardView(open)
  const saving = useSaving(open)
  const key = deskKey('register', null, person.staffNumber)
  const kept = halves.get(key)
  const [ids, setIds] = useState<Ids>(() => ({ entry: kept?.id ?? EntryId.parse(hand.newId()), patient: kept?.patient ?? PatientId.parse(hand.newId()) }))
  const [form, setForm] = useState<RegistrationForm>(() => (isForm(kept?.values) ? kept.values : { ...emptyForm, bed: bed ?? '' }))
  const [alias, setAlias] = useState(() => newAlias(view, hand))
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>([])
  const [isCamera, setCamera] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const [duty, setDuty] = useState<DutySaid>({ reason: 'later', words: '' })
  const takeOver = useTakeOver()
  const patients = useMemo(() => [...view.patients.values()], [view])
  const series = seriesOf(status, view)
  const today = tokyoDateOf(shownNow(hand))

  const change = (next: RegistrationForm): void => {
    setForm(next)
    saving.typed()
    halves.set(key, { id: ids.entry, form: 'register', patient: ids.patient, by: person.staffNumber, values: next, keptAt: hand.now() })
    open.ward.drafts.type({ id: ids.entry, form: 'register', patient: ids.patient, by: person.staffNumber, values: next })
  }
  const blanks = useBlanks(ids.patient, done === null ? (blank) => change({ ...form, blank }) : null)

  if (series === null) return null
  const desk: RegistrationDesk = { ...ids, alias, aliasesGiven: aliasesTaken(view).everGiven, series, blanks, today, at: null }

  const isBlank = JSON.stringify(form) === JSON.stringify({ ...emptyForm, bed: form.bed })
  const take = async (half: Half): Promise<void> => {
    const mine = await takeOver(half)
    if (mine === null || mine.patient === null || !isForm(mine.values)) return
    setIds({ entry: mine.id, patient: mine.patient })
    setForm(mine.values)
    saving.typed()
  }
  const save = async ({ draft }: Registration): Promise<void> => {
    if (!(await setNumberAside(bridge, status, draft.body.number))) return
    const saved = await saving.save(draft, standing, duty)
    if (saved === null) return
    const kept = await keepPhotos(bridge, open.keys, photos, ids.patient, async (photo) => (await saving.save(photo, standing)) !== null)
    if (kept === 'stopped') return
    if (kept === 'some-not-kept') notice('photo-not-kept')
    setPhotos([])
    halves.delete(key)
    setDone({ body: draft.body, patient: ids.patient, savedAt: shownNow(hand) })
  }
  const next = (): void => {
    setIds({ entry: EntryId.parse(hand.newId()), patient: PatientId.parse(hand.newId()) })
    setForm(emptyForm)
    setPhotos([])
    setAlias(newAlias(open.ward.view(), hand))
    setDone(null)
    saving.clear()
  }
  if (done !== null) {
    return <RegisteredStep patient={done.patient} body={done.body} today={today} savedAt={done.savedAt} onNext={next} />
  }
  return (
    <Register
      form={form}
      onForm={change}
      desk={desk}
      patients={patients}
      freeBeds={freeBeds(view, status.card.profile.beds)}
      saved={saving.saved}
      onSave={(registration) => void save(registration)}
      onOtherAlias={() => setAlias(newAlias(view, hand))}
      onOpenChart={(patient) => goTo({ at: 'chart', patient, via: 'similar' })}
      onBack={() => goTo({ at: 'home' })}
      onMass={() => goTo({ at: 'mass-intake' })}
      photos={photos.length}
      onPhoto={() => setCamera(true)}
      dialog={isCamera ? <TakePhoto onPhoto={(jpeg) => {
        setPhotos((before) => [...before, takenPhoto(hand, 'face', jpeg)])
        setCamera(false)
      }} onCancel={() => setCamera(false)} /> : null}
      how={<>
        <OthersHalves of={[{ others: othersAt(halves, 'register', null, person.staffNumber), takeOver: isBlank ? (half) => void take(half) : null }]} />
        {!isUsual(person.profession, 'patient-registered') && <DutyAsk profession={person.profession} said={duty} onSaid={setDuty} />}
      </>}
    />
  )
}

/** A kept draft is what this very form wrote; one of an older form is not put back. */
function isForm(values: unknown): values is RegistrationForm {
  return typeof values === 'object' && values !== null && Object.keys(emptyForm).every((key) => key in values)
}
