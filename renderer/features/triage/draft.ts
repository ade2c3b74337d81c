import { emptyTriageForm, type TriageForm } from '#domain/triage/decide.ts'
import { emptyWhen, type WhenForm } from '#renderer/ui/when-text.ts'
import type { TriageJob } from '#domain/triage/decision.ts'

/** A triage half-filled, as the store keeps it against a power cut. */
export type TriageDraft = { readonly form: TriageForm; readonly when: WhenForm }

export function emptyTriageDraft(job: TriageJob): TriageDraft {
  return { form: { ...emptyTriageForm, job }, when: emptyWhen }
}
