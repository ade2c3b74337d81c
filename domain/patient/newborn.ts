import { identityOf } from '../identity/identity.ts'
import type { Draft } from '../log/entry.ts'
import type { BlankFault } from '../number/blank.ts'
import type { Series, SeriesFault } from '../number/series.ts'
import { err, ok, type Result } from '../result.ts'
import { mostName } from '../text.ts'
import type { KnownRow } from '../view/ward-lists.ts'
import { readBirthText, type BirthTextFault } from './birth-text.ts'
import type { Sex } from './birth.ts'
import type { Alias, Naming } from './naming.ts'
import { numberOf, type RegistrationDesk } from './register.ts'
import { lineIssue } from './typed-person.ts'

/** A child born on the ward. `order`: of twins and more, 1, 2 …; '' for a single child. `blank`: the number of a pre-printed band; '' for the next one. */
export type NewbornForm = { readonly sex: Sex | null; readonly birthText: string; readonly order: '' | '1' | '2' | '3' | '4'; readonly bed: string; readonly blank: string }

export type NewbornDesk = Pick<RegistrationDesk, 'entry' | 'patient' | 'series' | 'blanks' | 'today' | 'alias'>

export type NewbornIssue =
  | ({ readonly field: 'birthText' } & BirthTextFault)
  /** A newborn was born on a day that somebody knows. */
  | { readonly field: 'birthText'; readonly code: 'birth-day-needed' }
  /** Its name is its mother's with a word more, and would not fit. */
  | { readonly field: 'mother'; readonly code: 'name-too-long'; readonly most: number }
  | ({ readonly field: 'number' } & SeriesFault)
  | ({ readonly field: 'blank' } & BlankFault)
  | ReturnType<typeof lineIssue<'bed'>>[number]

/**
 * The registration of a newborn under its mother's name, as wards do: 「髙橋 和子ベビー」, twins with their number. It has a number of its
 * own from its first minute, and its mother is on record. Rule WHO-17.
 */
export function newborn(mother: KnownRow, form: NewbornForm, desk: NewbornDesk): Result<{ readonly draft: Draft<'patient-registered'>; readonly series: Series }, readonly NewbornIssue[]> {
  const read = form.birthText.trim() === '' ? ok({ birth: { kind: 'day' as const, on: desk.today } }) : readBirthText(form.birthText, desk.today)
  const numbered = numberOf(form.blank, desk)
  const naming = namingOf(identityOf(mother).naming, form.order, desk.alias)
  const isLong = naming.kind === 'known' && [naming.given, naming.givenKana].some((part) => part.length > mostName)
  const issues: NewbornIssue[] = [
    ...(read.ok ? (read.value.birth.kind === 'day' ? [] : [{ field: 'birthText' as const, code: 'birth-day-needed' as const }]) : [{ field: 'birthText' as const, ...read.error }]),
    ...(isLong ? [{ field: 'mother' as const, code: 'name-too-long' as const, most: mostName }] : []),
    ...(numbered.ok ? [] : [numbered.error]),
    ...lineIssue('bed', form.bed),
  ]
  if (issues.length > 0 || !read.ok || !numbered.ok) return err(issues)
  return ok({
    draft: {
      id: desk.entry, kind: 'patient-registered', patient: desk.patient, at: null,
      body: { number: numbered.value.number, naming, sex: form.sex ?? 'unknown', birth: read.value.birth, bed: form.bed.trim() === '' ? null : form.bed, features: '', way: 'newborn', mother: mother.id, arrival: null },
    },
    series: numbered.value.series,
  })
}

/** Of a mother without a name the child gets an alias of its own: two patients never share one. */
function namingOf(mother: Naming, order: NewbornForm['order'], alias: Alias): Naming {
  if (mother.kind === 'unknown') return { kind: 'unknown', alias }
  const { family, given, familyKana, givenKana } = mother
  const called = (part: string, whole: string): string => (whole.trim() === '' ? '' : `${part}ベビー${order}`)
  return { kind: 'known', family, given: called(given, family + given), familyKana, givenKana: called(givenKana, familyKana + givenKana) }
}
