import type { PatientId } from '../ids.ts'
import type { AllergyNow, PatientRow, WardView } from '../view/ward.ts'
import { allergyOf } from '../view/ward.ts'
import { factsOf, type Fact } from '../view/facts.ts'

/** Which registrations of the ward are one person. */
export type Persons = {
  /** The registration under which a person is listed: their own, unless a link leads to another. */
  readonly mainOf: (patient: PatientId) => PatientId
  /** Every registration of the same person, the main one first, then in the order they came. */
  readonly membersOf: (patient: PatientId) => readonly PatientId[]
  /** The link by which this registration is another's, if it is. */
  readonly linkOf: (patient: PatientId) => Fact<'patient-linked'> | null
}

/**
 * Computed from the links that count. A link is followed from the second registration to the first; where links form a ring,
 * which no screen can make and a file of another station could, the registration that came first is the main one.
 */
export function personsOf({ patients }: Pick<WardView, 'patients'>): Persons {
  const links = new Map<PatientId, Fact<'patient-linked'>>()
  const to = new Map<PatientId, PatientId>()
  for (const row of patients.values()) {
    const link = linkHere(row)
    if (link === null || link.body.to.kind !== 'patient' || link.body.to.patient === row.id || !patients.has(link.body.to.patient)) continue
    links.set(row.id, link)
    to.set(row.id, link.body.to.patient)
  }
  const order = new Map([...patients.keys()].map((patient, place) => [patient, place]))
  const mains = new Map<PatientId, PatientId>()
  const members = new Map<PatientId, PatientId[]>()
  for (const patient of order.keys()) {
    const main = endOf(patient, to, order)
    mains.set(patient, main)
    members.set(main, [...(members.get(main) ?? []), patient])
  }
  const mainOf = (patient: PatientId): PatientId => mains.get(patient) ?? patient
  return {
    mainOf,
    membersOf: (patient) => {
      const main = mainOf(patient)
      return [main, ...(members.get(main) ?? []).filter((member) => member !== main)]
    },
    linkOf: (patient) => links.get(patient) ?? null,
  }
}

/** The newest link to another registration that counts. */
function linkHere(row: PatientRow): Fact<'patient-linked'> | null {
  return factsOf(row, 'patient-linked').find(({ body }) => body.to.kind === 'patient') ?? null
}

function endOf(patient: PatientId, to: ReadonlyMap<PatientId, PatientId>, order: ReadonlyMap<PatientId, number>): PatientId {
  const passed: PatientId[] = []
  for (let here: PatientId | undefined = patient; here !== undefined; here = to.get(here)) {
    const ring = passed.indexOf(here)
    if (ring !== -1) return passed.slice(ring).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))[0] ?? here
    passed.push(here)
  }
  return passed.at(-1) ?? patient
}

/**
 * Allergies of a person with several registrations: the union. Present in one is present; "none" of one does not hide what
 * another says. `members` as of membersOf.
 */
export function allergyOfPerson(members: readonly PatientRow[]): AllergyNow {
  const each = members.map(allergyOf)
  const presentBefore = each.some((one) => one.presentBefore)
  const present = each.find((one) => one.state === 'present')
  if (present !== undefined) return { ...present, presentBefore }
  const none = each.find((one) => one.state === 'none')
  return { ...(none ?? each[0] ?? { state: 'unconfirmed', said: null }), presentBefore }
}

/** Every substance that any registration of the person names as an allergy and nobody struck; each wording once. */
export function substancesOfPerson(members: readonly PatientRow[]): readonly string[] {
  return [...new Set(members.flatMap((row) => row.allergies.flatMap(({ statement }) => (statement.state === 'present' ? statement.substances.map(({ substance }) => substance) : []))))]
}
