import { describe, expect, it } from 'vitest'
import { Sha256 } from '#domain/ids.ts'
import { checkInnerChain, type ChainLink } from '#domain/log/inner-chain.ts'

const head = (seq: number): Sha256 => Sha256.parse(String(seq).padStart(64, '0'))
/** An entry at `seq` that had seen the frame before it. */
const entry = (seq: number, n: number, saw = seq - 1): ChainLink => ({ kind: 'sealed', seq, head: head(seq), after: { head: head(saw), n } })

describe('the inner chain', () => {
  it('[VER-3] is silent about an honest journal of two windows', () => {
    const links: readonly ChainLink[] = [entry(1, 1), entry(2, 2), { kind: 'plain', seq: 3, head: head(3) }, entry(4, 1), entry(5, 2)]
    expect(checkInnerChain(links, [head(0)])).toEqual([])
  })

  it('[VER-3] finds a cipher that does not open, a head that is gone, a counter that repeats, and one that never comes', () => {
    expect(checkInnerChain([{ kind: 'sealed', seq: 1, head: head(1), after: null }], [head(0)])).toEqual([{ code: 'entry-does-not-open', seq: 1 }])
    expect(checkInnerChain([entry(1, 1, 77)], [head(0)])).toEqual([{ code: 'history-was-changed', seq: 1 }])
    expect(checkInnerChain([entry(1, 1), entry(2, 2), entry(3, 2)], [head(0)])).toEqual([{ code: 'counter-repeats', seq: 3 }])
    expect(checkInnerChain([entry(1, 1), entry(2, 3)], [head(0)])).toEqual([{ code: 'entry-missing', seq: 2 }])
  })

  it('[VER-3] an entry that was refused and saved later is not missing, and a snapshot in the middle of a window is no gap', () => {
    expect(checkInnerChain([entry(1, 1), entry(2, 3), entry(3, 2)], [head(0)])).toEqual([])
    expect(checkInnerChain([entry(8, 5), entry(9, 6)], [head(7)], 4)).toEqual([])
    expect(checkInnerChain([entry(8, 6)], [head(7)], 4)).toEqual([{ code: 'entry-missing', seq: 8 }])
  })
})
