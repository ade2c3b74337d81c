import { words, type FormDefinition, type FormField } from './definition.ts'
import type { FormExtended, HospitalField } from './hospital-field.ts'

/** A form as it stands in one of its versions: ours, and below it what the hospital added. */
export type FormShape = FormDefinition & { readonly version: number }

/** As it is written now. */
export function shapeNow(form: FormDefinition, versions: readonly FormExtended[]): FormShape {
  return withOwn(form, versions.findLast(({ definition }) => definition === form.id) ?? null)
}

/** As it was in the version a record names; a version that is not known here has ours alone. */
export function shapeAt(form: FormDefinition, versions: readonly FormExtended[], version: number): FormShape {
  return { ...withOwn(form, versions.find((one) => one.definition === form.id && one.version === version) ?? null), version }
}

/** A field of the hospital as the screens, the reading and the saying of a form know it. */
export function ownField({ name, label, type, unit, least, most, options }: HospitalField): FormField {
  const head = { name, label: words(label, label), hint: null }
  if (type === 'number') {
    const span = [least ?? -mostOwn, most ?? mostOwn] as const
    return { ...head, type, unit: words(unit, unit), decimals: ownDecimals, possible: span, likely: span }
  }
  if (type === 'choice') return { ...head, type, options: options.map((option) => ({ code: option, label: words(option, option) })) }
  return { ...head, type }
}

/** Numbers of the hospital's own fields: more digits than these are a telephone number, not a measurement. */
const mostOwn = 999_999
const ownDecimals = 3

function withOwn(form: FormDefinition, extended: FormExtended | null): FormShape {
  if (extended === null) return { ...form, version: 1 }
  const own = { title: words('病院の項目', 'The hospital’s fields'), fields: extended.fields.map(ownField) }
  return { ...form, version: extended.version, sections: own.fields.length === 0 ? form.sections : [...form.sections, own] }
}
