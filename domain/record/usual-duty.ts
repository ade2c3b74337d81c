import type { EntryId } from '../ids.ts'
import type { Draft, Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import type { Profession } from '../log/person.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, type TextFault } from '../text.ts'
import type { DutyReason } from './duty-reason.ts'

/**
 * Which professions usually write which kinds of record (guideline 5.2 §6.10 B-(2)②: the emergency functions are used
 * properly and with care). A fixed table, so that it needs nobody to keep it during an emergency. Outside it a reason is
 * asked and the record flagged; nothing is ever refused: the hands that are there write. What is not listed, everybody does.
 */
const usual: Partial<Record<Kind, ReadonlySet<Profession>>> = {
  'patient-registered': new Set(['doctor', 'nurse', 'midwife', 'clerk']),
  'patient-moved': new Set(['doctor', 'nurse', 'midwife', 'clerk']),
  'patient-described': new Set(['doctor', 'nurse', 'midwife', 'clerk']),
  'identity-claimed': new Set(['doctor', 'nurse', 'midwife', 'clerk']),
  'identity-verified': new Set(['doctor', 'nurse', 'midwife', 'clerk']),
  'patient-linked': new Set(['doctor', 'nurse', 'midwife', 'clerk']),
  'stay-changed': new Set(['doctor', 'nurse', 'midwife', 'clerk']),
  'care-needs-stated': new Set(['doctor', 'nurse', 'midwife', 'technician']),
  'death-confirmed': new Set(['doctor', 'nurse', 'midwife']),
  'allergy-stated': new Set(['doctor', 'nurse', 'midwife', 'pharmacist']),
  'triage-decided': new Set(['doctor', 'nurse', 'midwife']),
  'vital-signs': new Set(['doctor', 'nurse', 'midwife', 'technician']),
  note: new Set(['doctor', 'nurse', 'midwife', 'pharmacist', 'technician']),
  form: new Set(['doctor', 'nurse', 'midwife', 'pharmacist', 'technician']),
  'order-given': new Set(['doctor']),
  'order-received': new Set(['doctor', 'nurse', 'midwife', 'pharmacist']),
  'order-done': new Set(['doctor', 'nurse', 'midwife', 'technician', 'pharmacist']),
  'order-stopped': new Set(['doctor']),
  'last-dose-confirmed': new Set(['doctor', 'nurse', 'midwife', 'pharmacist']),
  'medicine-given': new Set(['doctor', 'nurse', 'midwife']),
  'medicine-withheld': new Set(['doctor', 'nurse', 'midwife']),
  'infusion-changed': new Set(['doctor', 'nurse', 'midwife']),
  'effect-seen': new Set(['doctor', 'nurse', 'midwife', 'pharmacist']),
  'controlled-moved': new Set(['doctor', 'nurse', 'midwife', 'pharmacist']),
  'blood-type-stated': new Set(['doctor', 'nurse', 'midwife', 'technician']),
  'transfusion-started': new Set(['doctor', 'nurse', 'midwife']),
  'transfusion-watched': new Set(['doctor', 'nurse', 'midwife']),
  'transfusion-ended': new Set(['doctor', 'nurse', 'midwife']),
  'specimen-taken': new Set(['doctor', 'nurse', 'midwife', 'technician']),
  'exam-reported': new Set(['doctor', 'nurse', 'midwife', 'technician', 'pharmacist']),
  'critical-called': new Set(['doctor', 'nurse', 'midwife', 'technician']),
  'fluid-measured': new Set(['doctor', 'nurse', 'midwife']),
}

export function isUsual(profession: Profession, kind: Kind): boolean {
  return usual[kind]?.has(profession) ?? true
}

/** Of a proxy entry the duty is that of the person it is for: typing for a doctor is what a doctor's clerk is there for. */
export function isOutsideUsual({ kind, by, onBehalfOf }: Pick<Entry, 'kind' | 'by' | 'onBehalfOf'>): boolean {
  return !isUsual((onBehalfOf ?? by).profession, kind)
}

export type DutySaid = { readonly reason: DutyReason; readonly words: string }
export type DutyFault = { readonly code: 'words-empty' } | TextFault

/** The flag of a record outside the table. Err 'words-empty': "other" is a reason only with words. */
export function flagOutside(id: EntryId, entry: Pick<Entry, 'id' | 'patient'>, { reason, words }: DutySaid): Result<Draft<'outside-usual'>, DutyFault> {
  const checked = checkText(words, mostLine)
  if (!checked.ok) return checked
  if (reason === 'other' && words.trim() === '') return err({ code: 'words-empty' })
  return ok({ id, kind: 'outside-usual', patient: entry.patient, at: null, body: { entry: entry.id, reason, words } })
}
