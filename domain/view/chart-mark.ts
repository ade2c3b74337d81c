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

/** The mark of a chart read back, to be compared with the one the board or a snapshot knows. */
export function markOf(records: Iterable<{ readonly seq: number; readonly entry: { readonly id: EntryId; readonly kind: Kind } }>): ChartMark {
  let mark = emptyMark
  for (const { seq, entry } of records) mark = markAfter(mark, seq, entry)
  return mark
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
  const hex = entry.replaceAll('-', '')
  let a = word(hex, 0) ^ (seq >>> 0)
  let b = word(hex, 1) ^ Math.floor(seq / 0x1_0000_0000)
  let c = word(hex, 2)
  let d = word(hex, 3)
  for (let round = 0; round < 4; round += 1) {
    a = scramble(a + d + round)
    b = scramble(b ^ a)
    c = scramble(c + b)
    d = scramble(d ^ c)
  }
  return [a, b, c, d].map((value, lane) => ((word(previous, lane) + value) >>> 0).toString(16).padStart(8, '0')).join('')
}

function word(hex: string, lane: number): number {
  return Number.parseInt(hex.slice(lane * 8, lane * 8 + 8), 16)
}

/** The finaliser of MurmurHash3 (A. Appleby, public domain): every bit of the input stirs every bit of the output. */
function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
