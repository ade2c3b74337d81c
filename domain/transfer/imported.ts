import { z } from 'zod'
import { FormExtended } from '../form/hospital-field.ts'
import { IncidentId, Sha256, StationId } from '../ids.ts'
import { StationLetters } from '../number/ward-number.ts'
import { mostLine, typedText } from '../text.ts'

/** Where an entry was written first. */
export const Origin = z.object({
  station: StationId,
  letters: StationLetters,
  incident: IncidentId,
  /** Its place in the journal there. */
  seq: z.number().int().min(1),
  /** Milliseconds to add to the times in it: what was confirmed of the other station's clock. */
  clockOffsetMs: z.number().int(),
})
export type Origin = z.infer<typeof Origin>

/**
 * An entry of another station, taken over with a patient, or at a desk of the records office. It keeps its id, so that the same file twice records nothing twice.
 * `entry` is the entry as it was written there, whole; it is read by the same reader as our own (log/entry.ts). `form`: of a
 * form with fields of that hospital's own, what they are called there; absent from what was taken over before they went along, and null where
 * it cannot be read here: the record is then said by the names of its fields. `photo`: of a photograph whose picture came along, the file
 * in which it is sealed here; `entry` goes on naming the one of the other station.
 */
export const ImportedEntry = z.object({ origin: Origin, file: Sha256, entry: z.record(z.string(), z.unknown()), form: FormExtended.nullable().default(null).catch(null), photo: Sha256.nullable().default(null).catch(null) })
export type ImportedEntry = z.infer<typeof ImportedEntry>

/** A patient's records were written to a file for another station. Before the file is written. */
export const PatientSent = z.object({ to: typedText(mostLine), file: Sha256, entries: z.number().int().min(1) })
