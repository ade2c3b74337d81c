import type { PatientId } from '#domain/ids.ts'
import type { Blanks } from '#domain/number/blank.ts'
import type { WardNumber } from '#domain/number/ward-number.ts'
import { blanksOf } from '#domain/view/bands.ts'
import { useScans } from '../ui/scans.tsx'
import { blankScanned } from './take-blank.ts'
import { useAtWork, useWardView } from './ward-context.ts'

/** The pre-printed numbers a form of registration may give to `patient`; one that is scanned from anywhere in it is taken. `onScanned` null: the form is done. */
export function useBlanks(patient: PatientId, onScanned: ((number: WardNumber) => void) | null): Blanks {
  const { open, status } = useAtWork()
  const blanks = blanksOf(useWardView(open), { realm: status.realm, letters: status.card.profile.letters }, patient)
  useScans(({ text }) => {
    const number = onScanned === null ? null : blankScanned(text, blanks)
    if (number !== null) onScanned?.(number)
    return number !== null
  })
  return blanks
}
