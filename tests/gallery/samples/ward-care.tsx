import { useState, type ReactNode } from 'react'
import { examsWaiting, resultsByTest, rowsOf as chartRowsOf, trendItems, trendOf } from '#domain/exam/results.ts'
import { emptyCritical, type CriticalForm } from '#domain/exam/critical-entry.ts'
import { emptyReport, type ReportForm } from '#domain/exam/report-entry.ts'
import { emptySpecimen, type SpecimenForm } from '#domain/exam/specimen-entry.ts'
import { emptyFluid, type FluidForm } from '#domain/fluid/fluid-entry.ts'
import { fluidSums } from '#domain/fluid/fluid-sums.ts'
import { dayBefore, daySpan, shiftSpan } from '#domain/fluid/shifts.ts'
import type { Entry } from '#domain/log/entry.ts'
import { CalendarDate } from '#domain/time.ts'
import { bloodTypeNow } from '#domain/transfusion/blood-type.ts'
import { emptyBloodType, type BloodTypeForm } from '#domain/transfusion/blood-type-entry.ts'
import { emptyEnd, emptyWatch, type EndForm, type WatchForm } from '#domain/transfusion/follow-entry.ts'
import { bagsOf } from '#domain/transfusion/running.ts'
import { emptyTransfusion, transfusionStart, type TransfusionForm } from '#domain/transfusion/start-entry.ts'
import { bagTasks } from '#domain/transfusion/tasks.ts'
import { BagCheck } from '#domain/transfusion/transfusion.ts'
import { careFactsOf } from '#domain/view/care.ts'
import { chartOf } from '#domain/view/chart.ts'
import { personOf } from '#domain/view/ward-people.ts'
import { wardOf, type PatientRow } from '#domain/view/ward.ts'
import { ChartScreen } from '#renderer/features/chart/chart-screen.tsx'
import { emptyNoteDraft, emptyVitalDraft } from '#renderer/features/chart/drafts.ts'
import { PatientBanner } from '#renderer/features/chart/patient-banner.tsx'
import { CallScreen, SpecimenScreen } from '#renderer/features/exams/exam-forms.tsx'
import { ExamsPanel } from '#renderer/features/exams/exams-panel.tsx'
import { ReportScreen } from '#renderer/features/exams/report-form.tsx'
import { FluidScreen } from '#renderer/features/fluids/fluid-form.tsx'
import { FluidsPanel, type FluidDay } from '#renderer/features/fluids/fluids-panel.tsx'
import { BloodPanel } from '#renderer/features/transfusion/blood-panel.tsx'
import { BloodTypeScreen } from '#renderer/features/transfusion/blood-type-form.tsx'
import { EndScreen, WatchScreen } from '#renderer/features/transfusion/follow-forms.tsx'
import { StartForm } from '#renderer/features/transfusion/start-form.tsx'
import { StartReview } from '#renderer/features/transfusion/start-review.tsx'
import { TypesShown } from '#renderer/features/transfusion/types-shown.tsx'
import { careDraft, type CareDraft } from '#renderer/ui/care-draft.ts'
import type { CareFormProps } from '#renderer/ui/care-form.tsx'
import { CareSaid } from '#renderer/ui/care-said.tsx'
import { ConfirmStep } from '#renderer/ui/confirm-step.tsx'
import { aDoctor, anEntry, entryId, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, now, nurses, rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const patient = patientId(1)
const stamp = (day: number, hour: number, minute = 0) => ({ patient, at: at(day, hour, minute), recordedAt: at(day, hour, minute), by: nurses[0] })
const registered = rowsOf(wardOfGallery(1))[0]?.registered ?? anEntry('patient-registered').body
const order = (n: number, category: 'exam' | 'imaging' | 'transfusion', text: string, urgent = false): Entry => anEntry('order-given', { ...stamp(20, 15, n), id: entryId(7000 + n), body: { category, term: 'once', text, medicine: null, condition: '', from: null, until: null, times: [], urgent, verbal: null } })
const bag = (n: number, day: number, hour: number, minute: number, lot: string): Entry => anEntry('transfusion-started', { ...stamp(day, hour, minute), id: entryId(7100 + n), body: { ...anEntry('transfusion-started').body, order: null, lot } })
const result = (n: number, day: number, hour: number, lines: Entry<'exam-reported'>['body']['lines']): Entry => anEntry('exam-reported', { ...stamp(day, hour), id: entryId(7200 + n), body: { order: null, exam: '生化学', specimen: '静脈血', lines, findings: '' } })
const fluid = (day: number, hour: number, body: Partial<Entry<'fluid-measured'>['body']>): Entry => anEntry('fluid-measured', { ...stamp(day, hour), body: { way: 'out-urine', name: '', amountMl: null, times: null, note: '', ...body } })
const line = (item: string, value: string, unit: string, range: string, flag: Entry<'exam-reported'>['body']['lines'][number]['flag'] = null) => ({ item, value, unit, range, flag })

const entries: readonly Entry[] = [
  anEntry('patient-registered', { ...stamp(18, 17), body: { ...registered } }),
  anEntry('blood-type-stated', { ...stamp(18, 17, 20), body: { type: { abo: 'A', rh: 'positive' }, source: 'word', sample: '' } }),
  anEntry('blood-type-stated', { ...stamp(20, 9, 5), body: { type: { abo: 'A', rh: 'positive' }, source: 'sample', sample: 'S-0012' } }),
  order(1, 'exam', '血算・生化学・凝固', true), order(2, 'exam', '尿一般'), order(3, 'transfusion', '赤血球液 4単位'), order(4, 'imaging', '胸部X線（ポータブル）'),
  bag(1, 20, 11, 10, '12-3456-7890'),
  anEntry('transfusion-watched', { ...stamp(20, 11, 15), body: { bag: entryId(7101), minutes: 5, fine: true, words: '' } }),
  anEntry('transfusion-watched', { ...stamp(20, 11, 25), body: { bag: entryId(7101), minutes: 15, fine: true, words: '' } }),
  anEntry('transfusion-ended', { ...stamp(20, 13, 2), body: { bag: entryId(7101), givenMl: 280, reacted: true, reaction: '蕁麻疹。抗ヒスタミン薬で消退' } }),
  bag(2, 20, 16, 10, '12-3456-7904'),
  anEntry('transfusion-watched', { ...stamp(20, 16, 15), body: { bag: entryId(7102), minutes: 5, fine: true, words: '' } }),
  bag(3, 20, 16, 14, '98-7654-3210'),
  result(1, 19, 8, [line('K', '4.2', 'mEq/L', '3.5–5.0'), line('CRP', '12.3', 'mg/dL', '≦0.3', 'high')]),
  result(2, 20, 8, [line('K', '5.6', 'mEq/L', '3.5–5.0', 'high'), line('CRP', '8.1', 'mg/dL', '≦0.3', 'high'), line('トロポニン', '(-)', '', '(-)')]),
  anEntry('critical-called', { ...stamp(19, 8, 20), body: { result: entryId(7201), caller: '検査室 佐藤', told: '森 医師', readBack: true, answer: '' } }),
  result(3, 20, 15, [line('K', '6.8', 'mEq/L', '3.5–5.0', 'critical'), line('Na', '131', 'mEq/L', '136–147', 'low')]),
  anEntry('specimen-taken', { ...stamp(20, 15, 30), body: { order: entryId(7002), specimen: '尿', label: 'U-0031', note: '' } }),
  fluid(19, 9, { way: 'in-oral', amountMl: 300 }), fluid(19, 18, { amountMl: 900 }), fluid(20, 2, { amountMl: 350 }), fluid(20, 7, { way: 'in-oral', amountMl: 200 }),
  fluid(20, 10, { amountMl: 420 }), fluid(20, 12, { way: 'out-stool', times: 2 }), fluid(20, 14, { way: 'out-drain', name: '右胸腔', amountMl: 80 }),
  anEntry('infusion-changed', { ...stamp(20, 9, 30), body: { infusion: entryId(7300), change: 'bag', rate: null, givenMl: 500, discardedMl: null, byTwo: null, note: '' } }),
  anEntry('infusion-changed', { ...stamp(20, 15, 40), body: { infusion: entryId(7300), change: 'looked', rate: null, givenMl: 220, discardedMl: null, byTwo: null, note: '' } }),
]
const records = entries.map((entry, index) => ({ seq: index + 1, entry }))
const view = wardOf(records)
const row: PatientRow = rowsOf(view)[0] ?? never()
const chart = chartOf(patient, records)
const bloodType = bloodTypeNow([row])
const bags = bagsOf([row])
const running = bags.find(({ end }) => end === null) ?? never()
const critical = chartRowsOf(chart.rows, 'exam-reported').at(-1) ?? never()

function never(): never {
  throw new Error('The sample has it')
}

const day = (date: CalendarDate): FluidDay => {
  const sums = (span: { readonly from: typeof now; readonly to: typeof now }) => fluidSums(chart.rows, span.from, span.to)
  return { date, shifts: { night: sums(shiftSpan(date, 'night')), day: sums(shiftSpan(date, 'day')), evening: sums(shiftSpan(date, 'evening')) }, whole: sums(daySpan(date)) }
}

function Page({ children }: { readonly children: ReactNode }) {
  return <OpenPage patient={<PatientBanner ward="5階東" row={row} person={personOf(row)} today={today} alike={[]} onAllergy={nothing} onTriage={nothing} now={now} />}>{children}</OpenPage>
}

function Tab({ name }: { readonly name: 'blood' | 'exams' | 'fluids' }) {
  const [draft, setDraft] = useState(careDraft<FluidForm>({ ...emptyFluid, way: 'out-drain', amount: '60' }))
  const acts = { onBloodType: nothing, onStart: nothing, onWatch: nothing, onEnd: nothing, onCorrect: nothing, onSpecimen: nothing, onReport: nothing, onCall: nothing }
  const panels = {
    blood: <BloodPanel bloodType={bloodType} bags={bags} tasks={bagTasks([row], now)} orders={careFactsOf(row.care, 'order-given').filter(({ body }) => body.category === 'transfusion')} now={now} acts={acts} />,
    exams: <ExamsPanel isRead waiting={examsWaiting(row.care, chart.rows)} specimens={chartRowsOf(chart.rows, 'specimen-taken').map(({ entry }) => entry)} tests={resultsByTest(chart.rows)} items={trendItems(chart.rows)} trendOf={(item) => trendOf(chart.rows, item)} now={now} acts={acts} />,
    fluids: <FluidsPanel isRead today={day(today)} yesterday={day(dayBefore(today))} now={now} entries={chartRowsOf(chart.rows, 'fluid-measured').map(({ entry }) => entry).toReversed()} here={{ draft, onDraft: setDraft, desk: { patient, entry: entryId(1) }, saved: { kind: 'unsaved', isDraftKept: true }, onSave: nothing, onCorrect: nothing }} />,
  }
  return (
    <Page>
      <ChartScreen
        expected={row.mark.entries} latest={row.vitals} underOther={() => null} chart={chart} trust="whole" now={now} acts={{ onStrike: nothing, onCorrect: nothing, isCorrectable: () => false, onVersions: nothing }} onBack={nothing}
        vitals={{ draft: emptyVitalDraft, onDraft: nothing, saved: { kind: 'nothing-yet' }, onSave: nothing }} note={{ draft: emptyNoteDraft, onDraft: nothing, saved: { kind: 'nothing-yet' }, onSave: nothing }}
        tabs={[{ name: 'fluids', label: '水分出納', panel: panels.fluids }, { name: 'exams', label: '検査', count: 3, panel: panels.exams }, { name: 'blood', label: '輸血', count: 2, panel: panels.blood }]} tab={name} onTab={nothing}
      />
    </Page>
  )
}

/** A form with what is typed in it, and its save tried where `isTried`. */
function Form<Value>({ form, isCorrection = false, children }: { readonly form: Value; readonly isCorrection?: boolean; readonly children: (of: CareFormProps<Value>) => ReactNode }) {
  const [draft, setDraft] = useState<CareDraft<Value>>(careDraft(form))
  return <Page>{children({ row, now, draft, onDraft: setDraft, isCorrection, saved: { kind: 'unsaved', isDraftKept: true }, onBack: nothing, how: null })}</Page>
}

const full: TransfusionForm = { ...emptyTransfusion, product: 'red-cells', lot: '12-3456-7911', units: '2', volume: '280', abo: 'A', rh: 'positive', expires: '12/10', crossmatch: 'compatible', checks: BagCheck.options.slice(0, 4), second: 'N-0873' }
const desk = { patient, entry: entryId(1), order: null, bloodType, first: [nurses[0]], second: nurses[1], isLotHere: false }
const made = transfusionStart({ ...full, checks: BagCheck.options, abo: 'O', crossmatch: 'emergency-o' }, { ...desk, at: null, day: today })

export const samples: readonly Sample[] = [
  { name: 'care-blood', render: () => <Tab name="blood" /> },
  { name: 'care-exams', render: () => <Tab name="exams" /> },
  { name: 'care-fluids', render: () => <Tab name="fluids" /> },
  { name: 'care-bag-start', render: () => <Form<TransfusionForm> form={full}>{(of) => <StartForm of={of} secondName={nurses[1].name} order="赤血球液 4単位" desk={desk} onReview={nothing} />}</Form> },
  { name: 'care-bag-mismatch', render: () => <Form<TransfusionForm> form={{ ...full, abo: 'B', expires: '2026.11.01', isAlone: true }}>{(of) => <StartForm of={of} secondName={null} order={null} desk={{ ...desk, second: aDoctor() }} onReview={nothing} />}</Form> },
  {
    name: 'care-bag-review',
    render: () => (
      <Page>
        <ConfirmStep title="輸血の開始" row={row} today={today} saved={{ kind: 'unsaved', isDraftKept: true }} onConfirm={async () => new Promise<boolean>(nothing)} onDone={nothing} onBack={nothing} beside={<TypesShown isBeside product="red-cells" patient={bloodType} bag={{ abo: 'O', rh: 'positive' }} />}>
          {made.ok ? <StartReview draft={made.value.draft} asks={made.value.asks} /> : null}
        </ConfirmStep>
      </Page>
    ),
  },
  { name: 'care-bag-look', render: () => <Form<WatchForm> form={{ ...emptyWatch, minutes: '5', fine: false, words: '' }}>{(of) => <WatchScreen of={of} desk={{ bag: running, entry: entryId(1) }} onSave={nothing} />}</Form> },
  { name: 'care-bag-end', render: () => <Form<EndForm> form={{ ...emptyEnd, givenMl: '300', reacted: false }} isCorrection>{(of) => <EndScreen of={of} desk={{ bag: running, entry: entryId(1) }} onReview={nothing} />}</Form> },
  { name: 'care-blood-type', render: () => <Form<BloodTypeForm> form={{ ...emptyBloodType, abo: 'B', rh: 'positive', source: 'sample', sample: 'S-0012' }}>{(of) => <BloodTypeScreen of={of} desk={{ patient, entry: entryId(1), now: bloodType }} onSave={nothing} />}</Form> },
  { name: 'care-specimen', render: () => <Form<SpecimenForm> form={{ ...emptySpecimen, specimen: '静脈血' }}>{(of) => <SpecimenScreen of={of} order="血算・生化学・凝固" desk={{ patient, entry: entryId(1), order: null, labels: [] }} onSave={nothing} />}</Form> },
  { name: 'care-report', render: () => <Form<ReportForm> form={{ ...emptyReport, exam: '生化学', lines: [line('K', '6.8', 'mEq/L', '3.5–5.0', 'critical'), line('Na', '131', 'mEq/L', '136–147'), line('', '', '', '')] }}>{(of) => <ReportScreen of={of} order="血算・生化学・凝固" desk={{ patient, entry: entryId(1), order: null }} onSave={nothing} />}</Form> },
  { name: 'care-call', render: () => <Form<CriticalForm> form={{ ...emptyCritical, caller: '検査室 佐藤', readBack: false }}>{(of) => <CallScreen of={of} result={<CareSaid of={critical.entry} />} desk={{ patient, entry: entryId(1), result: critical.entry.id }} onSave={nothing} />}</Form> },
  { name: 'care-fluid', render: () => <Form<FluidForm> form={{ ...emptyFluid, way: 'out-drain', amount: '4000' }} isCorrection>{(of) => <FluidScreen of={of} desk={{ patient, entry: entryId(1) }} onSave={nothing} />}</Form> },
]
