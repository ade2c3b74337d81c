import { useState } from 'react'
import type { Entry } from '#domain/log/entry.ts'
import { emptyControlled, type ControlledForm } from '#domain/medicine/controlled-entry.ts'
import { doseFormOf, emptyDose, type DoseForm } from '#domain/medicine/dose-entry.ts'
import { dosesSince } from '#domain/medicine/effect-entry.ts'
import { infusionsOf } from '#domain/medicine/infusion.ts'
import { emptyInfusion, type InfusionForm } from '#domain/medicine/infusion-entry.ts'
import { emptyLastDose, lastDoseOf, type LastDoseForm } from '#domain/medicine/last-dose-entry.ts'
import { emptyWithhold } from '#domain/medicine/withhold-entry.ts'
import { SixRight } from '#domain/medicine/medicine.ts'
import { emptyOrder, type OrderForm } from '#domain/order/order-entry.ts'
import type { Order } from '#domain/order/order.ts'
import { duesOf, wardDues } from '#domain/view/due.ts'
import { ordersOf, orderWith, tasksOf } from '#domain/order/running.ts'
import { StaffNumber } from '#domain/ids.ts'
import { chartOf } from '#domain/view/chart.ts'
import { personOf } from '#domain/view/ward-people.ts'
import { allergyOf, wardOf } from '#domain/view/ward.ts'
import { ChartScreen } from '#renderer/features/chart/chart-screen.tsx'
import { emptyNoteDraft, emptyVitalDraft } from '#renderer/features/chart/drafts.ts'
import { PatientBanner } from '#renderer/features/chart/patient-banner.tsx'
import { ControlledScreen } from '#renderer/features/medicine/controlled-screen.tsx'
import { DoseScreen } from '#renderer/features/medicine/dose-screen.tsx'
import { InfusionScreen } from '#renderer/features/medicine/infusion-screen.tsx'
import { EffectScreen } from '#renderer/features/medicine/effect-screen.tsx'
import { LastDoseScreen } from '#renderer/features/medicine/last-dose-screen.tsx'
import { MedicineTab } from '#renderer/features/medicine/medicine-tab.tsx'
import { WithholdScreen } from '#renderer/features/medicine/withhold-screen.tsx'
import { OrderActScreen } from '#renderer/features/orders/order-act-screen.tsx'
import { OrderFormScreen } from '#renderer/features/orders/order-form.tsx'
import { OrderGone } from '#renderer/features/orders/order-gone.tsx'
import { OrdersTab } from '#renderer/features/orders/orders-tab.tsx'
import { DuePanel } from '#renderer/features/round/due-panel.tsx'
import { RoundScreen } from '#renderer/features/round/round-screen.tsx'
import { CareSaid } from '#renderer/ui/care-said.tsx'
import { ConfirmStep } from '#renderer/ui/confirm-step.tsx'
import { emptyWhen } from '#renderer/ui/when-text.ts'
import { aDoctor, aNurse, anEntry, entryId, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, now, nurses, rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const doctor = aDoctor({ name: '髙橋 健' })
const other = aNurse({ staffNumber: StaffNumber.parse('N-0873'), name: '山﨑 直子' })
const patient = patientId(1)
const plain = anEntry('order-given').body
const medicine = { drug: 'セフトリアキソン静注用1g', amount: 1, unit: 'g', route: 'peripheral', rate: { value: 100, unit: 'mL/h' }, mixedWith: '生食 100 mL 側管', isControlled: false } as const
let count = 500
const order = (over: Partial<Order>, of: Partial<Entry<'order-given'>> = {}): Entry<'order-given'> => anEntry('order-given', { id: entryId((count += 1)), patient, at: at(19, 9, 10), recordedAt: at(19, 9, 10), by: doctor, ...of, body: { ...plain, medicine: null, category: 'diet', times: [], ...over } })
const antibiotic = order({ category: 'medicine', medicine, times: ['04:00', '16:00'] })
const fever = order({ category: 'medicine', term: 'conditional', condition: '38.5 ℃以上', medicine: { ...medicine, drug: 'アセトアミノフェン錠500mg', amount: 1, unit: 'tablet', route: 'oral', rate: null, mixedWith: '' } }, { by: nurses[0], onBehalfOf: doctor, at: at(20, 13, 40), body: plain })
const diet = order({ text: '全粥 1600 kcal　塩分6 g' })
const culture = order({ category: 'exam', term: 'once', text: '血液培養 2セット', urgent: true }, { at: at(20, 16, 10), recordedAt: at(20, 16, 10) })
const mouth = order({ category: 'hygiene', text: '口腔ケア', times: ['08:00', '12:00', '17:30', '21:00'] })
const fluid = order({ category: 'medicine', term: 'standing', medicine: { ...medicine, drug: '乳酸リンゲル液 500 mL', amount: 500, unit: 'mL', rate: { value: 80, unit: 'mL/h' }, mixedWith: '' }, text: '尿量 100 mL/h を目安' })
const stopped = order({ category: 'activity', text: 'ベッド上安静' })
const given = anEntry('medicine-given', { patient, at: at(20, 11, 5), recordedAt: at(20, 11, 5), by: nurses[0], body: { ...anEntry('medicine-given').body, asked: { order: fluid.id, due: null }, drug: '乳酸リンゲル液 500 mL', amount: 500, unit: 'mL', route: 'peripheral', rate: { value: 80, unit: 'mL/h' }, site: '左前腕', byTwo: { second: { staffNumber: other.staffNumber, name: other.name } } } })
const care: readonly Entry[] = [
  antibiotic, fever, diet, culture, mouth, fluid, stopped, given,
  anEntry('order-received', { patient, at: at(19, 9, 30), recordedAt: at(19, 9, 30), by: nurses[1], body: { order: antibiotic.id } }),
  anEntry('order-received', { patient, at: at(19, 9, 31), recordedAt: at(19, 9, 31), by: nurses[1], body: { order: diet.id } }),
  anEntry('order-received', { patient, at: at(19, 9, 31), recordedAt: at(19, 9, 31), by: nurses[1], body: { order: mouth.id } }),
  anEntry('order-received', { patient, at: at(19, 9, 31), recordedAt: at(19, 9, 31), by: nurses[1], body: { order: fluid.id } }),
  anEntry('order-stopped', { patient, at: at(20, 10, 0), recordedAt: at(20, 10, 0), by: doctor, body: { order: stopped.id, reason: '歩行可' } }),
  anEntry('medicine-given', { patient, at: at(20, 4, 12), recordedAt: at(20, 4, 12), by: nurses[1], body: { ...given.body, asked: { order: antibiotic.id, due: at(20, 4) }, drug: medicine.drug, amount: 1, unit: 'g', rate: null, byTwo: { aloneBecause: '夜間1人' } } }),
  anEntry('medicine-given', { patient, at: at(20, 14, 5), recordedAt: at(20, 14, 5), by: nurses[0], body: { ...anEntry('medicine-given').body, asked: { order: fever.id, due: null }, before: '38.6 ℃' } }),
  anEntry('order-done', { patient, at: at(20, 12, 10), recordedAt: at(20, 12, 10), by: nurses[0], body: { order: mouth.id, due: at(20, 12), note: '' } }),
  anEntry('transfusion-started', { id: entryId((count += 1)), patient, at: at(20, 16, 14), recordedAt: at(20, 16, 14), by: nurses[0] }),
  anEntry('last-dose-confirmed', { patient, at: at(18, 17, 40), recordedAt: at(18, 17, 40), by: nurses[0], body: { source: 'medicine-book', doses: [{ drug: 'アムロジピン錠5mg', at: null, when: '18日 朝' }, { drug: 'ワルファリン錠1mg', at: null, when: '17日 夕' }], note: '' } }),
]
const ward = wardOfGallery(24)
const view = wardOf(care.map((entry, index) => ({ seq: ward.upToSeq + 1 + index, entry })), ward)
const row = view.patients.get(patient) ?? rowsOf(ward)[0]
if (row === undefined) throw new Error('The sample ward has a patient')
const shown = row
const person = personOf(shown)
const chart = chartOf(patient, care.map((entry, index) => ({ seq: index + 1, entry })))
const orders = ordersOf(shown, now)
const tasks = tasksOf(shown, now)
const morphine = (move: 'received' | 'counted', amount: number, n: number): Entry => anEntry('controlled-moved', { id: entryId(700 + n), at: at(20, 8 + n), recordedAt: at(20, 8 + n), by: nurses[0], body: { drug: 'モルヒネ塩酸塩注10mg', unit: 'ampoule', move, amount, slip: `M-00${n}`, byTwo: { second: { staffNumber: other.staffNumber, name: other.name } }, explained: '' } })
const book = wardOf([morphine('received', 5, 1), morphine('counted', 5, 2), { ...given, id: entryId(710), at: at(20, 12), body: { ...given.body, drug: 'モルヒネ塩酸塩注10mg', amount: 1, unit: 'ampoule' as const, controlled: { slip: '12', discarded: 0.5 } } }].map((entry, index) => ({ seq: index + 1, entry }))).controlled.lines

function Page({ children }: { readonly children: React.ReactNode }) {
  return <OpenPage patient={<PatientBanner ward="5階東" row={shown} person={person} today={today} alike={[]} onAllergy={null} onTriage={null} now={now} />}>{children}</OpenPage>
}

const orderActs = { onWrite: nothing, onReceive: nothing, onCarryOut: nothing, onStop: nothing, onCorrect: nothing }
const medicineActs = { onLastDose: nothing, onGive: nothing, onWithhold: nothing, onInfusion: nothing, onEffect: nothing, onCorrect: nothing }

function InChart({ tab }: { readonly tab: 'course' | 'orders' | 'medicine' }) {
  const medicines = tasks.filter(({ order: of }) => of.body.medicine !== null)
  const doses = dosesSince(shown, now).map((dose) => ({ dose, isEffectMissing: dose.body.before !== '' }))
  const needed = orders.filter(({ isEnded, order: of }) => !isEnded && of.body.medicine !== null && of.body.term !== 'once' && of.body.times.length === 0)
  const tabs = [
    { name: 'orders', label: '指示簿', count: 6, panel: <OrdersTab orders={orders} tasks={tasks} items={view.items} now={now} acts={orderActs} /> },
    { name: 'medicine', label: '注射・与薬', count: 1, panel: <MedicineTab last={lastDoseOf([shown])} tasks={medicines} needed={needed} infusions={infusionsOf(shown, now)} doses={doses} now={now} acts={medicineActs} /> },
  ]
  return (
    <Page>
      <ChartScreen
        expected={3} latest={shown.vitals} underOther={() => null} chart={chart} trust="whole" now={now} acts={{ onStrike: nothing, onCorrect: nothing, isCorrectable: () => false, onVersions: nothing }} onBack={nothing} tabs={tabs} tab={tab} onTab={nothing}
        vitals={{ draft: emptyVitalDraft, onDraft: nothing, saved: { kind: 'nothing-yet' }, onSave: nothing }} note={{ draft: emptyNoteDraft, onDraft: nothing, saved: { kind: 'nothing-yet' }, onSave: nothing }}
        due={<DuePanel dues={duesOf([shown], now).filter(({ state }) => state !== 'coming')} now={now} onAct={nothing} onAll={nothing} />}
      />
    </Page>
  )
}

const drip: OrderForm = { ...emptyOrder, category: 'medicine', term: 'standing', drug: 'セフトリアキソン静注用1g', amount: '1', unit: 'g', route: 'peripheral', rate: '100', rateUnit: 'mL/h', mixedWith: '生食 100 mL 側管', slots: ['morning', 'evening'], from: '18:00', until: '11/25', said: 'aloud' }

function Ordering({ start, isNurse = false }: { readonly start: OrderForm; readonly isNurse?: boolean }) {
  const [form, setForm] = useState(start)
  return <Page><OrderFormScreen form={form} onForm={setForm} desk={{ patient, entry: entryId(1), now, by: isNurse ? nurses[0] : doctor, onBehalfOf: isNurse ? doctor : null }} saved={{ kind: 'unsaved', isDraftKept: true }} onNext={nothing} onBack={nothing} /></Page>
}

const one = orderWith([shown], antibiotic.id, now)
const dose: DoseForm = one === null ? emptyDose : { ...doseFormOf(one), site: '左前腕', rights: SixRight.options.slice(0, 4) }

function Giving({ start, isPlain = false, second = other }: { readonly start: DoseForm; readonly isPlain?: boolean; readonly second?: typeof other | null }) {
  const [form, setForm] = useState(start)
  const [typed, setTyped] = useState(second === null ? '山' : 'N-0873')
  return (
    <Page>
      <DoseScreen
        form={form} onForm={setForm} allergy={allergyOf(shown)} now={now} when={{ form: emptyWhen, onForm: nothing, isRead: true }} second={{ typed, onTyped: setTyped }} saved={{ kind: 'unsaved', isDraftKept: true }} onNext={nothing} onBack={nothing}
        desk={{ rows: [shown], patient, entry: entryId(1), at: null, by: nurses[0], onBehalfOf: null, second, order: isPlain ? null : { one, due: at(20, 16) }, ledger: book }}
      />
    </Page>
  )
}

function Asking({ start }: { readonly start: LastDoseForm }) {
  const [form, setForm] = useState(start)
  return <Page><LastDoseScreen form={form} onForm={setForm} desk={{ patient, entry: entryId(1), now }} saved={{ kind: 'nothing-yet' }} onNext={nothing} onBack={nothing} /></Page>
}

function Running({ start }: { readonly start: InfusionForm }) {
  const [form, setForm] = useState(start)
  const [infusion = null] = infusionsOf(shown, now)
  return <Page><InfusionScreen form={form} onForm={setForm} desk={{ infusion, entry: entryId(1), at: null, by: nurses[0], onBehalfOf: null, second: null }} now={now} when={{ form: emptyWhen, onForm: nothing, isRead: true }} second={{ typed: '', onTyped: nothing }} onNext={nothing} onBack={nothing} /></Page>
}

function Book({ start }: { readonly start: ControlledForm }) {
  const [form, setForm] = useState(start)
  return <OpenPage here="more"><ControlledScreen lines={book} nameOf={({ patient: of }) => (of === null ? '' : '髙橋 和子　D-AF-00001-2')} form={form} onForm={setForm} desk={{ entry: entryId(1), ledger: book, by: nurses[0], second: other }} second={{ typed: 'N-0873', onTyped: nothing }} saved={{ kind: 'nothing-yet' }} onNext={nothing} onBack={nothing} /></OpenPage>
}

const [effectOf = null] = dosesSince(shown, now)

export const samples: readonly Sample[] = [
  { name: 'orders-tab', render: () => <InChart tab="orders" /> },
  { name: 'medicine-tab', render: () => <InChart tab="medicine" /> },
  { name: 'chart-due', render: () => <InChart tab="course" /> },
  { name: 'order-write', render: () => <Ordering start={drip} isNurse /> },
  { name: 'order-bad', render: () => <Ordering start={{ ...drip, amount: '5ミリ', unit: null, until: '11/19', term: 'conditional' }} />, focus: 'main' },
  { name: 'order-diet', render: () => <Ordering start={{ ...emptyOrder, category: 'diet', term: 'standing', text: '全粥 1600 kcal' }} /> },
  { name: 'order-stop', render: () => <Page><OrderActScreen act="stop" one={one} due={null} now={now} text="発疹" onText={nothing} fault={null} onNext={nothing} onBack={nothing} /></Page> },
  { name: 'order-gone', render: () => <Page><OrderGone code="order-gone" onBack={nothing} /></Page> },
  { name: 'dose', render: () => <Giving start={dose} /> },
  { name: 'dose-differs', render: () => <Giving start={{ ...dose, amount: '2', isControlled: true, two: { isAlone: true, aloneBecause: '' } }} second={null} /> },
  { name: 'dose-plain', render: () => <Giving start={emptyDose} isPlain second={null} /> },
  { name: 'dose-confirm', render: () => <Page><ConfirmStep title="与薬・注射" row={shown} today={today} saved={{ kind: 'nothing-yet' }} onConfirm={async () => Promise.resolve(true)} onDone={nothing} onBack={nothing}><CareSaid of={{ kind: 'medicine-given', body: given.body }} /></ConfirmStep></Page> },
  { name: 'last-dose', render: () => <Asking start={{ ...emptyLastDose, source: 'medicine-book', doses: [{ drug: 'アムロジピン錠5mg', when: '今朝' }, { drug: '', when: '' }] }} /> },
  { name: 'withhold', render: () => <Page><WithholdScreen form={{ ...emptyWithhold, because: 'fasting' }} onForm={nothing} desk={{ entry: entryId(1), one, due: at(20, 16), at: null }} when={{ form: emptyWhen, onForm: nothing, isRead: true }} now={now} onNext={nothing} onBack={nothing} /></Page> },
  { name: 'infusion', render: () => <Running start={{ ...emptyInfusion, change: 'bag', givenMl: '480', discardedMl: '20' }} /> },
  { name: 'effect', render: () => <Page><EffectScreen effect="37.4 ℃" onEffect={nothing} desk={{ entry: entryId(1), dose: effectOf, patient, at: null }} when={{ form: emptyWhen, onForm: nothing, isRead: true }} now={now} onNext={nothing} onBack={nothing} /></Page> },
  { name: 'controlled', render: () => <Book start={{ ...emptyControlled, move: 'counted', drug: 'モルヒネ塩酸塩注10mg', unit: 'ampoule', amount: '3' }} /> },
  { name: 'round', render: () => <OpenPage><RoundScreen dues={wardDues(view, now)} now={now} onOpen={nothing} onBack={nothing} /></OpenPage> },
]
