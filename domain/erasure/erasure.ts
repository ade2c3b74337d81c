import { z } from 'zod'
import { IncidentId, StaffNumber } from '../ids.ts'
import { Instant } from '../time.ts'
import { Archives, missingMedia, Medium, media } from './archive.ts'

/** What else of an incident left the station, counted from the public frames. Stored within 'incident-erased'. */
const count = z.number().int().min(0)
export const LeftBehind = z.object({
  /** Exports other than the archives. */
  exports: count,
  continuity: count,
  /** Of those, how many without a cipher. */
  plain: count,
  transfers: count,
  /** Audits with who opened whose chart. */
  audits: count,
  prints: count,
})
export type LeftBehind = z.infer<typeof LeftBehind>

/** The second journal: none was set up, its device was not there, or its copy went, too. Stored: add, never rename. */
export const SecondErased = z.enum(['none', 'unreachable', 'erased'])
export type SecondErased = z.infer<typeof SecondErased>

/** A closed incident as it still lies here. `keys`: its header with the data key, wrapped; null where it cannot be read. */
export const ClosedIncident = Archives.extend({
  incident: IncidentId,
  keys: z.string().nullable(),
  closedAt: Instant.nullable(),
  entries: count,
  left: LeftBehind,
  /** Media that were put in again and proved since maintenance was entered. */
  checked: z.array(Medium).max(2),
})
export type ClosedIncident = z.infer<typeof ClosedIncident>

export type ErasureAsked = Pick<ClosedIncident, 'archives' | 'lastRecord' | 'checked'> & {
  /** Who entered maintenance with its passphrase; null: nobody, or by another way. */
  readonly by: StaffNumber | null
  /** Who proved the recovery officer's key. */
  readonly officer: StaffNumber | null
}

export type ErasureHindrance = 'not-archived' | 'passphrase-missing' | 'medium-1-missing' | 'medium-2-missing' | 'officer-missing' | 'one-person'

/** The first thing that stands against an erasure; null: nothing does. Rules ERASE-3 to ERASE-5. */
export function erasureHindrance(asked: ErasureAsked): ErasureHindrance | null {
  if (missingMedia(asked).length > 0) return 'not-archived'
  if (asked.by === null) return 'passphrase-missing'
  for (const medium of media) if (!asked.checked.includes(medium)) return `medium-${medium}-missing`
  if (asked.officer === null) return 'officer-missing'
  return asked.officer.toUpperCase() === asked.by.toUpperCase() ? 'one-person' : null
}

/** What became of a medium that was put in again. */
export const MediumFound = z.enum(['verified', 'no-folder', 'not-there', 'damaged', 'not-signed', 'same-file', 'same-device'])
export type MediumFound = z.infer<typeof MediumFound>
