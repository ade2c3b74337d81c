import { allergyOfPerson, personsOf } from '../identity/persons.ts'
import type { PatientId } from '../ids.ts'
import type { Isolation, Mobility } from '../record/stay.ts'
import type { TriageCategory } from '../triage/category.ts'
import { bedNow, deathOf, isHere, isolationOf, mobilityOf, presenceOf, type Presence } from './presence.ts'
import { isNewer, vitalsTogether, type Vitals } from './latest-vitals.ts'
import type { AllergyNow, PatientRow, WardView } from './ward.ts'

/** A person of the ward: listed once, however many registrations were linked. */
export type WardPerson = {
  /** The main registration: under it the person is listed and opened. */
  readonly row: PatientRow
  /** The other registrations of the same person, in the order they came. */
  readonly others: readonly PatientRow[]
  readonly presence: Presence
  readonly hasDied: boolean
  readonly bed: string | null
  readonly mobility: Mobility | null
  readonly isolation: readonly Isolation[] | null
  /** The union of all registrations. */
  readonly allergy: AllergyNow
  /** The newest of all registrations; null: none yet. */
  readonly triage: TriageCategory | null
  /** The newest of each sign, of all registrations. */
  readonly vitals: Vitals
}

export type WardPeople = {
  /** Whom the ward answers for now, those on leave and the dead who have not left among them; in the order they came. */
  readonly here: readonly WardPerson[]
  /** Sent on or discharged: on no list of the ward, found by search, opened as before. */
  readonly left: readonly WardPerson[]
}

export const nobody: WardPeople = { here: [], left: [] }

/** Everybody of the ward, each exactly once (STAY-2). People in whom nothing changed since `before` stay the same objects, so that nothing of them is drawn again. */
export function wardPeople(view: Pick<WardView, 'patients'>, before: WardPeople = nobody): WardPeople {
  const known = new Map([...before.here, ...before.left].map((person) => [person.row.id, person]))
  const people = groupsOf(view).map(([row, ...others]) => {
    const prior = known.get(row.id)
    return prior !== undefined && prior.row === row && isSame(prior.others, others) ? prior : personOf(row, others)
  })
  return { here: people.filter(({ presence }) => isHere(presence)), left: people.filter(({ presence }) => !isHere(presence)) }
}

type Group = readonly [PatientRow, ...(readonly PatientRow[])]

function groupsOf(view: Pick<WardView, 'patients'>): readonly Group[] {
  const rows = [...view.patients.values()]
  // Nearly every ward, and asked with every entry.
  if (!rows.some(({ facts }) => facts.some(({ kind }) => kind === 'patient-linked'))) return rows.map((row): Group => [row])
  const persons = personsOf(view)
  return rows.filter(({ id }) => persons.mainOf(id) === id).map((row): Group => [row, ...persons.membersOf(row.id).slice(1).flatMap((id) => view.patients.get(id) ?? [])])
}

export function personOf(row: PatientRow, others: readonly PatientRow[] = []): WardPerson {
  const members = [row, ...others]
  return {
    row, others,
    presence: presenceOf(...members), hasDied: deathOf(...members) !== null, bed: bedNow(...members),
    mobility: mobilityOf(...members), isolation: isolationOf(...members), allergy: allergyOfPerson(members), triage: triageOfPerson(members),
    vitals: vitalsTogether(members.map(({ vitals }) => vitals)),
  }
}

/** The person a registration belongs to; null for one that is not of this ward. */
export function personWith(people: WardPeople, patient: PatientId): WardPerson | null {
  return [...people.here, ...people.left].find((person) => isOf(person, patient)) ?? null
}

/** Whether a registration is one of this person's: nobody is taken for another because two of theirs were linked. */
export function isOf({ row, others }: WardPerson, patient: PatientId): boolean {
  return row.id === patient || others.some(({ id }) => id === patient)
}

function triageOfPerson(members: readonly PatientRow[]): TriageCategory | null {
  const newest = members.flatMap(({ triages }) => triages.slice(0, 1)).toSorted((one, two) => (isNewer(one, two) ? -1 : 1))
  return newest[0]?.decided ?? null
}

function isSame(one: readonly PatientRow[], two: readonly PatientRow[]): boolean {
  return one.length === two.length && one.every((row, at) => row === two[at])
}
