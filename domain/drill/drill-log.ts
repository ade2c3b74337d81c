import { z } from 'zod'
import { Person } from '../log/person.ts'
import { mostNote, typedText } from '../text.ts'
import { Instant } from '../time.ts'

/** What a drill measures, in the order in which an emergency asks for it. Stored: add, never rename. */
export const DrillTask = z.enum(['opened', 'first-patient', 'unknown-patient', 'first-vitals', 'first-allergy', 'first-note', 'locked-and-back'])
export type DrillTask = z.infer<typeof DrillTask>

/** What went wrong and would have cost time or trust that night. Stored: add, never rename. */
export const DrillMistake = z.enum(['wrong-code', 'wrong-pin', 'struck', 'allergy-not-asked', 'vitals-not-taken', 'idle-lock'])
export type DrillMistake = z.infer<typeof DrillMistake>

/** The record of one drill (guideline 5.2 §6.10 C-2): kept readable beside the station, with nothing of any patient in it. */
export const DrillLog = z.object({
  v: z.literal(1),
  card: z.string().regex(/^[a-z0-9-]{1,60}$/),
  startedAt: Instant,
  endedAt: Instant,
  participants: z.array(Person).max(200),
  /** Seconds from the start of the drill; null: not done. */
  tasks: z.array(z.object({ task: DrillTask, seconds: z.number().int().min(0).nullable() })),
  mistakes: z.array(z.object({ mistake: DrillMistake, times: z.number().int().min(0) })),
  findings: z.array(typedText(mostNote).min(1)).max(50),
})
export type DrillLog = z.infer<typeof DrillLog>
