import type { Terms } from './terms.ts'

/** How alike two different words are: 2 one slip apart, 1 much in common, 0 not alike. */
export type Alikeness = 0 | 1 | 2

/**
 * Two words of one kind. One slip: one sign wrong, missing, added, or two neighbours exchanged, in words of three signs or
 * more (マナ and カナ are two names); two slips in words of seven or more. Much in common: Jaro–Winkler ≥ 0.85, or one is
 * the beginning of the other.
 */
export function alike(terms: Terms, one: number, two: number): Alikeness {
  if (one === 0 || two === 0) return 0
  const [markOne, markTwo] = [terms.mark(one), terms.mark(two)]
  const [together, either] = [bits(markOne & markTwo), bits(markOne | markTwo)]
  if (together * 5 < either * 2) return 0
  const [a, b] = [terms.key(one), terms.key(two)]
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (longer.length >= 3 && longer.length - shorter.length <= 2) {
    const apart = slips(a, b)
    if (apart <= 1 || (apart === 2 && longer.length >= 7)) return 2
  }
  if (shorter.length >= 2 && longer.startsWith(shorter)) return 1
  return jaroWinkler(a, b) >= 0.85 ? 1 : 0
}

function bits(mark: number): number {
  let left = mark - ((mark >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Optimal string alignment, up to 3: one wrong, missing, added, or two neighbours exchanged. */
function slips(a: string, b: string): number {
  let before = new Uint8Array(b.length + 1)
  let above = Uint8Array.from({ length: b.length + 1 }, (_, column) => column)
  let here = new Uint8Array(b.length + 1)
  for (let row = 1; row <= a.length; row += 1) {
    here[0] = row
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let cost = Math.min((above[column - 1] ?? 0) + (same ? 0 : 1), (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1)
      if (row > 1 && column > 1 && a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1)) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      here[column] = cost
      if (cost < least) least = cost
    }
    if (least > 2) return 3
    ;[before, above, here] = [above, here, before]
  }
  return Math.min(3, above[b.length] ?? 3)
}

/** Winkler (1990): Jaro's measure, raised by a common beginning of up to four signs. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  if (a === '' || b === '') return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const found: number[] = []
  for (let row = 0; row < a.length; row += 1) {
    const sign = a.charCodeAt(row)
    for (let at = Math.max(0, row - reach); at < Math.min(b.length, row + reach + 1); at += 1) {
      if (taken[at] === 1 || b.charCodeAt(at) !== sign) continue
      taken[at] = 1
      found.push(sign)
      break
    }
  }
  if (found.length === 0) return 0
  let crossed = 0
  let next = 0
  for (let at = 0; at < b.length; at += 1) {
    if (taken[at] !== 1) continue
    if (b.charCodeAt(at) !== found[next]) crossed += 1
    next += 1
  }
  const matches = found.length
  const jaro = (matches / a.length + matches / b.length + (matches - crossed / 2) / matches) / 3
  let begin = 0
  while (begin < 4 && begin < a.length && a[begin] === b[begin]) begin += 1
  return jaro + begin * 0.1 * (1 - jaro)
}
