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
 * journal's beginning); `lastN` is the counter of the window that wrote last before it. A counter that never
 * comes is 'entry-missing': an entry its window wrote is not here; it may also be one that was refused by a
 * full disk and given up. One that comes late was refused and saved later, and is not missing.
 */
export function checkInnerChain(links: Iterable<ChainLink>, known: Iterable<string>, lastN = 0): readonly InnerFault[] {
  const heads = new Set(known)
  const faults: InnerFault[] = []
  let window = newWindow(lastN)
  for (const link of links) {
    if (link.kind === 'sealed' && link.after === null) faults.push({ code: 'entry-does-not-open', seq: link.seq })
    else if (link.kind === 'sealed' && link.after !== null) {
      const { head, n } = link.after
      if (!heads.has(head)) faults.push({ code: 'history-was-changed', seq: link.seq })
      if (n === 1) {
        faults.push(...missingIn(window))
        window = newWindow(0)
      }
      if (window.seen.has(n)) faults.push({ code: 'counter-repeats', seq: link.seq })
      window.seen.set(n, link.seq)
    }
    heads.add(link.head)
  }
  return [...faults, ...missingIn(window)].toSorted((a, b) => a.seq - b.seq)
}

/** The counters of one window: which came, and at which sequence. */
type Window = { readonly from: number; readonly seen: Map<number, number> }

function newWindow(from: number): Window {
  return { from, seen: new Map() }
}

/** Each counter between the first and the last of a window that never came, told at the entry behind it. */
function missingIn({ from, seen }: Window): readonly InnerFault[] {
  const faults: InnerFault[] = []
  let before = from
  for (const [n, seq] of [...seen].toSorted(([a], [b]) => a - b)) {
    if (n > before + 1) faults.push({ code: 'entry-missing', seq })
    before = Math.max(before, n)
  }
  return faults
}
