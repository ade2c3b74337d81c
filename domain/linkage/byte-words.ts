/**
 * Texts told apart by their bytes and numbered from 1 in the order they come; 0 is the empty one. A list of a million people has
 * ten million cells and some thousands of different ones: only those are ever made texts.
 */
export class ByteWords {
  private slots = new Uint32Array(1 << 12)
  private hashes = new Int32Array(1 << 11)
  private ends = new Uint32Array(1 << 11)
  private kept = new Uint8Array(1 << 15)
  private count = 1

  of(bytes: Uint8Array, from: number, end: number): number {
    if (from === end) return 0
    const hash = hashOf(bytes, from, end)
    if (this.count === this.ends.length) this.grow()
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (let word = this.slots[slot]!; word !== 0; word = this.slots[slot]!) {
      if (this.hashes[word] === hash && this.isSame(word, bytes, from, end)) return word
      slot = (slot + 1) & mask
    }
    this.slots[slot] = this.count
    return this.keep(hash, bytes, from, end)
  }

  /** All of them, by number, as `read` makes a text of bytes. */
  texts(read: (bytes: Uint8Array) => string): readonly string[] {
    return Array.from({ length: this.count }, (_, word) => (word === 0 ? '' : read(this.kept.subarray(this.ends[word - 1], this.ends[word]))))
  }

  private isSame(word: number, bytes: Uint8Array, from: number, end: number): boolean {
    const begin = this.ends[word - 1]!
    const length = end - from
    if (this.ends[word]! - begin !== length) return false
    const { kept } = this
    for (let at = 0; at < length; at += 1) if (kept[begin + at] !== bytes[from + at]) return false
    return true
  }

  private keep(hash: number, bytes: Uint8Array, from: number, end: number): number {
    const word = this.count
    const begin = this.ends[word - 1]!
    if (begin + end - from > this.kept.length) {
      const larger = new Uint8Array(Math.max(this.kept.length * 2, begin + end - from))
      larger.set(this.kept)
      this.kept = larger
    }
    this.kept.set(bytes.subarray(from, end), begin)
    this.hashes[word] = hash
    this.ends[word] = begin + end - from
    this.count += 1
    return word
  }

  private grow(): void {
    const size = this.ends.length * 2
    const [hashes, ends, slots] = [new Int32Array(size), new Uint32Array(size), new Uint32Array(size * 2)]
    hashes.set(this.hashes)
    ends.set(this.ends)
    for (let word = 1; word < this.count; word += 1) {
      let slot = hashes[word]! & (slots.length - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = word
    }
    Object.assign(this, { hashes, ends, slots })
  }
}

/** Four bytes at a time: of each one multiplication waits for the last. */
function hashOf(bytes: Uint8Array, from: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  let at = from
  for (; at + 3 < end; at += 4) {
    hash = Math.imul(hash ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash ^ (hash >>> 15)
}
