import { z } from 'zod'
import { Sha256, StaffNumber } from '../ids.ts'
import type { Person } from '../log/person.ts'
import { Second } from '../record/second.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine, typedText } from '../text.ts'

/**
 * The ward as pages for the next place, which has neither this program nor a key of ours. How they are kept from others:
 *
 *   code    under a code made for this one file, which travels on paper apart from it (the usual way)
 *   keys    for the recovery officer and the envelopes, as an export
 *   plain   under nothing. Strict two-person act (design, rule of care): a reason, and a second person by their own PIN
 */
export const ContinuityWay = z.enum(['code', 'keys', 'plain'])
export type ContinuityWay = z.infer<typeof ContinuityWay>

const Protection = z.discriminatedUnion('way', [
  z.object({ way: z.literal('code') }),
  z.object({ way: z.literal('keys'), recipients: z.number().int().min(1) }),
  z.object({ way: z.literal('plain'), reason: typedText(mostLine).min(1), second: Second }),
])
export type Protection = z.infer<typeof Protection>

const count = z.number().int().min(0)

/** `medium`: the end of the folder's path, as it was chosen. */
export const ContinuityMade = z.object({ sha256: Sha256, bytes: count, patients: count, records: count, medium: typedText(mostLine), protection: Protection })
export type ContinuityMade = z.infer<typeof ContinuityMade>

/** What a person filled in. `second`: whom the second number names; null: nobody, or not yet. */
export type ContinuityAsked = { readonly way: ContinuityWay; readonly reason: string; readonly second: Person | null }

export type ContinuityIssue = 'reason-missing' | 'second-missing' | 'second-is-author'

/** May it be written this way? The second person's PIN is asked beside this, and proved where keys are (session/pins.ts). Rule CONT-5. */
export function decideContinuity({ way, reason, second }: ContinuityAsked, by: Person, recipients: number): Result<Protection, ContinuityIssue> {
  if (way === 'code') return ok({ way })
  if (way === 'keys') return ok({ way, recipients })
  if (reason.trim() === '') return err('reason-missing')
  if (second === null) return err('second-missing')
  if (second.staffNumber === by.staffNumber) return err('second-is-author')
  return ok({ way, reason, second: { staffNumber: second.staffNumber, name: second.name } })
}

/** Who stands for a file, as the machine journals it without a key: two staff numbers for a plain one, else one. */
export const ContinuitySigners = z.union([
  z.object({ way: z.enum(['code', 'keys']), by: StaffNumber, second: z.null() }),
  z.object({ way: z.literal('plain'), by: StaffNumber, second: StaffNumber }).refine(({ by, second }) => by !== second),
])
export type ContinuitySigners = z.infer<typeof ContinuitySigners>
