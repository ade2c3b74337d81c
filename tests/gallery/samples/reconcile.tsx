import { useState } from 'react'
import { identityOf } from '#domain/identity/identity.ts'
import { personsOf } from '#domain/identity/persons.ts'
import type { Archives } from '#domain/erasure/archive.ts'
import { Sha256 } from '#domain/ids.ts'
import type { Entry } from '#domain/log/entry.ts'
import { statisticsOf, statisticsSections } from '#domain/merge/statistics.ts'
import { shownName } from '#domain/patient/naming.ts'
import { boardOf, countsByKind } from '#domain/reconcile/board.ts'
import { comparedPeople, compareWithList, listedOfReference } from '#domain/reconcile/candidates.ts'
import { copyFields } from '#domain/reconcile/copy-fields.ts'
import { everything, inWorkOrder, readRecord, recordsOf } from '#domain/reconcile/records.ts'
import { targetsOf } from '#domain/reconcile/targets.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { CalendarDate } from '#domain/time.ts'
import { wardOf } from '#domain/view/ward.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { ArchivePanel } from '#renderer/features/reconcile/archive-panel.tsx'
import { CheckPanel } from '#renderer/features/reconcile/check-panel.tsx'
import { ClosePanel } from '#renderer/features/reconcile/close-panel.tsx'
import { CopyView, type Mode } from '#renderer/features/reconcile/copy-view.tsx'
import { ReconcileDesk, type DeskTab } from '#renderer/features/reconcile/desk.tsx'
import { MatchDecisionForm } from '#renderer/features/reconcile/match-form.tsx'
import { MatchPanel, type Comparing } from '#renderer/features/reconcile/match-panel.tsx'
import { TranscribePanel } from '#renderer/features/reconcile/transcribe-panel.tsx'
import { anEntry, anImported, aNumber, aPatient, letters, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, nurses, today } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const written = { by: nurses[0], at: at(19, 8, 12), recordedAt: at(19, 8, 12) }
const kazuko = { patient: patientId(1) }
const nameless = { patient: patientId(2) }
const known = (family: string, given: string, familyKana: string, givenKana: string) => ({ kind: 'known' as const, family, given, familyKana, givenKana })
const note = anEntry('note', { ...written, ...kazuko, body: { text: '意識清明。右前腕に擦過傷。\n洗浄し被覆した。' } })
const typedNote = anEntry('note', { ...written, ...kazuko, at: at(19, 9), body: { text: '疼痛の訴えなし。' } })
const dose = anEntry('medicine-given', { ...written, ...kazuko })
const entries: readonly Entry[] = [
  aPatient({ number: aNumber(123), naming: known('髙橋', '和子', 'タカハシ', 'カズコ'), sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1948-05-03') }, bed: '507-2' }, { ...written, ...kazuko }),
  aPatient({ number: aNumber(124), naming: { kind: 'unknown', alias: ['オルゴール', 'ハーモニカ'] }, sex: 'male', birth: { kind: 'estimated-age', years: 50 }, bed: '502' }, { ...written, ...nameless }),
  anEntry('insurance-stated', { ...written, ...kazuko, body: { ...anEntry('insurance-stated').body, phone: '090-0000-1234', address: '架空市本町1-2-3' } }),
  anEntry('allergy-stated', { ...written, ...kazuko, body: { state: 'present', substances: [{ substance: 'ペニシリン系', reaction: 'アナフィラキシー' }], source: 'お薬手帳' } }),
  anEntry('vital-signs', { ...written, ...kazuko, body: { temperatureC: 38.2, pulsePerMin: 92, systolicMmHg: 118, diastolicMmHg: 70, respirationsPerMin: 18, spo2Percent: 97, oxygenLPerMin: null, jcs: '0', remark: '' } }),
  note, typedNote, dose, anEntry('medicine-given', { ...written, ...nameless }),
  anImported(anEntry('note', { ...kazuko, at: at(19, 8, 20), body: { text: '救急外来で右前腕を洗浄、被覆。' } })),
  anEntry('sheet-listed', { by: nurses[1], at: at(26, 10), recordedAt: at(26, 10), body: { title: '経過表（手書き）', pages: 2, written: '11/18〜11/19', patient: patientId(2) } }),
  anEntry('patient-linked', { ...kazuko, by: nurses[0], at: at(26, 9), recordedAt: at(26, 9), body: { to: { kind: 'hospital', hospitalId: '00031842', from: null }, reason: '診察券' } }),
  anEntry('match-decided', { ...kazuko, by: nurses[0], at: at(26, 9), recordedAt: at(26, 9), body: { ...anEntry('match-decided').body, hospitalId: '00031842', byTwo: { second: { staffNumber: nurses[1].staffNumber, name: nurses[1].name } } } }),
  anEntry('record-transcribed', { by: nurses[1], at: at(26, 11), recordedAt: at(26, 11), body: { of: [typedNote.id], step: 'transcribed', target: '00031842', note: '' } }),
  anEntry('record-transcribed', { by: nurses[0], at: at(26, 11), recordedAt: at(26, 11), body: { of: [note.id], step: 'begun', target: '00031842', note: '' } }),
  anEntry('check-signed', { by: nurses[0], at: at(26, 12), recordedAt: at(26, 12), body: { check: 'no-reason', count: 9, reason: '応援の職員が帰院し、確かめられない' } }),
]
const records = entries.map((entry, index) => ({ seq: 101 + index, entry }))
const view = wardOf(records)
const persons = personsOf(view)
const targets = targetsOf(view, persons)
const rows = inWorkOrder(recordsOf(records), persons)
const board = boardOf({ view, persons, records: records.map((record) => readRecord(record, [])), rows, doubles: [], drafts: [], realm: 'real', wards: [{ station: null, letters: letters(), name: '5階東' }], missingMedia: [1, 2] })
const counts = countsByKind(rows)
const list: readonly ReferencePatient[] = [
  { hospitalId: '00031842', family: '高橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ', sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1948-05-30') }, phone: '090-0000-1234', stay: null, allergies: null },
  { hospitalId: '00040077', family: '高橋', given: '和代', familyKana: 'タカハシ', givenKana: 'カズヨ', sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1948-05-03') }, phone: '', stay: null, allergies: null },
]
const people = comparedPeople(view)
const found = compareWithList(people.map(({ listed }) => listed), { count: list.length, at: (row) => listedOfReference(list[row] ?? never()) }, { today })
const candidates = (found?.matches ?? []).filter(({ asking }) => asking === 0).map(({ searched, scored, holds }) => {
  const patient = list[searched] ?? never()
  return { hospitalId: patient.hospitalId, name: shownName({ kind: 'known', ...patient }), kana: `${patient.familyKana} ${patient.givenKana}`, listed: listedOfReference(patient), scored, holds }
})
function never(): never {
  throw new Error('The list of the sample has it')
}
const nameOf = (patient: string): string => {
  const row = registeredPatients(view).find(({ id }) => id === patient)
  return row === undefined ? '—' : `${shownName(identityOf(row).naming)} ${row.registered.number}`
}

function Page({ tab, children }: { readonly tab: DeskTab; readonly children: React.ReactNode }) {
  return <OpenPage here="more" stage="standing-down"><ReconcileDesk tab={tab} onTab={nothing} counts={{ match: 1, transcribe: rows.length - 1, check: 4, close: 4 }} reading={{ is: 'read' }} onLeave={nothing}>{children}</ReconcileDesk></OpenPage>
}

function Matching({ comparing, chosen }: { readonly comparing: Comparing; readonly chosen: 0 | 1 }) {
  const [second, setSecond] = useState('')
  const shown = registeredPatients(view).map((row) => ({ row, target: chosen === 0 || row.id !== patientId(1) ? { decision: null, hospitalId: null } : (targets.get(row.id) ?? { decision: null, hospitalId: null }) }))
  const one = shown[chosen]?.row.id ?? null
  return (
    <Page tab="match">
      <MatchPanel
        people={shown} chosen={one} onChoose={nothing} today={today} comparing={comparing} onStop={nothing} onCompare={nothing} onImport={nothing}
        here={people[chosen]?.listed ?? null} candidates={chosen === 0 ? candidates : []} looked={chosen === 0 ? '00031842' : null} onLook={nothing} decided={null}
        form={<MatchDecisionForm hospitalId={chosen === 0 ? '00031842' : ''} second={second} onSecond={setSecond} secondName={null} saved={{ kind: 'nothing-yet' }} onDecide={() => [{ field: 'decision', code: 'decision-missing' }, { field: 'second', code: 'second-missing' }]} />}
      />
    </Page>
  )
}

function Working({ mode, of }: { readonly mode: Mode; readonly of: Entry | null }) {
  const row = of === null ? null : (rows.find(({ id }) => id === of.id) ?? null)
  const context = { placeOf: () => null, forms: [] }
  return (
    <Page tab="transcribe">
      <TranscribePanel
        mode={mode} onMode={nothing} filter={everything} onFilter={nothing} rows={rows} all={rows.length} nameOf={nameOf} chosen={row?.id ?? rows[0]?.id ?? null} onChoose={nothing} onOpen={nothing} onBegin={nothing} onAddSheet={nothing} onPrint={nothing} isListFocused={of === null} waits="choose"
        choices={{ patients: registeredPatients(view).map(({ id }) => ({ id, label: nameOf(id) })), kinds: [...new Set(rows.map(({ entry }) => entry.kind))], authors: [], wards: [] }}
      >
        {row === null ? null : (
          <CopyView
            mode={mode} row={row} fields={copyFields(row, context)} beside={of === note ? rows.filter(({ origin }) => origin !== null).map((other) => ({ row: other, fields: copyFields(other, context) })) : []}
            patient={row.patient === null ? null : (view.patients.get(row.patient) ?? null)} ward={row.origin?.letters ?? null} today={today} target={row.patient === null ? null : (targets.get(row.patient)?.hospitalId ?? null)} me={nurses[0].staffNumber}
            picture={null} onCopy={() => true} onDone={() => null} onNotNeeded={() => 'reason-empty'} onTakeBack={() => 'reason-empty'} onBack={nothing}
          />
        )}
      </TranscribePanel>
    </Page>
  )
}

const archives = (count: number): Archives => ({ lastRecord: 4790, archives: ([1, 2] as const).slice(0, count).map((medium) => ({ medium, sha256: Sha256.parse('3f0a91c2'.repeat(8)), bytes: 18_204_411, upTo: 4790, oneDevice: null, at: at(26, 14, 20) })) })
const figures = statisticsSections(statisticsOf({ entries: records.map(({ entry }) => ({ entry, from: 'AF' })), stations: [{ letters: 'AF', ward: '5階東病棟' }] }))[0]?.lines ?? []
const closing = (is: 'resting' | 'one-device', kept: number) => ({
  figures, onStatistics: nothing,
  archive: <ArchivePanel archives={archives(kept)} written={{ media: [{ label: '非常時記録 2026-11 その1', place: '診療情報管理室 金庫' }, { label: kept === 0 ? '' : '非常時記録 2026-11 その2', place: '分院 書庫' }] }} photos={is === 'resting' && kept === 2 ? { kept: 96, unread: 1, noRoom: 0 } : null} state={is === 'resting' ? { is } : { is, medium: 2 }} onWrite={nothing} onKeep={nothing} onStop={nothing} />,
})

export const samples: readonly Sample[] = [
  { name: 'reconcile-match', render: () => <Matching comparing={{ is: 'compared', takenAt: '11/26 08:30', people: 85_000 }} chosen={0} /> },
  { name: 'reconcile-match-no-list', render: () => <Matching comparing={{ is: 'no-list' }} chosen={1} /> },
  { name: 'reconcile-comparing', render: () => <Matching comparing={{ is: 'comparing', done: 32_768, of: 85_000 }} chosen={1} /> },
  { name: 'reconcile-list', render: () => <Working mode="type" of={null} /> },
  { name: 'reconcile-copy', render: () => <Working mode="type" of={dose} /> },
  { name: 'reconcile-beside', render: () => <Working mode="type" of={note} /> },
  { name: 'reconcile-checking', render: () => <Working mode="check" of={typedNote} /> },
  { name: 'reconcile-board', render: () => <Page tab="check"><CheckPanel board={board} counts={counts} isCompared nameOf={({ patient, text }) => [patient === null ? '' : nameOf(patient), text].join(' ').trim()} onLead={nothing} onSign={() => 'reason-empty'} /></Page> },
  { name: 'reconcile-close', render: () => <Page tab="close"><ClosePanel code={null} onMakeCode={nothing} onCodeOnPaper={nothing} open={4} onSignOff={nothing} onNumbers={nothing} onExport={nothing} onClose={nothing} {...closing('resting', 1)} /></Page> },
  { name: 'reconcile-close-one-device', render: () => <Page tab="close"><ClosePanel code={null} onMakeCode={nothing} onCodeOnPaper={nothing} open={2} onSignOff={nothing} onNumbers={nothing} onExport={nothing} onClose={nothing} {...closing('one-device', 1)} /></Page> },
  { name: 'reconcile-close-ready', render: () => <Page tab="close"><ClosePanel code={{ code: '7K2M-07K2-M07K', holder: 'C-0007' }} onMakeCode={nothing} onCodeOnPaper={nothing} open={0} onSignOff={nothing} onNumbers={nothing} onExport={nothing} onClose={nothing} {...closing('resting', 2)} /></Page> },
]
