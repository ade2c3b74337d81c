import { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { nextNumber, type Series, type SeriesFault } from '../number/series.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostName, mostNote, type TextFault } from '../text.ts'
import type { CalendarDate, Instant } from '../time.ts'
import { aliasKey } from './alias.ts'
import { readBirthText, type BirthTextFault } from './birth-text.ts'
import { Sex, type Birth } from './birth.ts'
import type { Alias, Naming } from './naming.ts'

/**
 * Registration without the front desk (guideline 5.2 §6.10 B-(2)②): nothing is mandatory. An empty form is
 * an unknown patient with an alias and a number. What was typed is kept byte for byte or refused by field.
 */

/** The form as typed. `unknown` says that nobody knows the name, not that nobody typed it yet. */
export type RegistrationForm = {
  readonly family: string
  readonly given: string
  readonly familyKana: string
  readonly givenKana: string
  readonly unknown: boolean
  readonly birthText: string
  readonly estimatedAge: string
  /** A `Sex`, or '' when nothing was chosen. */
  readonly sex: string
  readonly bed: string
  readonly features: string
}

export const emptyForm: RegistrationForm = {
  family: '', given: '', familyKana: '', givenKana: '', unknown: false,
  birthText: '', estimatedAge: '', sex: '', bed: '', features: '',
}

export type RegistrationField = keyof RegistrationForm | 'alias' | 'number'

export type RegistrationIssue = { readonly field: RegistrationField } & (
  | TextFault
  | BirthTextFault
  | SeriesFault
  /** A new line or tab in a field that is one line on a wristband. */
  | { readonly code: 'text-has-line-breaks' }
  /** A name is typed and "unknown" is ticked: which of the two is meant is for the person to say. */
  | { readonly code: 'named-and-unknown' }
  | { readonly code: 'age-not-understood' }
  /** Both a birth date and an estimated age: one of them is to be cleared. */
  | { readonly code: 'birth-and-age' }
  | { readonly code: 'sex-not-in-list' }
  /** Another patient got this alias since the form was opened: draw a new one and say so. */
  | { readonly code: 'alias-taken' }
)

/** What the station brings to the form. Ids and alias were fixed when the form was opened and stay while it is typed. */
export type RegistrationDesk = {
  readonly entry: EntryId
  readonly patient: PatientId
  readonly alias: Alias
  readonly aliasesGiven: Iterable<Alias>
  readonly series: Series
  /** The day in Japan, for ages and for dates that have not come yet. */
  readonly today: CalendarDate
  /** When the patient came; null means now. */
  readonly at: Instant | null
}

export type Registration = {
  readonly draft: Draft<'patient-registered'>
  /** The series after this number; to be kept only when the entry was saved. */
  readonly series: Series
  /** To be confirmed by the person, never corrected by us. */
  readonly asks: readonly 'outside-era'[]
}

/** Makes a registration of a typed form, or says everything that is in its way. Rules PAT-16 to PAT-24. */
export function registration(form: RegistrationForm, desk: RegistrationDesk): Result<Registration, readonly RegistrationIssue[]> {
  const issues: RegistrationIssue[] = [
    ...oneLineFields.flatMap((field) => lineIssue(field, form[field])),
    ...textIssue('features', form.features, mostNote),
  ]
  const naming = namingOf(form, desk)
  const sex = form.sex === '' ? ok<Sex>('unknown') : sexOf(form.sex)
  const birth = birthOf(form, desk.today)
  const numbered = nextNumber(desk.series)
  if (!naming.ok) issues.push(naming.error)
  if (!sex.ok) issues.push(sex.error)
  if (!birth.ok) issues.push(...birth.error)
  if (!numbered.ok) issues.push({ field: 'number', ...numbered.error })
  if (issues.length > 0 || !naming.ok || !sex.ok || !birth.ok || !numbered.ok) return err(issues)

  const bed = form.bed.trim() === '' ? null : form.bed
  return ok({
    draft: {
      id: desk.entry,
      kind: 'patient-registered',
      patient: desk.patient,
      at: desk.at,
      body: { number: numbered.value.number, naming: naming.value, sex: sex.value, birth: birth.value.birth, bed, features: form.features },
    },
    series: numbered.value.series,
    asks: birth.value.outsideEra ? ['outside-era'] : [],
  })
}

const nameFields = ['family', 'given', 'familyKana', 'givenKana'] as const
const oneLineFields = [...nameFields, 'bed'] as const

function lineIssue(field: RegistrationField, text: string): readonly RegistrationIssue[] {
  const faults = textIssue(field, text, mostName)
  if (faults.length > 0) return faults
  return /[\n\t]/.test(text) ? [{ field, code: 'text-has-line-breaks' }] : []
}

function textIssue(field: RegistrationField, text: string, most: number): readonly RegistrationIssue[] {
  const checked = checkText(text, most)
  return checked.ok ? [] : [{ field, ...checked.error }]
}

function namingOf(form: RegistrationForm, desk: RegistrationDesk): Result<Naming, RegistrationIssue> {
  const named = nameFields.some((field) => form[field].trim() !== '')
  if (named && form.unknown) return err({ field: 'unknown', code: 'named-and-unknown' })
  if (named) {
    const { family, given, familyKana, givenKana } = form
    return ok({ kind: 'known', family, given, familyKana, givenKana })
  }
  const key = aliasKey(desk.alias)
  if ([...desk.aliasesGiven].some((given) => aliasKey(given) === key)) return err({ field: 'alias', code: 'alias-taken' })
  return ok({ kind: 'unknown', alias: desk.alias })
}

function sexOf(typed: string): Result<Sex, RegistrationIssue> {
  const read = Sex.safeParse(typed)
  return read.success ? ok(read.data) : err({ field: 'sex', code: 'sex-not-in-list' })
}

const mostYears = 130

function birthOf(form: RegistrationForm, today: CalendarDate): Result<{ readonly birth: Birth; readonly outsideEra: boolean }, readonly RegistrationIssue[]> {
  const read = readBirthText(form.birthText, today)
  const age = ageOf(form.estimatedAge)
  const issues: RegistrationIssue[] = []
  if (!read.ok) issues.push({ field: 'birthText', ...read.error })
  if (!age.ok) issues.push(age.error)
  if (issues.length > 0 || !read.ok || !age.ok) return err(issues)
  if (age.value === null) return ok(read.value)
  if (read.value.birth.kind !== 'unknown') return err([{ field: 'estimatedAge', code: 'birth-and-age' }])
  return ok({ birth: { kind: 'estimated-age', years: age.value }, outsideEra: false })
}

/** Years as typed; null for an empty box. */
function ageOf(typed: string): Result<number | null, RegistrationIssue> {
  const checked = checkText(typed, mostName)
  if (!checked.ok) return err({ field: 'estimatedAge', ...checked.error })
  const age = typed.normalize('NFKC').trim()
  if (age === '') return ok(null)
  const years = /^(\d{1,3})\s*[歳才]?$/.exec(age)?.[1]
  return years === undefined || Number(years) > mostYears ? err({ field: 'estimatedAge', code: 'age-not-understood' }) : ok(Number(years))
}
