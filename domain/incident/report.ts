import { z } from 'zod'
import { mostLine, mostName, mostNote, typedText } from '../text.ts'
import { Instant } from '../time.ts'

/** Whom a hospital reports an attack or a leak to (guideline 5.2 §6.10 C-5 and the notice of 2018-10-29). Stored: add, never rename. */
export const ReportedTo = z.enum(['mhlw', 'prefecture', 'police', 'privacy-commission', 'vendor', 'other'])
export type ReportedTo = z.infer<typeof ReportedTo>

export const PersonalDataAtRisk = z.enum(['no', 'possible', 'yes', 'unknown'])
export type PersonalDataAtRisk = z.infer<typeof PersonalDataAtRisk>

/** The incident sheet: written again when more is known; the newest one counts, the older ones stay. */
export const IncidentReport = z.object({
  /** As people say it: 「11/18 14:40ごろ」. */
  found: typedText(mostLine),
  stopped: typedText(mostNote),
  scope: typedText(mostNote),
  personalData: PersonalDataAtRisk,
  actions: typedText(mostNote),
  reports: z.array(z.object({ to: ReportedTo, by: typedText(mostName), at: Instant, note: typedText(mostLine) })).max(50),
})
export type IncidentReport = z.infer<typeof IncidentReport>

/** The decision to go back to normal, with the hospital's own list as it was ticked. */
export const StandDown = z.object({
  decidedBy: typedText(mostLine).min(1),
  steps: z.array(z.object({ step: typedText(mostLine), isDone: z.boolean() })).max(40),
  /** Why it is done although a step is open; empty when none is. */
  reason: typedText(mostLine),
})
export type StandDown = z.infer<typeof StandDown>
