import { z } from 'zod'
import { EntryId } from '../ids.ts'
import type { Words } from '../patient/wareki.ts'
import { mostLine, mostName, typedText } from '../text.ts'

/** A specimen in a labelled tube. */
export const SpecimenTaken = z.object({ order: EntryId.nullable(), specimen: typedText(mostName).min(1), label: typedText(mostName), note: typedText(mostLine) })
export type SpecimenTaken = z.infer<typeof SpecimenTaken>

export const ResultFlag = z.enum(['low', 'high', 'abnormal', 'critical'])
export type ResultFlag = z.infer<typeof ResultFlag>

export const resultFlagWords = {
  low: { ja: '低', en: 'low' },
  high: { ja: '高', en: 'high' },
  abnormal: { ja: '異常', en: 'abnormal' },
  critical: { ja: 'パニック値', en: 'critical' },
} as const satisfies Record<ResultFlag, Words>

/** One line of a result, as the laboratory said it: value and range stay text (「<0.3」「(-)」). */
export const ResultLine = z.object({ item: typedText(mostName).min(1), value: typedText(mostName).min(1), unit: typedText(mostName), range: typedText(mostName), flag: ResultFlag.nullable() })
export type ResultLine = z.infer<typeof ResultLine>

export const ExamReported = z.object({
  order: EntryId.nullable(),
  exam: typedText(mostName).min(1),
  specimen: typedText(mostName),
  lines: z.array(ResultLine).max(80),
  /** Findings in words, of an image for instance. */
  findings: typedText(mostLine),
}).refine(({ lines, findings }) => lines.length > 0 || findings.trim() !== '')
export type ExamReported = z.infer<typeof ExamReported>

/** パニック値連絡: who told whom, and that it was read back. */
export const CriticalCalled = z.object({ result: EntryId, caller: typedText(mostName).min(1), told: typedText(mostName).min(1), readBack: z.boolean(), answer: typedText(mostLine) })
export type CriticalCalled = z.infer<typeof CriticalCalled>
