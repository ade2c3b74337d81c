import type { Persons } from '../identity/persons.ts'
import type { PatientId } from '../ids.ts'
import { factsOf, type Fact } from '../view/facts.ts'
import type { PatientRow, WardView } from '../view/ward.ts'

/** What was decided of a person, in whichever of their registrations, and the hospital's number their records are typed under. */
export type Target = { readonly decision: Fact<'match-decided'> | null; readonly hospitalId: string | null }

/**
 * The number holds while the decision and the link to it both stand: whoever takes one of them back has taken the number away.
 * Rule REC-11.
 */
export function targetOf(members: readonly Pick<PatientRow, 'facts'>[]): Target {
  const newest = members.flatMap((row) => factsOf(row, 'match-decided')).toSorted(newestSaid)
  const decision = newest[0] ?? null
  const said = decision?.body.hospitalId ?? null
  const isLinked = said !== null && members.some((row) => linkedNumber(row) === said)
  return { decision, hospitalId: isLinked ? said : null }
}

/** By when, then by id: in which order two desks' decisions came to this journal decides nothing. */
function newestSaid(one: Pick<Fact, 'at' | 'entry'>, two: Pick<Fact, 'at' | 'entry'>): number {
  return one.at > two.at ? -1 : one.at < two.at ? 1 : one.entry > two.entry ? -1 : 1
}

/** By the newest link that counts. */
function linkedNumber(row: Pick<PatientRow, 'facts'>): string | null {
  const link = factsOf(row, 'patient-linked').toSorted(newestSaid).find(({ body }) => body.to.kind === 'hospital')
  return link?.body.to.kind === 'hospital' ? link.body.to.hospitalId : null
}

/** Of every registration of the ward its person's target, and whose it is. */
export function targetsOf(view: Pick<WardView, 'patients'>, persons: Persons): ReadonlyMap<PatientId, Target> {
  const byMain = new Map<PatientId, Target>()
  return new Map([...view.patients.keys()].map((patient) => {
    const main = persons.mainOf(patient)
    const known = byMain.get(main)
    if (known !== undefined) return [patient, known]
    const target = targetOf(persons.membersOf(main).flatMap((member) => view.patients.get(member) ?? []))
    byMain.set(main, target)
    return [patient, target]
  }))
}
