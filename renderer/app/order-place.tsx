import { useState, type ReactNode } from 'react'
import { EntryId } from '#domain/ids.ts'
import type { Draft } from '#domain/log/entry.ts'
import { carryOut, receiveOrder, stopOrder } from '#domain/order/order-acts.ts'
import { emptyOrder, orderAsks, orderFormOf, type OrderForm } from '#domain/order/order-entry.ts'
import { orderWith, type OrderNow } from '#domain/order/running.ts'
import { correctStart } from '#domain/record/correct-start.ts'
import { tokyoDateOf } from '#domain/time.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'
import type { PatientRow } from '#domain/view/ward.ts'
import { OrderActScreen } from '../features/orders/order-act-screen.tsx'
import { OrderGone } from '../features/orders/order-gone.tsx'
import { OrderFormScreen } from '../features/orders/order-form.tsx'
import { words } from '../features/orders/words.ts'
import { goTo, type OrderAct, type Place } from '../session/session.ts'
import { Banner } from '../ui/banner.tsx'
import { CareSaid } from '../ui/care-said.tsx'
import { ConfirmStep } from '../ui/confirm-step.tsx'
import { useWords } from '../ui/language.tsx'
import { emptyWhen, readWhen } from '../ui/when-text.ts'
import { useHowWritten } from './how-written.tsx'
import { OthersHalves } from './others-halves.tsx'
import { usePorts } from './ports.ts'
import { useCorrection } from './use-correction.ts'
import { useDraft } from './use-draft.ts'
import { useNow } from './use-now.ts'
import { useSaving } from './use-saving.ts'
import { useAtWork } from './ward-context.ts'

/** What is done with orders, one act a visit; every one is read once more before it is recorded. */
export function OrderPlace({ row, person, act, from }: { readonly row: KnownRow; readonly person: WardPerson; readonly act: OrderAct; readonly from: Place }) {
  const now = useNow(15_000)
  const one = act.is === 'write' ? null : orderWith([person.row, ...person.others], act.order, now)
  // Once corrected it is known no more, and the step that corrected it must not go before it has said so.
  const [opened] = useState(one)
  const done = (): void => goTo(from)
  if (act.is === 'write') return <Write row={row} onDone={done} />
  // Its registration: what is said of an order is written where the order is.
  const at = [person.row, ...person.others].find(({ id }) => id === opened?.patient) ?? row
  if (act.is === 'correct') return opened === null ? <OrderGone code="order-gone" onBack={done} /> : <Correct row={at} one={opened} onDone={done} />
  return <Act row={at} act={act} one={one} onDone={done} />
}

function Write({ row, onDone }: { readonly row: KnownRow; readonly onDone: () => void }) {
  const { open, person } = useAtWork()
  const now = useNow(15_000)
  const say = useWords(words)
  const saving = useSaving(open)
  const draft = useDraft<OrderForm>('order', row.id, emptyOrder, saving)
  const how = useHowWritten(['order-given'])
  const [review, setReview] = useState<Draft<'order-given'> | null>(null)
  const desk = { patient: row.id, entry: draft.id, now, by: person, onBehalfOf: how.now.onBehalfOf }
  if (review === null) {
    return <OrderFormScreen form={draft.value} onForm={draft.change} desk={desk} saved={saving.saved} onNext={setReview} onBack={onDone} how={<><OthersHalves of={[draft]} />{how.strip}</>} />
  }
  const asks = orderAsks(draft.value, desk)
  return (
    <ConfirmStep title={say.form.title} row={row} today={tokyoDateOf(now)} saved={saving.saved} onConfirm={async () => draft.save({ kind: 'order-given', body: review.body, at: null }, how.now)} onDone={onDone} onBack={() => setReview(null)}>
      <Review of={review} asks={asks.map((ask) => say.asks[ask])} />
    </ConfirmStep>
  )
}

function Correct({ row, one, onDone }: { readonly row: PatientRow; readonly one: OrderNow; readonly onDone: () => void }) {
  const { hand } = usePorts()
  const { open, person } = useAtWork()
  const now = useNow(15_000)
  const say = useWords(words)
  const saving = useSaving(open)
  const correction = useCorrection(saving)
  const how = useHowWritten(['order-given'])
  const [form, setForm] = useState(() => orderFormOf(one.order.body, now))
  const [reason, setReason] = useState('')
  const [id] = useState(() => EntryId.parse(hand.newId()))
  const [review, setReview] = useState<Draft<'order-given'> | null>(null)
  const desk = { patient: row.id, entry: id, now, by: person, onBehalfOf: how.now.onBehalfOf }
  if (review === null) return <OrderFormScreen form={form} onForm={setForm} desk={desk} reason={{ text: reason, onText: setReason }} saved={saving.saved} onNext={setReview} onBack={onDone} how={how.strip} />
  const target = { entry: { id: one.order.entry, kind: 'order-given', patient: row.id, at: one.order.at }, struck: false } as const
  // Of the moment it is confirmed: the old moment would ask again for what was answered since (ORD-7).
  const confirm = async (): Promise<boolean> => correction.save(() => correctStart(target, { ...review, at: now }, reason, [], correction.idOf), how.now)
  return (
    <ConfirmStep title={say.act.correct} row={row} today={tokyoDateOf(now)} saved={saving.saved} onConfirm={confirm} onDone={onDone} onBack={() => (correction.isWritten() ? onDone() : setReview(null))}>
      <Review of={review} asks={orderAsks(form, desk).map((ask) => say.asks[ask])} />
    </ConfirmStep>
  )
}

function Act({ row, act, one, onDone }: { readonly row: PatientRow; readonly act: Exclude<OrderAct, { readonly is: 'write' | 'correct' }>; readonly one: OrderNow | null; readonly onDone: () => void }) {
  const { hand } = usePorts()
  const { open, standing } = useAtWork()
  const now = useNow(15_000)
  const say = useWords(words)
  const saving = useSaving(open)
  const how = useHowWritten([act.is === 'receive' ? 'order-received' : act.is === 'stop' ? 'order-stopped' : 'order-done'])
  const [text, setText] = useState('')
  const [when, setWhen] = useState(emptyWhen)
  const [id] = useState(() => EntryId.parse(hand.newId()))
  const [isReview, setReview] = useState(act.is === 'receive')
  // What is on its way is not judged again: the board has it before the screen is left.
  const [fixed, setFixed] = useState<Draft<'order-received' | 'order-stopped' | 'order-done'> | null>(null)
  const moment = readWhen(when, now)
  const made = act.is === 'done' ? carryOut(id, one, { due: act.due, note: text, at: moment.ok ? moment.value.at : null }) : act.is === 'receive' ? receiveOrder(id, one) : stopOrder(id, one, text)
  if (!isReview || (fixed === null && !made.ok)) {
    if (act.is === 'receive') return <OrderGone code={one === null ? 'order-gone' : one.received === null ? 'order-ended' : 'already-received'} onBack={onDone} />
    return (
      <OrderActScreen
        act={act.is} one={one} due={act.is === 'done' ? act.due : null} now={now} text={text} onText={setText} when={act.is === 'done' ? { form: when, onForm: setWhen } : null}
        fault={made.ok ? null : made.error} onNext={() => moment.ok && setReview(true)} onBack={onDone} how={how.strip}
      />
    )
  }
  const draft = fixed ?? (made.ok ? made.value : null)
  const confirm = async (): Promise<boolean> => {
    if (draft === null) return false
    setFixed(draft)
    return (await saving.save(draft, { ...standing, onBehalfOf: how.now.onBehalfOf }, how.now.duty)) !== null
  }
  return (
    <ConfirmStep title={say.act[act.is]} row={row} today={tokyoDateOf(now)} saved={saving.saved} onConfirm={confirm} onDone={onDone} onBack={act.is === 'receive' ? onDone : () => setReview(false)}>
      {one !== null && <CareSaid of={{ kind: 'order-given', body: one.order.body }} />}
      {draft !== null && <CareSaid of={draft} />}
    </ConfirmStep>
  )
}

function Review({ of, asks }: { readonly of: Draft<'order-given'>; readonly asks: readonly string[] }): ReactNode {
  const say = useWords(words)
  return (
    <>
      <CareSaid of={of} />
      {asks.length > 0 && <Banner look="warn" isAnnounced={false}>{say.still(asks)}</Banner>}
    </>
  )
}
