import { z } from 'zod'
import type { Birth } from '../patient/birth.ts'
import { daysOf } from '../patient/wareki.ts'
import type { CalendarDate } from '../time.ts'
import type { TriageCategory } from './category.ts'
import { patAnswers, patJp1, type PatCode, type PatSign, type PatValues } from './pat.ts'
import { startAnswers, startJp1, type StartCode, type StartSign, type StartValues } from './start.ts'
import { judge } from './table.ts'

/** Why a table for adults says nothing of this patient (design §8). Stored: add, never rename. */
export const Withheld = z.enum(['child', 'pregnant'])
export type Withheld = z.infer<typeof Withheld>

/** What the person who triages sees and the record may not say. Stored with the decision. */
export const TriagedWho = z.object({
  /** Whole years, the lowest they can be; null: not known. */
  years: z.number().int().min(0).max(150).nullable(),
  looksLikeChild: z.boolean(),
  pregnant: z.boolean(),
})
export type TriagedWho = z.infer<typeof TriagedWho>

export type TriageSign = StartSign | PatSign
export type WhyCode = StartCode | PatCode | 'none-of-these' | 'stays-green' | Withheld

export type TriageHint =
  /** The published tables disagree about exactly this value. */
  | { readonly code: 'border'; readonly of: TriageSign }
  /** Green by walking, and a sign that alone would mean red was seen. */
  | { readonly code: 'walks-with-immediate-sign' }
  /** How it happened, or who it happened to, may raise green to yellow: a person's judgement. */
  | { readonly code: 'mechanism-may-raise' | 'vulnerable-may-raise' }
  /** Nobody knows the age: the tables are for adults. */
  | { readonly code: 'age-unknown' }

export type Suggestion = {
  /** Null: none is given. */
  readonly suggested: TriageCategory | null
  readonly why: readonly WhyCode[]
  readonly hints: readonly TriageHint[]
  /** Questions without an answer; one sign of a group is enough. */
  readonly missing: readonly (readonly TriageSign[])[]
  readonly ruleSet: string
}

/** What START suggests (目安); the decision is a person's. Rules TRI-2, TRI-3, TRI-6, TRI-7. */
export function suggestByStart(values: StartValues, who: TriagedWho): Suggestion {
  const held = withheld(who, startJp1.childUnderYears)
  const { gives, why, borders, missing } = judge<StartSign, StartCode>(startJp1, startAnswers(values))
  if (held !== null) return { suggested: null, why: [held], hints: [], missing, ruleSet: startJp1.id }
  const isRed = gives === 'III' && judge<StartSign, StartCode>(startJp1, { ...startAnswers(values), walks: false }).gives === 'I'
  return {
    suggested: gives === 'none-of-these' ? 'II' : gives,
    why: gives === 'none-of-these' ? [gives] : why,
    hints: [...hintsOf(borders, who), ...(isRed ? [{ code: 'walks-with-immediate-sign' } as const] : [])],
    missing: gives === 'III' || gives === '0' ? [] : missing,
    ruleSet: startJp1.id,
  }
}

/** What PAT suggests (目安). Steps 3 and 4 never change it: they are said as hints. Rules TRI-4 to TRI-8. */
export function suggestByPat(values: PatValues, who: TriagedWho): Suggestion {
  const held = withheld(who, patJp1.childUnderYears)
  const { gives, why, borders, missing } = judge<PatSign, PatCode>(patJp1, patAnswers(values))
  if (held !== null) return { suggested: null, why: [held], hints: [], missing, ruleSet: patJp1.id }
  const isGreen = gives === 'none-of-these' && values.before === 'III'
  return {
    suggested: gives === 'none-of-these' ? (isGreen ? 'III' : 'II') : gives,
    why: gives === 'none-of-these' ? [isGreen ? 'stays-green' : gives] : why,
    hints: [
      ...hintsOf(borders, who),
      ...(isGreen && values.mechanisms.length > 0 ? [{ code: 'mechanism-may-raise' } as const] : []),
      ...(isGreen && values.vulnerable.length > 0 ? [{ code: 'vulnerable-may-raise' } as const] : []),
    ],
    missing: gives === '0' ? [] : missing,
    ruleSet: patJp1.id,
  }
}

/** Whole years on a day: the lowest they can be, because a child must not be taken for an adult. Null when nothing is known. */
export function leastYears(birth: Birth, on: CalendarDate): number | null {
  if (birth.kind === 'unknown') return null
  if (birth.kind === 'estimated-age') return birth.years
  if (birth.kind === 'age-band') return birth.from
  const { last } = daysOf(birth)
  return Math.max(0, Number(on.slice(0, 4)) - Number(last.slice(0, 4)) - (on.slice(5) < last.slice(5) ? 1 : 0))
}

function withheld({ years, looksLikeChild, pregnant }: TriagedWho, childUnderYears: number): Withheld | null {
  if (looksLikeChild || (years !== null && years < childUnderYears)) return 'child'
  return pregnant ? 'pregnant' : null
}

function hintsOf(borders: readonly TriageSign[], { years }: TriagedWho): readonly TriageHint[] {
  return [...borders.map((of) => ({ code: 'border', of }) as const), ...(years === null ? [{ code: 'age-unknown' } as const] : [])]
}
