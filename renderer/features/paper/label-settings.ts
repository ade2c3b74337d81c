import { labelGrids, labelsOn, type LabelGrid, type Shift } from '#domain/print/label-grid.ts'

export type GridName = keyof typeof labelGrids

/** The label sheet in the printer, as typed. */
export type LabelSettings = { readonly grid: GridName; readonly start: string; readonly xMm: string; readonly yMm: string }

export const plainLabels: LabelSettings = { grid: '24', start: '1', xMm: '0', yMm: '0' }

/** What was typed as the sheet it means; null while it means none. */
export function readLabels({ grid, start, xMm, yMm }: LabelSettings): { readonly grid: LabelGrid; readonly start: number; readonly shift: Shift } | null {
  const [first, x, y] = [readCount(start, labelsOn(labelGrids[grid])), readShift(xMm), readShift(yMm)]
  return first === null || x === null || y === null ? null : { grid: labelGrids[grid], start: first, shift: { xMm: x, yMm: y } }
}

/** Full-width figures are figures too. */
export function readCount(typed: string, most: number): number | null {
  const text = typed.normalize('NFKC').trim()
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return count >= 1 && count <= most ? count : null
}

export function readShift(typed: string): number | null {
  const text = typed.normalize('NFKC').trim().replace(/[‐‑–—−ー]/g, '-')
  return /^[+-]?\d(\.\d)?$/.test(text) ? Number(text) : null
}

/** Where the next print begins: behind the labels that were just used. */
export function afterLabels(settings: LabelSettings, copies: number): LabelSettings {
  const read = readLabels(settings)
  return read === null ? settings : { ...settings, start: String(((read.start - 1 + copies) % labelsOn(read.grid)) + 1) }
}
