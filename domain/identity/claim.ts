import { z } from 'zod'
import { EntryId, StaffNumber } from '../ids.ts'
import { Birth, Sex } from '../patient/birth.ts'
import { Naming } from '../patient/naming.ts'
import { ReferenceSetId } from '../reference/reference-set.ts'
import { mostLine, mostName, typedText } from '../text.ts'
import { Instant } from '../time.ts'

/** How somebody came to know who the patient is. Stored: add, never rename. */
export const HowIdentified = z.enum(['patient-said', 'family-said', 'acquaintance-said', 'staff-knows', 'document', 'band-or-card', 'photo', 'hospital-list', 'handed-over'])
export type HowIdentified = z.infer<typeof HowIdentified>

/** A number as the hospital's own system writes it; leading zeros are part of it. */
export const HospitalId = typedText(40).min(1)

/** The hospital's list that a name was taken from, so that its age is known for ever. */
export const FromReference = z.object({ set: ReferenceSetId, takenAt: Instant })
export type FromReference = z.infer<typeof FromReference>

/**
 * Who a patient is said to be. The registration stays what it was: number and alias are found for ever, and a claim that
 * was wrong is struck. (design law 6: identity is linked, never overwritten)
 */
export const IdentityClaim = z.object({
  naming: Naming,
  sex: Sex,
  birth: Birth,
  hospitalId: HospitalId.nullable(),
  how: HowIdentified,
  from: FromReference.nullable(),
  note: typedText(mostLine),
})
export type IdentityClaim = z.infer<typeof IdentityClaim>

/** Two people looked: whoever writes, and this one. `claim` null: what was said at the registration. */
export const IdentityVerification = z.object({
  claim: EntryId.nullable(),
  second: z.object({ staffNumber: StaffNumber, name: typedText(mostName) }),
  how: HowIdentified,
})
export type IdentityVerification = z.infer<typeof IdentityVerification>
