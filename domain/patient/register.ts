import { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { numberFromBlank, type BlankFault, type Blanks } from '../number/blank.ts'
import { nextNumber, type Series, type SeriesFault } from '../number/series.ts'
import type { WardNumber } from '../number/ward-number.ts'
import type { Arrival } from '../record/arrival.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, mostNote, type TextFault } from '../text.ts'
import type { CalendarDate, Instant } from '../time.ts'
import { aliasKey } from './alias.ts'
import type { Alias, Naming } from './naming.ts'
import { isNamed, lineIssue, nobodyTyped, readPerson, type PersonIssue, type LineFault, type TypedPerson } from './typed-person.ts'

/**
 * Registration without the front desk (guideline 5.2 §6.10 B-(2)②): nothing is mandatory. An empty form is
 * an unknown patient with an alias and a number. What was typed is kept byte for byte or refused by field.
 */

/** The form as typed. `unknown` says that nobody knows the name, not that nobody typed it yet. */
export type RegistrationForm = TypedPerson & {
  readonly unknown: boolean
  readonly bed: string
  readonly features: string
  /** The number of a pre-printed band, typed or scanned; '' where the station gives the next one. */
  readonly blank: string
  /** Another hospital sent the patient; the four below are written then only. */
  readonly isTransfer: boolean
  readonly cameFrom: string
  readonly sentBy: string
  readonly otherNumber: string
  /** '' where nobody asked for a letter. */
  readonly letter: 'yes' | 'no' | ''
}

export const emptyForm: RegistrationForm = { ...nobodyTyped, unknown: false, bed: '', features: '', blank: '', isTransfer: false, cameFrom: '', sentBy: '', otherNumber: '', letter: '' }

export type RegistrationField = keyof RegistrationForm | 'alias' | 'number'

export type RegistrationIssue =
  | PersonIssue
  | ({ readonly field: 'bed' } & ReturnType<typeof lineIssue>[number])
  | ({ readonly field: 'features' } & TextFault)
  | ({ readonly field: 'cameFrom' | 'sentBy' | 'otherNumber' } & LineFault)
  | ({ readonly field: 'number' } & SeriesFault)
  | ({ readonly field: 'blank' } & BlankFault)
  /** A name is typed and "unknown" is ticked: which of the two is meant is for the person to say. */
  | { readonly field: 'unknown'; readonly code: 'named-and-unknown' }
  /** Another patient got this alias since the form was opened: draw a new one and say so. */
  | { readonly field: 'alias'; readonly code: 'alias-taken' }

/** What the station brings to the form. Ids and alias were fixed when the form was opened and stay while it is typed. */
export type RegistrationDesk = {
  readonly entry: EntryId
  readonly patient: PatientId
  readonly alias: Alias
  readonly aliasesGiven: Iterable<Alias>
  readonly series: Series
  readonly blanks: Blanks
  /** The day in Japan, for ages and for dates that have not come yet. */
  readonly today: CalendarDate
  /** When the patient came; null means now. */
  readonly at: Instant | null
}

export type Registration = {
  readonly draft: Draft<'patient-registered'>
  /** The series after this number, or as it was when the number was printed before; to be kept only when the entry was saved. */
  readonly series: Series
  /** To be confirmed by the person, never corrected by us. */
  readonly asks: readonly 'outside-era'[]
}

/** Makes a registration of a typed form, or says everything that is in its way. Rules PAT-16 to PAT-24. */
export function registration(form: RegistrationForm, desk: RegistrationDesk): Result<Registration, readonly RegistrationIssue[]> {
  const person = readPerson(form, desk.today)
  const naming = isNamed(form) && form.unknown ? err({ field: 'unknown', code: 'named-and-unknown' } as const) : isNamed(form) ? ok(null) : aliasOf(desk)
  const numbered = numberOf(form.blank, desk)
  const features = checkText(form.features, mostNote)
  const issues: RegistrationIssue[] = [...(person.ok ? [] : person.error), ...lineIssue('bed', form.bed), ...arrivalIssues(form)]
  if (!features.ok) issues.push({ field: 'features', ...features.error })
  if (!naming.ok) issues.push(naming.error)
  if (!numbered.ok) issues.push(numbered.error)
  if (issues.length > 0 || !person.ok || !naming.ok || !numbered.ok) return err(issues)

  const { sex, birth, outsideEra } = person.value
  return ok({
    draft: {
      id: desk.entry,
      kind: 'patient-registered',
      patient: desk.patient,
      at: desk.at,
      body: {
        number: numbered.value.number, naming: person.value.naming ?? naming.value ?? { kind: 'unknown', alias: desk.alias }, sex, birth,
        bed: form.bed.trim() === '' ? null : form.bed, features: form.features, way: form.isTransfer ? 'transfer-in' : 'form', mother: null, arrival: arrivalOf(form),
      },
    },
    series: numbered.value.series,
    asks: outsideEra ? ['outside-era'] : [],
  })
}

function arrivalIssues({ isTransfer, cameFrom, sentBy, otherNumber }: RegistrationForm): readonly RegistrationIssue[] {
  return isTransfer ? [...lineIssue('cameFrom', cameFrom, mostLine), ...lineIssue('sentBy', sentBy), ...lineIssue('otherNumber', otherNumber)] : []
}

/** Rule PAT-28. What stands in the boxes of somebody nobody sent is kept in the form and not written. */
function arrivalOf({ isTransfer, cameFrom, sentBy, otherNumber, letter }: RegistrationForm): Arrival | null {
  return isTransfer ? { from: cameFrom, sentBy, otherNumber, letter: letter === '' ? null : letter === 'yes' } : null
}

/** The number the patient gets: of the band that is worn already, else the next one. Rules PAT-22, BAND-12. */
export function numberOf(blank: string, { series, blanks }: Pick<RegistrationDesk, 'series' | 'blanks'>): Result<{ readonly number: WardNumber; readonly series: Series }, Extract<RegistrationIssue, { field: 'number' | 'blank' }>> {
  if (blank.trim() === '') {
    const next = nextNumber(series)
    return next.ok ? next : err({ field: 'number', ...next.error })
  }
  const worn = numberFromBlank(blank, blanks)
  return worn.ok ? ok({ number: worn.value, series }) : err({ field: 'blank', ...worn.error })
}

/** The alias of this desk, unless somebody got it meanwhile. */
function aliasOf({ alias, aliasesGiven }: RegistrationDesk): Result<Naming, Extract<RegistrationIssue, { field: 'alias' }>> {
  const key = aliasKey(alias)
  return [...aliasesGiven].some((given) => aliasKey(given) === key) ? err({ field: 'alias', code: 'alias-taken' }) : ok({ kind: 'unknown', alias })
}
