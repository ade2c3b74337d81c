import { z } from 'zod'
import { MinisignKey } from '../access/keys.ts'
import { EntryId, IncidentId, Sha256, StationId } from '../ids.ts'
import { StationLetters } from '../number/ward-number.ts'
import { mostName, typedText } from '../text.ts'
import { Instant } from '../time.ts'

/** The other station: its names and letters, as the file says. */
export const TakenFrom = z.object({ station: StationId, letters: StationLetters, incident: IncidentId, hospital: typedText(mostName), ward: typedText(mostName) })
export type TakenFrom = z.infer<typeof TakenFrom>

/** More contradictions than these are counted and not kept: then it is the file as a whole that contradicts. */
export const mostKept = 50

/**
 * A desk took the records of a file in: an export of a ward, or what another desk wrote. Written before the records are,
 * so that whoever stops or is cut off can be seen to have begun.
 */
export const RecordsTakenIn = z.object({
  way: z.enum(['export', 'exchange']),
  file: Sha256,
  from: TakenFrom,
  madeAt: Instant,
  /** Which export of that station it was, and the key that signed it; null for what a desk passed on under a code. */
  exportNo: z.number().int().min(1).nullable(),
  signingKey: MinisignKey.nullable(),
  /** How many records of the file belong here, the ones that are here already among them. */
  entries: z.number().int().min(0),
  /** The same id with another content: what was here stays, and the other is kept beside it as the file has it. */
  conflicts: z.array(z.object({ of: EntryId, entry: z.record(z.string(), z.unknown()) })).max(mostKept),
  moreConflicts: z.number().int().min(0),
})
export type RecordsTakenIn = z.infer<typeof RecordsTakenIn>
