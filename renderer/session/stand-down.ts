import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import { EntryId, type PatientId } from '#domain/ids.ts'
import type { IncidentReport, StandDown } from '#domain/incident/report.ts'
import type { Entry, Standing } from '#domain/log/entry.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { instantOf, type Instant } from '#domain/time.ts'
import { wipe } from '../vault/bytes.ts'
import { recipientOf } from '../vault/age-file.ts'
import { readIncidentKeysText, unwrapIncidentKey, type HeaderFault, type UnwrapFault } from '../vault/incident-key.ts'
import type { OpenWard } from './open-ward.ts'
import { publicPages } from './public-pages.ts'
import { readAll } from './read-all.ts'
import { setStatus } from './session.ts'

/** What stands on record of the way back so far. */
export type StandDownRecord = {
  readonly handOvers: ReadonlyMap<PatientId, Entry<'hand-over-signed'>>
  readonly report: IncidentReport | null
  /** How the emergency was told when it began, and when its end was decided. */
  readonly told: Entry<'incident-told'> | null
  readonly stoodDownAt: Instant | null
  /** The newest export since the stand-down began. */
  readonly backupAt: Instant | null
  /** Envelopes whose account opened this record, from the public frames. */
  readonly used: readonly number[]
}

/** Reads the whole journal once: hand-overs are few, and nothing of them is needed before the emergency ends. */
export async function readStandDown(bridge: Bridge, status: StationStatus, open: OpenWard): Promise<Result<StandDownRecord, Fault | { readonly code: 'stopped' }>> {
  const whole = await readAll(bridge, status, open.dek, () => false)
  if (!whole.ok) return whole
  const handOvers = new Map<PatientId, Entry<'hand-over-signed'>>()
  let report: IncidentReport | null = null
  let told: Entry<'incident-told'> | null = null
  let stoodDownAt: Instant | null = null
  for (const { entry } of whole.value.entries) {
    if (entry.kind === 'hand-over-signed' && entry.patient !== null) handOvers.set(entry.patient, entry)
    if (entry.kind === 'incident-reported') report = entry.body
    if (entry.kind === 'incident-told') told ??= entry
    if (entry.kind === 'stood-down') stoodDownAt = entry.at
  }
  return ok({ handOvers, report, told, stoodDownAt, backupAt: await newestBackup(bridge), used: usedEnvelopes(whole.value.entries.map(({ entry }) => entry)) })
}

/** An account was used when something was written under it. */
function usedEnvelopes(entries: readonly Entry[]): readonly number[] {
  return [...new Set(entries.map(({ account }) => account))].filter((account) => account > 0).toSorted((one, other) => one - other)
}

/** The newest export after the stand-down; one from before it is none, also while the stand-down has not begun. */
async function newestBackup(bridge: Bridge): Promise<Instant | null> {
  let newest: Instant | null = null
  for await (const page of publicPages(bridge, 'incident', 500)) {
    if (!page.ok) return null
    for (const { event, wallMs } of page.value) {
      if (event.event === 'export-made' || event.event === 'backup-made') newest ??= instantOf(wallMs)
      if (event.event === 'stood-down') return newest
    }
  }
  return null
}

/**
 * The machine first, so that nothing of care slips in behind the decision; then the decision itself, with the list as it
 * was ticked. `isBegun`: the machine knows already, and the decision was not written (the window died, the disk refused).
 */
export async function beginStandDown(bridge: Bridge, open: OpenWard, standing: Standing, id: EntryId, body: StandDown, isBegun: boolean): Promise<Result<Instant, Fault | { readonly code: string }>> {
  if (!isBegun) {
    const begun = await bridge.call('incident:stand-down', { staffNumber: standing.by.staffNumber })
    if (!begun.ok) return begun
    if (begun.value.incident !== null) open.ward.acknowledge(begun.value.incident.end)
    setStatus(begun.value)
  }
  const saved = await open.ward.commit({ id, kind: 'stood-down', patient: null, at: null, body }, standing)
  return saved.ok ? ok(saved.value.entry.at) : saved
}

export type OfficerFault = HeaderFault | UnwrapFault | { readonly code: 'not-an-identity' }

/** The recovery officer's key opens the record after the accounts are gone; that it did is on record. */
export async function unlockWithOfficerKey(bridge: Bridge, status: StationStatus, identity: string, staffNumber: Standing['by']['staffNumber']): Promise<Result<Uint8Array, Fault | OfficerFault>> {
  if (status.incident === null || status.card === null) return err({ code: 'not-now' })
  const pair = await recipientOf(identity.trim())
  if (!pair.ok) return err({ code: 'not-an-identity' })
  const keys = readIncidentKeysText(status.incident.keys, status.card.roster)
  if (!keys.ok) return keys
  const dek = await unwrapIncidentKey(pair.value.identity, keys.value.wrapped)
  if (!dek.ok) return dek
  const told = await bridge.call('incident:officer', { staffNumber })
  if (told.ok) return dek
  wipe(dek.value)
  return told
}
