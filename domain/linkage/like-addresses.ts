import type { Terms } from './terms.ts'

/**
 * How much two addresses have in common, 0 to 1: the share of their neighbouring sign pairs that both hold (Dice), which neither
 * a missing prefecture nor the order of the parts upsets much. Where the figures are others, it is another house of the street:
 * below 0.8, however much of the rest is the same.
 */
export function likeAddresses(terms: Terms): (one: number, two: number) => number {
  const known = new Map<number, Uint32Array>()
  const figures = new Map<number, string>()
  const figuresOf = (term: number): string => {
    const before = figures.get(term)
    if (before !== undefined) return before
    const found = (terms.key(term).match(/\d+/g) ?? []).join(' ')
    figures.set(term, found)
    return found
  }
  const pairsOf = (term: number): Uint32Array => {
    const before = known.get(term)
    if (before !== undefined) return before
    const key = terms.key(term)
    const pairs = new Uint32Array(Math.max(1, key.length - 1))
    for (let at = 0; at < pairs.length; at += 1) pairs[at] = key.charCodeAt(at) * 65_536 + (at + 1 < key.length ? key.charCodeAt(at + 1) : 0)
    pairs.sort()
    known.set(term, pairs)
    return pairs
  }
  return (one, two) => {
    const [a, b] = [pairsOf(one), pairsOf(two)]
    let [left, right, both] = [0, 0, 0]
    while (left < a.length && right < b.length) {
      const [x, y] = [a[left] ?? 0, b[right] ?? 0]
      if (x === y) both += 1
      if (x <= y) left += 1
      if (y <= x) right += 1
    }
    const like = (2 * both) / (a.length + b.length)
    return like >= 0.8 && figuresOf(one) !== figuresOf(two) ? 0.79 : like
  }
}
