import { emptyWhen, type WhenForm } from './when-text.ts'

/** A record of care that is being written: what was typed, when it happened, and why an earlier record is corrected. */
export type CareDraft<Form> = { readonly form: Form; readonly when: WhenForm; readonly reason: string }

export function careDraft<Form>(form: Form): CareDraft<Form> {
  return { form, when: emptyWhen, reason: '' }
}
