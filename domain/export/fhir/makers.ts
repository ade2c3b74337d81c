import type { Kind } from '../../log/kinds.ts'
import { allergyStated } from './allergy.ts'
import { document } from './document.ts'
import { criticalCalled, examReported, specimenTaken } from './exam.ts'
import { lastDose, medicineGiven, medicineWithheld, transfusionStarted } from './medication.ts'
import { bloodTypeStated, careNeeds, controlledMoved, effectSeen, fluidMeasured, infusionChanged, transfusionEnded, transfusionWatched, triageDecided } from './observations.ts'
import { ofOrder, orderDone, orderGiven } from './request.ts'
import { encounterId, isStruck, made, type Line, type Made, type Maker, type Scene } from './scene.ts'
import { aboutPatient, form, insuranceStated, registered } from './statement.ts'
import { vitalSigns } from './vitals.ts'

/** A record whose words are its resource. */
const asText: Maker<Kind> = (line, scene) => made(document(line, scene))

/** Told by the stay, and by a text of its own for what the stay has no place for. */
const ofStay: Maker<'stay-changed'> = (line, scene) => ({ resources: [document(line, scene)], about: [encounterId(scene.group)] })

/** Told by a Provenance alone, over what the other record became: an approval, a strike, a reason. */
type OverAnother = 'over-another'
/** A trace of an act, in AuditEvent.ndjson: no clinical server wants it among the records. */
type Trace = 'audit'
/** Of the incident or the program and not of care: in the log and the tables, and in no resource. */
type Nowhere = 'nowhere'

/**
 * Where each kind of record goes in FHIR. A kind that stands nowhere is said, not forgotten: a new kind does not compile
 * without its place.
 */
export const places: { readonly [K in Kind]: Maker<K> | OverAnother | Trace | Nowhere } = {
  'patient-registered': registered,
  'patient-described': aboutPatient,
  'identity-claimed': aboutPatient,
  'identity-verified': aboutPatient,
  'patient-linked': aboutPatient,
  'photo-taken': asText,
  'insurance-stated': insuranceStated,
  'stay-changed': ofStay,
  'care-needs-stated': careNeeds,
  'death-confirmed': aboutPatient,
  'patient-sent': asText,
  'entry-imported': asText, // one that this program cannot read; the others are told as their own kind
  'patient-moved': (_line, { group }) => ({ resources: [], about: [encounterId(group)] }),
  'allergy-stated': allergyStated,
  'vital-signs': vitalSigns,
  note: asText,
  'triage-decided': triageDecided,
  'entry-struck': 'over-another',
  'proxy-approved': 'over-another',
  'outside-usual': 'over-another',
  'hand-over-signed': asText,
  form,
  'order-given': orderGiven,
  'order-received': ofOrder,
  'order-done': orderDone,
  'order-stopped': ofOrder,
  'last-dose-confirmed': (line, scene) => (line.entry.body.doses.length === 0 ? made(document(line, scene)) : lastDose(line, scene)),
  'medicine-given': medicineGiven,
  'medicine-withheld': medicineWithheld,
  'infusion-changed': infusionChanged,
  'effect-seen': effectSeen,
  'blood-type-stated': bloodTypeStated,
  'transfusion-started': transfusionStarted,
  'transfusion-watched': transfusionWatched,
  'transfusion-ended': transfusionEnded,
  'specimen-taken': specimenTaken,
  'exam-reported': examReported,
  'critical-called': criticalCalled,
  'fluid-measured': fluidMeasured,
  'controlled-moved': controlledMoved,
  'chart-opened': 'audit',
  'incident-told': 'audit',
  'person-identified': 'audit',
  countersigned: 'audit',
  'draft-taken-over': 'audit',
  'export-made': 'audit',
  'continuity-made': 'audit',
  'clock-confirmed': 'audit',
  'stood-down': 'audit',
  'incident-reported': 'audit',
  'sheet-printed': 'audit',
  'chronology-line': 'nowhere',
  'ward-line-struck': 'nowhere',
  'numbers-set-aside': 'nowhere',
  'numbers-voided': 'nowhere',
  'form-extended': 'nowhere',
  'match-decided': asText,
  'record-transcribed': 'nowhere',
  'sheet-listed': 'nowhere',
  'check-signed': 'audit',
  'archive-labelled': 'nowhere',
  'records-taken-in': 'audit',
}

/** What a record became. One that was taken back and left nothing of its own behind keeps its text, marked as entered in error. */
export function madeOf(line: Line, scene: Scene): Made {
  const place = places[line.entry.kind] as Maker<Kind> | OverAnother | Trace | Nowhere // the place of this line's own kind
  if (typeof place === 'string') return made()
  const own = place(line, scene)
  return isStruck(line) && own.resources.length === 0 ? { ...own, resources: [document(line, scene)] } : own
}
