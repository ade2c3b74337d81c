import type { ReferencePatient } from '../reference/reference-patient.ts'
import { bedOf } from '../view/ward.ts'
import type { KnownRow } from '../view/ward-lists.ts'
import type { SearchText } from './search-text.ts'

/** What a patient of the ward is found by; an alias stands where the kana of a name would. */
export function searchTextOf(row: KnownRow): SearchText {
  const { naming, number, birth } = row.registered
  const bed = bedOf(row) ?? ''
  if (naming.kind === 'unknown') return { ids: [number], kanji: '', kana: naming.alias.join(' '), birth, bed }
  return { ids: [number], kanji: `${naming.family} ${naming.given}`, kana: `${naming.familyKana} ${naming.givenKana}`, birth, bed }
}

/** What somebody of the hospital's list is found by. */
export function searchTextOfReference({ hospitalId, family, given, familyKana, givenKana, birth, stay }: ReferencePatient): SearchText {
  return { ids: [hospitalId], kanji: `${family} ${given}`, kana: `${familyKana} ${givenKana}`, birth, bed: stay?.bed ?? '' }
}
