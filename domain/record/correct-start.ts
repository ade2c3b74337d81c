import type { EntryId } from '../ids.ts'
import type { Draft, Entry } from '../log/entry.ts'
import { ok, type Result } from '../result.ts'
import type { ChartRow } from '../view/chart.ts'
import { correctEntry, type Correction, type CorrectionFault } from './correct.ts'
import type { StrikeTarget } from './strike.ts'

/** Ids fixed while a form is open, one for each record and purpose, so that saving twice records once. */
export type IdOf = (of: EntryId, what: 'next' | 'strike') => EntryId

/**
 * 訂正 of the start of a bag or an infusion, or of a dose. What was written of it later names it: the looks and the end of a bag,
 * what was changed and read off an infusion, the effect of a dose. Each goes over to the new version as a version of its own:
 * else the corrected one would run on without them. The start comes first. A record that nothing belongs to stands alone here.
 * Rules TRF-15, MED-18.
 */
export function correctStart(target: StrikeTarget, next: Draft, reason: string, rows: readonly ChartRow[], idOf: IdOf): Result<readonly [Correction, ...(readonly Correction[])], CorrectionFault> {
  const start = target.entry.id
  const head = correctEntry(idOf(start, 'strike'), target, next, reason)
  if (!head.ok) return head
  const parts: Correction[] = []
  for (const { entry, struck } of rows) {
    const body = struck === null ? movedTo(next.id, entry, start) : null
    if (body === null) continue
    const part = { id: idOf(entry.id, 'next'), kind: entry.kind, patient: entry.patient, at: entry.at, body } as Draft // the body is of the same entry
    const corrected = correctEntry(idOf(entry.id, 'strike'), { entry, struck: false }, part, reason)
    if (!corrected.ok) return corrected
    parts.push(corrected.value)
  }
  return ok([head.value, ...parts])
}

/** The body of a record that belongs to this start, naming the new one; null: it does not belong to it. */
function movedTo(next: EntryId, { kind, body }: Entry, start: EntryId): Entry['body'] | null {
  if (kind === 'transfusion-watched' || kind === 'transfusion-ended') return body.bag === start ? { ...body, bag: next } : null
  if (kind === 'infusion-changed') return body.infusion === start ? { ...body, infusion: next } : null
  return kind === 'effect-seen' && body.dose === start ? { ...body, dose: next } : null
}
