import type { BloodType } from '../transfusion/transfusion.ts'
import type { Fact } from './facts.ts'

/** `certain`: two samples of this patient agree and none says otherwise. `at-odds`: what was said or tested differs. */
export type BloodTypeKnown = { readonly type: BloodType; readonly is: 'certain' | 'said' | 'at-odds' }

/**
 * The blood type as far as it is known, of everything said of one person; null: nobody said. Only two samples with labels of
 * their own that agree make it certain: a word, a card or a list never does, and two words neither. Rule CHARTP-2.
 */
export function bloodTypeKnown(said: readonly Fact<'blood-type-stated'>[]): BloodTypeKnown | null {
  const [newest] = said.toSorted((one, two) => (one.at < two.at || (one.at === two.at && one.seq < two.seq) ? 1 : -1))
  if (newest === undefined) return null
  const samples = said.filter(({ body }) => body.source === 'sample')
  const [tested = newest] = samples.toSorted((one, two) => (one.at < two.at || (one.at === two.at && one.seq < two.seq) ? 1 : -1))
  const { type } = tested.body
  const counted = samples.length > 0 ? samples : said
  if (counted.some(({ body }) => body.type.abo !== type.abo || body.type.rh !== type.rh)) return { type, is: 'at-odds' }
  const labels = new Set(samples.map(({ body }) => body.sample.normalize('NFKC').trim().toLowerCase()))
  return { type, is: labels.size >= 2 ? 'certain' : 'said' }
}
