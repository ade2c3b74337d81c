import { z } from 'zod'

/** What can be a 非常時: chosen at the opening, with the hospital's own criteria beside each (plan/hospital-plan.ts). Stored: add, never rename. */
export const IncidentReason = z.enum(['earthquake', 'fire-or-flood', 'blackout', 'cyber-attack', 'system-failure', 'mass-casualty', 'other'])
export type IncidentReason = z.infer<typeof IncidentReason>

/**
 * How a stop of the system hits care: I cannot look up, II cannot enter, III staff cannot reach each other, IV devices
 * stop or misbehave (サイバー攻撃を想定したBCP template, §1.3.2).
 */
export const IncidentEffect = z.enum(['I', 'II', 'III', 'IV'])
export type IncidentEffect = z.infer<typeof IncidentEffect>
