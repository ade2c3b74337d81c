import { tenth, type Flow } from '#domain/fluid/flows.ts'
import { fluidWayWords, isIn as isFluidIn } from '#domain/fluid/fluid.ts'
import type { Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { shownValue, writtenLines, type SayForm } from './form-words.ts'
import { holds, ofKind, type RowOf } from './say.ts'

export const isIn = ({ way }: Flow): boolean => isFluidIn(way)

export const isInfused = ({ way, row }: Flow): boolean => way === 'in-infusion' && row.entry.kind === 'infusion-changed'
/** What stands under sums that hold infusions; the screen says the same. */
export const infusedNote = '点滴は、観察・更新・終了のときに読み取って書いた量だけを、書いた時刻で数える。その後に流れた分は入っていない。'

export type Sum = { readonly ml: number; readonly times: number; readonly isMeasured: boolean; readonly isWhole: boolean }

/** Sum in mL; `isMeasured`: any of it was measured; `isWhole` false: something was seen and not measured. */
export function sumOf(moved: readonly Flow[]): Sum {
  return {
    ml: tenth(moved.reduce((sum, { ml }) => sum + (ml ?? 0), 0)), times: moved.reduce((sum, { times }) => sum + times, 0),
    isMeasured: moved.some(({ ml }) => ml !== null), isWhole: moved.every(({ ml }) => ml !== null),
  }
}

export const wayName = ({ way, name }: Flow): string => (name === '' ? fluidWayWords[way].ja : `${fluidWayWords[way].ja} ${name}`)

/** With a real minus: what was read off lower than before takes away what counted too much. */
export const shownMl = (ml: number): string => (ml < 0 ? `−${Math.abs(ml)}` : String(ml))

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
