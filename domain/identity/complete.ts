import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, nobodyTyped, readPerson, type PersonIssue, type TypedPerson } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, mostNote, type TextFault } from '../text.ts'
import type { CalendarDate } from '../time.ts'
import type { Bag } from '../transfusion/running.ts'
import { bedNow } from '../view/presence.ts'
import { bedKey, type KnownRow } from '../view/ward-lists.ts'
import { HowIdentified } from './claim.ts'
import { readHospitalId, type HospitalIdFault } from './hospital-id.ts'
import { identityOf } from './identity.ts'

/** What is learnt of somebody later: a name, or only what can be seen. Empty boxes say nothing new. */
export type CompletionForm = TypedPerson & {
  readonly hospitalId: string
  /** A `HowIdentified`, or '' when nothing was chosen. */
  readonly how: string
  readonly note: string
  readonly features: string
  readonly bed: string
}

export const emptyCompletion: CompletionForm = { ...nobodyTyped, hospitalId: '', how: '', note: '', features: '', bed: '' }

export type CompletionIssue =
  | PersonIssue
  | ({ readonly field: 'hospitalId' } & HospitalIdFault)
  /** A name or the hospital's number wants to be said by whom or what it is known. */
  | { readonly field: 'how'; readonly code: 'how-not-said' }
  | ({ readonly field: 'note' | 'features' } & TextFault)
  | ({ readonly field: 'bed' } & ReturnType<typeof lineIssue>[number])
  | { readonly field: 'family'; readonly code: 'nothing-typed' }
  /** A name or number waits in its box until the bag has ended; what can be seen of the patient, and the bed, do not. */
  | { readonly field: 'family'; readonly code: 'transfusion-runs' }

export type CompletionDesk = {
  readonly row: KnownRow
  readonly today: CalendarDate
  /** Bags that run in this person. */
  readonly running: readonly Bag[]
  /** Of the claim, the description and the move; fixed while the form is open, so that saving twice records once. */
  readonly ids: { readonly claim: EntryId; readonly description: EntryId; readonly move: EntryId }
}

export type Completion = {
  /** In the order they are to be saved; one that is saved already may be saved again. */
  readonly drafts: readonly Draft<'identity-claimed' | 'patient-described' | 'patient-moved'>[]
  readonly asks: readonly 'outside-era'[]
}

/** The entries of a form, or everything in its way. Rules WHO-9, WHO-10, TRF-14. */
export function completion(form: CompletionForm, { row, today, running, ids }: CompletionDesk): Result<Completion, readonly CompletionIssue[]> {
  const person = readPerson(form, today)
  const hospitalId = readHospitalId(form.hospitalId)
  const how = HowIdentified.safeParse(form.how)
  const issues: CompletionIssue[] = [...(person.ok ? [] : person.error), ...lineIssue('bed', form.bed), ...textIssue('note', form.note, mostLine), ...textIssue('features', form.features, mostNote)]
  if (!hospitalId.ok) issues.push({ field: 'hospitalId', ...hospitalId.error })
  const isClaim = (person.ok && person.value.naming !== null) || (hospitalId.ok && hospitalId.value !== null)
  if (isClaim && !how.success) issues.push({ field: 'how', code: 'how-not-said' })
  if (isClaim && running.length > 0) issues.push({ field: 'family', code: 'transfusion-runs' })
  if (issues.length > 0 || !person.ok || !hospitalId.ok) return err(issues)

  const { naming, sex, birth, outsideEra } = person.value
  const patient = row.id
  const drafts: Completion['drafts'][number][] = []
  const isSeen = form.features.trim() !== ''
  if (isClaim && how.success) {
    drafts.push({ id: ids.claim, kind: 'identity-claimed', patient, at: null, body: { naming: naming ?? identityOf(row).naming, sex, birth, hospitalId: hospitalId.value, how: how.data, from: null, note: form.note } })
    if (isSeen) drafts.push({ id: ids.description, kind: 'patient-described', patient, at: null, body: { sex: 'unknown', birth: { kind: 'unknown' }, features: form.features } })
  } else if (sex !== 'unknown' || birth.kind !== 'unknown' || isSeen) {
    drafts.push({ id: ids.description, kind: 'patient-described', patient, at: null, body: { sex, birth, features: form.features } })
  }
  if (form.bed.trim() !== '' && bedKey(form.bed) !== bedKey(bedNow(row) ?? '')) drafts.push({ id: ids.move, kind: 'patient-moved', patient, at: null, body: { bed: form.bed } })
  if (drafts.length === 0) return err([{ field: 'family', code: 'nothing-typed' }])
  return ok({ drafts, asks: outsideEra ? ['outside-era'] : [] })
}

function textIssue<Field extends 'note' | 'features'>(field: Field, text: string, most: number): readonly ({ readonly field: Field } & TextFault)[] {
  const checked = checkText(text, most)
  return checked.ok ? [] : [{ field, ...checked.error }]
}
