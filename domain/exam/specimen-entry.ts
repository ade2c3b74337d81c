import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { labelKey, mostLine, mostName } from '../text.ts'
import type { Instant } from '../time.ts'

export type SpecimenForm = { readonly specimen: string; readonly label: string; readonly note: string }
export const emptySpecimen: SpecimenForm = { specimen: '', label: '', note: '' }

export type SpecimenIssue = { readonly field: 'specimen'; readonly code: 'specimen-missing' } | ({ readonly field: keyof SpecimenForm } & LineFault)

/** Told: no number tells the tube apart, or another tube of this patient carries it. */
export type SpecimenAsk = 'no-label' | 'label-again'

/** `labels`: of this patient's other specimens that count. */
export type SpecimenDesk = { readonly patient: PatientId; readonly entry: EntryId; readonly order: EntryId | null; readonly at: Instant | null; readonly labels: readonly string[] }

/** A tube that was taken, by the number on its label. Rule EXM-1. */
export function specimenEntry(form: SpecimenForm, { patient, entry, order, at, labels }: SpecimenDesk): Result<{ readonly draft: Draft<'specimen-taken'>; readonly asks: readonly SpecimenAsk[] }, readonly SpecimenIssue[]> {
  const { specimen, label, note } = form
  const issues: SpecimenIssue[] = [...lineIssue('specimen', specimen, mostName), ...lineIssue('label', label, mostName), ...lineIssue('note', note, mostLine)]
  if (specimen.trim() === '') issues.unshift({ field: 'specimen', code: 'specimen-missing' })
  if (issues.length > 0) return err(issues)
  const asks: readonly SpecimenAsk[] = label.trim() === '' ? ['no-label'] : labels.some((other) => labelKey(other) === labelKey(label)) ? ['label-again'] : []
  return ok({ draft: { id: entry, kind: 'specimen-taken', patient, at, body: { order, specimen, label, note } }, asks })
}
