import { fieldsOf } from '#domain/form/definition.ts'
import type { FormTyped } from '#domain/form/read-form.ts'
import type { FormShape } from '#domain/form/shape.ts'
import { emptyWhen, type WhenForm } from '#renderer/ui/when-text.ts'

/** A form half-written, as the store keeps it against a power cut. `reason`: of a correction, why the old record is wrong. */
export type FormDraft = { readonly typed: FormTyped; readonly when: WhenForm; readonly reason: string }

/** Every field is there from the beginning, in one order, so that an untouched form is known as one. */
export function emptyFormDraft(shape: FormShape, first: FormTyped = {}, when: WhenForm = emptyWhen): FormDraft {
  return { typed: Object.fromEntries(fieldsOf(shape).map(({ name }) => [name, first[name] ?? ''])), when, reason: '' }
}
