import type { PatientId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import { whenOf, type WhenForm } from '../record/when-text.ts'
import type { ChartRow } from '../view/chart.ts'
import { fieldsOf } from './definition.ts'
import { formOf } from './forms.ts'
import type { FormExtended } from './hospital-field.ts'
import { typedOf, type FormTyped } from './read-form.ts'
import { shapeAt, type FormShape } from './shape.ts'
import type { FormValues } from './value.ts'

/** A record of a form put into the form again: the new record takes its place (record/correct-start.ts). */
export type Correction = {
  readonly target: Entry<'form'>
  /** Under whom it was written: of two linked registrations the record stays with its own. */
  readonly patient: PatientId
  /** The form in the version the record was written with. */
  readonly shape: FormShape
  readonly typed: FormTyped
  readonly when: WhenForm
  /** What that form cannot show. */
  readonly carried: FormValues
}

/**
 * Null for what is no form, is struck already, or came from another station: fields of its hospital's own may bear the names of ours.
 * Rules FORM-12, FORM-13.
 */
export function correctionOf({ entry, struck, origin }: ChartRow, versions: readonly FormExtended[]): Correction | null {
  if (entry.kind !== 'form' || entry.patient === null || struck !== null || origin !== null) return null
  const form = formOf(entry.body.definition)
  if (form === null) return null
  const { definition, version, values } = entry.body
  const shape = shapeAt(form, versions.filter((one) => one.definition === definition), version)
  const shown = new Set(fieldsOf(shape).map(({ name }) => name))
  return {
    target: entry,
    patient: entry.patient,
    shape,
    typed: typedOf(shape, values, (at) => whenOf(at).typed),
    when: whenOf(entry.at),
    carried: Object.fromEntries(Object.entries(values).filter(([name]) => !shown.has(name))),
  }
}
