import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { err, ok, type Result } from '../result.ts'
import { lineThrough, type StrikeFault, type StrikeTarget } from './strike.ts'

/**
 * 訂正: the same thing said right. The new version is a record of its own; the strike through the old one names it and says why,
 * so that both stay readable side by side. The new one is saved first: cut off between the two, both stand and nothing is lost.
 */
export type Correction = { readonly next: Draft; readonly strike: Draft<'entry-struck' | 'ward-line-struck'> }

export type CorrectionFault = Exclude<StrikeFault, { readonly code: 'stopped-long-ago' }> | { readonly code: 'other-kind' }

/** `next` keeps the moment of the old one unless it says another. Err 'other-kind': a correction says the same kind of thing of the same patient. */
export function correctEntry(strike: EntryId, target: StrikeTarget, next: Draft, reason: string): Result<Correction, CorrectionFault> {
  const { entry } = target
  if (next.kind !== entry.kind || next.patient !== entry.patient) return err({ code: 'other-kind' })
  const struck = lineThrough(strike, target, reason)
  if (!struck.ok) return struck
  const dated = { ...next, at: next.at ?? entry.at } as Draft // the same draft at another moment
  return ok({ next: dated, strike: struck.value.kind === 'entry-struck' ? { ...struck.value, body: { ...struck.value.body, replacement: next.id } } : struck.value })
}
