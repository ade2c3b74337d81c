import type { EntryId } from '../ids.ts'
import type { Draft, Standing } from '../log/entry.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, type TextFault } from '../text.ts'
import type { RecordRow } from './records.ts'
import { handsOf } from './status.ts'
import type { TranscriptionStep } from './transcription.ts'

export type StepFault =
  /** It stands in the hospital's system already: what was wrong there is taken back first. */
  | { readonly code: 'already-transcribed' }
  | { readonly code: 'not-transcribed' }
  | { readonly code: 'already-checked' }
  /** Whoever typed it sees what they meant to type. */
  | { readonly code: 'own-typing' }
  /** The patient's number in the hospital's system is not decided yet. */
  | { readonly code: 'target-missing' }
  | { readonly code: 'reason-empty' }
  | TextFault

export type StepAsked = {
  readonly step: TranscriptionStep
  /** The number it is typed under; null: the patient has none yet. */
  readonly target: string | null
  readonly note: string
  readonly by: Pick<Standing, 'by' | 'onBehalfOf'>
}

/** The next step of a record, or why it cannot be taken. Rules REC-2, REC-4, REC-5. */
export function takeStep(id: EntryId, row: Pick<RecordRow, 'id' | 'patient' | 'state'>, { step, target, note, by }: StepAsked): Result<Draft<'record-transcribed'>, StepFault> {
  const fault = faultOf(row, step, target, by)
  if (fault !== null) return err(fault)
  const checked = checkText(note, mostLine)
  if (!checked.ok) return checked
  if (step === 'not-needed' && note.trim() === '') return err({ code: 'reason-empty' })
  return ok({ id, kind: 'record-transcribed', patient: null, at: null, body: { of: [row.id], step, target, note } })
}

function faultOf({ patient, state }: Pick<RecordRow, 'patient' | 'state'>, step: TranscriptionStep, target: string | null, by: StepAsked['by']): StepFault | null {
  const isTyped = state.typed.length > 0
  if (step !== 'checked' && isTyped) return { code: 'already-transcribed' }
  if (step === 'transcribed' && patient !== null && target === null) return { code: 'target-missing' }
  if (step !== 'checked') return null
  if (!isTyped) return { code: 'not-transcribed' }
  if (state.status === 'checked') return { code: 'already-checked' }
  const typists = new Set(state.typed.flatMap(handsOf))
  return handsOf(by).some((hand) => typists.has(hand)) ? { code: 'own-typing' } : null
}

/** Takes a step back by a line through it: typed wrongly, or found wrong by whoever checked. Rule REC-6. */
export function takeBack(id: EntryId, step: EntryId, reason: string): Result<Draft<'ward-line-struck'>, { readonly code: 'reason-empty' } | TextFault> {
  const checked = checkText(reason, mostLine)
  if (!checked.ok) return checked
  return reason.trim() === '' ? err({ code: 'reason-empty' }) : ok({ id, kind: 'ward-line-struck', patient: null, at: null, body: { struck: step, reason } })
}
