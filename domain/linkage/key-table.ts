import { mostKeys, type KeyWriter } from './keys.ts'

/**
 * Which asking rows hold a key. Only the asking list is put into a table, and the other list is read past it once: two
 * thousand registrations fit into a processor's cache where a million patients do not, and nothing need be sorted. Most keys are
 * held by nobody: a bit for each keeps those from the table.
 */
export class KeyTable {
  private readonly held = new Uint32Array(1 << 15) // 2²⁰ bits
  /** A key, and one more than the place of its first link: both in one look at memory. */
  private readonly slots: Int32Array
  private readonly links: Int32Array
  private readonly rows: Int32Array
  private readonly seen: Uint32Array
  private readonly mask: number
  private turn = 0
  /** The asking rows of the last call of `find`. */
  readonly found: Int32Array

  constructor(count: number, write: KeyWriter) {
    let size = 1024
    while (size < count * 30) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size * 2)
    this.links = new Int32Array(count * mostKeys)
    this.rows = new Int32Array(count * mostKeys)
    this.seen = new Uint32Array(count)
    this.found = new Int32Array(count)
    const keys = new Int32Array(mostKeys)
    let used = 0
    for (let row = 0; row < count; row += 1) {
      const many = write(row, keys, 0)
      for (let at = 0; at < many; at += 1) {
        const key = keys[at]!
        const slot = this.slotOf(key)
        this.held[(key >>> 5) & 0x7fff]! |= 1 << (key & 31)
        this.slots[slot] = key
        this.links[used] = this.slots[slot + 1]! - 1
        this.rows[used] = row
        used += 1
        this.slots[slot + 1] = used
      }
    }
  }

  /** Writes each asking row that shares one of the keys from `from` to `end` into `found`, once, and says how many. */
  find(keys: Int32Array, from: number, end: number): number {
    this.turn += 1
    const { held, links, rows, seen, found, turn } = this
    let count = 0
    for (let at = from; at < end; at += 1) {
      const key = keys[at]!
      if ((held[(key >>> 5) & 0x7fff]! & (1 << (key & 31))) === 0) continue
      for (let link = this.slots[this.slotOf(key) + 1]! - 1; link >= 0; link = links[link]!) {
        const row = rows[link]!
        if (seen[row] === turn) continue
        seen[row] = turn
        found[count++] = row
      }
    }
    return count
  }

  private slotOf(key: number): number {
    const { slots, mask } = this
    let slot = (key & mask) * 2
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & (mask * 2)
    return slot
  }
}
