import type { EntryId, IncidentId, Sha256, StationId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { PublicEvent } from '../log/public-event.ts'
import { err, ok, type Result } from '../result.ts'
import type { IdentifierSystem } from '../plan/identifier-system.ts'
import type { Realm } from '../realm.ts'
import type { StationProfile } from '../station.ts'
import type { Instant } from '../time.ts'
import type { ExportedPhotos } from './photos.ts'

/** An entry with its place: `head` is the chain head right behind its frame. */
export type ExportedEntry = { readonly seq: number; readonly head: Sha256; readonly entry: Entry }

/** Every frame of the incident journal, sealed or not: heads alone, so that the inner chain can be checked later. */
export type ExportedFrame = { readonly seq: number; readonly head: Sha256; readonly kind: 'sealed' | 'public' | 'checkpoint'; readonly id: EntryId | null }

export type AuditEvent = { readonly journal: 'station' | 'incident'; readonly seq: number; readonly wallMs: number; readonly event: PublicEvent }

export type ChainPoint = { readonly seq: number; readonly head: Sha256 }

/** All that an export is made of. Sealed frames that did not open stand in `frames` and not in `entries`. */
export type ExportInput = {
  /** UUIDv7 of this export. */
  readonly exportId: string
  /** Counted per station, from 1; stands in the file name. */
  readonly exportNo: number
  readonly createdAt: Instant
  /** Device time + offset = true time, as last confirmed; null when nobody compared. */
  readonly clockOffsetMs: number | null
  readonly realm: Realm
  readonly station: StationId
  readonly profile: Pick<StationProfile, 'hospital' | 'ward' | 'letters'>
  /** Whose the hospital's patient numbers are, as the plan says; null: it does not. */
  readonly identifierSystem: IdentifierSystem | null
  readonly incident: IncidentId
  /** `beginning`: head before the first frame of the incident journal. */
  readonly chain: { readonly incident: ChainPoint & { readonly beginning: Sha256 }; readonly station: ChainPoint }
  readonly app: { readonly version: string; readonly runtime: string }
  readonly previousExportSha256: Sha256 | null
  readonly entries: readonly ExportedEntry[]
  readonly frames: readonly ExportedFrame[]
  readonly audit: readonly AuditEvent[]
  readonly photos: ExportedPhotos
}

export type InputFault =
  | { readonly code: 'entry-of-another-realm'; readonly seq: number }
  | { readonly code: 'entry-of-another-incident'; readonly seq: number }
  /** Entries or frames are not in journal order. */
  | { readonly code: 'out-of-order'; readonly seq: number }
  /** An entry has no sealed frame with its seq, head and id, or lies behind the chain's end. */
  | { readonly code: 'frame-disagrees'; readonly seq: number }
  /** ZIP without its 64-bit extension holds 65,535 files, and each patient has two: the page and the FHIR bundle. */
  | { readonly code: 'too-many-patients' }

export const mostPatients = 30_000

/** Refuses what would make an export that no reader accepts. */
export function checkInput(input: ExportInput): Result<null, InputFault> {
  for (const { seq, entry } of input.entries) {
    if (entry.realm !== input.realm) return err({ code: 'entry-of-another-realm', seq })
    if (entry.incident !== input.incident) return err({ code: 'entry-of-another-incident', seq })
  }
  return checkOrder(input)
}

/** Journal order, and every entry in its frame. The same check when an export is made and when one is opened. */
export function checkOrder({ entries, frames, chain }: Pick<ExportInput, 'entries' | 'frames'> & { readonly chain: { readonly incident: ChainPoint } }): Result<null, InputFault> {
  const misplaced = notAscending(frames) ?? notAscending(entries)
  if (misplaced !== null) return err({ code: 'out-of-order', seq: misplaced })
  let at = 0
  for (const { seq, head, entry } of entries) {
    while ((frames[at]?.seq ?? seq) < seq) at += 1 // both ascend
    const frame = frames[at]
    if (frame?.seq !== seq || frame.kind !== 'sealed' || frame.head !== head || frame.id !== entry.id) return err({ code: 'frame-disagrees', seq })
  }
  const last = frames.at(-1)
  if (last !== undefined && (last.seq !== chain.incident.seq || last.head !== chain.incident.head)) return err({ code: 'frame-disagrees', seq: last.seq })
  return ok(null)
}

function notAscending(places: readonly { readonly seq: number }[]): number | null {
  let before = 0
  for (const { seq } of places) {
    if (seq <= before) return seq
    before = seq
  }
  return null
}
