import { CalendarDate, instantOf } from '#domain/time.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { find } from '#domain/search/find.ts'
import { searchTextOf, searchTextOfReference } from '#domain/search/patient-text.ts'
import { rowsOf } from '#domain/search/rows.ts'
import { buildSearch } from '#domain/search/search-index.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { FindScreen } from '#renderer/features/find/find-screen.tsx'
import type { ReferenceList } from '#renderer/features/find/results.ts'
import { inventedPatients } from '#tests/patients.ts'
import type { Sample } from '../sample.ts'
import { now, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}
const patients = registeredPatients(wardOfGallery())
const ward = { patients, rows: rowsOf({ count: patients.length, at: (row) => searchTextOf(patients[row] ?? never()) }) }
const listed: readonly ReferencePatient[] = [
  { hospitalId: '0001023412', family: '高橋', given: '和子', familyKana: 'タカハシ', givenKana: 'カズコ', sex: 'female', birth: { kind: 'day', on: CalendarDate.parse('1948-05-03') }, phone: '', stay: { ward: '5階東', bed: '507-2', admittedOn: null }, allergies: null },
  ...inventedPatients(2000).map(({ ids, family, given, familyKana, givenKana, sex, birth, bed }): ReferencePatient => ({ hospitalId: ids[0] ?? '', family, given, familyKana, givenKana, sex, birth, phone: '', stay: bed === '' ? null : { ward: '6階西', bed, admittedOn: null }, allergies: null })),
]
const index = buildSearch({ count: listed.length, at: (row) => searchTextOfReference(listed[row] ?? never()) })
const reference: ReferenceList = { takenAt: instantOf(Date.UTC(2026, 10, 20, 0, 24)), importedAt: instantOf(Date.UTC(2026, 10, 20, 0, 30)), count: listed.length, find: (typed, most) => find(index, typed, most), at: (row) => listed[row] ?? never() }

function FindSample({ typed, chosen = null, hasList = true }: { readonly typed: string; readonly chosen?: number | null; readonly hasList?: boolean }) {
  return (
    <OpenPage here="find">
      <FindScreen ward={ward} reference={hasList ? reference : null} now={now} from={{ typed, chosen }} onOpenChart={nothing} onRegisterKnown={nothing} onRegister={nothing} onBack={nothing} />
    </OpenPage>
  )
}

function never(): never {
  throw new Error('Rows are asked for up to the count')
}

export const samples: readonly Sample[] = [
  { name: 'find', render: () => <FindSample typed="" /> },
  { name: 'find-alike', render: () => <FindSample typed="takaha" chosen={0} /> },
  { name: 'find-reference', render: () => <FindSample typed="s25" chosen={2} /> },
  { name: 'find-no-list', render: () => <FindSample typed="ハーモ" hasList={false} /> },
  { name: 'find-nobody', render: () => <FindSample typed="D-AF-00123-1" /> },
]
