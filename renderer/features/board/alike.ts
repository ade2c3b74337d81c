import type { PatientId } from '#domain/ids.ts'
import { alikeIn } from '#domain/patient/similar.ts'
import type { PatientRow } from '#domain/view/ward.ts'

/** Patients whose name is the same as, or one sound from, somebody else's here. One family name alone is not marked: half a ward would be. */
export function alikeOnWard(patients: readonly PatientRow[]): ReadonlySet<PatientId> {
  const named = patients.flatMap(({ id, registered }) => (registered === null ? [] : [{ id, naming: registered.naming }]))
  const alike = named.flatMap((one, index) =>
    alikeIn(one.naming, named.slice(index + 1))
      .filter(({ likeness }) => likeness !== 'same-family')
      .flatMap(({ other }) => [one.id, other.id]),
  )
  return new Set(alike)
}
