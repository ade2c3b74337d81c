import { z } from 'zod'
import { EntryId } from '../ids.ts'
import type { Words } from '../patient/wareki.ts'
import { ByTwo } from '../record/second.ts'
import { mostLine, mostName, typedText } from '../text.ts'
import { CalendarDate } from '../time.ts'

export const Abo = z.enum(['A', 'B', 'O', 'AB'])
export type Abo = z.infer<typeof Abo>
export const Rh = z.enum(['positive', 'negative'])
export type Rh = z.infer<typeof Rh>
export const BloodType = z.object({ abo: Abo, rh: Rh })
export type BloodType = z.infer<typeof BloodType>

export function shownBloodType({ abo, rh }: BloodType): Words {
  return { ja: `${abo}型 Rh(${rh === 'positive' ? '+' : '-'})`, en: `${abo} Rh ${rh}` }
}

export function sameBloodType(one: BloodType, other: BloodType): boolean {
  return one.abo === other.abo && one.rh === other.rh
}

/** How a blood type is known. Only two samples of this patient that agree make it certain; a word or a list never does (design §8). */
export const BloodTypeSource = z.enum(['word', 'reference', 'card', 'sample'])
export type BloodTypeSource = z.infer<typeof BloodTypeSource>

export const bloodTypeSourceWords = {
  word: { ja: '申告', en: 'by word' },
  reference: { ja: '参照データ', en: 'hospital’s list' },
  card: { ja: 'カード・手帳', en: 'card or book' },
  sample: { ja: '採血検体の検査', en: 'tested sample' },
} as const satisfies Record<BloodTypeSource, Words>

/** `sample`: its label, so that two results are known to be of two samples. */
export const BloodTypeStated = z.object({ type: BloodType, source: BloodTypeSource, sample: typedText(mostName) }).refine(({ source, sample }) => source !== 'sample' || sample.trim() !== '')
export type BloodTypeStated = z.infer<typeof BloodTypeStated>

export const BloodProduct = z.enum(['red-cells', 'plasma', 'platelets', 'whole-blood', 'autologous', 'albumin', 'other'])
export type BloodProduct = z.infer<typeof BloodProduct>

export const bloodProductWords = {
  'red-cells': { ja: '赤血球液', en: 'red cells' },
  plasma: { ja: '新鮮凍結血漿', en: 'fresh frozen plasma' },
  platelets: { ja: '濃厚血小板', en: 'platelets' },
  'whole-blood': { ja: '全血', en: 'whole blood' },
  autologous: { ja: '自己血', en: 'autologous blood' },
  albumin: { ja: 'アルブミン', en: 'albumin' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<BloodProduct, Words>

export const Crossmatch = z.enum(['compatible', 'same-type', 'emergency-o', 'not-asked'])
export type Crossmatch = z.infer<typeof Crossmatch>

export const crossmatchWords = {
  compatible: { ja: '適合', en: 'compatible' },
  'same-type': { ja: '同型・未交差', en: 'same type, not crossmatched' },
  'emergency-o': { ja: '緊急O型', en: 'emergency group O' },
  'not-asked': { ja: '不要', en: 'not asked for' },
} as const satisfies Record<Crossmatch, Words>

/** What is compared at the bedside, patient against bag against slip. */
export const BagCheck = z.enum(['name', 'band', 'blood-type', 'lot', 'expiry', 'crossmatch', 'appearance'])
export type BagCheck = z.infer<typeof BagCheck>

export const bagCheckWords = {
  name: { ja: '氏名', en: 'name' },
  band: { ja: 'バンドの番号', en: 'number of the band' },
  'blood-type': { ja: '血液型', en: 'blood type' },
  lot: { ja: '製造番号', en: 'lot number' },
  expiry: { ja: '有効期限', en: 'expiry' },
  crossmatch: { ja: '交差適合試験', en: 'crossmatch' },
  appearance: { ja: '外観', en: 'appearance' },
} as const satisfies Record<BagCheck, Words>

/** One bag, checked by two at the bedside, begins to run at `at` of this entry. One entry a bag and patient; kept for 20 years. */
export const TransfusionStarted = z.object({
  order: EntryId.nullable(),
  product: BloodProduct,
  lot: typedText(mostName).min(1),
  /** 単位数 as printed on the bag; null where the bag has a volume only. */
  units: z.number().positive().max(99).nullable(),
  volumeMl: z.number().positive().max(5000).nullable(),
  bagType: BloodType.nullable(),
  patientType: BloodType.nullable(),
  expiresOn: CalendarDate,
  crossmatch: Crossmatch,
  checks: z.array(BagCheck).max(7),
  byTwo: ByTwo,
  /** 5 minutes beside the patient, as the guideline asks; why not, in words, where it was not possible. */
  note: typedText(mostLine),
})
export type TransfusionStarted = z.infer<typeof TransfusionStarted>

/** Looked at 5 and 15 minutes after the start, and as often as needed. `fine` false: `words` say what was seen. */
export const TransfusionWatched = z.object({
  bag: EntryId,
  minutes: z.union([z.literal(5), z.literal(15)]).nullable(),
  fine: z.boolean(),
  words: typedText(mostLine),
}).refine(({ fine, words }) => fine || words.trim() !== '')
export type TransfusionWatched = z.infer<typeof TransfusionWatched>

export const TransfusionEnded = z.object({
  bag: EntryId,
  givenMl: z.number().min(0).max(5000),
  /** Empty with `reacted` false: none was seen. */
  reacted: z.boolean(),
  reaction: typedText(mostLine),
}).refine(({ reacted, reaction }) => !reacted || reaction.trim() !== '')
export type TransfusionEnded = z.infer<typeof TransfusionEnded>
