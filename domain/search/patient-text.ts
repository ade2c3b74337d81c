import { identityOf } from '../identity/identity.ts'
import type { ReferencePatient } from '../reference/reference-patient.ts'
import { bedNow } from '../view/presence.ts'
import type { KnownRow } from '../view/ward-lists.ts'
import type { SearchText } from './search-text.ts'

/** What a patient of the ward is found by: the name now, every name before it, and the alias where the kana of a name would stand. */
export function searchTextOf(row: KnownRow): SearchText {
  const { naming, formerNamings, birth, hospitalId } = identityOf(row)
  const names = [naming, ...formerNamings]
  return {
    ids: [row.registered.number, ...(hospitalId === null ? [] : [hospitalId])],
    kanji: joined(names.map((one) => (one.kind === 'unknown' ? '' : `${one.family} ${one.given}`))),
    kana: joined(names.map((one) => (one.kind === 'unknown' ? one.alias.join(' ') : `${one.familyKana} ${one.givenKana}`))),
    birth, bed: bedNow(row) ?? '',
  }
}

const joined = (texts: readonly string[]): string => texts.filter((text) => text.trim() !== '').join(' ')

/** What somebody of the hospital's list is found by. */
export function searchTextOfReference({ hospitalId, family, given, familyKana, givenKana, birth, stay }: ReferencePatient): SearchText {
  return { ids: [hospitalId], kanji: `${family} ${given}`, kana: `${familyKana} ${givenKana}`, birth, bed: stay?.bed ?? '' }
}
