import { z } from 'zod'
import { EntryId } from '../ids.ts'
import type { Words } from '../patient/wareki.ts'
import { ByTwo } from '../record/second.ts'
import { mostLine, mostName, typedText } from '../text.ts'
import { Instant } from '../time.ts'
import { DoseUnit, Rate, Route } from './units.ts'

/** 6R: what is looked at before every dose (domain facts §6). */
export const SixRight = z.enum(['patient', 'drug', 'purpose', 'dose', 'route', 'time'])
export type SixRight = z.infer<typeof SixRight>

export const sixRightWords = {
  patient: { ja: '患者', en: 'patient' },
  drug: { ja: '薬剤', en: 'drug' },
  purpose: { ja: '目的', en: 'purpose' },
  dose: { ja: '用量', en: 'dose' },
  route: { ja: '用法', en: 'route' },
  time: { ja: '時間', en: 'time' },
} as const satisfies Record<SixRight, Words>

/** Why something was given that no order here asks for. Stored: add, never rename. */
export const WithoutOrder = z.enum(['life-saving', 'verbal-not-written-yet', 'order-on-paper', 'own-medicine', 'protocol', 'other'])
export type WithoutOrder = z.infer<typeof WithoutOrder>

export const withoutOrderWords = {
  'life-saving': { ja: '救命のため', en: 'to save life' },
  'verbal-not-written-yet': { ja: '口頭指示（まだ書いていない）', en: 'verbal order, not written yet' },
  'order-on-paper': { ja: '紙の指示がある', en: 'ordered on paper' },
  'own-medicine': { ja: '持参薬を続けた', en: 'own medicine continued' },
  protocol: { ja: '取り決めによる', en: 'by protocol' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<WithoutOrder, Words>

/** What asked for a dose: an order of this record, or why there is none. */
export const Asked = z.union([
  z.object({ order: EntryId, /** Which of its times this answers; null: none. */ due: Instant.nullable() }),
  z.object({ without: WithoutOrder, words: typedText(mostLine) }),
])
export type Asked = z.infer<typeof Asked>

/**
 * A dose that was given, or the start of an infusion. What was given is said in full and not taken from the order: what went
 * into the patient may differ from it. `byTwo` null: of what is swallowed or put on, nobody asks for a second look.
 */
export const MedicineGiven = z.object({
  asked: Asked,
  drug: typedText(mostLine).min(1),
  amount: z.number().positive().max(100_000),
  unit: DoseUnit,
  route: Route,
  /** Of an infusion: it runs from now on until a later entry ends it. */
  rate: Rate.nullable(),
  site: typedText(mostName),
  mixedWith: typedText(mostLine),
  rights: z.array(SixRight).max(6),
  byTwo: ByTwo.nullable(),
  /** Of a narcotic: its slip, and what of the ampoule was thrown away before a witness. */
  controlled: z.object({ slip: typedText(mostName), discarded: z.number().min(0).max(100_000) }).nullable(),
  /** Symptom or value before, of what is given when needed. */
  before: typedText(mostLine),
  note: typedText(mostLine),
})
export type MedicineGiven = z.infer<typeof MedicineGiven>

/** Why a dose was not given. Stored: add, never rename. */
export const WithheldBecause = z.enum(['fasting', 'refused', 'vomited', 'absent', 'stopped', 'doctor', 'condition', 'no-stock', 'other'])
export type WithheldBecause = z.infer<typeof WithheldBecause>

/** `mark` is the one sign that stands in a square of the medication sheet. */
export const withheldWords = {
  fasting: { ja: '禁食', en: 'fasting', mark: '禁' },
  refused: { ja: '拒否', en: 'refused', mark: '拒' },
  vomited: { ja: '嘔吐', en: 'vomited', mark: '嘔' },
  absent: { ja: '不在', en: 'absent', mark: '不' },
  stopped: { ja: '中止', en: 'stopped', mark: '中' },
  doctor: { ja: '医師の指示', en: 'doctor’s word', mark: '医' },
  condition: { ja: '状態により', en: 'because of the condition', mark: '状' },
  'no-stock': { ja: '薬がない', en: 'no stock', mark: '無' },
  other: { ja: 'その他', en: 'other', mark: '他' },
} as const satisfies Record<WithheldBecause, Words & { readonly mark: string }>

export const MedicineWithheld = z.object({ order: EntryId, due: Instant.nullable(), because: WithheldBecause, words: typedText(mostLine) })
export type MedicineWithheld = z.infer<typeof MedicineWithheld>

/** What happens to an infusion that runs. */
export const InfusionChange = z.enum(['rate', 'looked', 'bag', 'paused', 'resumed', 'ended'])
export type InfusionChange = z.infer<typeof InfusionChange>

export const infusionChangeWords = {
  rate: { ja: '速度変更', en: 'rate changed' },
  looked: { ja: '観察', en: 'looked at' },
  bag: { ja: '更新', en: 'next bag' },
  paused: { ja: '一時停止', en: 'paused' },
  resumed: { ja: '再開', en: 'resumed' },
  ended: { ja: '終了', en: 'ended' },
} as const satisfies Record<InfusionChange, Words>

/** `infusion` is the entry that began it. `givenMl`: gone in since the start or the last bag; `discardedMl`: what was left in the bag. */
export const InfusionChanged = z.object({
  infusion: EntryId,
  change: InfusionChange,
  rate: Rate.nullable(),
  givenMl: z.number().min(0).max(100_000).nullable(),
  discardedMl: z.number().min(0).max(100_000).nullable(),
  byTwo: ByTwo.nullable(),
  note: typedText(mostLine),
}).refine(({ change, rate }) => change !== 'rate' || rate !== null)
export type InfusionChanged = z.infer<typeof InfusionChanged>

/** 効果: what a dose given when needed did. */
export const EffectSeen = z.object({ dose: EntryId, effect: typedText(mostLine).min(1) })

/** Who said when the last dose was. */
export const LastDoseSource = z.enum(['patient', 'family', 'medicine-book', 'hospital-list', 'packages', 'letter', 'unknown'])
export type LastDoseSource = z.infer<typeof LastDoseSource>

export const lastDoseSourceWords = {
  patient: { ja: '本人', en: 'patient' },
  family: { ja: '家族', en: 'family' },
  'medicine-book': { ja: 'お薬手帳', en: 'medicine book' },
  'hospital-list': { ja: '参照データの薬歴', en: 'hospital’s drug list' },
  packages: { ja: '薬の現物・薬袋', en: 'packages' },
  letter: { ja: '紹介状・サマリー', en: 'letter or summary' },
  unknown: { ja: '分からない', en: 'not known' },
} as const satisfies Record<LastDoseSource, Words>

/** 最終投与の確認, asked before the first dose here. No doses and a known source: said to take nothing. Source unknown: nobody could say. */
export const LastDoseConfirmed = z.object({
  source: LastDoseSource,
  /** `at` null: when is not known; `when` is what was said, as typed. */
  doses: z.array(z.object({ drug: typedText(mostLine).min(1), at: Instant.nullable(), when: typedText(mostName) })).max(60),
  note: typedText(mostLine),
})
export type LastDoseConfirmed = z.infer<typeof LastDoseConfirmed>

/** 麻薬・向精神薬 of the ward, by drug with strength. What a patient is given is written at the patient and counted from there. */
export const ControlledMove = z.enum(['received', 'returned', 'discarded', 'counted'])
export type ControlledMove = z.infer<typeof ControlledMove>

export const controlledMoveWords = {
  received: { ja: '受領', en: 'received' },
  returned: { ja: '返納', en: 'returned' },
  discarded: { ja: '廃棄', en: 'discarded' },
  counted: { ja: '実数確認', en: 'counted' },
} as const satisfies Record<ControlledMove, Words>

/** `amount` of `counted` is what was found in the safe. `explained`: why the book then shows less than nothing, or other than what was found. */
export const ControlledMoved = z.object({
  drug: typedText(mostLine).min(1),
  unit: DoseUnit,
  move: ControlledMove,
  amount: z.number().min(0).max(100_000),
  slip: typedText(mostName),
  byTwo: ByTwo,
  explained: typedText(mostLine),
})
export type ControlledMoved = z.infer<typeof ControlledMoved>
