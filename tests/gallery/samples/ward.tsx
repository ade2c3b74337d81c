import { useState } from 'react'
import type { PatientId } from '#domain/ids.ts'
import { Board } from '#renderer/features/board/board.tsx'
import type { PatientRow } from '#domain/view/ward.ts'
import { patientId } from '#tests/builders.ts'
import type { Sample } from '../sample.ts'
import { beds, rowsOf, today, wardOfGallery, withTriage } from '../ward-fixture.ts'
import { OpenPage } from './shell.tsx'

const nothing = (): void => {}

function BoardSample({ patients, chosen = null, isReading = false }: { readonly patients: readonly PatientRow[]; readonly chosen?: PatientId | null; readonly isReading?: boolean }) {
  const [now, choose] = useState(chosen)
  const extra = Array.from({ length: 12 }, (_, index) => `${601 + Math.floor(index / 4)}-${(index % 4) + 1}`)
  return (
    <OpenPage>
      <Board beds={patients.length > 40 ? [...beds, ...extra] : beds} patients={patients} today={today} chosen={now} onChoose={choose} onOpen={nothing} onRegister={nothing} onTriage={nothing} isReading={isReading} />
    </OpenPage>
  )
}

const ward = rowsOf(wardOfGallery())
const triaged = rowsOf(withTriage(wardOfGallery(), [[1, 'I'], [4, 'I'], [6, 'II'], [9, 'III'], [26, 'II'], [17, '0']]))

export const samples: readonly Sample[] = [
  { name: 'board', render: () => <BoardSample patients={ward} chosen={patientId(1)} />, focus: '[role="grid"]' },
  { name: 'board-none-chosen', render: () => <BoardSample patients={ward} isReading /> },
  { name: 'board-triage', render: () => <BoardSample patients={triaged} chosen={patientId(4)} /> },
  { name: 'board-sixty', render: () => <BoardSample patients={rowsOf(wardOfGallery(60))} chosen={patientId(30)} /> },
  { name: 'board-many', render: () => <BoardSample patients={rowsOf(wardOfGallery(300))} chosen={patientId(3)} /> },
  { name: 'board-empty', render: () => <BoardSample patients={[]} /> },
]
