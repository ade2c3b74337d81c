import { z } from 'zod'
import { mostLine, mostName, typedText } from '../text.ts'
import { TriageCategory } from './category.ts'
import { PatValues } from './pat.ts'
import { StartValues } from './start.ts'
import { TriagedWho } from './suggest.ts'

/** Field 13 of the national tag, and the nurse whom the ward has. Stored: add, never rename. */
export const TriageJob = z.enum(['doctor', 'paramedic', 'nurse', 'other'])
export type TriageJob = z.infer<typeof TriageJob>

const RuleSetId = z.string().regex(/^[a-z0-9-]{1,40}$/)

const decided = z.object({
  decided: TriageCategory,
  /** Why a person decided otherwise than suggested; empty where they did not. */
  overrideReason: typedText(mostLine),
  /** Fields 11 and 13 of the tag: where, and for whom the officer works. The officer and the minute are the entry's own. */
  place: typedText(mostName),
  organisation: typedText(mostName),
  job: TriageJob,
  /** The tag's own number, serial at its triage post; empty: not known. Kept by later triages. */
  tagNumber: typedText(mostName),
  /** Better than before: a new tag with the same number was hung. */
  tagReplaced: z.boolean(),
  note: typedText(mostLine),
})

/**
 * One triage: what was seen, what the rules made of it (目安) and what a person decided (決定). Raw answers, result and
 * rule set stand together, so that the suggestion can be made again from them.
 */
export const TriageDecided = z
  .discriminatedUnion('method', [
    decided.extend({ method: z.literal('START'), ruleSet: RuleSetId, values: StartValues, who: TriagedWho, suggested: TriageCategory.nullable() }),
    decided.extend({ method: z.literal('PAT'), ruleSet: RuleSetId, values: PatValues, who: TriagedWho, suggested: TriageCategory.nullable() }),
    /** By eye, or as the tag a patient came with says: no rule was asked. */
    decided.extend({ method: z.enum(['clinical', 'tag']), ruleSet: z.null(), values: z.null(), who: z.null(), suggested: z.null() }),
  ])
  .refine(({ suggested, decided: by, overrideReason }) => suggested === null || suggested === by || overrideReason.trim() !== '')
export type TriageDecided = z.infer<typeof TriageDecided>
export type TriageMethod = TriageDecided['method']
