import type { After } from './entry.ts'

/**
 * The second chain, under the cipher. Somebody who holds the disk and the station's signing key can write a
 * whole new outer chain, with true hashes and true signatures; he cannot write a cipher. Every sealed entry
 * says which head its window had last seen acknowledged. If frames before it were changed, swapped, put in
 * or taken out, that head is no longer in the chain.
 *
 * What this cannot see: the end of the journal taken away together with every sealed entry behind the place
 * (HAZARDS: H-ROLLBACK). That is what the heads printed on paper are for.
 */
export type ChainLink =
  | { readonly kind: 'plain'; readonly seq: number; readonly head: string }
  /** `after: null`: the cipher did not open, so it was not written with this incident's key. */
  | { readonly kind: 'sealed'; readonly seq: number; readonly head: string; readonly after: After | null }

export type InnerFault = {
  readonly code: 'entry-does-not-open' | 'history-was-changed' | 'entry-missing' | 'counter-repeats'
  readonly seq: number
}

/**
 * Checks frames in journal order. `known` holds heads from before the first of them (of a snapshot, or the
 * journal's beginning). A counter gap is 'entry-missing': an entry its window wrote is not here; it may also
 * be one that was refused by a full disk and given up.
 */
export function checkInnerChain(links: Iterable<ChainLink>, known: Iterable<string>): readonly InnerFault[] {
  const heads = new Set(known)
  const faults: InnerFault[] = []
  let seen = new Set<number>()
  let highest = 0
  for (const link of links) {
    if (link.kind === 'sealed') {
      if (link.after === null) faults.push({ code: 'entry-does-not-open', seq: link.seq })
      else {
        if (!heads.has(link.after.head)) faults.push({ code: 'history-was-changed', seq: link.seq })
        if (link.after.n === 1) {
          seen = new Set()
          highest = 0
        }
        if (seen.has(link.after.n)) faults.push({ code: 'counter-repeats', seq: link.seq })
        if (link.after.n > highest + 1) faults.push({ code: 'entry-missing', seq: link.seq })
        seen.add(link.after.n)
        highest = Math.max(highest, link.after.n)
      }
    }
    heads.add(link.head)
  }
  return faults
}
