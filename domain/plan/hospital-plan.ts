import { z } from 'zod'
import { StaffNumber } from '../ids.ts'
import { IncidentReason } from '../incident/reason.ts'
import { Person } from '../log/person.ts'
import { plainScanning, Scanning } from '../scan/scanning.ts'
import { mostLine, mostName, mostNote, typedText } from '../text.ts'
import { IdentifierSystem } from './identifier-system.ts'
import { mostPhrases } from './phrases.ts'

/**
 * What the hospital decides before the emergency (guideline 5.2 §6.10 C-1, C-2, C-4): criteria, deciders, steps, people,
 * contacts. Nothing here is about a patient, so it lies readable on the disk and may be read while sealed. Changed in
 * maintenance only; every change is a public frame.
 */
export const Declarer = z.object({
  name: typedText(mostName).min(1),
  /** Office or duty: 副院長, 当直師長. */
  duty: typedText(mostName),
  staffNumber: StaffNumber.nullable(),
  /** Decides when those above cannot be reached. */
  isDeputy: z.boolean(),
})
export type Declarer = z.infer<typeof Declarer>

/** Somebody of the staff as the hospital's list has them; `badge` is what their card's code reads as, when it is not the staff number. */
export const StaffMember = Person.extend({ badge: typedText(mostName).min(1).nullable() })
export type StaffMember = z.infer<typeof StaffMember>

export const Contact = z.object({ who: typedText(mostName).min(1), reach: typedText(mostLine).min(1), note: typedText(mostLine) })
export type Contact = z.infer<typeof Contact>

export const HospitalPlan = z.object({
  v: z.literal(1),
  /** For each incident type the hospital's own words when it is a 非常時; an empty text leaves only its name. */
  criteria: z.partialRecord(IncidentReason, typedText(mostNote)),
  /** Who may decide, in the order in which they are asked. */
  declarers: z.array(Declarer).max(30),
  /** What must be done before the station is stood down, one line a box to tick. */
  returnSteps: z.array(typedText(mostLine).min(1)).max(40),
  contacts: z.array(Contact).max(100),
  staff: z.array(StaffMember).max(20_000),
  /** Days between seal checks by a person. */
  sealCheckDays: z.number().int().min(1).max(366),
  /** Minutes without a touch until the window locks itself. */
  idleLockMinutes: z.number().int().min(1).max(10),
  /** Absent from plans written before readers were asked about. */
  scanning: Scanning.default(plainScanning),
  /** Short texts that are put into a note while it is typed; none: the plain ones are offered. Absent from plans written before there were any. */
  phrases: z.array(typedText(mostLine).min(1)).max(mostPhrases).default([]),
  /** Whose the hospital's patient numbers are, for systems that hold those of many; null: not said. Absent from plans written before it was asked. */
  identifierSystem: IdentifierSystem.nullable().default(null),
})
export type HospitalPlan = z.infer<typeof HospitalPlan>

/** Before the hospital wrote anything: what the guideline itself asks for, so that no station is without a list. */
export const plainPlan: HospitalPlan = {
  v: 1,
  criteria: {},
  declarers: [],
  returnSteps: [
    '病院の電子カルテが使えることを、情報管理者から確認した',
    '電子カルテへ戻ることを、判断者が決めた',
    '各患者の最終投与・次の予定・動いているポンプを引き継いだ',
    '停止中に書いた紙をすべて集めた',
    '端末の記録をバックアップし、読み戻して確かめた',
    '掲示を外した',
  ],
  contacts: [],
  staff: [],
  sealCheckDays: 31,
  idleLockMinutes: 3,
  scanning: plainScanning,
  phrases: [],
  identifierSystem: null,
}
