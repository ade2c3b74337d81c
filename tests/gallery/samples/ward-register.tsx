import { useState } from 'react'
import { noBlanks } from '#domain/number/blank.ts'
import { newSeries } from '#domain/number/series.ts'
import { emptyForm, type RegistrationForm } from '#domain/patient/register.ts'
import { CalendarDate } from '#domain/time.ts'
import { Register } from '#renderer/features/register/register.tsx'
import { Registered } from '#renderer/features/register/registered.tsx'
import type { Saved } from '#renderer/ui/saved-state.tsx'
import { aNumber, entryId, letters, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const patients = rowsOf(wardOfGallery())
const desk = { entry: entryId(1), patient: patientId(900), alias: ['ドングリ', 'ヨット'] satisfies [string, string], aliasesGiven: [], series: { ...newSeries('real', letters()), given: 28 }, blanks: { ...noBlanks({ realm: 'real', letters: letters() }), setAside: [{ letters: letters(), first: 7, last: 12 }], used: new Set([aNumber(8)]) }, today, at: null }

function RegisterSample({ from = {}, saved = { kind: 'nothing-yet' }, photos = 0 }: { readonly photos?: number; readonly from?: Partial<RegistrationForm>; readonly saved?: Saved }) {
  const [form, setForm] = useState<RegistrationForm>({ ...emptyForm, ...from })
  return (
    <OpenPage here="register">
      <Register form={form} onForm={setForm} desk={desk} patients={patients} freeBeds={['505-3', '507-4', '510-4', '臨3', '臨4']} saved={saved} photos={photos} onPhoto={nothing} onSave={nothing} onOtherAlias={nothing} onOpenChart={nothing} onMass={nothing} onBack={nothing} />
    </OpenPage>
  )
}

export const samples: readonly Sample[] = [
  { name: 'register', render: () => <RegisterSample /> },
  { name: 'register-alike', render: () => <RegisterSample from={{ family: '高橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ', birthText: 's31.11.21', sex: 'female', bed: '507-4' }} saved={{ kind: 'unsaved', isDraftKept: true }} /> },
  { name: 'register-outside-era', render: () => <RegisterSample from={{ family: '今井', familyKana: 'イマイ', birthText: '昭和64年1月9日', sex: 'male' }} saved={{ kind: 'unsaved', isDraftKept: true }} /> },
  { name: 'register-refused', render: () => <RegisterSample from={{ family: '二\n行', familyKana: '\u0000', birthText: '25.3.4', estimatedAge: '200', features: '背が高い。\u0007' }} saved={{ kind: 'unsaved', isDraftKept: true }} /> },
  { name: 'register-blank', render: () => <RegisterSample from={{ blank: aNumber(9) }} saved={{ kind: 'unsaved', isDraftKept: true }} /> },
  { name: 'register-blank-refused', render: () => <RegisterSample from={{ blank: aNumber(8) }} saved={{ kind: 'unsaved', isDraftKept: true }} /> },
  { name: 'register-transfer', render: () => <RegisterSample photos={2} from={{ family: '今井', familyKana: 'イマイ', sex: 'male', isTransfer: true, cameFrom: '灯市立病院 3階西', sentBy: '森 一郎', otherNumber: '00481207', letter: 'yes' }} saved={{ kind: 'unsaved', isDraftKept: true }} /> },
  { name: 'register-cannot-save', render: () => <RegisterSample from={{ features: '左前腕に手術あと' }} saved={{ kind: 'cannot-save' }} /> },
  {
    name: 'registered',
    render: () => (
      <OpenPage here="register">
        <Registered
          body={{ number: aNumber(29), naming: { kind: 'unknown', alias: ['ドングリ', 'ヨット'] }, sex: 'unknown', birth: { kind: 'unknown' }, bed: '臨3', features: '', way: 'form', mother: null, arrival: null }}
          today={today} savedAt={at(20, 16, 23, 41)} onPrint={nothing} onInsurance={nothing} onOpenChart={nothing} onNext={nothing} onBack={nothing}
        />
      </OpenPage>
    ),
  },
  {
    name: 'registered-known',
    render: () => (
      <OpenPage here="register">
        <Registered
          body={{ number: aNumber(30), naming: { kind: 'known', family: '高橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ' }, sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1956-11-21') }, bed: null, features: '', way: 'form', mother: null, arrival: null }}
          today={today} savedAt={at(20, 16, 23, 41)} onPrint={nothing} onInsurance={nothing} onOpenChart={nothing} onNext={nothing} onBack={nothing}
        />
      </OpenPage>
    ),
  },
]
