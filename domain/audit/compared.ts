import { z } from 'zod'
import { IncidentId } from '../ids.ts'
import { headSymbols, type PrintedHead } from '../log/printed-head.ts'

/**
 * What a verification held against what. The chain's own signatures say which station wrote it; they do not
 * say that nobody who holds this PC and its key has written it anew. Only what is kept elsewhere says that.
 */
export const Comparison = z.enum(['chain', 'links', 'station-key', 'card', 'mark', 'second-journal', 'printed-head', 'export', 'inner-chain', 'erasure'])
export type Comparison = z.infer<typeof Comparison>

export const JournalName = z.union([z.literal('station'), IncidentId])
export type JournalName = z.infer<typeof JournalName>

/** 'absent': there is nothing to compare with. `seq`: where the two part, or up to where they agree; 0 when that says nothing. */
export const Compared = z.object({
  what: Comparison,
  result: z.enum(['agrees', 'contradicts', 'absent']),
  /** 'station', or the id of an incident; empty when it is about all. */
  journal: z.string(),
  seq: z.number().int().min(0),
})
export type Compared = z.infer<typeof Compared>

/** Head behind each frame of a journal that counts, by its sequence. */
export type HeadsAt = ReadonlyMap<number, string>
export type NamedHeads = { readonly journal: string; readonly headsAt: HeadsAt; readonly seq: number }

/** Where the chain of an erased record ended. */
export type ErasedEnd = { readonly incident: string; readonly seq: number }

/**
 * Records the station journal tells of against those that lie here: erased and gone, or here and never erased. Anything else
 * contradicts it: taken away without its frame, or back after it. Rule ERASE-9.
 */
export function compareErasures(declared: Iterable<string>, erased: readonly ErasedEnd[], here: ReadonlySet<string>): readonly Compared[] {
  const gone = new Set(erased.map(({ incident }) => incident))
  return [...new Set(declared)].map((journal) => ({ what: 'erasure', result: here.has(journal) === gone.has(journal) ? 'contradicts' : gone.has(journal) ? 'agrees' : 'absent', journal, seq: 0 }))
}

/**
 * A head from paper against every journal: paper says a sequence and ten symbols, not whose. It contradicts
 * when no journal holds it, whether records before it were changed or the end was cut off.
 */
export function comparePrinted(printed: PrintedHead, all: readonly NamedHeads[], erased: readonly ErasedEnd[] = []): Compared {
  const holds = all.find(({ headsAt }) => {
    const head = headsAt.get(printed.seq)
    return head !== undefined && headSymbols(head) === printed.symbols
  })
  // It may be of a record that was erased: the archives hold its chain, this station no more.
  if (holds === undefined && erased.some(({ seq }) => printed.seq <= seq)) return { what: 'printed-head', result: 'absent', journal: '', seq: printed.seq }
  return holds === undefined ? { what: 'printed-head', result: 'contradicts', journal: '', seq: printed.seq } : { what: 'printed-head', result: 'agrees', journal: holds.journal, seq: printed.seq }
}

/** Heads that were kept elsewhere against the journal they are of: the first that differs or is not there any more. */
export function compareHeads(what: Comparison, journal: string, kept: Iterable<readonly [number, string]>, all: readonly NamedHeads[]): Compared {
  const own = all.find((one) => one.journal === journal)
  let upTo = 0
  for (const [seq, head] of kept) {
    if (own?.headsAt.get(seq) !== head) return { what, result: 'contradicts', journal, seq }
    upTo = Math.max(upTo, seq)
  }
  return { what, result: 'agrees', journal, seq: upTo }
}
