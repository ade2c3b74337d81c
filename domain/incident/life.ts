import { z } from 'zod'

/**
 * The life of a station, in order:
 *
 *   new             nothing is set up; set-up makes the roster and the envelopes
 *   sealed          ready; nobody can read or write a patient; the self-checks run
 *   open            an envelope was opened: the ward works here
 *   standing-down   the hospital's system is back; nothing new is written of care, the last sheets are signed
 *   reconciling     the accounts are retired; clerks bring every record to the right patient
 *   closed          every record has its place; sealing again needs new accounts and envelopes
 *
 * A drill goes sealed → drill → sealed; the ward of the drill is another station with a life of its own (drill.ts).
 * A desk of the records office goes new → reconciling → closed: it never had a ward, and reconciles the records of others.
 * One step goes back: an aftershock while standing down resumes the emergency, as long as the accounts still exist.
 * Nothing else goes back but by sealing anew.
 *
 * These words are stored on the disk: adding is safe, renaming is not.
 */
export const Phase = z.enum(['new', 'sealed', 'open', 'standing-down', 'reconciling', 'closed', 'drill'])
export type Phase = z.infer<typeof Phase>

export type LifeEvent = 'seal' | 'open' | 'start-drill' | 'end-drill' | 'stand-down' | 'resume' | 'retire-accounts' | 'begin-desk' | 'close'

const steps: Readonly<Record<Phase, Partial<Record<LifeEvent, Phase>>>> = {
  new: { seal: 'sealed', 'begin-desk': 'reconciling' },
  sealed: { open: 'open', 'start-drill': 'drill' },
  drill: { 'end-drill': 'sealed' },
  open: { 'stand-down': 'standing-down' },
  'standing-down': { resume: 'open', 'retire-accounts': 'reconciling' },
  reconciling: { close: 'closed' },
  closed: { seal: 'sealed' },
}

/** The state after an event, or null when this state does not know it. */
export function afterLifeEvent(phase: Phase, event: LifeEvent): Phase | null {
  return steps[phase][event] ?? null
}

/** Is there a record that can be read and written with its key? Everywhere else no patient exists for the machine. */
export function holdsRecord(phase: Phase): boolean {
  return phase === 'open' || phase === 'standing-down' || phase === 'reconciling'
}

/** May an envelope's code still open the record? After retirement restart codes, PINs and the officer's key do. */
export function opensByEnvelope(phase: Phase): boolean {
  return phase === 'sealed' || phase === 'open' || phase === 'standing-down'
}
