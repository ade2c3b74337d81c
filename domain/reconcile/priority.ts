import type { Kind } from '../log/kinds.ts'
import type { Words } from '../patient/wareki.ts'

/** A: harms if it is missing. B: the course and the orders. C: paper and pictures, which are scanned. */
export type Priority = 'A' | 'B' | 'C'
export const priorities: readonly Priority[] = ['A', 'B', 'C']

export const priorityWords = {
  A: { ja: 'A 安全', en: 'A Safety' },
  B: { ja: 'B 経過', en: 'B Course' },
  C: { ja: 'C 取り込み', en: 'C Scans' },
} as const satisfies Record<Priority, Words>

/**
 * Which kinds are records to be brought into the hospital's system, and how urgent. Null: traces, signatures and what belongs
 * to this station alone. What came from another station counts by the record inside. (domain facts §8.4-3)
 */
export const priorityOf: Readonly<Record<Kind, Priority | null>> = {
  'incident-told': null,
  'person-identified': null,
  'patient-registered': 'B',
  'patient-described': 'B',
  'identity-claimed': 'B',
  'identity-verified': null,
  'patient-linked': null,
  'photo-taken': 'C',
  'insurance-stated': 'B',
  'stay-changed': 'B',
  'care-needs-stated': 'B',
  'death-confirmed': 'A',
  'patient-sent': null,
  'entry-imported': 'B', // one that this program cannot read: somebody looks at it
  'patient-moved': 'B',
  'allergy-stated': 'A',
  'vital-signs': 'B',
  note: 'B',
  'triage-decided': 'B',
  'entry-struck': null,
  'chart-opened': null,
  'proxy-approved': null,
  'outside-usual': null,
  countersigned: null,
  'draft-taken-over': null,
  'export-made': null,
  'continuity-made': null,
  'clock-confirmed': null,
  'chronology-line': null,
  'ward-line-struck': null,
  'stood-down': null,
  'hand-over-signed': 'B',
  'incident-reported': null,
  'sheet-printed': null,
  'numbers-set-aside': null,
  'numbers-voided': null,
  form: 'B',
  'form-extended': null,
  'order-given': 'B',
  'order-received': 'B',
  'order-done': 'B',
  'order-stopped': 'B',
  'last-dose-confirmed': 'A',
  'medicine-given': 'A',
  'medicine-withheld': 'A',
  'infusion-changed': 'A',
  'effect-seen': 'A',
  'controlled-moved': 'A',
  'blood-type-stated': 'A',
  'transfusion-started': 'A',
  'transfusion-watched': 'A',
  'transfusion-ended': 'A',
  'specimen-taken': 'B',
  'exam-reported': 'A',
  'critical-called': 'A',
  'fluid-measured': 'B',
  'match-decided': null,
  'record-transcribed': null,
  'sheet-listed': 'C',
  'records-taken-in': null,
  'check-signed': null,
  'archive-labelled': null,
}
