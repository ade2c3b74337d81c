/** What was measured, in milliseconds, and how it is summed up: never an average, which one hiccup of the machine decides. */
export type Row = {
  /** Null where a row is told for its own sake. */
  readonly ratio: number | null
  readonly target: number | null
  readonly repeats: number
  /** Further figures of the row: milliseconds unless their name says otherwise. */
  readonly [figure: string]: number | string | null
}

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [low = NaN, high = NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low + (high - low) * (place - Math.floor(place))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const lowerQuartile = (values: readonly number[]): number => quantile(values, 0.25)

/** Three digits are more than such a measurement knows. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}

/** One row against its floor. */
export function against(measured: readonly number[], floor: readonly number[], target: number | null, more: Readonly<Record<string, number | string | null>> = {}, sum: (values: readonly number[]) => number = median): Row {
  const [one, other] = [sum(measured), sum(floor)]
  return { ratio: rounded(one / other), target, measured: rounded(one), floor: rounded(other), repeats: measured.length, ...more }
}

/** Rows whose ratio is above their target. */
export function missed(rows: Readonly<Record<string, Row>>): readonly string[] {
  return Object.entries(rows).flatMap(([name, { ratio, target }]) => (ratio !== null && target !== null && !(ratio <= target) ? [name] : []))
}
