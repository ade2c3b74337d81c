import { labelKey } from '../text.ts'
import { factsOf, type Fact } from '../view/facts.ts'
import { isNewer } from '../view/latest-vitals.ts'
import type { PatientRow } from '../view/ward.ts'
import { sameBloodType, type BloodType } from './transfusion.ts'

/**
 * What is known of a patient's blood type (design §8):
 *   unknown   nobody said anything
 *   stated    said, by word, a list, a card or one sample; never 確定
 *   certain   two samples of this patient agree, and nothing else says another
 *   differs   what was said does not agree; no type is offered
 */
export type BloodTypeNow =
  | { readonly is: 'unknown'; readonly type: null; readonly said: readonly [] }
  | { readonly is: 'stated' | 'certain'; readonly type: BloodType; readonly said: readonly Fact<'blood-type-stated'>[] }
  | { readonly is: 'differs'; readonly type: null; readonly said: readonly Fact<'blood-type-stated'>[] }

/** `rows`: every registration of the person. `said` newest first, with who and when. Rules TRF-1, TRF-2. */
export function bloodTypeNow(rows: readonly Pick<PatientRow, 'facts'>[]): BloodTypeNow {
  const said = rows.flatMap((row) => factsOf(row, 'blood-type-stated')).toSorted((one, other) => (isNewer(one, other) ? -1 : 1))
  const [newest] = said
  if (newest === undefined) return { is: 'unknown', type: null, said: [] }
  const { type } = newest.body
  if (said.some(({ body }) => !sameBloodType(body.type, type))) return { is: 'differs', type: null, said }
  const samples = new Set(said.flatMap(({ body }) => (body.source === 'sample' ? [labelKey(body.sample)] : [])))
  return { is: samples.size >= 2 ? 'certain' : 'stated', type, said }
}
