/**
 * Rows in ascending order, asked for one after the other: the smallest that is not below `least`, or Infinity. `least` never
 * goes back. Streams are put together, so that only rows that stand in every list that matters are looked at.
 */
export type Stream = (least: number) => number

/** A part of an array, ascending. Skips ahead in doubling steps: beside a short list a long one costs little. */
export function listed(rows: Uint32Array, from: number, to: number): Stream {
  let at = from
  return (least) => {
    if (at < to && (rows[at] ?? 0) < least) {
      let step = 1
      while (at + step < to && (rows[at + step] ?? 0) < least) step *= 2
      let [low, high] = [at + (step >> 1) + 1, Math.min(at + step, to)]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((rows[middle] ?? 0) < least) low = middle + 1
        else high = middle
      }
      at = low
    }
    return at < to ? (rows[at] ?? Infinity) : Infinity
  }
}

/** Rows of any of them, each once. */
export function anyOf(streams: readonly Stream[]): Stream {
  const [only] = streams
  if (streams.length === 1 && only !== undefined) return only
  const heads = streams.map(() => -1)
  return (least) => {
    let lowest = Infinity
    for (let one = 0; one < streams.length; one += 1) {
      let head = heads[one] ?? -1
      if (head < least) heads[one] = head = streams[one]?.(least) ?? Infinity
      if (head < lowest) lowest = head
    }
    return lowest
  }
}

/** Rows that stand in all of them. */
export function allOf(streams: readonly Stream[]): Stream {
  const [first, ...others] = streams
  if (first === undefined || others.length === 0) return first ?? (() => Infinity)
  return (least) => {
    let row = first(least)
    for (let agreed = 0; agreed < others.length && row < Infinity; ) {
      const next = others[agreed]?.(row) ?? Infinity
      if (next === row) agreed += 1
      else {
        row = first(next)
        agreed = 0
      }
    }
    return row
  }
}
