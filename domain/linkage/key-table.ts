import { mostKeys, type KeyWriter } from './keys.ts'

/**
 * Which asking rows hold a key. Only the asking list is put into a table, and the other list is read past it once: two
 * thousand registrations fit into a processor's cache where a million patients do not, and nothing need be sorted.
 */
export type KeyTable = {
  /** Calls `found` for each asking row that shares a key with the row whose keys these are, each once. */
  readonly visit: (keys: Uint32Array, count: number, found: (asking: number) => void) => void
}

export function keyTable(count: number, write: KeyWriter): KeyTable {
  const keys = new Uint32Array(mostKeys)
  const perRow = 19
  let size = 1024
  while (size < count * perRow * 2) size *= 2
  const mask = size - 1
  const slotKey = new Uint32Array(size)
  const slotHead = new Int32Array(size).fill(-1)
  const links = new Int32Array(count * mostKeys)
  const rows = new Int32Array(count * mostKeys)
  let used = 0
  for (let row = 0; row < count; row += 1) {
    const many = write(row, true, keys)
    for (let at = 0; at < many; at += 1) {
      const key = keys[at] ?? 0
      let slot = key & mask
      while ((slotHead[slot] ?? -1) >= 0 && slotKey[slot] !== key) slot = (slot + 1) & mask
      slotKey[slot] = key
      links[used] = slotHead[slot] ?? -1
      rows[used] = row
      slotHead[slot] = used
      used += 1
    }
  }
  const seen = new Uint32Array(count)
  let turn = 0
  return {
    visit: (asked, many, found) => {
      turn += 1
      for (let at = 0; at < many; at += 1) {
        const key = asked[at] ?? 0
        let slot = key & mask
        while ((slotHead[slot] ?? -1) >= 0 && slotKey[slot] !== key) slot = (slot + 1) & mask
        for (let link = slotHead[slot] ?? -1; link >= 0; link = links[link] ?? -1) {
          const row = rows[link] ?? 0
          if (seen[row] === turn) continue
          seen[row] = turn
          found(row)
        }
      }
    },
  }
}
