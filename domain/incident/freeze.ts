import type { Draft } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import type { StationRole } from '../station.ts'
import type { Phase } from './life.ts'

/**
 * What of care is written no more once the station stands down: a dose noted here after the hospital's system took over
 * would be seen by nobody. What belongs to the hand-over itself, to traces and to prints goes on.
 */
const ofCare: ReadonlySet<Kind> = new Set<Kind>(['patient-registered', 'patient-moved', 'allergy-stated', 'triage-decided', 'vital-signs', 'note', 'form', 'entry-struck', 'patient-described', 'photo-taken', 'stay-changed', 'care-needs-stated', 'death-confirmed', 'insurance-stated', 'entry-imported', 'order-given', 'order-received', 'order-done', 'order-stopped', 'last-dose-confirmed', 'medicine-given', 'medicine-withheld', 'infusion-changed', 'effect-seen', 'controlled-moved', 'blood-type-stated', 'transfusion-started', 'transfusion-watched', 'transfusion-ended', 'specimen-taken', 'exam-reported', 'critical-called', 'fluid-measured', 'form-extended'])

/** What says who somebody is: wrong, it is taken back as long as the record is open. */
const ofIdentity: ReadonlySet<Kind> = new Set<Kind>(['identity-claimed', 'identity-verified', 'patient-linked', 'match-decided'])

/** Rules LIFE-8, DESK-1. `struck`: of a strike, the kind of what it goes through; null: it is not known here. */
export function isFrozen(kind: Kind, phase: Phase, struck: Kind | null = null, role: StationRole = 'ward'): boolean {
  if (kind === 'entry-imported' && role === 'desk') return false
  if (kind === 'entry-struck' && phase === 'reconciling' && struck !== null && ofIdentity.has(struck)) return false
  return phase !== 'open' && ofCare.has(kind)
}

/** The same of a draft. `kindOf`: what is known of the record a strike goes through. */
export function isDraftFrozen(draft: Draft, { phase, role }: { readonly phase: Phase; readonly role: StationRole }, kindOf: (draft: Draft<'entry-struck'>) => Kind | null): boolean {
  return isFrozen(draft.kind, phase, draft.kind === 'entry-struck' ? kindOf(draft) : null, role)
}
