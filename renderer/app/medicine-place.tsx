import { useState, type ReactNode } from 'react'
import type { CareKind } from '#domain/export/care-cells.ts'
import { allergyOfPerson } from '#domain/identity/persons.ts'
import { EntryId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { doseAsks, doseFormAgain, doseFormOf, emptyDose, type DoseForm } from '#domain/medicine/dose-entry.ts'
import { infusionWith } from '#domain/medicine/infusion.ts'
import { emptyInfusion } from '#domain/medicine/infusion-entry.ts'
import { emptyLastDose, lastDoseOf, type LastDoseForm } from '#domain/medicine/last-dose-entry.ts'
import { emptyWithhold } from '#domain/medicine/withhold-entry.ts'
import { orderWith } from '#domain/order/running.ts'
import { correctStart } from '#domain/record/correct-start.ts'
import { tokyoDateOf } from '#domain/time.ts'
import { careFactsOf, withoutCare, type CareFact } from '#domain/view/care.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { DoseGone } from '../features/medicine/dose-gone.tsx'
import { DoseScreen } from '../features/medicine/dose-screen.tsx'
import { EffectScreen } from '../features/medicine/effect-screen.tsx'
import { InfusionScreen } from '../features/medicine/infusion-screen.tsx'
import { LastDoseScreen } from '../features/medicine/last-dose-screen.tsx'
import { WithholdScreen } from '../features/medicine/withhold-screen.tsx'
import { words } from '../features/medicine/words.ts'
import { goTo, type MedicineAct, type Place } from '../session/session.ts'
import { Banner } from '../ui/banner.tsx'
import { CareSaid } from '../ui/care-said.tsx'
import { ConfirmStep } from '../ui/confirm-step.tsx'
import { useWords } from '../ui/language.tsx'
import { emptyWhen, readWhen } from '../ui/when-text.ts'
import { useHowWritten, type HowWritten } from './how-written.tsx'
import { OthersHalves } from './others-halves.tsx'
import { usePorts } from './ports.ts'
import { useCorrection } from './use-correction.ts'
import { useDraft } from './use-draft.ts'
import { useNow } from './use-now.ts'
import { useSaving } from './use-saving.ts'
import { useSecond } from './use-second.ts'
import { useAtWork, useWardView } from './ward-context.ts'
import { WithRecord } from './with-chart.tsx'

type Of = { readonly row: KnownRow; readonly rows: readonly PatientRow[]; readonly onDone: () => void }

/** What is done with medicines, one act a visit; every one is read once more before it is recorded. */
export function MedicinePlace({ row, person, act, from }: { readonly row: KnownRow; readonly person: WardPerson; readonly act: MedicineAct; readonly from: Place }) {
  const rows = [person.row, ...person.others]
  const of = { row, rows, onDone: () => goTo(from) }
  switch (act.is) {
    case 'last-dose':
      return <LastDose {...of} />
    case 'dose':
      // Asked first: no dose is written before (MED-4).
      return lastDoseOf(rows) === null ? <LastDose {...of} onDone={() => undefined} onBack={of.onDone} /> : <Dose {...of} act={act} />
    case 'correct':
      return <WithRecord row={row} person={person} onBack={of.onDone} correcting={act.dose}>{(_, chart) => <CorrectDose {...of} dose={act.dose} chart={chart} />}</WithRecord>
    case 'withhold':
      return <Withhold {...of} act={act} />
    case 'infusion':
      return <Infusion {...of} act={act} />
    case 'effect':
      return <Effect {...of} dose={act.dose} />
  }
}

function LastDose({ row, onDone, onBack = onDone }: Of & { readonly onBack?: () => void }) {
  const { open } = useAtWork()
  const now = useNow(15_000)
  const saving = useSaving(open)
  const draft = useDraft<LastDoseForm>('last-dose', row.id, emptyLastDose, saving)
  const how = useHowWritten(['last-dose-confirmed'])
  const say = useWords(words).lastDose
  const [review, setReview] = useState<Draft<'last-dose-confirmed'> | null>(null)
  if (review === null) return <LastDoseScreen form={draft.value} onForm={draft.change} desk={{ patient: row.id, entry: draft.id, now }} saved={saving.saved} onNext={setReview} onBack={onBack} how={<><OthersHalves of={[draft]} />{how.strip}</>} />
  return (
    <ConfirmStep title={say.ask} row={row} today={tokyoDateOf(now)} saved={saving.saved} onConfirm={async () => draft.save({ kind: 'last-dose-confirmed', body: review.body, at: null }, how.now)} onDone={onDone} onBack={() => setReview(null)}>
      <CareSaid of={review} />
    </ConfirmStep>
  )
}

function Dose({ row, rows, act, onDone }: Of & { readonly act: Extract<MedicineAct, { is: 'dose' }> }) {
  const { open, person } = useAtWork()
  const view = useWardView(open)
  const now = useNow(15_000)
  const saving = useSaving(open)
  const one = act.order === null ? null : orderWith(rows, act.order, now)
  const at = rows.find(({ id }) => id === one?.patient) ?? row
  // One half-written dose for each time of each order: what was typed for one must never stand in the form of another.
  const draft = useDraft<DoseForm>(act.order === null ? 'dose' : `dose ${act.order} ${act.due ?? ''}`, at.id, one === null ? emptyDose : doseFormOf(one), saving)
  const how = useHowWritten(['medicine-given'])
  const second = useSecond()
  const say = useWords(words)
  const [when, setWhen] = useState(emptyWhen)
  const [review, setReview] = useState<{ readonly draft: Draft<'medicine-given'>; readonly asks: readonly string[] } | null>(null)
  const moment = readWhen(when, now)
  const desk = { rows, patient: row.id, entry: draft.id, at: moment.ok ? moment.value.at : null, by: person, onBehalfOf: how.now.onBehalfOf, second: second.person, order: act.order === null ? null : { one, due: act.due }, ledger: view.controlled.lines }
  if (review === null) {
    return (
      <DoseScreen
        form={draft.value} onForm={draft.change} desk={desk} allergy={allergyOfPerson(rows)} now={now} when={{ form: when, onForm: setWhen, isRead: moment.ok }} second={{ typed: second.typed, onTyped: second.setTyped }} saved={saving.saved}
        onNext={(made) => setReview({ draft: made, asks: doseAsks(draft.value, one).map((ask) => say.asks[ask]) })} onBack={onDone} how={<><OthersHalves of={[draft]} />{how.strip}</>}
      />
    )
  }
  const { body, at: given } = review.draft
  return (
    <ConfirmStep title={say.dose.title} row={at} today={tokyoDateOf(now)} saved={saving.saved} onConfirm={async () => draft.save({ kind: 'medicine-given', body, at: given }, how.now)} onDone={onDone} onBack={() => setReview(null)}>
      <CareSaid of={review.draft} />
      {review.asks.length > 0 && <Banner look="warn" isAnnounced={false}>{say.still(review.asks)}</Banner>}
    </ConfirmStep>
  )
}

function CorrectDose({ row, rows, dose: id, chart, onDone }: Of & { readonly dose: EntryId; readonly chart: readonly ChartRow[] }) {
  // Corrected, it is gone from the board before this step has said so.
  const [found] = useState(() => rows.flatMap((one) => careFactsOf(one.care, 'medicine-given').filter(({ entry }) => entry === id).map((dose) => ({ dose, at: one })))[0] ?? null)
  return found === null ? <DoseGone onBack={onDone} /> : <CorrectFound row={row} rows={rows} chart={chart} {...found} onDone={onDone} />
}

function CorrectFound({ row, rows: all, chart, dose, at, onDone }: Of & { /** All that was written of the dose since goes over to its new version. */ readonly chart: readonly ChartRow[]; readonly dose: CareFact<'medicine-given'>; readonly at: PatientRow }) {
  const { hand } = usePorts()
  const { open, person } = useAtWork()
  const view = useWardView(open)
  const now = useNow(15_000)
  const saving = useSaving(open)
  const correction = useCorrection(saving)
  const how = useHowWritten(['medicine-given'])
  const second = useSecond()
  const say = useWords(words)
  const [form, setForm] = useState(() => doseFormAgain(dose.body))
  const [when, setWhen] = useState(emptyWhen)
  const [reason, setReason] = useState('')
  const [entry] = useState(() => EntryId.parse(hand.newId()))
  const [review, setReview] = useState<Draft<'medicine-given'> | null>(null)
  const moment = readWhen(when, now)
  // As if the old version had not been written: it neither answers its time nor takes from the book.
  const rows = all.map((one) => ({ ...one, care: withoutCare(one.care, dose.entry) }))
  const { asked } = dose.body
  const order = 'order' in asked ? { one: orderWith(rows, asked.order, now), due: asked.due } : null
  const desk = { rows, patient: at.id, entry, at: (moment.ok ? moment.value.at : null) ?? dose.at, by: person, onBehalfOf: how.now.onBehalfOf, second: second.person, order, ledger: view.controlled.lines.filter((line) => line.entry !== dose.entry) }
  if (review === null) {
    return (
      <DoseScreen
        form={form} onForm={setForm} desk={desk} allergy={allergyOfPerson(all)} now={now} when={{ form: when, onForm: setWhen, isRead: moment.ok }} second={{ typed: second.typed, onTyped: second.setTyped }} reason={{ text: reason, onText: setReason }} saved={saving.saved}
        onNext={setReview} onBack={onDone} how={how.strip}
      />
    )
  }
  const target = { entry: { id: dose.entry, kind: 'medicine-given', patient: at.id, at: dose.at }, struck: false } as const
  const confirm = async (): Promise<boolean> => correction.save(() => correctStart(target, review, reason, chart, correction.idOf), how.now)
  return <Confirm title={say.dose.correctTitle} row={row} of={review} saved={saving.saved} onConfirm={confirm} onDone={onDone} onBack={() => (correction.isWritten() ? onDone() : setReview(null))} />
}

function Withhold({ row, rows, act, onDone }: Of & { readonly act: Extract<MedicineAct, { is: 'withhold' }> }) {
  const { hand } = usePorts()
  const now = useNow(15_000)
  const { saving, how, save } = useOneRecord(['medicine-withheld'])
  const say = useWords(words)
  const [form, setForm] = useState(emptyWithhold)
  const [when, setWhen] = useState(emptyWhen)
  const [entry] = useState(() => EntryId.parse(hand.newId()))
  const [review, setReview] = useState<Draft<'medicine-withheld'> | null>(null)
  const one = orderWith(rows, act.order, now)
  const moment = readWhen(when, now)
  if (review === null) return <WithholdScreen form={form} onForm={setForm} desk={{ entry, one, due: act.due, at: moment.ok ? moment.value.at : null }} when={{ form: when, onForm: setWhen, isRead: moment.ok }} now={now} onNext={setReview} onBack={onDone} how={how.strip} />
  return (
    <Confirm title={say.withheld.title} row={row} of={review} saved={saving.saved} onConfirm={async () => save(review)} onDone={onDone} onBack={() => setReview(null)}>
      {one !== null && <CareSaid of={{ kind: 'order-given', body: one.order.body }} />}
    </Confirm>
  )
}

function Infusion({ row, rows, act, onDone }: Of & { readonly act: Extract<MedicineAct, { is: 'infusion' }> }) {
  const { hand } = usePorts()
  const { person } = useAtWork()
  const now = useNow(15_000)
  const { saving, how, save } = useOneRecord(['infusion-changed'])
  const second = useSecond()
  const say = useWords(words)
  const infusion = infusionWith(rows, act.infusion, now)
  const [form, setForm] = useState({ ...emptyInfusion, change: act.change, rateUnit: infusion?.rate.unit ?? null })
  const [when, setWhen] = useState(emptyWhen)
  const [entry] = useState(() => EntryId.parse(hand.newId()))
  const [review, setReview] = useState<Draft<'infusion-changed'> | null>(null)
  const moment = readWhen(when, now)
  if (review === null) {
    return (
      <InfusionScreen
        form={form} onForm={setForm} desk={{ infusion, entry, at: moment.ok ? moment.value.at : null, by: person, onBehalfOf: how.now.onBehalfOf, second: second.person }} now={now}
        when={{ form: when, onForm: setWhen, isRead: moment.ok }} second={{ typed: second.typed, onTyped: second.setTyped }} onNext={setReview} onBack={onDone} how={how.strip}
      />
    )
  }
  return (
    <Confirm title={say.infusion.title} row={row} of={review} saved={saving.saved} onConfirm={async () => save(review)} onDone={onDone} onBack={() => setReview(null)}>
      {infusion !== null && <CareSaid of={{ kind: 'medicine-given', body: infusion.start.body }} />}
    </Confirm>
  )
}

function Effect({ row, rows, dose: id, onDone }: Of & { readonly dose: EntryId }) {
  const { hand } = usePorts()
  const now = useNow(15_000)
  const { saving, how, save } = useOneRecord(['effect-seen'])
  const say = useWords(words)
  const [effect, setEffect] = useState('')
  const [when, setWhen] = useState(emptyWhen)
  const [entry] = useState(() => EntryId.parse(hand.newId()))
  const [review, setReview] = useState<Draft<'effect-seen'> | null>(null)
  const at = rows.find(({ care }) => care.some((fact) => fact.entry === id)) ?? row
  const dose = careFactsOf(at.care, 'medicine-given').find((fact) => fact.entry === id) ?? null
  const moment = readWhen(when, now)
  if (review === null) {
    return (
      <EffectScreen
        effect={effect} onEffect={setEffect} desk={{ entry, dose, patient: at.id, at: moment.ok ? moment.value.at : null }} when={{ form: when, onForm: setWhen, isRead: moment.ok }} now={now}
        onNext={setReview} onBack={onDone} how={how.strip}
      />
    )
  }
  return (
    <Confirm title={say.effectScreen.title} row={at} of={review} saved={saving.saved} onConfirm={async () => save(review)} onDone={onDone} onBack={() => setReview(null)}>
      {dose !== null && <CareSaid of={{ kind: 'medicine-given', body: dose.body }} />}
    </Confirm>
  )
}

/** A small form without a draft: one record, saved for whom and why it was said. */
function useOneRecord(kinds: Parameters<typeof useHowWritten>[0]): { readonly saving: ReturnType<typeof useSaving>; readonly how: { readonly now: HowWritten; readonly strip: ReactNode }; readonly save: (draft: Draft) => Promise<boolean> } {
  const { open, standing } = useAtWork()
  const saving = useSaving(open)
  const how = useHowWritten(kinds)
  return { saving, how, save: async (draft) => (await saving.save(draft, { ...standing, onBehalfOf: how.now.onBehalfOf }, how.now.duty)) !== null }
}

function Confirm({ title, row, of, saved, onConfirm, onDone, onBack, children = null }: {
  readonly title: string
  readonly row: PatientRow
  readonly of: Extract<Draft, { kind: CareKind }>
  readonly saved: ReturnType<typeof useSaving>['saved']
  readonly onConfirm: () => Promise<boolean>
  readonly onDone: () => void
  readonly onBack: () => void
  readonly children?: ReactNode
}) {
  const now = useNow(15_000)
  return (
    <ConfirmStep title={title} row={row} today={tokyoDateOf(now)} saved={saved} onConfirm={onConfirm} onDone={onDone} onBack={onBack}>
      {children}
      <CareSaid of={of} />
    </ConfirmStep>
  )
}
