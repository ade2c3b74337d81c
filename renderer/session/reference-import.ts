import type { Bridge, Fault, StationStatus } from '#domain/bridge.ts'
import type { StaffNumber } from '#domain/ids.ts'
import type { Hand } from '#domain/ports.ts'
import type { FaultCount } from '#domain/reference/reference-fact.ts'
import { isOlder, ReferenceSetId, type OlderReason, type ReferenceCard, type ReferenceKind } from '#domain/reference/reference-set.ts'
import { readingAccounts } from '#domain/station.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { tokyoDateOf, type Instant } from '#domain/time.ts'
import { wipe } from '../vault/bytes.ts'
import type { IncidentKeys } from '../vault/seal.ts'
import type { Imported, ImportFault, ImportProgress, ImportSource } from '../workers/reference-jobs.ts'
import type { ReferenceWorker } from '../workers/reference-worker.ts'
import { keepReferenceKey } from './reference.ts'

export type ReferenceImport = {
  readonly kind: ReferenceKind
  readonly source: ImportSource
  readonly takenAt: Instant
  readonly by: StaffNumber
  /** Why a list older than the present one takes its place. */
  readonly why: OlderReason | null
}

export type ListImportFault = ImportFault | Fault | { readonly code: 'worker-failed' } | { readonly code: 'not-taken-yet' }

export type ListImported = { readonly card: ReferenceCard; readonly faults: FaultCount; readonly ofUnknown: Imported['ofUnknown']; readonly pdfs: number }

type Ports = { readonly bridge: Bridge; readonly hand: Pick<Hand, 'newId'>; readonly worker: ReferenceWorker }

/**
 * Reads a list in its worker, leaves it sealed with the machine, and only then puts it in the place of the one before. Until
 * the last line nothing has changed; whoever stops it ends the worker and calls `giveUpImport`. `keys`: of the open ward, which
 * then reads the list at once; null while sealed.
 */
export async function importReference({ bridge, hand, worker }: Ports, status: StationStatus, now: Instant, keys: IncidentKeys | null, asked: ReferenceImport, onProgress: (progress: ImportProgress) => void): Promise<Result<ListImported, ListImportFault>> {
  const { card } = status
  if (card === null) return err({ code: 'not-now' })
  if (asked.takenAt > now) return err({ code: 'not-taken-yet' })
  const present = await bridge.call('reference:cards')
  if (!present.ok) return present
  if (asked.why === null && isOlder(present.value.cards[asked.kind], asked.takenAt)) return err({ code: 'older' })
  const made = await read({ bridge, hand, worker }, card, now, asked, onProgress)
  if (!made.ok) {
    await giveUpImport(bridge)
    return made
  }
  const { statement, proof, key, faults, ofUnknown, pdfs } = made.value
  const committed = await bridge.call('reference:commit', { statement, proof, why: asked.why })
  if (committed.ok && keys !== null) await keepReferenceKey(bridge, keys, statement, key)
  wipe(key)
  if (!committed.ok) {
    await giveUpImport(bridge)
    return committed
  }
  const kept = committed.value.cards[asked.kind]
  return kept === null ? err({ code: 'not-found' }) : ok({ card: kept, faults, ofUnknown, pdfs })
}

async function read({ bridge, hand, worker }: Ports, card: NonNullable<StationStatus['card']>, now: Instant, { kind, source, takenAt, by }: ReferenceImport, onProgress: (progress: ImportProgress) => void): Promise<Result<Imported, ListImportFault>> {
  const about = { set: ReferenceSetId.parse(hand.newId()), kind, realm: card.realm, station: card.station, epoch: card.roster.epoch, takenAt, by }
  const keepPart = async (bytes: Uint8Array<ArrayBuffer>) => {
    const kept = await bridge.call('reference:keep-part', { bytes })
    return kept.ok ? ok(kept.value.sha256) : kept
  }
  try {
    return await worker.importSet({ source, today: tokyoDateOf(now), roster: { accounts: readingAccounts(card), officer: card.roster.officer }, about }, { keepPart, progress: onProgress })
  } catch {
    return err({ code: 'worker-failed' })
  }
}

/** Removes what an import that will not be finished has left. The list of before was never touched. */
export async function giveUpImport(bridge: Bridge): Promise<void> {
  await bridge.call('reference:abandon')
}
