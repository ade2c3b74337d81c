import { z } from 'zod'
import { mostLine, mostName, typedText } from '../text.ts'

/** Somebody whom another hospital sent. What is known of it is text of theirs; null of the letter: nobody asked. */
export const Arrival = z.object({
  from: typedText(mostLine),
  sentBy: typedText(mostName),
  /** The other hospital's number of the patient: kept as text, and never compared with a number of this hospital's. */
  otherNumber: typedText(mostName),
  letter: z.boolean().nullable(),
})
export type Arrival = z.infer<typeof Arrival>
