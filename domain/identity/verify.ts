import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import { err, ok, type Result } from '../result.ts'
import type { Bag } from '../transfusion/running.ts'
import type { KnownRow } from '../view/ward-lists.ts'
import { HowIdentified } from './claim.ts'
import { identityOf } from './identity.ts'

/** Blood runs in this person: who it is stays as it was checked at the bag until the bag ends (TRF-14). */
export type TransfusionRuns = { readonly code: 'transfusion-runs' }

export type VerifyFault =
  /** There is an alias only: a name comes first. */
  | { readonly code: 'nothing-to-verify' }
  | { readonly code: 'second-missing' }
  /** One pair of eyes twice is one. */
  | { readonly code: 'second-is-first' }
  | { readonly code: 'how-not-said' }
  | TransfusionRuns

/** Two people say that this is who it is. `second`: somebody known here, found by what was typed; null: nobody yet. `running`: bags that run in this person. Rules WHO-11, TRF-14. */
export function verifyIdentity(id: EntryId, row: KnownRow, { second, how, by, running }: { readonly second: Person | null; readonly how: string; readonly by: Person; readonly running: readonly Bag[] }): Result<Draft<'identity-verified'>, VerifyFault> {
  if (running.length > 0) return err({ code: 'transfusion-runs' })
  const identity = identityOf(row)
  if (identity.naming.kind === 'unknown') return err({ code: 'nothing-to-verify' })
  if (second === null) return err({ code: 'second-missing' })
  if (second.staffNumber === by.staffNumber) return err({ code: 'second-is-first' })
  const said = HowIdentified.safeParse(how)
  if (!said.success) return err({ code: 'how-not-said' })
  return ok({ id, kind: 'identity-verified', patient: row.id, at: null, body: { claim: identity.claim?.entry ?? null, second: { staffNumber: second.staffNumber, name: second.name }, how: said.data } })
}
