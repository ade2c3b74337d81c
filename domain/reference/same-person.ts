import type { Birth } from '../patient/birth.ts'
import type { ReferencePatient } from './reference-patient.ts'

/** Of one person, as many as a kept patient can have. */
export const mostAllergies = 100

/**
 * The same id twice in a source that does not say which is newer. One person in two rows (one row an admission, or one an
 * allergy) becomes one patient; two people under one id are both left out, because nobody here knows whose id it is.
 */
export function samePerson(one: ReferencePatient, other: ReferencePatient): boolean {
  return one.family === other.family && one.given === other.given && one.sex === other.sex && sameBirth(one.birth, other.birth)
}

function sameBirth(one: Birth, other: Birth): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The first row stands; what it does not say is taken from the later one, and allergies take the union. Rule REF-15. */
export function mergedPatient(first: ReferencePatient, later: ReferencePatient): ReferencePatient {
  return {
    ...first,
    familyKana: first.familyKana === '' && first.givenKana === '' ? later.familyKana : first.familyKana,
    givenKana: first.familyKana === '' && first.givenKana === '' ? later.givenKana : first.givenKana,
    phone: first.phone === '' ? later.phone : first.phone,
    stay: first.stay ?? later.stay,
    allergies: unitedAllergies(first.allergies, later.allergies),
  }
}

/** Each substance with each note once. "None" beside an allergy gives the allergy; null only where both say nothing. */
export function unitedAllergies(one: ReferencePatient['allergies'], other: ReferencePatient['allergies']): ReferencePatient['allergies'] {
  if (one === null || other === null) return one ?? other
  const known = new Set(one.map(({ substance, note }) => JSON.stringify([substance, note])))
  return [...one, ...other.filter(({ substance, note }) => !known.has(JSON.stringify([substance, note])))]
}
