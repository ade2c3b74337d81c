import { z } from 'zod'
import { RosterOverride } from '../access/roster.ts'
import { ContinuityMade } from '../continuity/continuity.ts'
import { RecordsTakenIn } from '../desk/taken-in.ts'
import { ArchiveLabels } from '../erasure/archive.ts'
import { CriticalCalled, ExamReported, SpecimenTaken } from '../exam/exam.ts'
import { FluidMeasured } from '../fluid/fluid.ts'
import { FormExtended } from '../form/hospital-field.ts'
import { FormId, FormValues } from '../form/value.ts'
import { EntryId, PatientId, Sha256, StaffNumber } from '../ids.ts'
import { IdentityClaim, IdentityVerification } from '../identity/claim.ts'
import { PatientLink } from '../identity/link.ts'
import { LadderTold } from '../incident/ladder.ts'
import { IncidentEffect, IncidentReason } from '../incident/reason.ts'
import { IncidentReport, StandDown } from '../incident/report.ts'
import { ControlledMoved, EffectSeen, InfusionChanged, LastDoseConfirmed, MedicineGiven, MedicineWithheld } from '../medicine/medicine.ts'
import { Order, OrderDone, OrderReceived, OrderStopped } from '../order/order.ts'
import { HandOver } from '../record/hand-over.ts'
import { Naming } from '../patient/naming.ts'
import { Birth, Sex } from '../patient/birth.ts'
import { NumbersSetAside, NumbersVoided } from '../number/blank.ts'
import { WardNumber } from '../number/ward-number.ts'
import { SheetForm } from '../print/form.ts'
import { SheetSerial } from '../print/serial.ts'
import { AllergyStatement } from '../record/allergy.ts'
import { Arrival } from '../record/arrival.ts'
import { ChronologyLine } from '../record/chronology-line.ts'
import { ClockConfirmed } from '../record/clock-confirmed.ts'
import { DutyReason } from '../record/duty-reason.ts'
import { Insurance } from '../record/insurance.ts'
import { Photo } from '../record/photo.ts'
import { CareNeeds, DeathConfirmed, StayChange } from '../record/stay.ts'
import { VitalSigns } from '../record/vital-signs.ts'
import { BloodTypeStated, TransfusionEnded, TransfusionStarted, TransfusionWatched } from '../transfusion/transfusion.ts'
import { TriageDecided } from '../triage/decision.ts'
import { CheckSigned } from '../reconcile/checks.ts'
import { MatchDecided } from '../reconcile/match.ts'
import { RecordTranscribed, SheetListed } from '../reconcile/transcription.ts'
import { mostLine, mostName, mostNote, typedText } from '../text.ts'
import { ImportedEntry, PatientSent } from '../transfer/imported.ts'
import { Person } from './person.ts'

/** How long an entry must be kept after care ends (domain facts: 医師法24条, 医療法施行規則, and the audit's own need). */
export type Retention = 'chart-5-years' | 'ward-record-2-years' | 'audit-5-years' | 'blood-20-years' | 'for-ever'

/** Where an entry stands on paper; `none` is said, not forgotten. */
export type PaperPlace = 'face-sheet' | 'flowsheet' | 'nursing-note' | 'order-sheet' | 'medication-sheet' | 'transfusion-sheet' | 'exam-sheet' | 'controlled-ledger' | 'form' | 'chronology' | 'none'

type KindRow = {
  readonly body: z.ZodType
  /** `either`: of a patient or of the ward, as what is inside it. */
  readonly about: 'patient' | 'ward' | 'either'
  readonly label: { readonly ja: string; readonly en: string }
  readonly retention: Retention
  readonly paper: PaperPlace
  /** Name of the table in an export; one line an entry. */
  readonly table: string
  /** May a person strike it? Traces of acts may not be struck. */
  readonly strikable: boolean
}

/** The ways a chart is opened by: an audit tells a look at one's own bed from a search. */
export const ChartWay = z.enum(['board', 'register', 'search', 'similar', 'link', 'scan', 'print'])
export type ChartWay = z.infer<typeof ChartWay>

/** By which way a patient was registered: a clerk completes what came by mass intake first. Entries of the first version did not say. */
export const RegisteredBy = z.enum(['form', 'mass-intake', 'hospital-list', 'newborn', 'transfer-in', 'unsaid'])
export type RegisteredBy = z.infer<typeof RegisteredBy>

/**
 * Every kind of entry there is. A kind without its schema, words, place on paper, export table and
 * retention does not compile. Kinds are added, never renamed: journals are read for ever.
 */
export const kinds = {
  'incident-told': {
    body: z.object({
      reasonCode: IncidentReason, story: typedText(mostNote), opener: Person, decidedBy: typedText(mostLine), clockOffsetMs: z.number().int(), rosterOverride: RosterOverride.nullable(),
      effects: z.array(IncidentEffect).max(4).default([]),
      /** Null: the opening was told before there was a ladder. */
      ladder: LadderTold.nullable().default(null),
      /** Of the hospital's list of who may decide; null when the name was typed. */
      decider: z.object({ staffNumber: StaffNumber.nullable(), isDeputy: z.boolean() }).nullable().default(null),
      /** Null: alone, to be countersigned later. */
      witness: z.object({ staffNumber: StaffNumber, name: typedText(mostName) }).nullable().default(null),
    }),
    about: 'ward', label: { ja: '緊急開封', en: 'Break-glass' }, retention: 'for-ever', paper: 'chronology', table: 'incident', strikable: false,
  },
  'person-identified': {
    // `organisation`: where relief staff come from; empty for the hospital's own.
    body: z.object({ person: Person, vouchedBy: StaffNumber.nullable(), organisation: typedText(mostName).default('') }),
    about: 'ward', label: { ja: '職員の登録', en: 'Staff identified' }, retention: 'audit-5-years', paper: 'none', table: 'people', strikable: false,
  },
  'patient-registered': {
    body: z.object({
      number: WardNumber, naming: Naming, sex: Sex, birth: Birth, bed: typedText(mostName).nullable(), features: typedText(mostNote),
      way: RegisteredBy.default('unsaid'),
      /** Of a newborn: its mother, registered here. */
      mother: PatientId.nullable().default(null),
      /** Of a transfer in: where from. Null: nobody sent the patient, or it was not said. */
      arrival: Arrival.nullable().default(null),
    }),
    about: 'patient', label: { ja: '患者登録', en: 'Registration' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'patients', strikable: false,
  },
  /** What could be seen of somebody who was registered in a hurry or without a name: completes the registration, and names nobody. */
  'patient-described': {
    body: z.object({ sex: Sex, birth: Birth, features: typedText(mostNote) }),
    about: 'patient', label: { ja: '特徴の補完', en: 'Description' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'descriptions', strikable: true,
  },
  'identity-claimed': {
    body: IdentityClaim,
    about: 'patient', label: { ja: '氏名が分かった', en: 'Identity claimed' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'identity-claims', strikable: true,
  },
  'identity-verified': {
    body: IdentityVerification,
    about: 'patient', label: { ja: '本人照合', en: 'Identity verified' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'identity-verifications', strikable: true,
  },
  'patient-linked': {
    body: PatientLink,
    about: 'patient', label: { ja: '患者の結び付け', en: 'Patient linked' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'links', strikable: true,
  },
  'photo-taken': {
    body: Photo,
    about: 'patient', label: { ja: '写真', en: 'Photo' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'photos', strikable: true,
  },
  'insurance-stated': {
    body: Insurance,
    about: 'patient', label: { ja: '保険（保険証なし）', en: 'Insurance without a card' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'insurance', strikable: true,
  },
  'stay-changed': {
    body: StayChange,
    about: 'patient', label: { ja: '入退院・転出入', en: 'Admission, leave, discharge' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'stays', strikable: true,
  },
  'care-needs-stated': {
    body: CareNeeds,
    about: 'patient', label: { ja: '救護区分・隔離', en: 'Mobility and isolation' }, retention: 'ward-record-2-years', paper: 'face-sheet', table: 'care-needs', strikable: true,
  },
  'death-confirmed': {
    body: DeathConfirmed,
    about: 'patient', label: { ja: '死亡確認', en: 'Death confirmed' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'deaths', strikable: true,
  },
  /** Before the file is written: what left this station leaves its trace here. */
  'patient-sent': {
    body: PatientSent,
    about: 'patient', label: { ja: '他の端末へ転送', en: 'Sent to another station' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'patients-sent', strikable: false,
  },
  'entry-imported': {
    body: ImportedEntry,
    about: 'either', label: { ja: '他の端末の記録', en: 'Record of another station' }, retention: 'chart-5-years', paper: 'nursing-note', table: 'imported', strikable: true,
  },
  'patient-moved': {
    body: z.object({ bed: typedText(mostName).nullable() }),
    about: 'patient', label: { ja: 'ベッド移動', en: 'Bed' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'moves', strikable: true,
  },
  'allergy-stated': {
    body: AllergyStatement,
    about: 'patient', label: { ja: 'アレルギー', en: 'Allergy' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'allergies', strikable: true,
  },
  'vital-signs': {
    body: VitalSigns,
    about: 'patient', label: { ja: 'バイタルサイン', en: 'Vital signs' }, retention: 'ward-record-2-years', paper: 'flowsheet', table: 'vital-signs', strikable: true,
  },
  note: {
    body: z.object({ text: typedText(mostNote).min(1) }),
    about: 'patient', label: { ja: '看護記録', en: 'Nursing note' }, retention: 'ward-record-2-years', paper: 'nursing-note', table: 'notes', strikable: true,
  },
  /** Append-only: a later triage counts instead, and the one before stays. */
  'triage-decided': {
    body: TriageDecided,
    about: 'patient', label: { ja: '区分', en: 'Triage' }, retention: 'chart-5-years', paper: 'face-sheet', table: 'triage', strikable: true,
  },
  'entry-struck': {
    /** `replacement`: the entry that says it right; absent: nothing takes its place. */
    body: z.object({ struck: EntryId, reason: typedText(mostLine).min(1), replacement: EntryId.optional() }),
    about: 'patient', label: { ja: '取り消し', en: 'Strike' }, retention: 'chart-5-years', paper: 'nursing-note', table: 'strikes', strikable: false,
  },
  'chart-opened': {
    /** How the reader came to it. Entries of the first version did not say. */
    body: z.object({ via: ChartWay.or(z.literal('unsaid')).default('unsaid') }),
    about: 'patient', label: { ja: '閲覧', en: 'Chart opened' }, retention: 'audit-5-years', paper: 'none', table: 'views', strikable: false,
  },
  /** Whoever typed on behalf of somebody else is answerable for the typing; the other one says with this that it is theirs. */
  'proxy-approved': {
    body: z.object({ approved: EntryId }),
    about: 'patient', label: { ja: '代行の承認', en: 'Proxy entry approved' }, retention: 'chart-5-years', paper: 'nursing-note', table: 'approvals', strikable: false,
  },
  /** Why somebody wrote what their profession usually does not. A later one about the same entry counts instead. */
  'outside-usual': {
    body: z.object({ entry: EntryId, reason: DutyReason, words: typedText(mostLine) }),
    about: 'patient', label: { ja: '通常の業務の外', en: 'Outside usual duties' }, retention: 'audit-5-years', paper: 'none', table: 'outside-usual', strikable: false,
  },
  /** A second person says afterwards that what one did alone was right to do. */
  countersigned: {
    body: z.object({ entry: EntryId }),
    about: 'ward', label: { ja: '後からの確認', en: 'Countersigned' }, retention: 'audit-5-years', paper: 'chronology', table: 'countersignatures', strikable: false,
  },
  /** About the ward: the patient of a registration half-written is not on it yet. The draft's id is that of the entry it becomes. */
  'draft-taken-over': {
    body: z.object({ draft: EntryId, from: StaffNumber }),
    about: 'ward', label: { ja: '書きかけの引き継ぎ', en: 'Draft taken over' }, retention: 'audit-5-years', paper: 'none', table: 'drafts-taken-over', strikable: false,
  },
  'export-made': {
    body: z.object({ sha256: Sha256, bytes: z.number().int().min(0), entries: z.number().int().min(0), recipients: z.number().int().min(1) }),
    about: 'ward', label: { ja: '書き出し', en: 'Export' }, retention: 'audit-5-years', paper: 'none', table: 'exports', strikable: false,
  },
  /** Before the file is written: pages of the ward left this station. It holds who is here now, and is no backup. */
  'continuity-made': {
    body: ContinuityMade,
    about: 'ward', label: { ja: '継続用の控え', en: 'Continuity copy' }, retention: 'audit-5-years', paper: 'none', table: 'continuity-copies', strikable: false,
  },
  'clock-confirmed': {
    body: ClockConfirmed,
    about: 'ward', label: { ja: '時計の確認', en: 'Clock confirmed' }, retention: 'for-ever', paper: 'chronology', table: 'clock', strikable: false,
  },
  'chronology-line': {
    body: ChronologyLine,
    about: 'ward', label: { ja: 'クロノロジー', en: 'Chronology' }, retention: 'ward-record-2-years', paper: 'chronology', table: 'chronology', strikable: true,
  },
  'ward-line-struck': {
    body: z.object({ struck: EntryId, reason: typedText(mostLine).min(1) }),
    about: 'ward', label: { ja: 'クロノロジーの取り消し', en: 'Chronology strike' }, retention: 'ward-record-2-years', paper: 'chronology', table: 'chronology-strikes', strikable: false,
  },
  'stood-down': {
    body: StandDown,
    about: 'ward', label: { ja: '非常時運用の解除', en: 'Stand-down' }, retention: 'for-ever', paper: 'chronology', table: 'stand-downs', strikable: false,
  },
  'hand-over-signed': {
    body: HandOver,
    about: 'patient', label: { ja: '引き継ぎ', en: 'Hand-over' }, retention: 'chart-5-years', paper: 'nursing-note', table: 'hand-overs', strikable: false,
  },
  'incident-reported': {
    body: IncidentReport,
    about: 'ward', label: { ja: '事故・被害の報告', en: 'Incident sheet' }, retention: 'for-ever', paper: 'chronology', table: 'incident-reports', strikable: false,
  },
  /** Before it happens. `serials` is empty when the machine could give none; then the sheets say so. */
  'sheet-printed': {
    body: z.object({ form: SheetForm, serials: z.array(SheetSerial).max(500), sheets: z.number().int().min(1).max(500), patient: PatientId.nullable() }),
    about: 'ward', label: { ja: '印刷', en: 'Print' }, retention: 'audit-5-years', paper: 'none', table: 'prints', strikable: false,
  },
  /** Before they are printed: whatever happens to the paper, these numbers are not given again. */
  'numbers-set-aside': {
    body: NumbersSetAside,
    about: 'ward', label: { ja: '番号の取り置き', en: 'Numbers set aside' }, retention: 'for-ever', paper: 'none', table: 'numbers-set-aside', strikable: false,
  },
  /** Bands that were lost or spoiled. Whoever wears one of these numbers already keeps it. */
  'numbers-voided': {
    body: NumbersVoided,
    about: 'ward', label: { ja: '番号の無効', en: 'Numbers void' }, retention: 'for-ever', paper: 'none', table: 'numbers-voided', strikable: false,
  },
  form: {
    body: z.object({ definition: FormId, version: z.number().int().min(1), values: FormValues }),
    about: 'patient', label: { ja: '様式の記録', en: 'Form' }, retention: 'ward-record-2-years', paper: 'form', table: 'forms', strikable: true,
  },
  'form-extended': {
    body: FormExtended,
    about: 'ward', label: { ja: '様式の項目', en: 'Fields of a form' }, retention: 'for-ever', paper: 'none', table: 'form-definitions', strikable: false,
  },
  'order-given': {
    body: Order,
    about: 'patient', label: { ja: '指示', en: 'Order' }, retention: 'chart-5-years', paper: 'order-sheet', table: 'orders', strikable: true,
  },
  'order-received': {
    body: OrderReceived,
    about: 'patient', label: { ja: '指示受け', en: 'Order received' }, retention: 'chart-5-years', paper: 'order-sheet', table: 'orders-received', strikable: true,
  },
  'order-done': {
    body: OrderDone,
    about: 'patient', label: { ja: '指示の実施', en: 'Order carried out' }, retention: 'chart-5-years', paper: 'order-sheet', table: 'orders-done', strikable: true,
  },
  'order-stopped': {
    body: OrderStopped,
    about: 'patient', label: { ja: '指示の中止', en: 'Order stopped' }, retention: 'chart-5-years', paper: 'order-sheet', table: 'orders-stopped', strikable: true,
  },
  'last-dose-confirmed': {
    body: LastDoseConfirmed,
    about: 'patient', label: { ja: '最終投与の確認', en: 'Last dose' }, retention: 'chart-5-years', paper: 'medication-sheet', table: 'last-doses', strikable: true,
  },
  'medicine-given': {
    body: MedicineGiven,
    about: 'patient', label: { ja: '与薬・注射', en: 'Medicine given' }, retention: 'chart-5-years', paper: 'medication-sheet', table: 'medicines-given', strikable: true,
  },
  'medicine-withheld': {
    body: MedicineWithheld,
    about: 'patient', label: { ja: '未投与', en: 'Medicine not given' }, retention: 'chart-5-years', paper: 'medication-sheet', table: 'medicines-withheld', strikable: true,
  },
  'infusion-changed': {
    body: InfusionChanged,
    about: 'patient', label: { ja: '点滴の観察・変更', en: 'Infusion' }, retention: 'chart-5-years', paper: 'medication-sheet', table: 'infusions', strikable: true,
  },
  'effect-seen': {
    body: EffectSeen,
    about: 'patient', label: { ja: '効果', en: 'Effect' }, retention: 'chart-5-years', paper: 'medication-sheet', table: 'effects', strikable: true,
  },
  /** Of the ward: what lies in the safe. Doses are counted from the patients' own entries. */
  'controlled-moved': {
    body: ControlledMoved,
    about: 'ward', label: { ja: '麻薬・向精神薬', en: 'Controlled medicine' }, retention: 'chart-5-years', paper: 'controlled-ledger', table: 'controlled', strikable: true,
  },
  'blood-type-stated': {
    body: BloodTypeStated,
    about: 'patient', label: { ja: '血液型', en: 'Blood type' }, retention: 'blood-20-years', paper: 'face-sheet', table: 'blood-types', strikable: true,
  },
  'transfusion-started': {
    body: TransfusionStarted,
    about: 'patient', label: { ja: '輸血開始', en: 'Transfusion started' }, retention: 'blood-20-years', paper: 'transfusion-sheet', table: 'transfusions', strikable: true,
  },
  'transfusion-watched': {
    body: TransfusionWatched,
    about: 'patient', label: { ja: '輸血の観察', en: 'Transfusion watched' }, retention: 'blood-20-years', paper: 'transfusion-sheet', table: 'transfusions-watched', strikable: true,
  },
  'transfusion-ended': {
    body: TransfusionEnded,
    about: 'patient', label: { ja: '輸血終了', en: 'Transfusion ended' }, retention: 'blood-20-years', paper: 'transfusion-sheet', table: 'transfusions-ended', strikable: true,
  },
  'specimen-taken': {
    body: SpecimenTaken,
    about: 'patient', label: { ja: '検体採取', en: 'Specimen taken' }, retention: 'chart-5-years', paper: 'exam-sheet', table: 'specimens', strikable: true,
  },
  'exam-reported': {
    body: ExamReported,
    about: 'patient', label: { ja: '検査結果', en: 'Test result' }, retention: 'chart-5-years', paper: 'exam-sheet', table: 'exams', strikable: true,
  },
  'critical-called': {
    body: CriticalCalled,
    about: 'patient', label: { ja: 'パニック値の連絡', en: 'Critical value told' }, retention: 'chart-5-years', paper: 'exam-sheet', table: 'critical-calls', strikable: true,
  },
  'fluid-measured': {
    body: FluidMeasured,
    about: 'patient', label: { ja: '水分出納', en: 'Fluid balance' }, retention: 'ward-record-2-years', paper: 'flowsheet', table: 'fluids', strikable: true,
  },
  /** Afterwards: which patient of the hospital this was. Which number became which is kept for ever. */
  'match-decided': {
    body: MatchDecided,
    about: 'patient', label: { ja: '病院の患者との照合', en: 'Match with the hospital’s patient' }, retention: 'for-ever', paper: 'none', table: 'matches', strikable: true,
  },
  /** Of the ward: one step may be about records of several patients. */
  'record-transcribed': {
    body: RecordTranscribed,
    about: 'ward', label: { ja: '転記', en: 'Transcription' }, retention: 'for-ever', paper: 'none', table: 'transcriptions', strikable: true,
  },
  'sheet-listed': {
    body: SheetListed,
    about: 'ward', label: { ja: '紙の記録', en: 'Paper sheet' }, retention: 'for-ever', paper: 'none', table: 'paper-sheets', strikable: true,
  },
  /** At a desk of the records office, before the records of a file are written: whose they are, and what of them contradicts what is here. */
  'records-taken-in': {
    body: RecordsTakenIn,
    about: 'ward', label: { ja: '記録の取り込み', en: 'Records taken in' }, retention: 'for-ever', paper: 'none', table: 'records-taken-in', strikable: false,
  },
  'check-signed': {
    body: CheckSigned,
    about: 'ward', label: { ja: '点検の署名', en: 'Check signed for' }, retention: 'for-ever', paper: 'none', table: 'check-signatures', strikable: true,
  },
  /** Before the archives are made, so that it is in them: what is written on each medium, and where it will be kept. */
  'archive-labelled': {
    body: ArchiveLabels,
    about: 'ward', label: { ja: '保管用の媒体', en: 'Archive media' }, retention: 'for-ever', paper: 'none', table: 'archive-media', strikable: true,
  },
} as const satisfies Record<string, KindRow>

export type Kind = keyof typeof kinds
export type BodyOf<K extends Kind> = z.infer<(typeof kinds)[K]['body']>
export const kindNames = Object.keys(kinds) as readonly Kind[] // Object.keys forgets the key type of a const object
