import { useState } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { Board } from '#renderer/features/board/board.tsx'
import { censusOf } from '#domain/view/census.ts'
import { personOf, wardPeople } from '#domain/view/ward-people.ts'
import { wardOf, type PatientRow } from '#domain/view/ward.ts'
import { emptyRound, type RoundForm } from '#domain/record/vital-round.ts'
import { CensusScreen } from '#renderer/features/census/census-screen.tsx'
import { VitalRoundRow } from '#renderer/features/vital-round/vital-round-row.tsx'
import { VitalRoundScreen } from '#renderer/features/vital-round/vital-round-screen.tsx'
import { anEntry, patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { at, beds, now, rowsOf, today, wardOfGallery, withTriage } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}

function BoardSample({ patients, chosen = null, isReading = false }: { readonly patients: readonly PatientRow[]; readonly chosen?: PatientId | null; readonly isReading?: boolean }) {
  const [now, choose] = useState(chosen)
  const extra = Array.from({ length: 12 }, (_, index) => `${601 + Math.floor(index / 4)}-${(index % 4) + 1}`)
  return (
    <OpenPage>
      <Board beds={patients.length > 40 ? [...beds, ...extra] : beds} people={patients.map((row) => personOf(row))} today={today} chosen={now} onChoose={choose} onOpen={nothing} onRegister={nothing} onMove={nothing} onCensus={nothing} onRound={nothing} onTriage={nothing} isReading={isReading} />
    </OpenPage>
  )
}

function WhereSample() {
  const [chosen, choose] = useState<PatientId | null>(patientId(6))
  return <OpenPage><Board beds={beds} people={wardPeople(where).here} today={today} chosen={chosen} onChoose={choose} onOpen={nothing} onRegister={nothing} onMove={nothing} onCensus={nothing} onRound={nothing} onTriage={nothing} /></OpenPage>
}

const halfTyped: readonly Partial<RoundForm>[] = [{ temperature: '36.8', pulse: '72', respirations: '18', pressure: '12476', spo2: '97' }, { temperature: '38.6', pulse: '104', respirations: '23', pressure: '9456', spo2: '48' }]

function RoundSample() {
  const people = rowsOf(wardOfGallery()).slice(0, 12).map((row) => personOf(row))
  const [forms, setForms] = useState<readonly RoundForm[]>(people.map((_, index) => ({ ...emptyRound, ...halfTyped[index] })))
  return (
    <OpenPage>
      <VitalRoundScreen
        done={1} of={people.length} onBack={nothing}
        rows={people.map((person, index) => (
          <VitalRoundRow key={person.row.id} person={person} form={forms[index] ?? emptyRound} onForm={(form) => setForms(forms.map((one, at) => (at === index ? form : one)))} saved={index === 0 ? { kind: 'saved', at: at(20, 16, 23, 41) } : { kind: 'nothing-yet' }} isFirst={index === 1} onSave={nothing} onLeave={nothing} />
        ))}
      />
    </OpenPage>
  )
}

const ward = rowsOf(wardOfGallery())
const triaged = rowsOf(withTriage(wardOfGallery(), [[1, 'I'], [4, 'I'], [6, 'II'], [9, 'III'], [26, 'II'], [17, '0']]))
const where = wardOf([
  anEntry('stay-changed', { patient: patientId(3), at: at(20, 9), recordedAt: at(20, 9), body: { change: 'on-leave', to: '自宅', mobility: 'walking', handedOver: '', note: '' } }),
  anEntry('stay-changed', { patient: patientId(5), at: at(20, 10), recordedAt: at(20, 10), body: { change: 'discharged', to: '自宅', mobility: 'walking', handedOver: '', note: '' } }),
  anEntry('care-needs-stated', { patient: patientId(6), at: at(20, 10), recordedAt: at(20, 10), body: { mobility: 'stretcher', isolation: ['contact', 'droplet'], note: '' } }),
  anEntry('death-confirmed', { patient: patientId(17), at: at(20, 11), recordedAt: at(20, 11) }),
].map((entry, index) => ({ seq: 5000 + index, entry })), wardOfGallery())

export const samples: readonly Sample[] = [
  { name: 'vital-round', render: () => <RoundSample />, focus: '[data-round-row]:nth-child(2) [data-round="spo2"]' },
  { name: 'board', render: () => <BoardSample patients={ward} chosen={patientId(1)} />, focus: '[role="grid"]' },
  { name: 'board-where', render: () => <WhereSample /> },
  { name: 'census', render: () => <OpenPage><CensusScreen census={censusOf(where, beds, today)} now={now} onPrint={nothing} onBack={nothing} /></OpenPage> },
  { name: 'board-none-chosen', render: () => <BoardSample patients={ward} isReading /> },
  { name: 'board-triage', render: () => <BoardSample patients={triaged} chosen={patientId(4)} /> },
  { name: 'board-sixty', render: () => <BoardSample patients={rowsOf(wardOfGallery(60))} chosen={patientId(30)} /> },
  { name: 'board-many', render: () => <BoardSample patients={rowsOf(wardOfGallery(300))} chosen={patientId(3)} /> },
  { name: 'board-empty', render: () => <BoardSample patients={[]} /> },
]
