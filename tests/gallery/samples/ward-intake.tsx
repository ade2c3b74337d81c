import { useState } from 'react'
import { emptyCompletion } from '#domain/identity/complete.ts'
import { possibleDuplicates } from '#domain/identity/evidence.ts'
import { identityOf } from '#domain/identity/identity.ts'
import { whatMoves } from '#domain/identity/link-patients.ts'
import { personsOf } from '#domain/identity/persons.ts'
import { emptyKnown, type KnownForm } from '#domain/identity/register-known.ts'
import { noBlanks } from '#domain/number/blank.ts'
import { newSeries } from '#domain/number/series.ts'
import { emptyIntake, type MassIntakeForm } from '#domain/patient/mass-intake.ts'
import type { NewbornForm } from '#domain/patient/newborn.ts'
import { shownName } from '#domain/patient/naming.ts'
import { emptyInsurance, type InsuranceForm } from '#domain/record/insurance-entry.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { ReferenceSetId } from '#domain/reference/reference-set.ts'
import { CalendarDate } from '#domain/time.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { Completion } from '#renderer/features/completion/completion.tsx'
import { PersonForm } from '#renderer/features/completion/person-form.tsx'
import { words as completionWords } from '#renderer/features/completion/words.ts'
import { IdentityScreen } from '#renderer/features/identity/identity-screen.tsx'
import { LinkDialog } from '#renderer/features/identity/link-dialog.tsx'
import { UnlinkDialog } from '#renderer/features/identity/unlink-dialog.tsx'
import { InsuranceScreen } from '#renderer/features/insurance/insurance-screen.tsx'
import { MassIntake } from '#renderer/features/mass-intake/mass-intake.tsx'
import { NewbornScreen } from '#renderer/features/newborn/newborn-screen.tsx'
import { RegisterKnown } from '#renderer/features/register-known/register-known.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useWords } from '#renderer/ui/language.tsx'
import { ReferenceAge } from '#renderer/ui/reference-age.tsx'
import { anEntry, anInstant, aNumber, aNurse, aPatient, entryId, letters, patientId, testId } from '#tests/builders.ts'
import { wardOf } from '#domain/view/ward.ts'
import type { Sample } from '../sample.ts'
import { at, today } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const none = (): null => null
const saved = { kind: 'nothing-yet' } as const
const words = ['ドングリ', 'ヨット', 'カモメ', 'ロケット', 'ツバメ', 'ピアノ', 'ハシゴ', 'ルビー']
const taken = [40, 39, 38, 37, 36, 35, 34].toReversed().flatMap((n, place) => {
  const when = at(20, 16, n - 20)
  const about = { patient: patientId(n), at: when, recordedAt: when, by: aNurse({ name: '佐藤 美咲' }) }
  return [
    aPatient({ number: aNumber(n), naming: { kind: 'unknown', alias: [words[place] ?? 'セカイ', words[place + 1] ?? 'リボン'] }, sex: place % 3 === 0 ? 'unknown' : place % 2 === 0 ? 'male' : 'female', birth: place === 2 ? { kind: 'unknown' } : { kind: 'age-band', from: place % 2 === 0 ? 40 : 65, to: place % 2 === 0 ? 64 : 79 }, way: 'mass-intake' }, about),
    anEntry('triage-decided', { ...about, body: { ...anEntry('triage-decided').body, method: 'tag', suggested: null, ruleSet: null, values: null, who: null, overrideReason: '', decided: (['I', 'II', 'III', '0'] as const)[place % 4] ?? 'I', tagNumber: `T-03${n}` } }),
  ]
})
const named = aPatient({ number: aNumber(51), naming: { kind: 'known', family: '髙橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ' }, sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1948-05-03') }, bed: '507-2' }, { patient: patientId(51), at: at(20, 9, 0) })
const claimed = anEntry('identity-claimed', { patient: patientId(34), at: at(20, 16, 30), body: { naming: { kind: 'known', family: '高橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ' }, sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1948-05-03') }, hospitalId: '00481207', how: 'family-said', from: null, note: '長女より' } })
const view = wardOf([named, ...taken, claimed].map((entry, index) => ({ seq: index + 1, entry })))
const rows = registeredPatients(view)
const row = (n: number) => rows.find(({ id }) => id === patientId(n)) ?? never()
const never = (): never => {
  throw new Error('The sample ward has this patient')
}
const desk = {
  entry: entryId(1), patient: patientId(900), triageEntry: entryId(2), alias: ['ヒコウキ', 'メダル'] satisfies [string, string], aliasesGiven: [], series: { ...newSeries('real', letters()), given: 40 }, blanks: { ...noBlanks({ realm: 'real', letters: letters() }), setAside: [{ letters: letters(), first: 7, last: 12 }], used: new Set([aNumber(8)]) }, today, at: null,
  post: { place: '救急外来', organisation: '灯病院', job: 'nurse' as const },
}

function Intake({ from = {} }: { readonly from?: Partial<MassIntakeForm> }) {
  const [form, setForm] = useState<MassIntakeForm>({ ...emptyIntake, ...from })
  return (
    <OpenPage here="register">
      <MassIntake
        form={form} onForm={setForm} desk={desk} taken={rows.filter(({ registered }) => registered.way === 'mass-intake').toReversed()} since={at(20, 16, 2)} worn={[]} saved={saved} last={{ number: aNumber(40), at: at(20, 16, 23, 41) }} photos={1}
        onPhoto={nothing} onSave={nothing} onOpenChart={nothing} onSingle={nothing} onCompletion={nothing} dialog={null}
      />
    </OpenPage>
  )
}

function Completing() {
  const say = useWords(completionWords)
  const [form, setForm] = useState({ ...emptyCompletion, family: '高橋', given: '和子', birthText: 's23.5.3', sex: 'female' })
  const chosen = row(36)
  return (
    <OpenPage here="register">
      <Completion
        rows={rows.filter(({ registered }) => registered.way === 'mass-intake')} chosen={chosen} today={today} onChoose={nothing} onOpenChart={nothing} onBack={nothing} onSave={nothing}
        form={<PersonForm form={form} onForm={setForm} issues={[{ field: 'how', code: 'how-not-said' }]} alike={['髙橋 和子（507-2）']} today={today} />}
        foot={<Button look="primary" keys={['Ctrl', 'Enter']} onPress={nothing}>{say.save}</Button>}
      />
    </OpenPage>
  )
}

const patient = row(34)
const identity = {
  identity: identityOf(patient), today, duplicates: possibleDuplicates(patient, rows, personsOf(view)), linked: [], saved, second: '森', onSecond: nothing, secondName: '森 一郎',
  onVerify: none, onHospital: none, onChoose: nothing, onNumber: none, onUnlink: nothing, onBack: nothing,
}
const listed: ReferencePatient = {
  hospitalId: '00481207', family: '髙橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ', sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1948-05-03') }, phone: '',
  stay: { ward: '5階東', bed: '507-2', admittedOn: CalendarDate.parse('2026-11-15') }, allergies: [{ substance: 'セファゾリン', note: '発疹' }, { substance: 'そば', note: '' }],
}

function Known({ isNameAlike, blank = '' }: { readonly isNameAlike: boolean; readonly blank?: string }) {
  const [form, setForm] = useState<KnownForm>({ ...emptyKnown, how: 'band-or-card', bed: '507-2', blank })
  return (
    <OpenPage here="register">
      <RegisterKnown
        patient={listed} age={<ReferenceAge takenAt={anInstant('2026-11-17T22:40:00.000Z')} stoppedAt={at(18, 14, 40)} now={at(20, 16, 24)} />} form={form} onForm={setForm} saved={saved} onSave={nothing} onOpenHere={nothing} onBack={nothing}
        desk={{ ...desk, claim: entryId(3), allergy: entryId(4), from: { set: ReferenceSetId.parse(testId(77)), takenAt: anInstant() }, source: '', isNameAlike, rows: [] }}
      />
    </OpenPage>
  )
}

function Born({ blank = '' }: { readonly blank?: string }) {
  const [form, setForm] = useState<NewbornForm>({ sex: 'female', birthText: '', order: '1', bed: '507-2', blank })
  return <OpenPage here="register"><NewbornScreen mother={row(51)} form={form} onForm={setForm} desk={desk} saved={saved} onSave={nothing} onBack={nothing} /></OpenPage>
}

const saidBefore = anEntry('insurance-stated', { patient: patientId(51), at: at(20, 9, 30), by: aNurse({ name: '佐藤 美咲' }) })
const insured = { kind: 'insurance-stated' as const, body: saidBefore.body, by: saidBefore.by, at: saidBefore.at, entry: saidBefore.id, seq: 90 }

function Insured({ from, isFirst = true }: { readonly from: Partial<InsuranceForm>; readonly isFirst?: boolean }) {
  const [form, setForm] = useState<InsuranceForm>({ ...emptyInsurance, ...from })
  return <OpenPage here="register"><InsuranceScreen row={row(51)} today={today} last={isFirst ? null : insured} form={form} onForm={setForm} desk={{ patient: patientId(51), entry: entryId(8) }} saved={saved} onSave={nothing} onBack={nothing} /></OpenPage>
}

export const samples: readonly Sample[] = [
  { name: 'mass-intake', render: () => <Intake from={{ category: 'II', band: 4, tagNumber: 'T-0312' }} /> },
  { name: 'mass-intake-blank', render: () => <Intake from={{ category: 'I', blank: aNumber(9) }} /> },
  { name: 'newborn', render: () => <Born /> },
  { name: 'newborn-blank', render: () => <Born blank={aNumber(7)} /> },
  { name: 'insurance', render: () => <Insured from={{}} /> },
  { name: 'insurance-employee', render: () => <Insured isFirst={false} from={{ kind: 'employee', workplace: '灯製作所 第二工場', address: '灯市東町1-2-3', waivers: ['house-damaged'] }} /> },
  { name: 'insurance-refused', render: () => <Insured from={{ kind: 'national', insurer: '33120014', number: '1234 5678 9018', branch: '5' }} /> },
  { name: 'completion', render: () => <Completing /> },
  { name: 'identity', render: () => <OpenPage here="ward"><IdentityScreen {...identity} dialog={null} /></OpenPage> },
  { name: 'identity-link', render: () => <OpenPage here="ward"><IdentityScreen {...identity} dialog={<LinkDialog one={patient} other={row(51)} moves={whatMoves(patient, row(51), (one) => shownName(identityOf(one).naming))} today={today} onLink={none} onCancel={nothing} />} /></OpenPage> },
  { name: 'identity-unlink', render: () => <OpenPage here="ward"><IdentityScreen {...identity} dialog={<UnlinkDialog impacts={[claimed, ...taken.slice(0, 3)].map((entry, seq) => ({ seq, entry, of: 'written', number: aNumber(34) }))} onUnlink={() => null} onCancel={nothing} />} /></OpenPage> },
  { name: 'register-known', render: () => <Known isNameAlike={false} /> },
  { name: 'register-known-alike', render: () => <Known isNameAlike /> },
  { name: 'register-known-blank', render: () => <Known isNameAlike={false} blank={aNumber(8)} /> },
]
