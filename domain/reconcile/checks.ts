import { z } from 'zod'
import type { Words } from '../patient/wareki.ts'
import { mostLine, typedText } from '../text.ts'

/** What must be nought, or signed for by name, before the emergency is closed. Stored: add, never rename. */
export const Check = z.enum([
  'unmatched', 'untranscribed', 'unchecked', 'other-number', 'typed-twice', 'doubles', 'orphans', 'drafts', 'verbal-orders', 'proxies', 'alone', 'no-reason', 'uncalled', 'number-gaps', 'transfusions', 'narcotics', 'archives',
])
export type Check = z.infer<typeof Check>

export const checkWords = {
  unmatched: { ja: '病院の番号が決まっていない患者', en: 'Patients without a number of the hospital' },
  untranscribed: { ja: '転記していない記録', en: 'Records not typed yet' },
  unchecked: { ja: '転記済みで、まだ照合していない記録', en: 'Records typed and not checked yet' },
  'other-number': { ja: '別の番号に転記した記録', en: 'Records typed under another number' },
  'typed-twice': { ja: '2回転記したかもしれない記録', en: 'Records that may have been typed twice' },
  doubles: { ja: '二重登録かもしれない患者', en: 'Patients who may be registered twice' },
  orphans: { ja: '元の記録がない記録', en: 'Records without what they belong to' },
  drafts: { ja: '書きかけの記録', en: 'Records left half-written' },
  'verbal-orders': { ja: '医師が承認していない口頭指示', en: 'Verbal orders no doctor approved' },
  proxies: { ja: '承認していない代行入力', en: 'Proxy entries not approved' },
  alone: { ja: '1人で行い、2人目が確認していないもの', en: 'Done alone and not countersigned' },
  'no-reason': { ja: '通常の業務の外で、理由がないもの', en: 'Outside usual duties, without a reason' },
  uncalled: { ja: '連絡の記録がないパニック値', en: 'Critical values nobody was told of' },
  'number-gaps': { ja: '使われていない患者番号', en: 'Patient numbers nobody wears' },
  transfusions: { ja: '終了の記録がない輸血', en: 'Transfusions without an end' },
  archives: { ja: '記録を保管していない媒体（2つ必要）', en: 'Archive media that are missing (two are wanted)' },
  narcotics: { ja: '数が合わない・数えていない麻薬', en: 'Narcotics that do not add up or were not counted' },
} as const satisfies Record<Check, Words>

/** A named person answers for what stays open of one check. `count`: how much it was then; more than that is signed for anew. */
export const CheckSigned = z.object({ check: Check, count: z.number().int().min(1).max(1_000_000), reason: typedText(mostLine).min(1) })
export type CheckSigned = z.infer<typeof CheckSigned>
