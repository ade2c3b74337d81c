import type { Terms } from './terms.ts'

/** How alike two different words are: 2 one slip apart, 1 much in common, 0 not alike. */
export type Alikeness = 0 | 1 | 2

/**
 * Two words of one kind. One slip: one sign wrong, missing, added, or two neighbours exchanged, in words of three signs or
 * more (マナ and カナ are two names); two slips in words of seven or more. Much in common: Jaro–Winkler ≥ 0.85, or one is
 * the beginning of the other.
 */
export function alike(terms: Terms, one: number, two: number): Alikeness {
  if (one === 0 || two === 0 || !canBeAlike(terms, one, two)) return 0
  const a = terms.key(one)
  const b = terms.key(two)
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  if (longer >= 3 && longer - shorter <= 2) {
    const apart = slips(a, b)
    if (apart <= 1 || (apart === 2 && longer >= 7)) return 2
  }
  if (shorter >= 2 && (a.length < b.length ? b.startsWith(a) : a.startsWith(b))) return 1
  return jaroWinkler(a, b) >= 0.85 ? 1 : 0
}

/** Two of five signs in common is the least that can be alike: most words end here, at a glance. */
export function canBeAlike(terms: Terms, one: number, two: number): boolean {
  const markOne = terms.mark(one)
  const markTwo = terms.mark(two)
  return bits(markOne & markTwo) * 5 >= bits(markOne | markTwo) * 2
}

function bits(mark: number): number {
  let left = mark - ((mark >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

// Words are short and compared by the million: the rows of the tables below are made once.
const longest = 64
let before = new Uint8Array(longest + 1)
let above = new Uint8Array(longest + 1)
let here = new Uint8Array(longest + 1)
const taken = new Uint8Array(1024)
const found = new Uint16Array(1024)

/** Optimal string alignment, up to 3: one wrong, missing, added, or two neighbours exchanged. */
function slips(a: string, b: string): number {
  const [rows, columns] = [a.length, b.length]
  if (columns > longest || rows > longest) return 3
  for (let column = 0; column <= columns; column += 1) above[column] = column
  for (let row = 1; row <= rows; row += 1) {
    here[0] = row
    let least = row
    const sign = a.charCodeAt(row - 1)
    for (let column = 1; column <= columns; column += 1) {
      const other = b.charCodeAt(column - 1)
      let cost = above[column - 1]! + (sign === other ? 0 : 1)
      if (above[column]! + 1 < cost) cost = above[column]! + 1
      if (here[column - 1]! + 1 < cost) cost = here[column - 1]! + 1
      if (row > 1 && column > 1 && sign === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other && before[column - 2]! + 1 < cost) cost = before[column - 2]! + 1
      here[column] = cost
      if (cost < least) least = cost
    }
    if (least > 2) return 3
    const spare = before
    before = above
    above = here
    here = spare
  }
  return Math.min(3, above[columns]!)
}

/** Winkler (1990): Jaro's measure, raised by a common beginning of up to four signs. */
function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  if (a === '' || b === '' || a.length > taken.length || b.length > taken.length) return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  taken.fill(0, 0, b.length)
  let matches = 0
  for (let row = 0; row < a.length; row += 1) {
    const sign = a.charCodeAt(row)
    const end = Math.min(b.length, row + reach + 1)
    for (let at = Math.max(0, row - reach); at < end; at += 1) {
      if (taken[at] === 1 || b.charCodeAt(at) !== sign) continue
      taken[at] = 1
      found[matches++] = sign
      break
    }
  }
  if (matches === 0) return 0
  let crossed = 0
  let next = 0
  for (let at = 0; at < b.length; at += 1) {
    if (taken[at] !== 1) continue
    if (b.charCodeAt(at) !== found[next]) crossed += 1
    next += 1
  }
  const jaro = (matches / a.length + matches / b.length + (matches - crossed / 2) / matches) / 3
  let begin = 0
  while (begin < 4 && begin < a.length && a.charCodeAt(begin) === b.charCodeAt(begin)) begin += 1
  return jaro + begin * 0.1 * (1 - jaro)
}
