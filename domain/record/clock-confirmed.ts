import { z } from 'zod'
import { StaffNumber } from '../ids.ts'
import { mostLine, typedText } from '../text.ts'

/** Why the clock was looked at. Stored: add, never rename. */
export const ClockWhy = z.enum(['checked', 'off', 'utc', 'dead-battery', 'jumped'])
export type ClockWhy = z.infer<typeof ClockWhy>

/** The device's clock was compared with a watch. `second`: who compared too; null, and a reason, when somebody was alone. */
export const ClockConfirmed = z.object({
  /** Milliseconds to add to the device's time from here on. */
  offsetMs: z.number().int(),
  why: ClockWhy,
  second: StaffNumber.nullable(),
  aloneBecause: typedText(mostLine),
})
export type ClockConfirmed = z.infer<typeof ClockConfirmed>
