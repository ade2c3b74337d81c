import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine, mostName } from '../text.ts'
import type { Instant } from '../time.ts'
import type { CriticalCalled } from './exam.ts'

export type CriticalForm = { readonly caller: string; readonly told: string; readonly readBack: boolean | null; readonly answer: string }
export const emptyCritical: CriticalForm = { caller: '', told: '', readBack: null, answer: '' }

export type CriticalIssue =
  | { readonly field: 'caller'; readonly code: 'caller-missing' }
  | { readonly field: 'told'; readonly code: 'told-missing' }
  | { readonly field: 'readBack'; readonly code: 'read-back-not-said' }
  | ({ readonly field: 'caller' | 'told' | 'answer' } & LineFault)

/** `result`: the report with the critical value. */
export type CriticalDesk = { readonly patient: PatientId; readonly entry: EntryId; readonly result: EntryId; readonly at: Instant | null }

/** Who told whom of a critical value, and whether it was read back; "not read back" is told and saved. Rule EXM-4. */
export function criticalCall(form: CriticalForm, { patient, entry, result, at }: CriticalDesk): Result<{ readonly draft: Draft<'critical-called'>; readonly asks: readonly 'not-read-back'[] }, readonly CriticalIssue[]> {
  const { caller, told, readBack, answer } = form
  const issues: CriticalIssue[] = [...lineIssue('caller', caller, mostName), ...lineIssue('told', told, mostName), ...lineIssue('answer', answer, mostLine)]
  if (caller.trim() === '') issues.push({ field: 'caller', code: 'caller-missing' })
  if (told.trim() === '') issues.push({ field: 'told', code: 'told-missing' })
  if (readBack === null) issues.push({ field: 'readBack', code: 'read-back-not-said' })
  if (issues.length > 0 || readBack === null) return err(issues)
  return ok({ draft: { id: entry, kind: 'critical-called', patient, at, body: { result, caller, told, readBack, answer } }, asks: readBack ? [] : ['not-read-back'] })
}

/** What was written, to be corrected. */
export function criticalFormOf({ caller, told, readBack, answer }: CriticalCalled): CriticalForm {
  return { caller, told, readBack, answer }
}
