import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'

/**
 * Waiting after wrong codes: 1, 2, 4, 8, 16, then 30 seconds for ever, and never a lock-out: in a disaster
 * availability outranks throttling, and 80 bits need no throttle to be safe.
 *
 * Only the monotonic clock counts, so winding the wall clock gives nothing. That clock begins anew with
 * each boot; after one, the whole wait is owed again, counted from the beginning of the new boot. Nobody
 * gains by pulling the plug, and nobody is shut out by it.
 *
 * The state is stored by main. Changing the meaning of a field makes a stored wait wrong, not lost.
 */
export const Slowing = z.strictObject({
  wrongInARow: z.number().int().min(0),
  /** Monotonic milliseconds of the last wrong code, in the boot named below. */
  lastWrongMono: z.number().min(0),
  boot: z.string().max(64),
})
export type Slowing = Readonly<z.infer<typeof Slowing>>

/** Where the monotonic clock stands: milliseconds since the boot (or process start) that `boot` names. */
export type MonoNow = { readonly boot: string; readonly monoMs: number }

export const notSlowed: Slowing = { wrongInARow: 0, lastWrongMono: 0, boot: '' }

export const longestWaitSeconds = 30

/** Seconds of the wait after so many wrong codes in a row. */
export function delaySeconds(wrongInARow: number): number {
  return wrongInARow <= 0 ? 0 : Math.min(longestWaitSeconds, 2 ** (wrongInARow - 1))
}

/** Whole seconds still to wait; 0 when the next code may be tried. Rules KEY-60 to KEY-63. */
export function waitSeconds(state: Slowing, now: MonoNow): number {
  const owedMs = delaySeconds(state.wrongInARow) * 1000
  const sinceMs = now.boot === state.boot ? now.monoMs - state.lastWrongMono : now.monoMs
  return Math.ceil(Math.min(owedMs, Math.max(0, owedMs - sinceMs)) / 1000)
}

/** May a code be tried now? To be asked before the attempt is journalled and derived. */
export function mayTry(state: Slowing, now: MonoNow): Result<null, { readonly code: 'wait'; readonly seconds: number }> {
  const seconds = waitSeconds(state, now)
  return seconds > 0 ? err({ code: 'wait', seconds }) : ok(null)
}

export function afterWrongCode(state: Slowing, now: MonoNow): Slowing {
  return { wrongInARow: state.wrongInARow + 1, lastWrongMono: now.monoMs, boot: now.boot }
}

/** The stored state. One that cannot be read counts as the longest wait: deleting or damaging it gains nothing. */
export function readSlowing(stored: unknown): Slowing {
  const state = Slowing.safeParse(stored)
  return state.success ? state.data : { wrongInARow: 6, lastWrongMono: 0, boot: '' }
}
