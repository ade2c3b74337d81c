import type { EntryId } from '../ids.ts'
import type { Draft, Entry } from '../log/entry.ts'
import { kinds } from '../log/kinds.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, type TextFault } from '../text.ts'
import { millisecondsOf, type Instant } from '../time.ts'
import type { Bag } from '../transfusion/running.ts'
import { keptAfterEndMs } from '../view/care.ts'

/**
 * A record is struck, never erased (law 6): it stays readable under its line, with who, when and why.
 * Traces of acts (chart opened, export made) and registrations cannot be struck.
 */
export type StrikeFault =
  | { readonly code: 'already-struck' }
  | { readonly code: 'not-strikable' }
  | { readonly code: 'reason-empty' }
  /** Of a record of who the patient is, while blood runs in this person (TRF-14). */
  | { readonly code: 'transfusion-runs' }
  /** The board has let go of an order stopped so long ago: it would not run again, a new one is given instead (ORD-16). */
  | { readonly code: 'stopped-long-ago' }
  | TextFault

/**
 * What is to be struck. `struck`: is there a line through it already? `running`: bags that run in this person; whoever does
 * not say has not looked, and then records of who the patient is are not struck.
 */
export type StrikeTarget = { readonly entry: Pick<Entry, 'id' | 'kind' | 'patient' | 'at'>; readonly struck: boolean; readonly running?: readonly Bag[] }

const ofIdentity: ReadonlySet<Entry['kind']> = new Set<Entry['kind']>(['identity-claimed', 'identity-verified', 'patient-linked'])

/** Makes the strike of an entry. `now`: when the line is drawn. */
export function strikeEntry(id: EntryId, target: StrikeTarget, reason: string, now: Instant): Result<Draft<'entry-struck' | 'ward-line-struck'>, StrikeFault> {
  const { kind, at } = target.entry
  if (kind === 'order-stopped' && millisecondsOf(now) - millisecondsOf(at) > keptAfterEndMs) return err({ code: 'stopped-long-ago' })
  return lineThrough(id, target, reason)
}

/** The same of a record that another one takes the place of: nothing goes on by it, however old it is. */
export function lineThrough(id: EntryId, target: StrikeTarget, reason: string): Result<Draft<'entry-struck' | 'ward-line-struck'>, Exclude<StrikeFault, { readonly code: 'stopped-long-ago' }>> {
  const { entry, struck } = target
  if (!kinds[entry.kind].strikable) return err({ code: 'not-strikable' })
  if (struck) return err({ code: 'already-struck' })
  if (ofIdentity.has(entry.kind) && target.running?.length !== 0) return err({ code: 'transfusion-runs' })
  const checked = checkText(reason, mostLine)
  if (!checked.ok) return checked
  if (reason.trim() === '') return err({ code: 'reason-empty' })
  const body = { struck: entry.id, reason }
  return ok(entry.patient === null ? { id, kind: 'ward-line-struck', patient: null, at: null, body } : { id, kind: 'entry-struck', patient: entry.patient, at: null, body })
}

/** Does this strike take hold? One written against another patient or a trace does not: it stays as an entry, and nothing is struck. */
export function takesHold(strike: Entry<'entry-struck' | 'ward-line-struck'>, target: Entry): boolean {
  return strike.body.struck === target.id && strike.patient === target.patient && kinds[target.kind].strikable
}
