import type { Bridge, StationStatus } from '#domain/bridge.ts'
import { corrected } from '#domain/incident/clock.ts'
import type { Entry } from '#domain/log/entry.ts'
import type { IncidentId } from '#domain/ids.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { openFrames } from '../store/sealed-entry.ts'
import { openKeys } from '../vault/seal.ts'

/** What the banner says of the incident. Without the key only what is public: when, why, and whose staff number. */
export type Told = { readonly since: Instant; readonly reasonCode: string; readonly openedBy: string; readonly decidedBy: string; readonly clockOffsetMs: number }

/** From the station journal, readable by anybody at the PC. */
export async function publicTold(bridge: Bridge, incident: IncidentId): Promise<Told | null> {
  const told = await bridge.call('journal:public', { journal: 'station', before: null, most: 500 })
  const first = told.ok ? told.value.events.findLast(({ event }) => event.event === 'envelope-opened' && event.incident === incident) : undefined
  if (first?.event.event !== 'envelope-opened') return null
  // Told right after the opening, by the same person, in the same journal.
  const confirmed = told.ok ? told.value.events.findLast(({ seq, event }) => event.event === 'clock-confirmed' && seq > first.seq)?.event : undefined
  const clockOffsetMs = confirmed?.event === 'clock-confirmed' ? confirmed.offsetMs : 0
  return { since: corrected(instantOf(first.wallMs), clockOffsetMs), reasonCode: first.event.reasonCode, openedBy: first.event.staffNumber, decidedBy: '', clockOffsetMs }
}

/** From the first entry of the incident: names stand under the cipher. */
export async function sealedTold(bridge: Bridge, status: StationStatus, dek: Uint8Array): Promise<Told | null> {
  if (status.incident === null) return null
  const keys = await openKeys(dek, { realm: status.realm, incident: status.incident.incident })
  const page = await bridge.call('journal:frames', { after: 0, most: 256 * 1024 })
  if (!page.ok) return null
  const sealed = page.value.frames.flatMap(({ seq, head, id, cipher }) => (id === null || cipher === null ? [] : [{ seq, head, id, cipher }]))
  const { entries } = await openFrames(keys, sealed.slice(0, 20))
  const first = entries.map(({ entry }) => entry).find((entry): entry is Entry<'incident-told'> => entry.kind === 'incident-told')
  if (first === undefined) return null
  return { since: corrected(first.recordedAt, first.body.clockOffsetMs), reasonCode: first.body.reasonCode, openedBy: first.body.opener.name, decidedBy: first.body.decidedBy, clockOffsetMs: first.body.clockOffsetMs }
}
