import { useState } from 'react'
import type { CareKind } from '#domain/export/care-cells.ts'
import type { Draft, Entry } from '#domain/log/entry.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { bloodTypeFormOf, emptyBloodType } from '#domain/transfusion/blood-type-entry.ts'
import { bloodTypeNow } from '#domain/transfusion/blood-type.ts'
import { emptyEnd, emptyWatch, endFormOf, watchFormOf, type WatchForm } from '#domain/transfusion/follow-entry.ts'
import { bagsOf, bagsWithLot, type Bag } from '#domain/transfusion/running.ts'
import { emptyTransfusion, transfusionFormOf, type TransfusionAsk } from '#domain/transfusion/start-entry.ts'
import { bagTasks } from '#domain/transfusion/tasks.ts'
import { careFactsOf } from '#domain/view/care.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { BloodTypeScreen } from '../features/transfusion/blood-type-form.tsx'
import { EndScreen, WatchScreen } from '../features/transfusion/follow-forms.tsx'
import { StartForm } from '../features/transfusion/start-form.tsx'
import { StartReview } from '../features/transfusion/start-review.tsx'
import { TypesShown } from '../features/transfusion/types-shown.tsx'
import { words } from '../features/transfusion/words.ts'
import { goTo, type Place } from '../session/session.ts'
import { careDraft } from '../ui/care-draft.ts'
import { CareSaid } from '../ui/care-said.tsx'
import { ConfirmStep } from '../ui/confirm-step.tsx'
import { useWords } from '../ui/language.tsx'
import { useHowWritten } from './how-written.tsx'
import { useCareForm, useCareFormProps } from './use-care-form.tsx'
import { useKnownPerson } from './use-known-person.ts'
import { useNow } from './use-now.ts'
import { useAtWork, useWardView } from './ward-context.ts'
import { bodyOf, NoRecord, WithRecord } from './with-chart.tsx'

type At = Extract<Place, { readonly at: 'transfusion' }>
type Desk = { readonly row: PatientRow; readonly person: WardPerson; readonly place: At; readonly onBack: () => void; readonly target: ChartRow | null; readonly rows: readonly ChartRow[] }

/** A record of blood, new or in the place of one that was wrong. */
export function TransfusionPlace({ row, person, place }: { readonly row: PatientRow; readonly person: WardPerson; readonly place: At }) {
  const onBack = (): void => goTo({ at: 'chart', patient: row.id, via: 'link', tab: 'blood' })
  return (
    <WithRecord row={row} person={person} onBack={onBack} correcting={place.correcting}>
      {(target, rows) => <Act row={row} person={person} place={place} onBack={onBack} target={target} rows={rows} />}
    </WithRecord>
  )
}

function Act(desk: Desk) {
  switch (desk.place.act) {
    case 'blood-type':
      return <TypePlace {...desk} />
    case 'start':
      return <StartPlace {...desk} />
    case 'watch':
    case 'end':
      return <FollowPlace {...desk} />
  }
}

const membersOf = ({ row, others }: WardPerson): readonly PatientRow[] => [row, ...others]

function TypePlace(desk: Desk) {
  const { row, person, onBack, target } = desk
  const body = bodyOf(target, 'blood-type-stated')
  const [empty] = useState(() => careDraft(body === null ? emptyBloodType : bloodTypeFormOf(body)))
  const here = useCareForm('blood-type', useHowWritten(['blood-type-stated']), person, row.id, empty, target)
  const others = membersOf(person).map((member) => ({ ...member, facts: member.facts.filter(({ entry }) => entry !== target?.entry.id) }))
  return (
    <BloodTypeScreen
      of={useCareFormProps(desk, here)} desk={{ patient: here.patient, entry: here.kept.id, now: bloodTypeNow(others) }}
      onSave={(draft) => void here.record(draft).then((isSaved) => isSaved && onBack())}
    />
  )
}

function StartPlace(desk: Desk) {
  const { row, person, place, onBack, target, rows } = desk
  const { open, person: me } = useAtWork()
  const view = useWardView(open)
  const say = useWords(words)
  const body = bodyOf(target, 'transfusion-started')
  const order = body === null ? place.of : body.order
  const [empty] = useState(() => careDraft(body === null ? emptyTransfusion : transfusionFormOf(body)))
  const here = useCareForm('transfusion', useHowWritten(['transfusion-started']), person, row.id, empty, target)
  const of = useCareFormProps(desk, here)
  const { form } = here.kept.value
  const second = useKnownPerson(form.second)
  const [reviewed, setReviewed] = useState<{ readonly draft: Draft<'transfusion-started'>; readonly asks: readonly TransfusionAsk[] } | null>(null)
  const bloodType = bloodTypeNow(membersOf(person))
  const ordered = careFactsOf(membersOf(person).flatMap(({ care }) => care), 'order-given').find(({ entry }) => entry === order)?.body.text ?? null

  if (reviewed !== null) {
    const { draft, asks } = reviewed
    return (
      <ConfirmStep
        title={say.start.review} row={row} today={tokyoDateOf(of.now)} saved={here.saving.saved} onConfirm={async () => here.record(draft, rows)} onDone={onBack} onBack={() => setReviewed(null)}
        beside={<TypesShown isBeside product={draft.body.product} patient={bloodType} bag={draft.body.bagType} />}
      >
        <StartReview draft={draft} asks={asks} />
      </ConfirmStep>
    )
  }
  return (
    <StartForm
      of={of} secondName={second?.name ?? null} order={ordered} onReview={setReviewed}
      desk={{ patient: here.patient, entry: here.kept.id, order, bloodType, first: here.how.now.onBehalfOf === null ? [me] : [me, here.how.now.onBehalfOf], second, isLotHere: bagsWithLot(view, form.lot, target?.entry.id ?? null).length > 0 }}
    />
  )
}

/** The bag of a look or an end, as it is without the record that is corrected. */
function FollowPlace(desk: Desk) {
  const { person, place, target, onBack } = desk
  const bag = bagsOf(membersOf(person), target?.entry.id ?? null).find(({ start }) => start.entry === place.of) ?? null
  // What was there when the form was opened: its own record must not take the form away.
  const [first] = useState(bag)
  if (first === null) return <NoRecord onBack={onBack} />
  return place.act === 'end' ? <EndPlace {...desk} bag={bag ?? first} /> : <WatchPlace {...desk} bag={bag ?? first} />
}

function WatchPlace({ bag, ...desk }: Desk & { readonly bag: Bag }) {
  const { row, person, onBack, target } = desk
  const body = bodyOf(target, 'transfusion-watched')
  const now = useNow(15_000)
  const [empty] = useState(() => careDraft<WatchForm>(body === null ? { ...emptyWatch, minutes: owedNow(person, bag, now) } : watchFormOf(body)))
  const here = useCareForm(`transfusion-watch-${bag.start.entry}`, useHowWritten(['transfusion-watched']), person, row.id, empty, target)
  return <WatchScreen of={useCareFormProps(desk, here)} desk={{ bag, entry: here.kept.id }} onSave={(draft) => void here.record(draft).then((isSaved) => isSaved && onBack())} />
}

/** The look whose time has come; null: none has. The machine knows the clock, and nothing of the patient. */
function owedNow(person: WardPerson, bag: Bag, now: Parameters<typeof bagTasks>[1]): WatchForm['minutes'] {
  const owed = bagTasks(membersOf(person), now).filter((task) => task.bag.start.entry === bag.start.entry && task.state !== 'coming').at(-1)
  return owed === undefined ? null : owed.minutes === 5 ? '5' : '15'
}

function EndPlace({ bag, ...desk }: Desk & { readonly bag: Bag }) {
  const { row, person, onBack, target } = desk
  const say = useWords(words)
  const body = bodyOf(target, 'transfusion-ended')
  const [empty] = useState(() => careDraft(body === null ? emptyEnd : endFormOf(body)))
  const here = useCareForm(`transfusion-end-${bag.start.entry}`, useHowWritten(['transfusion-ended']), person, row.id, empty, target)
  const of = useCareFormProps(desk, here)
  const [reviewed, setReviewed] = useState<Draft<'transfusion-ended'> | null>(null)
  if (reviewed !== null) {
    const { product, bagType } = bag.start.body
    return (
      <ConfirmStep
        title={say.end.title} row={row} today={tokyoDateOf(of.now)} saved={here.saving.saved} onConfirm={async () => here.record(reviewed)} onDone={onBack} onBack={() => setReviewed(null)}
        beside={<TypesShown isBeside product={product} patient={bloodTypeNow(membersOf(person))} bag={bagType} />}
      >
        <CareSaid of={reviewed satisfies Pick<Entry<CareKind>, 'kind' | 'body'>} />
      </ConfirmStep>
    )
  }
  return <EndScreen of={of} desk={{ bag, entry: here.kept.id }} onReview={setReviewed} />
}

