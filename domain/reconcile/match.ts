import { z } from 'zod'
import { FromReference, HospitalId } from '../identity/claim.ts'
import { holds } from '../linkage/class.ts'
import { birthLevels, fields, nameLevels, plainLevels } from '../linkage/levels.ts'
import type { Words } from '../patient/wareki.ts'
import { ByTwo } from '../record/second.ts'
import { mostLine, typedText } from '../text.ts'

/**
 * Who of the hospital's own list a patient of the emergency is: `same` as the one with that number, `new` to the hospital, or
 * `unsure`, which keeps the question open. Stored: add, never rename.
 */
export const MatchDecision = z.enum(['same', 'new', 'unsure'])
export type MatchDecision = z.infer<typeof MatchDecision>

export const matchDecisionWords = {
  same: { ja: '同じ人', en: 'the same person' },
  new: { ja: '病院に初めての人', en: 'new to the hospital' },
  unsure: { ja: '分からない', en: 'not sure' },
} as const satisfies Record<MatchDecision, Words>

/** What one field said when it was decided; kept, because both lists may say something else later. */
const Evidence = z.object({ field: z.enum(fields), level: z.enum([...nameLevels, ...birthLevels, ...plainLevels]) })

/**
 * What people decided about a match that a machine only proposed. The number is linked by an entry of its own
 * (identity/link.ts); this one says why, what they saw, and who looked with them. Struck, the question is open again; alias and
 * old number stay findable either way.
 */
export const MatchDecided = z
  .object({
    decision: MatchDecision,
    /** Of `same` the number that was linked; of `new` the one the hospital has given, null as long as it has not. */
    hospitalId: HospitalId.nullable(),
    /** The list it was found in; null when the number was typed. */
    from: FromReference.nullable(),
    evidence: z.array(Evidence).max(fields.length),
    holds: z.array(z.enum(holds)).max(holds.length),
    reason: typedText(mostLine),
    byTwo: ByTwo,
  })
  .refine(({ decision, hospitalId }) => decision === 'new' || (decision === 'same') === (hospitalId !== null))
export type MatchDecided = z.infer<typeof MatchDecided>
