import type { EntryId } from '../ids.ts'
import type { Kind } from '../log/kinds.ts'

/**
 * How much a chart holds, so that a working copy with a row missing, doubled or rolled back is noticed when
 * the chart is opened. 「記録なし」 may be shown only when `entries` is 0.
 */
export type ChartMark = {
  /** Every entry about this patient, views included. */
  readonly entries: number
  /** How many of them are chart-opened. */
  readonly opened: number
  readonly lastSeq: number
  readonly hash: string
}

export const emptyMark: ChartMark = { entries: 0, opened: 0, lastSeq: 0, hash: '0'.repeat(32) }

/** The mark of a chart with one entry more. */
export function markAfter(mark: ChartMark, seq: number, entry: { readonly id: EntryId; readonly kind: Kind }): ChartMark {
  return {
    entries: mark.entries + 1,
    opened: mark.opened + (entry.kind === 'chart-opened' ? 1 : 0),
    lastSeq: Math.max(mark.lastSeq, seq),
    hash: chartHash(mark.hash, entry.id, seq),
  }
}

/** The mark of a chart read back, to be compared with the one the board or a snapshot knows. Someone waits for this one. */
export function markOf(records: Iterable<{ readonly seq: number; readonly entry: { readonly id: EntryId; readonly kind: Kind } }>): ChartMark {
  const sum: Words = [0, 0, 0, 0]
  let [entries, opened, lastSeq] = [0, 0, 0]
  for (const { seq, entry } of records) {
    entries += 1
    if (entry.kind === 'chart-opened') opened += 1
    if (seq > lastSeq) lastSeq = seq
    add(sum, entry.id, seq)
  }
  return { entries, opened, lastSeq, hash: hexOf(sum) }
}

export function sameMark(one: ChartMark, two: ChartMark): boolean {
  return one.entries === two.entries && one.opened === two.opened && one.lastSeq === two.lastSeq && one.hash === two.hash
}

/**
 * A running 128-bit sum of scrambled (entry id, seq), 32 hexadecimal digits. The order in which rows are
 * added makes no difference, so a chart may be read in any order of its chunks.
 *
 * It notices accidents: rows lost, doubled, older than they should be. It is not a defence against somebody
 * who chooses ids: rows are AES-GCM sealed, and the journal is chained with SHA-256. Not a cryptographic hash.
 */
export function chartHash(previous: string, entry: EntryId, seq: number): string {
  const sum = wordsOf(previous)
  add(sum, entry, seq)
  return hexOf(sum)
}

type Words = [number, number, number, number]

/** Adds a scrambled (entry id, seq) to a sum. */
function add(sum: Words, entry: EntryId, seq: number): void {
  let [a, b, c, d] = wordsOfId(entry)
  a ^= seq >>> 0
  b ^= Math.floor(seq / 0x1_0000_0000)
  for (let round = 0; round < 4; round += 1) {
    a = scramble(a + d + round)
    b = scramble(b ^ a)
    c = scramble(c + b)
    d = scramble(d ^ c)
  }
  sum[0] = (sum[0] + a) >>> 0
  sum[1] = (sum[1] + b) >>> 0
  sum[2] = (sum[2] + c) >>> 0
  sum[3] = (sum[3] + d) >>> 0
}

function wordsOf(hex: string): Words {
  const word = (lane: number): number => Number.parseInt(hex.slice(lane * 8, lane * 8 + 8), 16)
  return [word(0), word(1), word(2), word(3)]
}

/** The same of an id, whose figures stand in groups; someone waits for ten thousand of them. */
function wordsOfId(id: EntryId): Words {
  return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16), Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16), Number.parseInt(id.slice(28), 16)]
}

function hexOf(words: Words): string {
  return words.map((word) => word.toString(16).padStart(8, '0')).join('')
}

/** The finaliser of MurmurHash3 (A. Appleby, public domain): every bit of the input stirs every bit of the output. */
function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
