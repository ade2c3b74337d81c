import { whoOf } from '#domain/identity/identity.ts'
import type { PatientId } from '#domain/ids.ts'
import { alikeAmong } from '#domain/patient/similar.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'

/** Patients whose name is the same as, or one sound from, somebody else's here. One family name alone is not marked: half a ward would be. */
export function alikeOnWard(people: readonly WardPerson[]): ReadonlySet<PatientId> {
  const named = people.flatMap(({ row }) => {
    const who = whoOf(row)
    return who === null ? [] : [{ id: row.id, naming: who.naming }]
  })
  return new Set([...alikeAmong(named).among].map(({ id }) => id))
}
