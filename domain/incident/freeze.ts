import type { Kind } from '../log/kinds.ts'
import type { Phase } from './life.ts'

/**
 * What of care is written no more once the station stands down: a dose noted here after the hospital's system took over
 * would be seen by nobody. What belongs to the hand-over itself, to traces and to prints goes on.
 */
const ofCare: ReadonlySet<Kind> = new Set<Kind>(['patient-registered', 'patient-moved', 'allergy-stated', 'triage-decided', 'vital-signs', 'note', 'form', 'entry-struck', 'patient-described', 'photo-taken', 'stay-changed', 'care-needs-stated', 'death-confirmed', 'insurance-stated', 'entry-imported', 'order-given', 'order-received', 'order-done', 'order-stopped', 'last-dose-confirmed', 'medicine-given', 'medicine-withheld', 'infusion-changed', 'effect-seen', 'controlled-moved', 'blood-type-stated', 'transfusion-started', 'transfusion-watched', 'transfusion-ended', 'specimen-taken', 'exam-reported', 'critical-called', 'fluid-measured', 'form-extended'])

/** Rule LIFE-8. */
export function isFrozen(kind: Kind, phase: Phase): boolean {
  return phase !== 'open' && ofCare.has(kind)
}
