import { useState } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { Board, type Triage } from '#renderer/features/board/board.tsx'
import type { PatientRow } from '#domain/view/ward.ts'
import { patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { beds, rowsOf, today, wardOfGallery } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}

function BoardSample({ patients, chosen = null, triage = null, isReading = false }: { readonly patients: readonly PatientRow[]; readonly chosen?: PatientId | null; readonly triage?: Triage | null; readonly isReading?: boolean }) {
  const [now, choose] = useState(chosen)
  const extra = Array.from({ length: 12 }, (_, index) => `${601 + Math.floor(index / 4)}-${(index % 4) + 1}`)
  return (
    <OpenPage>
      <Board beds={patients.length > 40 ? [...beds, ...extra] : beds} patients={patients} today={today} chosen={now} onChoose={choose} onOpen={nothing} onRegister={nothing} triage={triage} isReading={isReading} />
    </OpenPage>
  )
}

const ward = rowsOf(wardOfGallery())
const triage: Triage = new Map([[patientId(1), 'I'], [patientId(4), 'I'], [patientId(6), 'II'], [patientId(9), 'III'], [patientId(26), 'II']])

export const samples: readonly Sample[] = [
  { name: 'board', render: () => <BoardSample patients={ward} chosen={patientId(1)} />, focus: '[role="grid"]' },
  { name: 'board-none-chosen', render: () => <BoardSample patients={ward} isReading /> },
  { name: 'board-triage', render: () => <BoardSample patients={ward} chosen={patientId(4)} triage={triage} /> },
  { name: 'board-sixty', render: () => <BoardSample patients={rowsOf(wardOfGallery(60))} chosen={patientId(30)} /> },
  { name: 'board-many', render: () => <BoardSample patients={rowsOf(wardOfGallery(300))} chosen={patientId(3)} /> },
  { name: 'board-empty', render: () => <BoardSample patients={[]} /> },
]
