import { z } from 'zod'

/**
 * The life of a station, in order:
 *
 *   new             nothing is set up; set-up makes the roster and the envelopes
 *   sealed          ready; nobody can read or write a patient; the self-checks run
 *   open            an envelope was opened: the ward works here
 *   standing-down   the hospital's system is back; the last sheets are signed
 *   reconciling     the accounts are retired; clerks bring every record to the right patient
 *   closed          every record has its place; sealing again needs new accounts and envelopes
 *
 * A drill goes sealed → drill → sealed. No state goes back but by sealing anew.
 *
 * These words are stored on the disk: adding is safe, renaming is not.
 */
export const Phase = z.enum(['new', 'sealed', 'open', 'standing-down', 'reconciling', 'closed', 'drill'])
export type Phase = z.infer<typeof Phase>

export type LifeEvent = 'seal' | 'open' | 'start-drill' | 'end-drill' | 'stand-down' | 'retire-accounts' | 'close'

const steps: Readonly<Record<Phase, Partial<Record<LifeEvent, Phase>>>> = {
  new: { seal: 'sealed' },
  sealed: { open: 'open', 'start-drill': 'drill' },
  drill: { 'end-drill': 'sealed' },
  open: { 'stand-down': 'standing-down' },
  'standing-down': { 'retire-accounts': 'reconciling' },
  reconciling: { close: 'closed' },
  closed: { seal: 'sealed' },
}

/** The state after an event, or null when this state does not know it. */
export function afterLifeEvent(phase: Phase, event: LifeEvent): Phase | null {
  return steps[phase][event] ?? null
}
