import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { labelKey, mostName } from '../text.ts'
import type { Instant } from '../time.ts'
import type { BloodTypeNow } from './blood-type.ts'
import { sameBloodType, type Abo, type BloodTypeSource, type BloodTypeStated, type Rh } from './transfusion.ts'

/** As typed. The label belongs to a tested sample: of another source what stands in it is kept and not written. */
export type BloodTypeForm = { readonly abo: Abo | null; readonly rh: Rh | null; readonly source: BloodTypeSource | null; readonly sample: string }

export const emptyBloodType: BloodTypeForm = { abo: null, rh: null, source: null, sample: '' }

export type BloodTypeIssue =
  | { readonly field: 'abo'; readonly code: 'abo-missing' }
  | { readonly field: 'rh'; readonly code: 'rh-missing' }
  | { readonly field: 'source'; readonly code: 'source-missing' }
  /** Two results are known to be of two samples by their labels only. */
  | { readonly field: 'sample'; readonly code: 'sample-missing' }
  | ({ readonly field: 'sample' } & LineFault)

/** Saved as it is, and told: another type was said, or this sample's result stands already. */
export type BloodTypeAsk = 'differs' | 'same-sample'

export type BloodTypeDesk = {
  readonly patient: PatientId
  readonly entry: EntryId
  readonly at: Instant | null
  /** Without the record that is being corrected, if one is. */
  readonly now: BloodTypeNow
}

/** What was said of the blood type, or everything in the way. Rules TRF-1 to TRF-3. */
export function bloodTypeEntry(form: BloodTypeForm, { patient, entry, at, now }: BloodTypeDesk): Result<{ readonly draft: Draft<'blood-type-stated'>; readonly asks: readonly BloodTypeAsk[] }, readonly BloodTypeIssue[]> {
  const { abo, rh, source } = form
  const sample = source === 'sample' ? form.sample : ''
  const issues: BloodTypeIssue[] = [...lineIssue('sample', sample, mostName)]
  if (abo === null) issues.push({ field: 'abo', code: 'abo-missing' })
  if (rh === null) issues.push({ field: 'rh', code: 'rh-missing' })
  if (source === null) issues.push({ field: 'source', code: 'source-missing' })
  if (source === 'sample' && sample.trim() === '') issues.push({ field: 'sample', code: 'sample-missing' })
  if (issues.length > 0 || abo === null || rh === null || source === null) return err(issues)
  const body: BloodTypeStated = { type: { abo, rh }, source, sample }
  const others = now.said.map((fact) => fact.body)
  const asks: readonly BloodTypeAsk[] = [
    ...(others.some(({ type }) => !sameBloodType(type, body.type)) ? ['differs' as const] : []),
    ...(source === 'sample' && others.some((other) => other.source === 'sample' && labelKey(other.sample) === labelKey(sample)) ? ['same-sample' as const] : []),
  ]
  return ok({ draft: { id: entry, kind: 'blood-type-stated', patient, at, body }, asks })
}

/** What was written, to be corrected. */
export function bloodTypeFormOf({ type, source, sample }: BloodTypeStated): BloodTypeForm {
  return { ...type, source, sample }
}
