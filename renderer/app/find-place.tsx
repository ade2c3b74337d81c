import { useMemo } from 'react'
import { searchTextOf } from '#domain/search/patient-text.ts'
import { rowsOf } from '#domain/search/rows.ts'
import { registeredPatients } from '#domain/view/ward-lists.ts'
import { FindScreen } from '../features/find/find-screen.tsx'
import type { ReferenceList } from '../features/find/results.ts'
import { goTo } from '../session/session.ts'
import { useNow } from './use-now.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** Finding a patient: the ward's own are read anew with every entry, the hospital's list stands as it was imported. */
export function FindPlace({ reference, onRegisterKnown, isInForce }: { readonly reference: ReferenceList | null; readonly onRegisterKnown: ((row: number) => void) | null; readonly isInForce: boolean }) {
  const { open } = useAtWork()
  const view = useWardView(open)
  const now = useNow()
  const ward = useMemo(() => {
    const patients = registeredPatients(view)
    return { patients, rows: rowsOf({ count: patients.length, at: (row) => searchTextOf(patients[row] ?? never()) }) }
  }, [view])
  return (
    <FindScreen
      ward={ward}
      reference={reference}
      now={now}
      onOpenChart={(patient) => goTo({ at: 'chart', patient, via: 'search' })}
      onRegisterKnown={onRegisterKnown}
      onRegister={isInForce ? () => goTo({ at: 'register', bed: null }) : null}
      onBack={() => goTo({ at: 'home' })}
    />
  )
}

function never(): never {
  throw new Error('Rows are asked for up to the count')
}
