import { fluidWayWords, isIn as isFluidIn, type FluidWay } from '#domain/fluid/fluid.ts'
import type { Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { shownValue, writtenLines, type SayForm } from './form-words.ts'
import { holds, ofKind, type RowOf } from './say.ts'

/** One movement of fluid, wherever it was written: measured, or the end of a bag. `ml` null: seen and not measured. */
export type Moved = { readonly at: Instant; readonly way: FluidWay; readonly name: string; readonly ml: number | null; readonly times: number; readonly note: string; readonly row: ChartRow }

/** Everything that went in and came out and was not struck, in the order it happened. Infusions and bags count when they end, or when a bag is changed. Rule CHARTP-10. */
export function movedOf(rows: readonly ChartRow[]): readonly Moved[] {
  const measured = ofKind(rows, 'fluid-measured').map((row): Moved => {
    const { way, name, amountMl, times, note } = row.entry.body
    return { at: row.entry.at, way, name, ml: amountMl, times: times ?? (amountMl === null ? 1 : 0), note, row }
  })
  const drugs = new Map(ofKind(rows, 'medicine-given').map((row) => [row.entry.id, row]))
  const bags = new Map(ofKind(rows, 'transfusion-started').map((row) => [row.entry.id, row]))
  const infused = ofKind(rows, 'infusion-changed').flatMap((row): readonly Moved[] => {
    const { infusion, givenMl, change } = row.entry.body
    const of = drugs.get(infusion)
    return givenMl === null || (change !== 'ended' && change !== 'bag') || (of !== undefined && !holds(of)) ? [] : [{ at: row.entry.at, way: 'in-infusion', name: of?.entry.body.drug ?? '', ml: givenMl, times: 0, note: '', row }]
  })
  const transfused = ofKind(rows, 'transfusion-ended').flatMap((row): readonly Moved[] => {
    const of = bags.get(row.entry.body.bag)
    return of !== undefined && !holds(of) ? [] : [{ at: row.entry.at, way: 'in-transfusion', name: of?.entry.body.lot ?? '', ml: row.entry.body.givenMl, times: 0, note: '', row }]
  })
  return [...measured, ...infused, ...transfused].filter(({ row }) => holds(row)).toSorted((one, two) => (one.at < two.at ? -1 : one.at > two.at ? 1 : one.row.seq - two.row.seq))
}

export const isIn = ({ way }: Moved): boolean => isFluidIn(way)

export type Sum = { readonly ml: number; readonly times: number; readonly isMeasured: boolean; readonly isWhole: boolean }

/** Sum in mL; `isMeasured`: any of it was measured; `isWhole` false: something was seen and not measured. */
export function sumOf(moved: readonly Moved[]): Sum {
  return {
    ml: Math.round(moved.reduce((sum, { ml }) => sum + (ml ?? 0), 0) * 100) / 100, times: moved.reduce((sum, { times }) => sum + times, 0),
    isMeasured: moved.some(({ ml }) => ml !== null), isWhole: moved.every(({ ml }) => ml !== null),
  }
}

export const wayName = ({ way, name }: Moved): string => (name === '' ? fluidWayWords[way].ja : `${fluidWayWords[way].ja} ${name}`)

/** 「+365」, with a real minus. */
export const signed = (ml: number): string => (ml > 0 ? `+${ml}` : ml < 0 ? `−${Math.abs(ml)}` : '0')

/** A record of the form `observations`, by the names of its fields; whatever has no square of its own stays in `rest`, in words. */
export type Observed = { readonly at: Instant; readonly row: RowOf<'form'>; readonly values: Readonly<Partial<Record<Square, string>>>; readonly rest: readonly string[] }

/** The squares of the sheet, and the names under which their values were recorded. */
const squareNames = {
  painNrs: ['painNrs'], gcsEye: ['gcsEye'], gcsVerbal: ['gcsVerbal'], gcsMotor: ['gcsMotor'], weight: ['weightKg'], glucose: ['glucoseMgPerDl', 'glucoseMgDl'],
  meal: ['meal', 'mealOf'], mealStaple: ['mealStaple'], mealSide: ['mealSide'], stoolTimes: ['stoolTimes'], bristol: ['stoolBristol', 'bristol'], vomitTimes: ['vomitTimes'], remark: ['remark'],
} as const
export type Square = keyof typeof squareNames
const squares = Object.entries(squareNames) as unknown as readonly (readonly [Square, readonly string[]])[] // Object.entries forgets the key type of a const object

export function observedOf(rows: readonly ChartRow[], say: SayForm): readonly Observed[] {
  return ofKind(rows, 'form').filter((row) => holds(row) && row.entry.body.definition === 'observations').map((row) => {
    const { body } = row.entry
    const found = squares.flatMap(([square, names]) => names.flatMap((name) => { const text = shownValue(body.values[name] ?? null); return text === '' ? [] : [{ square, name, text }] }))
    const isSnack = !['breakfast', 'lunch', 'dinner', ''].includes(found.find(({ square }) => square === 'meal')?.text ?? '')
    const own = found.filter(({ square }) => !isSnack || !square.startsWith('meal'))
    const names = new Set<string>(own.map(({ name }) => name))
    return { at: row.entry.at, row, values: Object.fromEntries(own.map(({ square, text }) => [square, text])), rest: writtenLines(body, say).filter(({ name }) => !names.has(name)).map(({ label, text }) => `${label.ja} ${text.ja}`) }
  })
}

/** A value of a square as text; empty where nothing was written. */
export const valueOf = ({ values }: Observed, square: Square): string => values[square] ?? ''
