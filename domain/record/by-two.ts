import type { Person } from '../log/person.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine } from '../text.ts'
import type { ByTwo } from './second.ts'

/** How an act that wants two people was typed. The second one is somebody the station knows, found by what was typed. */
export type TypedTwo = { readonly isAlone: boolean; readonly aloneBecause: string }
export const nobodyElse: TypedTwo = { isAlone: false, aloneBecause: '' }

export type TwoIssue = { readonly field: 'second' } & ({ readonly code: 'second-missing' | 'second-is-first' | 'alone-because-missing' } | LineFault)

/** Two people, or one with a reason. `first`: whoever did it, and whoever types it for them: one pair of eyes twice is one. */
export function readTwo({ isAlone, aloneBecause }: TypedTwo, second: Person | null, first: readonly Person[]): Result<ByTwo, readonly TwoIssue[]> {
  if (isAlone) {
    const issues = lineIssue('second', aloneBecause, mostLine)
    if (issues.length > 0) return err(issues)
    return aloneBecause.trim() === '' ? err([{ field: 'second', code: 'alone-because-missing' }]) : ok({ aloneBecause })
  }
  if (second === null) return err([{ field: 'second', code: 'second-missing' }])
  if (first.some(({ staffNumber }) => staffNumber === second.staffNumber)) return err([{ field: 'second', code: 'second-is-first' }])
  return ok({ second: { staffNumber: second.staffNumber, name: second.name } })
}
