/**
 * Rows by a number that stands for a date or for the beginning of an ID: a prefix is a span of it. `least` holds the lowest
 * row of each block, so that the first fifty rows of a span of a million are found without looking at each.
 */
export type Sorted = {
  readonly keys: Float64Array
  readonly rows: Uint32Array
  readonly least: Uint32Array
}

const block = 256

/** Takes the arrays over and sorts them, equal keys by row. */
export function sortedBy(keys: Float64Array, rows: Uint32Array): Sorted {
  const [sortedKeys, sortedRows] = isSorted(keys) ? [keys, rows] : inOrder(keys, rows)
  const least = new Uint32Array(Math.ceil(rows.length / block)).fill(0xffffffff)
  for (let at = 0; at < rows.length; at += 1) {
    const [of, row] = [Math.floor(at / block), sortedRows[at] ?? 0]
    if (row < (least[of] ?? 0)) least[of] = row
  }
  return { keys: sortedKeys, rows: sortedRows, least }
}

/** How many rows stand between two keys, both included. */
export function countBetween(sorted: Sorted, low: number, high: number): number {
  return firstFrom(sorted.keys, high + 1) - firstFrom(sorted.keys, low)
}

/** The lowest `most` rows between two keys that are accepted, in no order. */
export function lowestBetween({ keys, rows, least }: Sorted, low: number, high: number, most: number, accepts: (row: number) => boolean): readonly number[] {
  const [from, to] = [firstFrom(keys, low), firstFrom(keys, high + 1)]
  const found: number[] = [] // ascending
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / block) + 1) * block)
    const bound = found.length < most ? Infinity : (found[most - 1] ?? 0)
    if ((least[Math.floor(at / block)] ?? 0) < bound) {
      for (; at < next; at += 1) {
        const row = rows[at] ?? 0
        if ((found.length === most && row >= (found[most - 1] ?? 0)) || found.includes(row) || !accepts(row)) continue
        let place = found.length
        while (place > 0 && (found[place - 1] ?? 0) > row) place -= 1
        found.splice(place, 0, row)
        if (found.length > most) found.pop()
      }
    }
    at = next
  }
  return found
}

function firstFrom(keys: Float64Array, least: number): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

function isSorted(keys: Float64Array): boolean {
  for (let at = 1; at < keys.length; at += 1) if ((keys[at] ?? 0) < (keys[at - 1] ?? 0)) return false
  return true
}

const bits = 14
const low28 = 2 ** 28

/**
 * By 14 bits at a time from the lowest, which keeps the order of equal keys. The keys are whole numbers below 2^53, taken
 * apart first: a remainder of such a number is slow to find.
 */
function inOrder(keys: Float64Array, rows: Uint32Array): readonly [Float64Array, Uint32Array] {
  const count = keys.length
  const halves = [new Uint32Array(count), new Uint32Array(count)] as const
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0
    const high = Math.floor(key / low28)
    halves[0][at] = key - high * low28
    halves[1][at] = high
  }
  let places = new Uint32Array(0)
  for (const half of halves) {
    for (const shift of [0, bits]) places = byDigits(half, shift, places)
  }
  const [sortedKeys, sortedRows] = [new Float64Array(count), new Uint32Array(count)]
  for (let at = 0; at < count; at += 1) {
    const place = places.length === 0 ? at : (places[at] ?? 0)
    sortedKeys[at] = keys[place] ?? 0
    sortedRows[at] = rows[place] ?? 0
  }
  return [sortedKeys, sortedRows]
}

/** The places ordered by these bits of their numbers; an empty list is the order they stand in. */
function byDigits(numbers: Uint32Array, shift: number, places: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const count = numbers.length
  const mask = 2 ** bits - 1
  const starts = new Uint32Array(2 ** bits)
  for (let at = 0; at < count; at += 1) {
    const digit = ((numbers[at] ?? 0) >>> shift) & mask
    starts[digit] = (starts[digit] ?? 0) + 1
  }
  if (starts[((numbers[0] ?? 0) >>> shift) & mask] === count) return places
  let sum = 0
  for (let at = 0; at < starts.length; at += 1) {
    const here = starts[at] ?? 0
    starts[at] = sum
    sum += here
  }
  const ordered = new Uint32Array(count)
  for (let at = 0; at < count; at += 1) {
    const place = places.length === 0 ? at : (places[at] ?? 0)
    const digit = ((numbers[place] ?? 0) >>> shift) & mask
    const to = starts[digit] ?? 0
    starts[digit] = to + 1
    ordered[to] = place
  }
  return ordered
}
