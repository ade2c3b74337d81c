import { instantOf, millisecondsOf, type Instant } from '../time.ts'
import type { PatientRow } from '../view/ward.ts'
import { runningBags, type Bag } from './running.ts'

/** A look that a running bag still wants, by minutes after its start. */
export type BagTask = { readonly bag: Bag; readonly minutes: 5 | 15; readonly dueAt: Instant; readonly state: 'coming' | 'due' | 'late' }

/** So long a look may take to be written before it is called late. */
export const lateAfterMinutes = 2

/** Looks that are owed to the bags running in a person, the earliest first. A look at 15 minutes ends the wait for the one at 5, which nobody can make up. Rule TRF-11. */
export function bagTasks(rows: readonly Pick<PatientRow, 'id' | 'care'>[], now: Instant): readonly BagTask[] {
  return runningBags(rows)
    .flatMap((bag) => owed(bag).map((minutes): BagTask => {
      const due = millisecondsOf(bag.start.at) + minutes * 60_000
      const past = millisecondsOf(now) - due
      return { bag, minutes, dueAt: instantOf(due), state: past < 0 ? 'coming' : past < lateAfterMinutes * 60_000 ? 'due' : 'late' }
    }))
    .toSorted((one, other) => millisecondsOf(one.dueAt) - millisecondsOf(other.dueAt))
}

/** Whole minutes a bag has run. */
export function minutesRun({ start }: Pick<Bag, 'start'>, now: Instant): number {
  return Math.max(0, Math.floor((millisecondsOf(now) - millisecondsOf(start.at)) / 60_000))
}

function owed({ watches }: Bag): readonly (5 | 15)[] {
  const looked = watches.map(({ body }) => body.minutes)
  if (looked.includes(15)) return []
  return looked.includes(5) ? [15] : [5, 15]
}
