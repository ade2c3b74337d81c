import { z } from 'zod'
import type { Words } from '../patient/wareki.ts'
import { mostLine, mostName, typedText } from '../text.ts'

/** What goes in and what comes out. Infusions and bags of blood are counted from their own entries, and here where those were on paper. Stored: add, never rename. */
export const FluidWay = z.enum(['in-oral', 'in-tube', 'in-infusion', 'in-transfusion', 'in-other', 'out-urine', 'out-stool', 'out-vomit', 'out-drain', 'out-blood', 'out-dialysis', 'out-other'])
export type FluidWay = z.infer<typeof FluidWay>

export const fluidWayWords = {
  'in-oral': { ja: '経口', en: 'oral' },
  'in-tube': { ja: '経管', en: 'tube' },
  'in-infusion': { ja: '点滴', en: 'infusion' },
  'in-transfusion': { ja: '輸血', en: 'transfusion' },
  'in-other': { ja: 'その他の入', en: 'other in' },
  'out-urine': { ja: '尿', en: 'urine' },
  'out-stool': { ja: '便', en: 'stool' },
  'out-vomit': { ja: '嘔吐', en: 'vomit' },
  'out-drain': { ja: 'ドレーン', en: 'drain' },
  'out-blood': { ja: '出血', en: 'blood' },
  'out-dialysis': { ja: '透析除水', en: 'dialysis' },
  'out-other': { ja: 'その他の出', en: 'other out' },
} as const satisfies Record<FluidWay, Words>

/** `name`: which drain, which infusion. `amountMl` null: seen and not measured; then `times` says how often. */
export const FluidMeasured = z.object({
  way: FluidWay,
  name: typedText(mostName),
  amountMl: z.number().min(0).max(20_000).nullable(),
  times: z.number().int().min(1).max(50).nullable(),
  note: typedText(mostLine),
}).refine(({ amountMl, times }) => amountMl !== null || times !== null)
export type FluidMeasured = z.infer<typeof FluidMeasured>

export function isIn(way: FluidWay): boolean {
  return way.startsWith('in-')
}
