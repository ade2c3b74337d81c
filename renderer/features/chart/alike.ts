import { alikeIn } from '#domain/patient/similar.ts'
import type { PatientRow } from '#domain/view/ward.ts'

/** Who else here could be taken for this patient by name, worst first; one family name alone is left out. */
export function alikePatients(row: PatientRow, all: Iterable<PatientRow>): readonly PatientRow[] {
  const { registered } = row
  if (registered === null) return []
  const others = [...all].flatMap((other) => (other.id === row.id || other.registered === null ? [] : [{ row: other, naming: other.registered.naming }]))
  return alikeIn(registered.naming, others)
    .filter(({ likeness }) => likeness !== 'same-family')
    .map(({ other }) => other.row)
}
