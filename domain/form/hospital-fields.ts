import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { BodyOf } from '../log/kinds.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { mostName } from '../text.ts'
import { fieldsOf, type FormDefinition } from './definition.ts'
import type { FormExtended, HospitalField } from './hospital-field.ts'
import { shapeNow } from './shape.ts'

/** A field of the hospital's own as typed: limits of a number, or words of a choice, one a line. */
export type OwnFieldForm = {
  readonly label: string
  readonly type: HospitalField['type'] | null
  readonly unit: string
  readonly least: string
  readonly most: string
  readonly options: string
}

export const emptyOwnField: OwnFieldForm = { label: '', type: null, unit: '', least: '', most: '', options: '' }

export type OwnFieldIssue = { readonly field: keyof OwnFieldForm } & (
  | LineFault
  | { readonly code: 'label-missing' | 'label-taken' | 'type-missing' | 'unit-missing' | 'unit-unclear' | 'not-a-number' | 'least-above-most' | 'options-too-few' | 'options-too-many' | 'options-twice' | 'too-many-fields' }
)

type Desk = {
  readonly form: FormDefinition
  /** Every version the ward has. */
  readonly versions: readonly FormExtended[]
  readonly entry: EntryId
}

/** Most fields of its own a hospital gives to one form: it stays one screen. */
export const mostOwnFields = 30
const mostUnit = 20
const mostOptions = 7

/** Adds a field: the next version of the form, with the fields it has and this one. Rules FORM-8 to FORM-10. */
export function addOwnField(typed: OwnFieldForm, { form, versions, entry }: Desk): Result<Draft<'form-extended'>, readonly OwnFieldIssue[]> {
  const kept = ownNow(form, versions)
  const { type } = typed
  const issues: OwnFieldIssue[] = [...lineIssue('label', typed.label, mostName)]
  const label = typed.label.trim()
  if (issues.length === 0 && label === '') issues.push({ field: 'label', code: 'label-missing' })
  if (fieldsOf(shapeNow(form, versions)).some((field) => field.label.ja === label)) issues.push({ field: 'label', code: 'label-taken' })
  if (type === null) issues.push({ field: 'type', code: 'type-missing' })
  if (kept.length >= mostOwnFields) issues.push({ field: 'label', code: 'too-many-fields' })
  const limits = type === 'number' ? limitsOf(typed) : ok(noLimits)
  const options = type === 'choice' ? optionsOf(typed.options) : ok([])
  if (!limits.ok) issues.push(...limits.error)
  if (!options.ok) issues.push(...options.error)
  if (issues.length > 0 || type === null || !limits.ok || !options.ok) return err(issues)
  const field: HospitalField = { name: nextName(form, versions), label: typed.label, type, ...limits.value, options: [...options.value] }
  return ok(nextVersion(entry, form, versions, [...kept, field]))
}

/** Ends a field: it stands in no form from now on, and in every record that was written with it. Rule FORM-11. */
export function endOwnField(name: string, { form, versions, entry }: Desk): Result<Draft<'form-extended'>, { readonly code: 'no-such-field' }> {
  const kept = ownNow(form, versions)
  const left = kept.filter((field) => field.name !== name)
  return left.length === kept.length ? err({ code: 'no-such-field' }) : ok(nextVersion(entry, form, versions, left))
}

/** The hospital's fields that this form has now. */
export function ownNow({ id }: FormDefinition, versions: readonly FormExtended[]): readonly HospitalField[] {
  return versions.findLast(({ definition }) => definition === id)?.fields ?? []
}

/**
 * What the hospital calls its own fields in one record, to go along with it to another station; null where it has none. A
 * field that the record's version does not know is taken from the newest that does. Rule XFER-9.
 */
export function definitionFor({ definition, version, values }: BodyOf<'form'>, versions: readonly FormExtended[]): FormExtended | null {
  const ours = versions.filter((one) => one.definition === definition).toSorted((one, other) => Number(other.version === version) - Number(one.version === version) || other.version - one.version)
  const fields = Object.keys(values).flatMap((name) => ours.flatMap((one) => one.fields).find((field) => field.name === name) ?? [])
  return fields.length === 0 || version < 2 ? null : { definition, version, fields }
}

function nextVersion(entry: EntryId, { id }: FormDefinition, versions: readonly FormExtended[], fields: readonly HospitalField[]): Draft<'form-extended'> {
  const highest = Math.max(1, ...versions.filter(({ definition }) => definition === id).map(({ version }) => version))
  return { id: entry, kind: 'form-extended', patient: null, at: null, body: { definition: id, version: highest + 1, fields: [...fields] } }
}

/** Counted on over everything this form ever had: a name that was ended never comes to mean something else. */
function nextName({ id }: FormDefinition, versions: readonly FormExtended[]): string {
  const counts = versions.filter(({ definition }) => definition === id).flatMap(({ fields }) => fields).map(({ name }) => Number(/^own(\d+)$/.exec(name)?.[1] ?? 0))
  return `own${Math.max(0, ...counts) + 1}`
}

const noLimits = { unit: '', least: null, most: null }

function limitsOf(typed: OwnFieldForm): Result<Pick<HospitalField, 'unit' | 'least' | 'most'>, readonly OwnFieldIssue[]> {
  const issues: OwnFieldIssue[] = [...lineIssue('unit', typed.unit, mostUnit)]
  const unit = typed.unit.trim()
  if (unit === '') issues.push({ field: 'unit', code: 'unit-missing' })
  // A bare ミリ is milligrams to one and millilitres to another.
  if (unit === 'ミリ' || unit === 'ﾐﾘ') issues.push({ field: 'unit', code: 'unit-unclear' })
  const [least, most] = [limitOf(typed.least), limitOf(typed.most)]
  if (least === undefined) issues.push({ field: 'least', code: 'not-a-number' })
  if (most === undefined) issues.push({ field: 'most', code: 'not-a-number' })
  if (typeof least === 'number' && typeof most === 'number' && least > most) issues.push({ field: 'most', code: 'least-above-most' })
  if (issues.length > 0 || least === undefined || most === undefined) return err(issues)
  return ok({ unit, least, most })
}

/** Null: no limit; undefined: not a number that a field takes. */
function limitOf(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').trim().replace(/^[‐‑–—−ー]/, '-')
  if (text === '') return null
  return /^-?\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) + 0 : undefined
}

function optionsOf(typed: string): Result<readonly string[], readonly OwnFieldIssue[]> {
  const options = typed.split('\n').map((option) => option.trim()).filter((option) => option !== '')
  const issues: OwnFieldIssue[] = options.flatMap((option) => lineIssue('options', option, mostName)).slice(0, 1)
  if (options.length < 2) issues.push({ field: 'options', code: 'options-too-few' })
  if (options.length > mostOptions) issues.push({ field: 'options', code: 'options-too-many' })
  if (new Set(options).size !== options.length) issues.push({ field: 'options', code: 'options-twice' })
  return issues.length > 0 ? err(issues) : ok(options)
}
