import { z } from 'zod'
import { checkInnerChain, type ChainLink } from '../log/inner-chain.ts'
import type { ExportInput } from './input.ts'

/**
 * What is wrong with the journal itself. An export of a damaged journal is still made, and says so: the
 * findings are computed when it is made and again when it is opened, and must be the same.
 */
export const Finding = z.strictObject({
  code: z.enum(['entry-does-not-open', 'history-was-changed', 'entry-missing', 'counter-repeats', 'frames-missing', 'entry-twice']),
  seq: z.number().int().min(1),
})
export type Finding = Readonly<z.infer<typeof Finding>>

export function findingsOf({ entries, frames, beginning }: Pick<ExportInput, 'entries' | 'frames'> & { readonly beginning: string }): readonly Finding[] {
  const findings: Finding[] = checkInnerChain(linksOf(frames, entries), [beginning]).map(({ code, seq }) => ({ code, seq }))
  let before = 0
  for (const { seq } of frames) {
    if (seq !== before + 1) findings.push({ code: 'frames-missing', seq })
    before = seq
  }
  const seen = new Set<string>()
  for (const { seq, entry } of entries) {
    if (seen.has(entry.id)) findings.push({ code: 'entry-twice', seq })
    seen.add(entry.id)
  }
  return findings.toSorted((one, other) => one.seq - other.seq || (one.code < other.code ? -1 : 1))
}

/** The journal as the inner chain sees it: both lists are in its order. */
function* linksOf(frames: ExportInput['frames'], entries: ExportInput['entries']): Generator<ChainLink> {
  let at = 0
  for (const { seq, head, kind } of frames) {
    while ((entries[at]?.seq ?? seq) < seq) at += 1
    const entry = entries[at]
    if (kind === 'sealed') yield { kind: 'sealed', seq, head, after: entry?.seq === seq ? entry.entry.after : null }
    else yield { kind: 'plain', seq, head }
  }
}
