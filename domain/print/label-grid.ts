import { z } from 'zod'

/** A4, upright, in mm. */
const paper = { widthMm: 210, heightMm: 297 }
/** What head and foot of a label sheet take, and a printer leaves white. */
const edgeMm = 10

const mm = z.number().min(0).max(297)

/** A sheet of labels to be peeled off, as its box gives it. Labels narrower than 38 mm or lower than 21 mm hold no number with a QR. */
export const LabelGrid = z
  .object({
    across: z.number().int().min(1).max(5), down: z.number().int().min(1).max(13),
    widthMm: mm.min(38), heightMm: mm.min(21), leftMm: mm, topMm: mm.min(edgeMm), gapXMm: mm, gapYMm: mm,
  })
  .refine((grid) => rightOf(grid) <= paper.widthMm + 0.05 && bottomOf(grid) <= paper.heightMm - edgeMm)
export type LabelGrid = z.infer<typeof LabelGrid>

/** The two sheets that hospitals have in the cupboard; measures are those printed on their boxes. */
export const labelGrids = {
  '24': { across: 3, down: 8, widthMm: 70, heightMm: 33.9, leftMm: 0, topMm: 12.9, gapXMm: 0, gapYMm: 0 },
  '65': { across: 5, down: 13, widthMm: 38.1, heightMm: 21.2, leftMm: 4.75, topMm: 10.7, gapXMm: 2.5, gapYMm: 0 },
} as const satisfies Record<string, LabelGrid>

/** How far a printer prints beside the mark, in mm, as measured on the test page: right and down are positive. */
export type Shift = { readonly xMm: number; readonly yMm: number }
export const noShift: Shift = { xMm: 0, yMm: 0 }

export function labelsOn({ across, down }: Pick<LabelGrid, 'across' | 'down'>): number {
  return across * down
}

/** Where one label stands: page and place counted from 0, upper left corner in mm of the paper. */
export type LabelPlace = { readonly page: number; readonly at: number; readonly leftMm: number; readonly topMm: number }

/** Places for `many` labels, row by row, the first of them on label `start` (counted from 1) of the first sheet. Throws where the sheet has no such label. */
export function labelPlaces(grid: LabelGrid, many: number, start: number, shift: Shift = noShift): readonly LabelPlace[] {
  const each = labelsOn(grid)
  if (!Number.isInteger(start) || start < 1 || start > each) throw new Error(`A sheet begins at label 1 to ${each}`)
  return Array.from({ length: many }, (_, index): LabelPlace => {
    const on = start - 1 + index
    const at = on % each
    return {
      page: Math.floor(on / each), at,
      leftMm: grid.leftMm + (at % grid.across) * (grid.widthMm + grid.gapXMm) + shift.xMm,
      topMm: grid.topMm + Math.floor(at / grid.across) * (grid.heightMm + grid.gapYMm) + shift.yMm,
    }
  })
}

function rightOf({ across, widthMm, leftMm, gapXMm }: { readonly across: number; readonly widthMm: number; readonly leftMm: number; readonly gapXMm: number }): number {
  return leftMm + across * widthMm + (across - 1) * gapXMm
}

function bottomOf({ down, heightMm, topMm, gapYMm }: { readonly down: number; readonly heightMm: number; readonly topMm: number; readonly gapYMm: number }): number {
  return topMm + down * heightMm + (down - 1) * gapYMm
}
