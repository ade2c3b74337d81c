import type { BodyOf } from '../log/kinds.ts'
import { shownMoment } from '../export/words.ts'
import type { Words } from '../patient/wareki.ts'
import { shownNumber } from '../record/vital-fields.ts'
import { Instant } from '../time.ts'
import { fieldsOf, type FormField } from './definition.ts'
import { formOf } from './forms.ts'
import type { FormExtended } from './hospital-field.ts'
import { ownField, shapeAt } from './shape.ts'
import type { FormValue } from './value.ts'

/** One field of a form that was recorded, in both languages. */
export type FormSaid = { readonly name: string; readonly label: Words; readonly text: Words }

/**
 * What a form that was recorded says, field by field in the order of the definition and the version it was written with. A
 * name that neither knows is said by what it was called later or before, else by itself: nothing in a record is left out.
 * `versions`: what this hospital added; none for a record of another station, whose fields may bear the same names.
 */
export function sayForm({ definition, version, values }: BodyOf<'form'>, versions: readonly FormExtended[]): { readonly title: Words; readonly lines: readonly FormSaid[] } {
  const form = formOf(definition)
  const shape = form === null ? null : shapeAt(form, versions, version)
  const known = shape === null ? [] : fieldsOf(shape)
  const names = Object.keys(values)
  const ordered = [...known.filter(({ name }) => names.includes(name)), ...names.filter((name) => !known.some((field) => field.name === name)).map((name) => everCalled(name, definition, versions) ?? name)]
  return {
    title: form === null ? same(`${definition} v${version}`) : form.label,
    lines: ordered.map((field) => (typeof field === 'string'
      ? { name: field, label: same(field), text: asStored(values[field] ?? null) }
      : { name: field.name, label: field.label, text: sayValue(field, values[field.name] ?? null) })),
  }
}

/** A record of a form with whose it is: another station's with what its hospital calls its own fields, where that is known. */
type FormRow = { readonly origin: object | null; readonly form: FormExtended | null }

/** The versions by which one record is said: this hospital's for its own, for another's what came along with it. Rules FORM-7, XFER-9. */
export function versionsFor({ origin, form }: FormRow, ours: readonly FormExtended[]): readonly FormExtended[] {
  return origin === null ? ours : form === null ? [] : [form]
}

/** Says the forms of these records, each by the versions that are its own. */
export function formSayer(rows: readonly (FormRow & { readonly entry: { readonly body: unknown } })[], ours: readonly FormExtended[]): (body: BodyOf<'form'>) => ReturnType<typeof sayForm> {
  const others = new Map(rows.flatMap((row) => (row.origin === null ? [] : [[row.entry.body, versionsFor(row, ours)] as const])))
  return (body) => sayForm(body, others.get(body) ?? ours)
}

/** A value in words: with its unit, by the label of its code, or as it is stored where its type does not say it. */
export function sayValue(field: FormField, value: FormValue): Words {
  if (field.type === 'number' && typeof value === 'number') return withUnit(value, field.unit)
  if (field.type === 'choice' && typeof value === 'string') return labelOf(field, value)
  if (field.type === 'choices' && Array.isArray(value) && value.length > 0) {
    const labels = value.map((code) => labelOf(field, code))
    return { ja: labels.map(({ ja }) => ja).join('・'), en: labels.map(({ en }) => en).join(', ') }
  }
  if (field.type === 'moment' && typeof value === 'string') {
    const at = Instant.safeParse(value)
    return same(at.success ? shownMoment(at.data) : value)
  }
  return asStored(value)
}

function asStored(value: FormValue): Words {
  if (value === null) return same('—')
  if (typeof value === 'boolean') return value ? { ja: 'はい', en: 'yes' } : { ja: 'いいえ', en: 'no' }
  if (Array.isArray(value)) return value.length === 0 ? same('—') : { ja: value.join('・'), en: value.join(', ') }
  return same(String(value))
}

/** 「52.5 kg」; what is of a whole stands close: 「8/10」. */
function withUnit(value: number, { ja, en }: Words): Words {
  const joined = (unit: string): string => (unit === '' ? shownNumber(value) : unit.startsWith('/') ? `${shownNumber(value)}${unit}` : `${shownNumber(value)} ${unit}`)
  return { ja: joined(ja), en: joined(en) }
}

function labelOf({ options }: Extract<FormField, { type: 'choice' | 'choices' }>, code: string): Words {
  return options.find((option) => option.code === code)?.label ?? same(code)
}

/** A field of the hospital that this version does not have: a record may have come from between two versions. */
function everCalled(name: string, definition: string, versions: readonly FormExtended[]): FormField | null {
  const field = versions.findLast((one) => one.definition === definition && one.fields.some((own) => own.name === name))?.fields.find((own) => own.name === name)
  return field === undefined ? null : ownField(field)
}

function same(text: string): Words {
  return { ja: text, en: text }
}
