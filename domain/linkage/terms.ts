/**
 * Words by number. Two lists are compared by numbers, which costs a hundredth of comparing texts; each different word is
 * folded once and kept once for both lists.
 */
export class Terms {
  private readonly byRaw = new Map<string, number>()
  private readonly byKey = new Map<string, number>()
  private readonly keys: string[] = ['']
  private readonly marks: number[] = [0]
  /** For `joined`: a number of the whole key, and what a number before it is multiplied by. */
  private readonly hashes: number[] = [0]
  private readonly shifts: number[] = [1]
  private readonly fold: (raw: string) => string

  constructor(fold: (raw: string) => string) {
    this.fold = fold
  }

  /** The number of a text as it was written; 0 when nothing is left of it. */
  of(raw: string): number {
    if (raw === '') return 0
    const known = this.byRaw.get(raw)
    if (known !== undefined) return known
    const term = this.ofKey(this.fold(raw))
    this.byRaw.set(raw, term)
    return term
  }

  private ofKey(key: string): number {
    if (key === '') return 0
    const known = this.byKey.get(key)
    if (known !== undefined) return known
    const term = this.keys.length
    this.byKey.set(key, term)
    this.keys.push(key)
    this.marks.push(markOf(key))
    let [hash, shift] = [0, 1]
    for (let at = 0; at < key.length; at += 1) {
      hash = (Math.imul(hash, prime) + key.charCodeAt(at)) | 0
      shift = Math.imul(shift, prime)
    }
    this.hashes.push(hash)
    this.shifts.push(shift)
    return term
  }

  key(term: number): string {
    return this.keys[term] ?? ''
  }

  /** A bit for each sign the word holds, of 32: words with few bits in common cannot be alike. */
  mark(term: number): number {
    return this.marks[term] ?? 0
  }

  /**
   * A number of two words as one, the same wherever it is divided: of 佐藤 and 花子, and of 佐藤花子 and nothing. 0 of nothing
   * at all. Different words may share a number: whoever must be certain asks `areJoinedSame`.
   */
  joined(first: number, second: number): number {
    if (first === 0 && second === 0) return 0
    return (Math.imul(this.hashes[first]!, this.shifts[second]!) + this.hashes[second]!) >>> 0 || 1
  }

  areJoinedSame(first: number, second: number, otherFirst: number, otherSecond: number): boolean {
    return (first === otherFirst && second === otherSecond) || this.key(first) + this.key(second) === this.key(otherFirst) + this.key(otherSecond)
  }

  get count(): number {
    return this.keys.length
  }
}

const prime = 0x01000193

function markOf(key: string): number {
  let mark = 0
  for (let at = 0; at < key.length; at += 1) mark |= 1 << (Math.imul(key.charCodeAt(at), 0x9e3779b1) >>> 27)
  return mark
}
