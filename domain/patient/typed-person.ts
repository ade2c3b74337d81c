import { err, ok, type Result } from '../result.ts'
import { checkText, mostName, type TextFault } from '../text.ts'
import type { CalendarDate } from '../time.ts'
import { readBirthText, type BirthTextFault } from './birth-text.ts'
import { Sex, type Birth } from './birth.ts'
import type { Naming } from './naming.ts'

/** What a form asks of a person, as typed: for a registration, and for a name that is learnt later. */
export type TypedPerson = {
  readonly family: string
  readonly given: string
  readonly familyKana: string
  readonly givenKana: string
  readonly birthText: string
  readonly estimatedAge: string
  /** A `Sex`, or '' when nothing was chosen. */
  readonly sex: string
}

export const nobodyTyped: TypedPerson = { family: '', given: '', familyKana: '', givenKana: '', birthText: '', estimatedAge: '', sex: '' }

export type PersonField = keyof TypedPerson
export type PersonIssue = { readonly field: PersonField } & (
  | TextFault
  | BirthTextFault
  /** A new line or tab in a field that is one line on a wristband. */
  | { readonly code: 'text-has-line-breaks' }
  | { readonly code: 'age-not-understood' }
  /** Both a birth date and an estimated age: one of them is to be cleared. */
  | { readonly code: 'birth-and-age' }
  | { readonly code: 'sex-not-in-list' }
)

export type ReadPerson = {
  /** Null: no part of a name was typed. */
  readonly naming: Extract<Naming, { kind: 'known' }> | null
  readonly sex: Sex
  readonly birth: Birth
  /** The era named does not have that day: to be confirmed by the person, never corrected by us. */
  readonly outsideEra: boolean
}

const nameFields = ['family', 'given', 'familyKana', 'givenKana'] as const

/** Reads everything, or says everything that is in its way. What was typed is kept byte for byte. Rules PAT-17 to PAT-24. */
export function readPerson(form: TypedPerson, today: CalendarDate): Result<ReadPerson, readonly PersonIssue[]> {
  const issues: PersonIssue[] = nameFields.flatMap((field) => lineIssue(field, form[field]))
  const sex = form.sex === '' ? ok<Sex>('unknown') : sexOf(form.sex)
  const birth = birthOf(form, today)
  if (!sex.ok) issues.push(sex.error)
  if (!birth.ok) issues.push(...birth.error)
  if (issues.length > 0 || !sex.ok || !birth.ok) return err(issues)
  const { family, given, familyKana, givenKana } = form
  const naming = isNamed(form) ? { kind: 'known' as const, family, given, familyKana, givenKana } : null
  return ok({ naming, sex: sex.value, ...birth.value })
}

/** Was any part of a name typed? */
export function isNamed(form: Pick<TypedPerson, (typeof nameFields)[number]>): boolean {
  return nameFields.some((field) => form[field].trim() !== '')
}

/** Why a text is not one line on a wristband or a list. */
export type LineFault = TextFault | { readonly code: 'text-has-line-breaks' }

/** One line of text, as typed. */
export function lineIssue<Field extends string>(field: Field, text: string, most = mostName): readonly ({ readonly field: Field } & LineFault)[] {
  const checked = checkText(text, most)
  if (!checked.ok) return [{ field, ...checked.error }]
  return /[\n\t]/.test(text) ? [{ field, code: 'text-has-line-breaks' }] : []
}

function sexOf(typed: string): Result<Sex, PersonIssue> {
  const read = Sex.safeParse(typed)
  return read.success ? ok(read.data) : err({ field: 'sex', code: 'sex-not-in-list' })
}

const mostYears = 130

function birthOf(form: TypedPerson, today: CalendarDate): Result<{ readonly birth: Birth; readonly outsideEra: boolean }, readonly PersonIssue[]> {
  const read = readBirthText(form.birthText, today)
  const age = ageOf(form.estimatedAge)
  const issues: PersonIssue[] = []
  if (!read.ok) issues.push({ field: 'birthText', ...read.error })
  if (!age.ok) issues.push(age.error)
  if (issues.length > 0 || !read.ok || !age.ok) return err(issues)
  if (age.value === null) return ok(read.value)
  if (read.value.birth.kind !== 'unknown') return err([{ field: 'estimatedAge', code: 'birth-and-age' }])
  return ok({ birth: { kind: 'estimated-age', years: age.value }, outsideEra: false })
}

/** Years as typed; null for an empty box. */
function ageOf(typed: string): Result<number | null, PersonIssue> {
  const checked = checkText(typed, mostName)
  if (!checked.ok) return err({ field: 'estimatedAge', ...checked.error })
  const age = typed.normalize('NFKC').trim()
  if (age === '') return ok(null)
  const years = /^(\d{1,3})\s*[歳才]?$/.exec(age)?.[1]
  return years === undefined || Number(years) > mostYears ? err({ field: 'estimatedAge', code: 'age-not-understood' }) : ok(Number(years))
}
