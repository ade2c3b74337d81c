import { z } from 'zod'
import { CalendarDate } from '../time.ts'

/**
 * When a person was born, as exactly as is known and never more exactly: an estimated age is not a birth
 * date, and a year is not the first of January.
 */
export const Birth = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), on: CalendarDate }),
  z.object({ kind: z.literal('month'), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  z.object({ kind: z.literal('year'), year: z.number().int().min(1868).max(9999) }),
  z.object({ kind: z.literal('estimated-age'), years: z.number().int().min(0).max(130) }),
  /** Seen at a glance, as a tally counts it; `to` null: and older. */
  z.object({ kind: z.literal('age-band'), from: z.number().int().min(0).max(130), to: z.number().int().min(0).max(130).nullable() }),
  z.object({ kind: z.literal('unknown') }),
])
export type Birth = z.infer<typeof Birth>

export const Sex = z.enum(['male', 'female', 'other', 'unknown'])
export type Sex = z.infer<typeof Sex>
