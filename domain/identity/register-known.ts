import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { BlankFault } from '../number/blank.ts'
import type { Series, SeriesFault } from '../number/series.ts'
import { readBirthText } from '../patient/birth-text.ts'
import type { Naming } from '../patient/naming.ts'
import { numberOf, type RegistrationDesk } from '../patient/register.ts'
import { lineIssue } from '../patient/typed-person.ts'
import type { ReferencePatient } from '../reference/reference-patient.ts'
import { err, ok, type Result } from '../result.ts'
import type { KnownRow } from '../view/ward-lists.ts'
import { HowIdentified, type FromReference } from './claim.ts'
import { identityOf } from './identity.ts'

/**
 * Somebody of the hospital's list comes to this ward. The list may be wrong or old, and the person in the bed another one of
 * the same name: so it is asked how they are known, and where a name is like another the birth date is asked of the
 * patient and compared, not read off the screen.
 */
export type KnownForm = { readonly how: string; readonly birthText: string; readonly bed: string; readonly blank: string }

export const emptyKnown: KnownForm = { how: '', birthText: '', bed: '', blank: '' }

export type KnownDesk = Pick<RegistrationDesk, 'entry' | 'patient' | 'series' | 'blanks' | 'today' | 'alias'> & {
  readonly claim: EntryId
  readonly allergy: EntryId
  readonly from: FromReference
  /** 「参照データ 11/20 07:40」: the source of an allergy that was taken over. */
  readonly source: string
  /** Somebody here or in the list is called the same or almost the same. */
  readonly isNameAlike: boolean
  readonly rows: readonly KnownRow[]
}

export type KnownIssue =
  | { readonly field: 'how'; readonly code: 'how-not-said' }
  /** A name that is like another's: the birth date must be said by the patient or a paper. */
  | { readonly field: 'birthText'; readonly code: 'birth-not-said' }
  | { readonly field: 'birthText'; readonly code: 'birth-differs' }
  /** The hospital's number is on this ward already. */
  | { readonly field: 'known'; readonly code: 'already-here'; readonly number: string }
  | ({ readonly field: 'number' } & SeriesFault)
  | ({ readonly field: 'blank' } & BlankFault)
  | ReturnType<typeof lineIssue<'bed'>>[number]

export type Known = { readonly drafts: readonly Draft<'patient-registered' | 'identity-claimed' | 'allergy-stated'>[]; readonly series: Series }

/** Registration, claim, and the allergies the list names. Rules WHO-14 to WHO-16. */
export function registerKnown(patient: ReferencePatient, form: KnownForm, desk: KnownDesk): Result<Known, readonly KnownIssue[]> {
  const how = HowIdentified.safeParse(form.how)
  const numbered = numberOf(form.blank, desk)
  const here = desk.rows.find((row) => identityOf(row).hospitalId === patient.hospitalId)
  const issues: KnownIssue[] = [
    ...(here === undefined ? [] : [{ field: 'known' as const, code: 'already-here' as const, number: here.registered.number }]),
    ...birthIssue(patient, form, desk),
    ...(how.success ? [] : [{ field: 'how' as const, code: 'how-not-said' as const }]),
    ...(numbered.ok ? [] : [numbered.error]),
    ...lineIssue('bed', form.bed),
  ]
  if (issues.length > 0 || !how.success || !numbered.ok) return err(issues)
  const naming = namingOf(patient, desk)
  const { sex, birth, allergies } = patient
  const about = { patient: desk.patient, at: null }
  const registered: Draft<'patient-registered'> = {
    ...about, id: desk.entry, kind: 'patient-registered',
    body: { number: numbered.value.number, naming, sex, birth, bed: form.bed.trim() === '' ? null : form.bed, features: '', way: 'hospital-list', mother: null, arrival: null },
  }
  const claim: Draft<'identity-claimed'> = { ...about, id: desk.claim, kind: 'identity-claimed', body: { naming, sex, birth, hospitalId: patient.hospitalId, how: how.data, from: desk.from, note: '' } }
  // "None" of a list that may be years old is not taken over: it stays 未確認 until somebody asks.
  const stated: readonly Draft<'allergy-stated'>[] = allergies === null || allergies.length === 0 ? [] : [{
    ...about, id: desk.allergy, kind: 'allergy-stated',
    body: { state: 'present', substances: allergies.slice(0, mostTakenOver).map(({ substance, note }) => ({ substance, reaction: note })), source: desk.source },
  }]
  return ok({ drafts: [registered, claim, ...stated], series: numbered.value.series })
}

/** An allergy statement holds as many; the list may hold more, and says so on the screen. */
export const mostTakenOver = 30

function birthIssue(patient: ReferencePatient, { birthText }: KnownForm, { isNameAlike, today }: KnownDesk): readonly KnownIssue[] {
  const read = readBirthText(birthText, today)
  const said = read.ok ? read.value.birth : null
  if (birthText.trim() === '' || said === null || said.kind === 'unknown') return isNameAlike || birthText.trim() !== '' ? [{ field: 'birthText', code: 'birth-not-said' }] : []
  return JSON.stringify(said) === JSON.stringify(patient.birth) ? [] : [{ field: 'birthText', code: 'birth-differs' }]
}

function namingOf({ family, given, familyKana, givenKana }: ReferencePatient, { alias }: Pick<KnownDesk, 'alias'>): Naming {
  const isNamed = [family, given, familyKana, givenKana].some((part) => part.trim() !== '')
  return isNamed ? { kind: 'known', family, given, familyKana, givenKana } : { kind: 'unknown', alias }
}
