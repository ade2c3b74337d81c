import { z } from 'zod'

/**
 * Internal identities. None of them is ever shown to a person or said aloud: people say ward numbers
 * (number/ward-number.ts). An id is never an order either; order is the journal's sequence.
 */
export const EntryId = z.uuidv7().brand<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>

export const PatientId = z.uuidv7().brand<'PatientId'>()
export type PatientId = z.infer<typeof PatientId>

export const IncidentId = z.uuidv7().brand<'IncidentId'>()
export type IncidentId = z.infer<typeof IncidentId>

/** The station itself: one PC, one data folder, from set-up to disposal. */
export const StationId = z.uuidv7().brand<'StationId'>()
export type StationId = z.infer<typeof StationId>

/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>()
export type Sha256 = z.infer<typeof Sha256>

/** A staff number as printed on the badge: what ties an act to a person (guideline 5.2 §6.10 B-(2)). */
export const StaffNumber = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,16}$/)
  .brand<'StaffNumber'>()
export type StaffNumber = z.infer<typeof StaffNumber>

/** The staff number as on the badge; full width and surrounding spaces are forgiven. Null when it is none. */
export function readStaffNumber(typed: string): StaffNumber | null {
  const read = StaffNumber.safeParse(typed.normalize('NFKC').trim())
  return read.success ? read.data : null
}
