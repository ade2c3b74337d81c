import { emptyAllergyForm, type AllergyForm } from '#domain/record/allergy-entry.ts'
import { emptyVitalForm, type VitalForm } from '#domain/record/vital-entry.ts'
import type { AllergyNow } from '#domain/view/ward.ts'
import { emptyWhen, type WhenForm } from '#renderer/ui/when-text.ts'

/** What is being written and not saved yet, as the store keeps it against a power cut. */
export type VitalDraft = { readonly form: VitalForm; readonly when: WhenForm }
export type NoteDraft = { readonly text: string; readonly when: WhenForm }

export const emptyVitalDraft: VitalDraft = { form: emptyVitalForm, when: emptyWhen }
export const emptyNoteDraft: NoteDraft = { text: '', when: emptyWhen }

/** The form of a new statement: substances said before are there to be kept or changed; the answer itself is never preselected unless it is "present". */
export function allergyFormOf(now: AllergyNow): AllergyForm {
  if (now.state !== 'present' || now.said.statement.state !== 'present') return emptyAllergyForm
  const { substances, source } = now.said.statement
  return { state: 'present', substances, source }
}
