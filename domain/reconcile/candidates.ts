import { identityOf } from '../identity/identity.ts'
import type { PatientId } from '../ids.ts'
import { codedList } from '../linkage/coded.ts'
import { nobody, type ListedPerson, type ListSource } from '../linkage/lists.ts'
import { matchLists, matchWithin, type Match, type MatchOptions } from '../linkage/match.ts'
import type { Birth } from '../patient/birth.ts'
import type { ReferencePatient } from '../reference/reference-patient.ts'
import { newestFact } from '../view/facts.ts'
import { isRegistered, type KnownRow } from '../view/ward-lists.ts'
import { personsOf } from '../identity/persons.ts'
import type { WardView } from '../view/ward.ts'

/** Pairs down to here are put before people: at odds of one to sixty-four a maiden name or a wrong era still shows itself. */
export const screenFloor = -6

/** Somebody of the ward as the comparison takes them: one main registration, and what all of the person's say. */
export type ComparedPerson = { readonly patient: PatientId; readonly listed: ListedPerson }

/** Everybody of the ward once. */
export function comparedPeople(view: Pick<WardView, 'patients'>): readonly ComparedPerson[] {
  const persons = personsOf(view)
  return [...view.patients.values()].filter(isRegistered).filter(({ id }) => persons.mainOf(id) === id).map((row) => ({
    patient: row.id,
    listed: listedOfRows(persons.membersOf(row.id).flatMap((id) => view.patients.get(id) ?? []).filter(isRegistered)),
  }))
}

/** The first registration that says a thing says it for the person. A name is taken whole: parts of two are nobody's. */
function listedOfRows(rows: readonly KnownRow[]): ListedPerson {
  const each = rows.map(listedOfRow)
  const first = (field: keyof ListedPerson): string => each.find((one) => one[field] !== '')?.[field] ?? ''
  const { family, given, familyKana, givenKana } = each.find(isNamed) ?? nobody
  return { family, given, familyKana, givenKana, identifier: first('identifier'), birthDate: first('birthDate'), sex: first('sex'), phone: first('phone'), postcode: first('postcode'), address: first('address') }
}

const isNamed = ({ family, given, familyKana, givenKana }: ListedPerson): boolean => family + given + familyKana + givenKana !== ''

function listedOfRow(row: KnownRow): ListedPerson {
  const { naming, sex, birth, hospitalId } = identityOf(row)
  const insured = newestFact(row, 'insurance-stated')?.body
  const name = naming.kind === 'known' ? { family: naming.family, given: naming.given, familyKana: naming.familyKana, givenKana: naming.givenKana } : {}
  return { ...nobody, ...name, identifier: hospitalId ?? '', birthDate: birthText(birth), sex: sex === 'unknown' ? '' : sex, phone: insured?.phone ?? '', address: insured?.address ?? '' }
}

export function listedOfReference({ hospitalId, family, given, familyKana, givenKana, sex, birth, phone }: ReferencePatient): ListedPerson {
  return { ...nobody, identifier: hospitalId, family, given, familyKana, givenKana, birthDate: birthText(birth), sex: sex === 'unknown' ? '' : sex, phone }
}

/** An age that was guessed is no date: it speaks neither for nor against. */
function birthText(birth: Birth): string {
  if (birth.kind === 'day') return birth.on
  if (birth.kind === 'month') return birth.month
  return birth.kind === 'year' ? String(birth.year) : ''
}

/** Two registrations of the ward that may be one person. */
export type Double = readonly [PatientId, PatientId]
export type Compared = { readonly matches: readonly Match[]; readonly doubles: readonly (readonly [number, number])[] }

/** Ward against list, and the ward within itself. Rows of `asking` are places in the list of people. Null: stopped. */
export function compareWithList(asking: readonly ListedPerson[], searched: ListSource, options: Omit<MatchOptions, 'floor'>): Compared | null {
  const source = codedList({ count: asking.length, at: (row) => asking[row] ?? nobody })
  const matches = matchLists(source, codedList(searched), { ...options, floor: screenFloor })
  const within = matchWithin(source, { today: options.today })
  return matches === null || within === null ? null : { matches, doubles: within.map(({ asking: one, searched: two }) => [one, two]) }
}
