import type { AgeIdentity } from '#domain/access/keys.ts'
import type { Bridge } from '#domain/bridge.ts'
import type { IncidentId } from '#domain/ids.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { opensHead } from '../export/age-stream.ts'
import type { ErasureSheet } from '../print/closing-sheets.ts'
import { recipientOf } from '../vault/age-file.ts'
import { wipe } from '../vault/bytes.ts'
import { unwrapIncidentKey, wrappedKeyIn } from '../vault/incident-key.ts'
import { publicPages, type PublicEvents } from './public-pages.ts'

export type ProofFault = { readonly code: 'not-an-identity' | 'other-officer' | 'archive-shut' }

/** The officer's key opens the wrap that lies here and the beginning of both archives: what goes here can be opened elsewhere. */
export async function proveOfficerKey(typed: AgeIdentity, keys: string | null, heads: readonly Uint8Array[]): Promise<Result<null, ProofFault>> {
  const pair = await recipientOf(typed)
  if (!pair.ok) return pair
  const wrapped = keys === null ? null : wrappedKeyIn(keys)
  const dek = wrapped === null ? null : await unwrapIncidentKey(pair.value.identity, wrapped)
  if (dek?.ok !== true) return err({ code: 'other-officer' })
  wipe(dek.value)
  for (const head of heads) if (!(await opensHead(pair.value.identity, head))) return err({ code: 'archive-shut' })
  return ok(null)
}

export type ErasedRecord = Pick<ErasureSheet, 'erased' | 'erasedAt' | 'finished'>

/** Every erasure the station journal tells of, newest first: a certificate is printed from this alone. */
export async function readErased(bridge: Bridge): Promise<readonly ErasedRecord[]> {
  const events: PublicEvents = []
  for await (const page of publicPages(bridge, 'station', 5000)) {
    if (!page.ok) return []
    events.push(...page.value)
  }
  return erasedRecords(events)
}

/** `events`: newest first. */
export function erasedRecords(events: readonly { readonly wallMs: number; readonly event: PublicEvent }[]): readonly ErasedRecord[] {
  const finished = new Map<IncidentId, NonNullable<ErasedRecord['finished']>>()
  const erased: ErasedRecord[] = []
  for (const { event, wallMs } of events) {
    const at: Instant = instantOf(wallMs)
    if (event.event === 'erasure-finished' && !finished.has(event.incident)) finished.set(event.incident, { at, secondJournal: event.secondJournal })
    if (event.event !== 'incident-erased') continue
    erased.push({ erased: event, erasedAt: at, finished: finished.get(event.incident) ?? null })
    finished.delete(event.incident) // put back by hand and erased once more: each has its own end
  }
  return erased
}
