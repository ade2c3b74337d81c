import type { PatientId } from '#domain/ids.ts'
import type { IncidentReport, PersonalDataAtRisk, ReportedTo, StandDown } from '#domain/incident/report.ts'
import type { HandOver } from '#domain/record/hand-over.ts'
import { checkText, mostLine, mostName, mostNote } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'

/** The stops of the way back. The first one decides; what follows is done while nothing new of care is written. */
export const standDownSteps = ['decide', 'patients', 'report', 'backup', 'accounts'] as const
export type StandDownStep = (typeof standDownSteps)[number]

export type DecideDraft = { readonly decidedBy: string; readonly done: readonly boolean[]; readonly reason: string }
export const emptyDecide = (steps: number): DecideDraft => ({ decidedBy: '', done: Array.from({ length: steps }, () => false), reason: '' })

/** A patient as the list shows them: `signed` null means that nobody has taken over yet. */
export type PatientToHandOver = {
  readonly id: PatientId
  readonly number: string
  readonly name: string
  readonly bed: string
  readonly signed: (HandOver & { readonly by: string; readonly at: Instant }) | null
}

export type HandOverDraft = { readonly lastDose: string; readonly nextDue: string; readonly pumps: string; readonly note: string; readonly takenOverBy: string }
export const emptyHandOver: HandOverDraft = { lastDose: '', nextDue: '', pumps: '', note: '', takenOverBy: '' }

export type ReportDraft = Omit<IncidentReport, 'personalData' | 'reports'> & {
  readonly personalData: PersonalDataAtRisk | null
  readonly reports: IncidentReport['reports']
}
export const emptyReport: ReportDraft = { found: '', stopped: '', scope: '', personalData: null, actions: '', reports: [] }

export type NewReport = { readonly to: ReportedTo | null; readonly by: string; readonly note: string }
export const emptyNewReport: NewReport = { to: null, by: '', note: '' }

/** What keeps a step from being done; null when it is done. */
export type Missing = 'decider' | 'reason' | 'too-long' | 'taken-over-by' | 'personal-data' | 'stopped' | 'backup' | 'confirm'

export function missingOfDecide({ decidedBy, done, reason }: DecideDraft): Missing | null {
  if (decidedBy.trim() === '') return 'decider'
  if (done.includes(false) && reason.trim() === '') return 'reason'
  return checkText(decidedBy, mostLine).ok && checkText(reason, mostLine).ok ? null : 'too-long'
}

export function missingOfHandOver({ lastDose, nextDue, pumps, note, takenOverBy }: HandOverDraft): Missing | null {
  if (takenOverBy.trim() === '') return 'taken-over-by'
  const lines = [lastDose, nextDue, pumps].every((line) => checkText(line, mostLine).ok)
  return lines && checkText(note, mostNote).ok && checkText(takenOverBy, mostName).ok ? null : 'too-long'
}

export function missingOfReport({ found, stopped, scope, personalData, actions }: ReportDraft): Missing | null {
  if (stopped.trim() === '') return 'stopped'
  if (personalData === null) return 'personal-data'
  return checkText(found, mostLine).ok && [stopped, scope, actions].every((text) => checkText(text, mostNote).ok) ? null : 'too-long'
}

/** The decision as it is recorded, with the hospital's own list as it was ticked. */
export function standDownOf({ decidedBy, done, reason }: DecideDraft, steps: readonly string[]): StandDown {
  return { decidedBy, steps: steps.map((step, index) => ({ step, isDone: done[index] === true })), reason }
}

/** Envelopes that were opened, and those whose account was used: they must be the same (guideline: a mismatch is a finding). */
export type Inventory = { readonly all: readonly number[]; readonly opened: readonly number[]; readonly used: readonly number[] }

export function inventoryFindings({ opened, used }: Inventory): readonly { readonly envelope: number; readonly finding: 'opened-not-used' | 'used-not-opened' }[] {
  return [
    ...opened.filter((envelope) => !used.includes(envelope)).map((envelope) => ({ envelope, finding: 'opened-not-used' as const })),
    ...used.filter((envelope) => !opened.includes(envelope)).map((envelope) => ({ envelope, finding: 'used-not-opened' as const })),
  ]
}
