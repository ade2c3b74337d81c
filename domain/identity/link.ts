import { z } from 'zod'
import { PatientId } from '../ids.ts'
import { mostLine, typedText } from '../text.ts'
import { FromReference, HospitalId } from './claim.ts'

/**
 * A link says that two are one person, and moves nothing: every entry stays under the number it was written under. Striking
 * the link takes it back. To the hospital's own number, or from a second registration here to the first.
 */
export const PatientLink = z.object({
  to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('hospital'), hospitalId: HospitalId, from: FromReference.nullable() }),
    z.object({ kind: z.literal('patient'), patient: PatientId }),
  ]),
  reason: typedText(mostLine).min(1),
})
export type PatientLink = z.infer<typeof PatientLink>
