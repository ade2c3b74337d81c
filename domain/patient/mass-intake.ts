import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { Series } from '../number/series.ts'
import { err, ok, type Result } from '../result.ts'
import type { TriageCategory } from '../triage/category.ts'
import { tagTriage, type TagIssue, type TriagePost } from '../triage/tag.ts'
import type { KnownRow } from '../view/ward-lists.ts'
import { bedNow, isHere, presenceOf } from '../view/presence.ts'
import { identityOf } from '../identity/identity.ts'
import { newestFact } from '../view/facts.ts'
import type { Birth, Sex } from './birth.ts'
import { emptyForm, registration, type RegistrationDesk, type RegistrationIssue } from './register.ts'

/**
 * Many at once: the colour of the tag is all that is asked, and whoever stands in the door decides it at a glance. The rest is
 * typed by somebody else, later, from the photo and the tag. (domain facts §2.4, §10)
 */
export type MassIntakeForm = {
  readonly category: TriageCategory | null
  /** A place in `ageBands`; null: not looked at. */
  readonly band: number | null
  readonly sex: Sex | null
  readonly tagNumber: string
  /** The number of a pre-printed band that is worn already; '' for the next one. */
  readonly blank: string
}

export const emptyIntake: MassIntakeForm = { category: null, band: null, sex: null, tagNumber: '', blank: '' }

type AgeBand = Extract<Birth, { kind: 'age-band' }>
const band = (from: number, to: number | null): AgeBand => ({ kind: 'age-band', from, to })

/** Ages as they can be told in a door; the bands of a daily report can be counted from them but for 1–4 and 5–14. */
export const ageBands: readonly AgeBand[] = [band(0, 0), band(1, 14), band(15, 39), band(40, 64), band(65, 79), band(80, null)]

export type MassIntakeIssue = { readonly field: 'category'; readonly code: 'category-missing' } | TagIssue | RegistrationIssue

export type MassIntakeDesk = RegistrationDesk & { readonly triageEntry: EntryId; readonly post: TriagePost }

export type MassIntake = {
  readonly registered: Draft<'patient-registered'>
  readonly triaged: Draft<'triage-decided'>
  readonly series: Series
}

/** Registration and triage of one casualty. Rule MASS-1: the colour alone is required. */
export function massIntake(form: MassIntakeForm, desk: MassIntakeDesk): Result<MassIntake, readonly MassIntakeIssue[]> {
  if (form.category === null) return err([{ field: 'category', code: 'category-missing' }])
  const { entry, patient, at, triageEntry, post } = desk
  const made = registration({ ...emptyForm, sex: form.sex ?? '', blank: form.blank }, { ...desk, entry, patient, at })
  const triaged = tagTriage(form.category, form.tagNumber, { ...post, entry: triageEntry, patient, at })
  const issues: readonly MassIntakeIssue[] = [...(made.ok ? [] : made.error), ...(triaged.ok ? [] : triaged.error)]
  if (!made.ok || !triaged.ok) return err(issues)
  const { draft, series } = made.value
  const birth: Birth = form.band === null ? { kind: 'unknown' } : (ageBands[form.band] ?? { kind: 'unknown' })
  return ok({ registered: { ...draft, body: { ...draft.body, birth, way: 'mass-intake' } }, triaged: triaged.value, series })
}

/** What is still to be written of somebody who was taken in at a glance, in the order it matters. */
export type ToComplete = 'death' | 'name' | 'age' | 'sex' | 'bed'

export function toComplete(row: KnownRow, category: TriageCategory | null): readonly ToComplete[] {
  const { naming, birth, sex } = identityOf(row)
  return [
    // A black tag is a result of triage; a doctor's confirmation is a record of its own.
    ...(category === '0' && newestFact(row, 'death-confirmed') === null ? ['death' as const] : []),
    ...(naming.kind === 'unknown' ? ['name' as const] : []),
    ...(birth.kind === 'unknown' ? ['age' as const] : []),
    ...(sex === 'unknown' ? ['sex' as const] : []),
    ...(isHere(presenceOf(row)) && (bedNow(row) ?? '').trim() === '' ? ['bed' as const] : []),
  ]
}
