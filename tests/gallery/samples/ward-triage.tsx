import { useState } from 'react'
import { emptyTriageForm, type TriageDesk, type TriageForm } from '#domain/triage/decide.ts'
import { leastYears } from '#domain/triage/suggest.ts'
import { chartOf } from '#domain/view/chart.ts'
import { tagOf, triageOf, wardOf } from '#domain/view/ward.ts'
import { personOf } from '#domain/view/ward-people.ts'
import { PatientBanner } from '#renderer/features/chart/patient-banner.tsx'
import { emptyTriageDraft, type TriageDraft } from '#renderer/features/triage/draft.ts'
import { TriageScreen } from '#renderer/features/triage/triage-screen.tsx'
import { anEntry, entryId, noVitalSigns, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, now, nurses, rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const patient = patientId(4)
const tagged = { ...anEntry('triage-decided').body, method: 'tag', ruleSet: null, values: null, who: null, suggested: null, tagNumber: 'T-0312' } as const
const wrong = anEntry('triage-decided', { patient, at: at(20, 15, 40), recordedAt: at(20, 15, 40), by: nurses[1], body: { ...tagged, decided: '0' } })
const entries = [
  anEntry('patient-registered', { patient, at: at(20, 15, 2), recordedAt: at(20, 15, 2), by: nurses[0], body: wardOfGallery().patients.get(patient)?.registered ?? anEntry('patient-registered').body }),
  anEntry('triage-decided', { patient, at: at(20, 15, 5), recordedAt: at(20, 15, 5), by: nurses[0], body: { ...tagged, decided: 'I' } }),
  wrong,
  anEntry('entry-struck', { patient, at: at(20, 15, 42), recordedAt: at(20, 15, 42), by: nurses[1], body: { struck: wrong.id, reason: '隣の患者のタッグ' } }),
  anEntry('vital-signs', { patient, at: at(20, 16, 12), recordedAt: at(20, 16, 12), by: nurses[0], body: noVitalSigns({ pulsePerMin: 50, systolicMmHg: 90, spo2Percent: 94, jcs: 'I-1' }) }),
]
const records = entries.map((entry, index) => ({ seq: index + 1, entry }))
const [row] = rowsOf(wardOf(records))
const chart = chartOf(patient, records)

function TriageSample({ form = {}, isFirst = false, desk = {} }: { readonly form?: Partial<TriageForm>; readonly isFirst?: boolean; readonly desk?: Partial<TriageDesk> }) {
  const [draft, setDraft] = useState<TriageDraft>(() => {
    const empty = emptyTriageDraft('nurse')
    return { ...empty, form: { ...empty.form, ...form } }
  })
  if (row === undefined) return null
  const shown = isFirst ? { ...row, triages: [] } : row
  return (
    <OpenPage patient={<PatientBanner ward="5階東" row={shown} person={personOf(shown)} today={today} alike={[]} onAllergy={nothing} onTriage={nothing} now={now} />}>
      <TriageScreen
        draft={draft} onDraft={setDraft} sex="female" vitals={row.vitals} now={now} rows={isFirst ? [] : chart.rows} whoIs={() => 'D-AF-00009-1 ◇レンゲ テガミ'} saved={{ kind: 'nothing-yet' }} onSave={nothing} onBack={nothing}
        desk={{ entry: entryId(8000), patient, years: row.registered === null ? null : leastYears(row.registered.birth, today), before: triageOf(shown), tagNumber: tagOf(shown)?.tagNumber ?? '', others: [], ...desk }}
      />
    </OpenPage>
  )
}

const answered = { ...emptyTriageForm.start, walks: false, breathing: 'yes', respirations: 'middle', radialPulse: 'palpable', obeys: true } as const

export const samples: readonly Sample[] = [
  { name: 'triage-start', render: () => <TriageSample isFirst desk={{ years: null }} />, focus: '[data-step="open"] input' },
  { name: 'triage-start-answered', render: () => <TriageSample isFirst form={{ start: answered }} />, focus: '[data-accept] button' },
  { name: 'triage-override', render: () => <TriageSample form={{ start: { ...answered, radialPulse: null, capillaryRefillS: 2 }, decided: 'III', overrideReason: '' }} /> },
  { name: 'triage-child', render: () => <TriageSample isFirst form={{ start: { ...answered, obeys: false } }} desk={{ years: 5 }} /> },
  { name: 'triage-pat', render: () => <TriageSample form={{ method: 'PAT', pat: { ...emptyTriageForm.pat, shock: false } }} /> },
  { name: 'triage-clinical-black', render: () => <TriageSample isFirst form={{ method: 'clinical', decided: '0', tagNumber: 'T-0009', place: '救急入口' }} desk={{ others: [{ patient: patientId(9), tagNumber: 'T-0009', place: '' }] }} /> },
]
