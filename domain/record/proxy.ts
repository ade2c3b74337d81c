import type { EntryId } from '../ids.ts'
import type { Draft, Entry } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import { err, ok, type Result } from '../result.ts'
import type { Instant } from '../time.ts'

/**
 * 代行入力: somebody types for somebody else, who approves it soon and in person (guideline, 真正性: every proxy under their
 * own id; who for whom and when is recorded; the confirmer approves).
 */
export type ProxyFault = { readonly code: 'not-by-proxy' } | { readonly code: 'not-this-person' }

/** The approval of a proxy entry by `by`. Err 'not-this-person': only the person it was typed for can say that it is theirs. */
export function approveProxy(id: EntryId, entry: Pick<Entry, 'id' | 'patient' | 'onBehalfOf'>, by: Person): Result<Draft<'proxy-approved'>, ProxyFault> {
  if (entry.onBehalfOf === null || entry.patient === null) return err({ code: 'not-by-proxy' })
  if (entry.onBehalfOf.staffNumber !== by.staffNumber) return err({ code: 'not-this-person' })
  return ok({ id, kind: 'proxy-approved', patient: entry.patient, at: null, body: { approved: entry.id } })
}

export type Approved = { readonly approval: EntryId; readonly by: Person; readonly at: Instant }

/** Each proxy entry's approval that holds: of the same patient, by the person it was typed for, in person; of several the first. */
export function approvalsIn(entries: readonly Entry[]): ReadonlyMap<EntryId, Approved> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const approved = new Map<EntryId, Approved>()
  for (const entry of entries) {
    if (entry.kind !== 'proxy-approved' || entry.onBehalfOf !== null || approved.has(entry.body.approved)) continue
    const target = byId.get(entry.body.approved)
    if (target === undefined || target.patient !== entry.patient || target.onBehalfOf?.staffNumber !== entry.by.staffNumber) continue
    approved.set(target.id, { approval: entry.id, by: entry.by, at: entry.at })
  }
  return approved
}
