import { useState } from 'react'
import type { Entry } from '#domain/log/entry.ts'
import { CalendarDate } from '#domain/time.ts'
import { emptyAllergyForm, type AllergyForm } from '#domain/record/allergy-entry.ts'
import { emptyVitalForm, type VitalForm } from '#domain/record/vital-entry.ts'
import { noStartValues } from '#domain/triage/start.ts'
import { chartOf, type Chart, type ChartRow } from '#domain/view/chart.ts'
import { wardOf, type PatientRow } from '#domain/view/ward.ts'
import { AllergyDialog } from '#renderer/features/chart/allergy-dialog.tsx'
import { ChartScreen, type ChartTrust } from '#renderer/features/chart/chart-screen.tsx'
import { emptyNoteDraft, emptyVitalDraft, type NoteDraft, type VitalDraft } from '#renderer/features/chart/drafts.ts'
import { personOf } from '#domain/view/ward-people.ts'
import { PatientBanner } from '#renderer/features/chart/patient-banner.tsx'
import { CorrectDialog, correctFormOf } from '#renderer/features/chart/correct-dialog.tsx'
import { HistoryDialog } from '#renderer/features/chart/history-dialog.tsx'
import { emptyPhoto, PhotosScreen } from '#renderer/features/photos/photos-screen.tsx'
import { StrikeDialog } from '#renderer/features/chart/strike-dialog.tsx'
import { alikePatients } from '#renderer/features/chart/alike.ts'
import type { Saved } from '#renderer/ui/saved-state.tsx'
import { anEntry, entryId, noVitalSigns, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, now, nurses, rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const patient = patientId(1)
const registration = anEntry('patient-registered', {
  patient, at: at(18, 17, 5), recordedAt: at(18, 17, 6), by: nurses[0],
  body: { number: rowsOf(wardOfGallery(1))[0]?.registered?.number ?? anEntry('patient-registered').body.number, naming: { kind: 'known', family: '髙橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ' }, sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1948-05-03') }, bed: '507-2', features: '', way: 'form', mother: null, arrival: null },
})

const curve = [
  [18, 18, 38.9, 102, 24, 92, 58, 91, 4], [18, 22, 38.4, 98, 22, 98, 60, 94, 3], [19, 2, 38.1, 92, 21, 101, 61, 95, 2], [19, 6, 37.8, 84, 20, 104, 62, 95, 2], [19, 10, 38.1, 88, 20, 102, 60, 94, 2], [19, 14, 37.6, 80, 18, 108, 64, 96, 1],
  [19, 18, 38, 86, 18, 106, 62, 95, 1], [19, 22, 37.4, 78, 16, 112, 66, 96, 1], [20, 6, 37.2, 74, 16, 114, 68, 96, 1], [20, 10, 37.5, 78, 18, 110, 66, 95, 1], [20, 14, 38.2, 94, 22, 96, 58, 93, 2],
] as const
const sets = curve.map(([day, hour, temperatureC, pulsePerMin, respirationsPerMin, systolicMmHg, diastolicMmHg, spo2Percent, oxygenLPerMin], index) =>
  anEntry('vital-signs', { patient, at: at(day, hour, (index * 7) % 20), recordedAt: at(day, hour, (index * 7) % 20), by: nurses[index % 2] ?? nurses[0], body: noVitalSigns({ temperatureC, pulsePerMin, respirationsPerMin, systolicMmHg, diastolicMmHg, spo2Percent, oxygenLPerMin, jcs: index < 2 ? 'I-2' : index > 8 ? 'I-1' : '0' }) }),
)
const wrong = anEntry('vital-signs', { patient, at: at(20, 14, 5), recordedAt: at(20, 14, 5), by: nurses[0], body: noVitalSigns({ temperatureC: 36.2 }) })
const right = anEntry('vital-signs', { patient, at: at(20, 14, 5), recordedAt: at(20, 15, 2), by: nurses[0], body: noVitalSigns({ temperatureC: 38.2 }) })
const entries: readonly Entry[] = [
  registration,
  anEntry('allergy-stated', { patient, at: at(18, 17, 20), recordedAt: at(18, 17, 20), by: nurses[0], body: { state: 'present', substances: [{ substance: 'ペニシリン系', reaction: 'アナフィラキシー' }], source: 'お薬手帳' } }),
  ...sets,
  wrong,
  right,
  anEntry('entry-struck', { patient, at: at(20, 15, 2), recordedAt: at(20, 15, 2), by: nurses[0], body: { struck: wrong.id, reason: '506-2の値を誤って入力', replacement: right.id } }),
  anEntry('triage-decided', { patient, at: at(18, 17, 10), recordedAt: at(18, 17, 10), by: nurses[0], body: { method: 'START', ruleSet: 'start-jp-1', values: { ...noStartValues, walks: false, breathing: 'yes', respirations: 'middle', radialPulse: 'palpable', obeys: true }, who: { years: 78, looksLikeChild: false, pregnant: false }, suggested: 'II', decided: 'I', overrideReason: '冷汗が強い', place: '救急入口', organisation: '', job: 'nurse', tagNumber: 'T-0312', tagReplaced: false, note: '' } }),
  anEntry('note', { patient, at: at(20, 11, 10), recordedAt: at(20, 14, 31), by: nurses[1], onBehalfOf: nurses[0], body: { text: '創処置　左前腕 5 cm　ガーゼ交換' } }),
  anEntry('note', { patient, at: at(20, 15, 20), recordedAt: at(20, 15, 20), by: nurses[0], body: { text: 'S「寒気がする」\nO 悪寒あり、末梢冷感。\n　電気毛布を追加し、医師に報告。' } }),
]
const records = entries.map((entry, index) => ({ seq: index + 1, entry }))
const view = wardOf(records)
const row = rowsOf(view)[0] ?? rowsOf(wardOfGallery())[0]
if (row === undefined) throw new Error('The sample ward has a patient')
const chart = chartOf(patient, records)
const many = chartOf(patient, [...records, ...Array.from({ length: 400 }, (_, index) => ({ seq: 100 + index, entry: anEntry('note', { id: entryId(9000 + index), patient, at: at(1 + (index % 17), index % 24, index % 60), recordedAt: at(1 + (index % 17), index % 24, index % 60), by: nurses[index % 2] ?? nurses[0], body: { text: `定時の観察。変わりなし（${index + 1}）` } }) }))])
const newcomer = wardOfGallery(28).patients.get(patientId(28)) ?? row

function ChartSample({ of: shown = row, read = chart, trust = 'whole', vital = {}, draft = emptyVitalDraft, note = emptyNoteDraft, saved = { kind: 'nothing-yet' }, noteSaved = { kind: 'nothing-yet' }, isReadOnly = false, dialog = null }: {
  readonly of?: PatientRow | undefined
  readonly read?: Chart | null
  readonly trust?: ChartTrust
  readonly vital?: Partial<VitalForm>
  readonly draft?: VitalDraft
  readonly note?: NoteDraft
  readonly saved?: Saved
  readonly noteSaved?: Saved
  readonly isReadOnly?: boolean
  readonly dialog?: 'allergy' | 'strike' | 'correct' | 'versions' | null
}) {
  const [vitals, setVitals] = useState<VitalDraft>({ ...draft, form: { ...emptyVitalForm, ...vital } })
  const [noted, setNoted] = useState(note)
  const [form, setForm] = useState<AllergyForm>({ ...emptyAllergyForm, state: 'none' })
  const [reason, setReason] = useState('')
  const target = chart.rows.at(-1)
  const corrected = chart.rows.find(({ entry }) => entry.id === right.id)
  const [correction, setCorrection] = useState(corrected === undefined ? null : { ...correctFormOf(corrected), reason: '' })
  if (shown === undefined) return null
  return (
    <OpenPage
      patient={<PatientBanner ward="5階東" row={shown} person={personOf(shown)} today={today} alike={alikePatients(shown, rowsOf(wardOfGallery())).filter(({ id }) => id !== patientId(1))} onAllergy={isReadOnly ? null : nothing} onTriage={isReadOnly ? null : nothing} now={now} />}
    >
      <ChartScreen
        expected={shown.mark.entries - shown.mark.opened} latest={shown.vitals} years={78} underOther={(patient) => (patient === shown.id ? null : 'D-AF-00034-3')} chart={read} trust={trust} now={now} isReadOnly={isReadOnly} acts={acts} onBack={nothing}
        vitals={{ draft: vitals, onDraft: setVitals, saved, onSave: nothing }}
        note={{ draft: noted, onDraft: setNoted, saved: noteSaved, onSave: nothing }}
      />
      {dialog === 'allergy' && <AllergyDialog row={shown} today={today} form={form} onForm={setForm} saved={{ kind: 'nothing-yet' }} onSave={nothing} onCancel={nothing} />}
      {dialog === 'strike' && target !== undefined && <StrikeDialog row={shown} target={target} today={today} reason={reason} onReason={setReason} saved={{ kind: 'nothing-yet' }} onStrike={nothing} onCancel={nothing} />}
      {dialog === 'correct' && corrected !== undefined && correction !== null && <CorrectDialog row={shown} target={corrected} latest={shown.vitals} now={now} form={correction} onForm={setCorrection} saved={{ kind: 'nothing-yet' }} onCorrect={nothing} onCancel={nothing} />}
      {dialog === 'versions' && <HistoryDialog versions={chart.rows.filter(({ entry }) => entry.id === wrong.id || entry.id === right.id)} placeOf={() => null} onClose={nothing} />}
    </OpenPage>
  )
}

const acts = { onStrike: nothing, onCorrect: nothing, isCorrectable: ({ entry }: ChartRow) => entry.kind === 'note' || entry.kind === 'vital-signs', onVersions: nothing }

const unsaved: Saved = { kind: 'unsaved', isDraftKept: true }

export const samples: readonly Sample[] = [
  { name: 'chart', render: () => <ChartSample vital={{ temperatureC: '38.6', pulsePerMin: '104', systolicMmHg: '94', diastolicMmHg: '56', respirationsPerMin: '23', spo2Percent: '48' }} saved={unsaved} />, focus: '[data-vital="oxygenLPerMin"]' },
  { name: 'chart-pregnant', render: () => <ChartSample read={chartOf(patient, [...records, { seq: 90, entry: anEntry('form', { patient, at: at(20, 15, 30), recordedAt: at(20, 15, 30), by: nurses[0], body: { definition: 'imaging', version: 1, values: { method: '超音波', pregnancy: 'possible' } } }) }])} /> },
  { name: 'chart-saved', render: () => <ChartSample saved={{ kind: 'saved', at: at(20, 16, 23, 41) }} noteSaved={{ kind: 'saved', at: at(20, 16, 20, 3) }} /> },
  { name: 'chart-shift', render: () => <ChartSample />, focus: 'input[value="8"]', key: '1' },
  { name: 'chart-earlier', render: () => <ChartSample />, focus: '[data-vital="temperatureC"]', key: 'Alt+ArrowLeft' },
  { name: 'chart-bad', render: () => <ChartSample vital={{ temperatureC: '386', pulsePerMin: '10４', systolicMmHg: '56', diastolicMmHg: '94', jcs: '4' }} draft={{ ...emptyVitalDraft, when: { typed: '23:50', day: null } }} note={{ text: '夜間、訪室ごとに入眠中。', when: { typed: '3:10', day: null } }} saved={unsaved} noteSaved={unsaved} />, focus: '[data-vital="spo2Percent"]' },
  { name: 'chart-cannot-save', render: () => <ChartSample vital={{ temperatureC: '36.8' }} draft={{ ...emptyVitalDraft, when: { typed: '23:50', day: 'yesterday' } }} saved={{ kind: 'cannot-save' }} trust="differs" /> },
  { name: 'chart-checking', render: () => <ChartSample trust="checking" read={many} /> },
  { name: 'chart-reading', render: () => <ChartSample read={null} trust="rebuilt" /> },
  { name: 'chart-new', render: () => <ChartSample of={newcomer} read={chartOf(newcomer.id, [{ seq: 1, entry: anEntry('patient-registered', { patient: newcomer.id, at: at(20, 16, 12), recordedAt: at(20, 16, 12), by: nurses[0], body: newcomer.registered ?? registration.body }) }])} /> },
  { name: 'chart-linked', render: () => <ChartSample read={{ ...chart, rows: chart.rows.map((row, at) => (at % 3 === 0 ? { ...row, entry: { ...row.entry, patient: patientId(34) } } : row)) }} /> },
  { name: 'chart-read-only', render: () => <ChartSample isReadOnly /> },
  { name: 'chart-allergy', render: () => <ChartSample dialog="allergy" /> },
  { name: 'photos', render: () => <OpenPage patient={<PatientBanner ward="5階東" row={row} person={personOf(row)} today={today} alike={[]} onAllergy={null} onTriage={null} now={now} />}><PhotosScreen count={0} strip={null} form={emptyPhoto} onForm={nothing} saved={{ kind: 'nothing-yet' }} onTake={nothing} onBack={nothing} /></OpenPage> },
  { name: 'chart-correct', render: () => <ChartSample dialog="correct" /> },
  { name: 'chart-versions', render: () => <ChartSample dialog="versions" /> },
  { name: 'chart-strike', render: () => <ChartSample dialog="strike" /> },
]
