import { z } from 'zod'
import { mostLine, typedText } from '../text.ts'

/**
 * Allergies have three states, and "nobody asked yet" is one of them: an empty place on a chart reads as
 * "none", and that kills. 'none' and 'present' carry their source; who and when stand on the entry.
 */
export const AllergyStatement = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unconfirmed') }),
  z.object({ state: z.literal('none'), source: typedText(mostLine) }),
  z.object({
    state: z.literal('present'),
    substances: z.array(z.object({ substance: typedText(mostLine).min(1), reaction: typedText(mostLine) })).min(1).max(30),
    source: typedText(mostLine),
  }),
])
export type AllergyStatement = z.infer<typeof AllergyStatement>
