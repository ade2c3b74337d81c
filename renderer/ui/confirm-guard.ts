import { createContext } from 'react'
import type { PatientRow } from '#domain/view/ward.ts'

/** What the steps of confirmation of one window know of each other, and what a lock asks of them. */
export type ConfirmGuard = {
  /** Somebody confirmed for this patient. */
  readonly confirmed: (row: PatientRow) => void
  /** Another patient for whom something was confirmed a moment ago; null: nobody. */
  readonly justBefore: (row: PatientRow) => PatientRow | null
  /** A step comes onto the screen. `finish` records what was confirmed and waits still; the answer takes the step out again. */
  readonly join: (finish: () => Promise<void>) => () => void
  /** Before the window dies: resolves when everything that was confirmed is saved, or could not be. */
  readonly finish: () => Promise<void>
}

export const ConfirmGuardContext = createContext<ConfirmGuard>({ confirmed: () => {}, justBefore: () => null, join: () => () => {}, finish: () => Promise.resolve() })

/** As long as a hand may still be with the one before. */
const momentMs = 20_000

/** `now`: milliseconds of a clock that only goes on. */
export function confirmGuard(now: () => number): ConfirmGuard {
  let last: { readonly row: PatientRow; readonly atMs: number } | null = null
  const steps = new Set<() => Promise<void>>()
  return {
    confirmed: (row) => {
      last = { row, atMs: now() }
    },
    justBefore: (row) => (last === null || last.row.id === row.id || now() - last.atMs > momentMs ? null : last.row),
    join: (finish) => {
      steps.add(finish)
      return () => steps.delete(finish)
    },
    finish: async () => void (await Promise.all([...steps].map((finish) => finish()))),
  }
}
