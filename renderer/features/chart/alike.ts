import { whoOf } from '#domain/identity/identity.ts'
import { alikeIn } from '#domain/patient/similar.ts'
import type { PatientRow } from '#domain/view/ward.ts'

/** Who else here could be taken for this patient by name, worst first; one family name alone is left out. */
export function alikePatients(row: PatientRow, all: Iterable<PatientRow>): readonly PatientRow[] {
  const who = whoOf(row)
  if (who === null) return []
  const others = [...all].flatMap((other) => {
    const naming = other.id === row.id ? undefined : whoOf(other)?.naming
    return naming === undefined ? [] : [{ row: other, naming }]
  })
  return alikeIn(who.naming, others)
    .filter(({ likeness }) => likeness !== 'same-family')
    .map(({ other }) => other.row)
}
