import type { EntryId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { nobodyElse, readTwo, type TwoIssue, type TypedTwo } from '../record/by-two.ts'
import { readAmount, type AmountFault } from '../record/typed-amount.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine } from '../text.ts'
import type { Instant } from '../time.ts'
import { doseBounds, readRate, type RateIssue } from './amount.ts'
import type { InfusionNow } from './infusion.ts'
import { infusionChangeWords, type InfusionChange } from './medicine.ts'
import type { RateUnit } from './units.ts'

export type InfusionForm = {
  readonly change: InfusionChange | null
  readonly rate: string
  readonly rateUnit: RateUnit | null
  readonly givenMl: string
  readonly discardedMl: string
  readonly two: TypedTwo
  readonly note: string
}

export const emptyInfusion: InfusionForm = { change: null, rate: '', rateUnit: null, givenMl: '', discardedMl: '', two: nobodyElse, note: '' }

export type InfusionIssue =
  | { readonly field: 'change'; readonly code: 'not-chosen' | 'not-running' | 'not-possible-now' }
  | { readonly field: 'rate'; readonly code: 'rate-missing' }
  | ({ readonly field: 'givenMl' | 'discardedMl' } & AmountFault)
  | RateIssue
  | TwoIssue
  | ({ readonly field: 'note' } & LineFault)

/** Told before it is confirmed, and never in the way. */
export type InfusionAsk = 'given'

/** What can be done with it now. */
export function changesFor({ isPaused, isEnded }: Pick<InfusionNow, 'isPaused' | 'isEnded'>): readonly InfusionChange[] {
  if (isEnded) return []
  const all = Object.keys(infusionChangeWords) as readonly InfusionChange[] // Object.keys forgets the key type of a const object
  return all.filter((change) => (change === 'resumed' ? isPaused : change === 'paused' ? !isPaused : true))
}

/** A new bag goes into a vein, and the rest of a narcotic into the drain: two people look. */
export function changeWantsTwo({ change, discardedMl }: Pick<InfusionForm, 'change' | 'discardedMl'>, infusion: InfusionNow | null): boolean {
  const thrown = readAmount(discardedMl, doseBounds)
  return change === 'bag' || (change === 'ended' && infusion !== null && infusion.start.body.controlled !== null && thrown.ok && (thrown.value ?? 0) > 0)
}

/** What happens to an infusion that runs, and to no other. Rules MED-14 to MED-16. */
export function infusionEntry(form: InfusionForm, { infusion, entry, at, by, onBehalfOf, second }: {
  /** Null: struck meanwhile, or never one. */
  readonly infusion: InfusionNow | null
  readonly entry: EntryId
  readonly at: Instant | null
  readonly by: Person
  readonly onBehalfOf: Person | null
  readonly second: Person | null
}): Result<Draft<'infusion-changed'>, readonly InfusionIssue[]> {
  const { change } = form
  if (infusion === null || infusion.isEnded || (at !== null && at < infusion.start.at)) return err([{ field: 'change', code: 'not-running' }])
  if (change === null) return err([{ field: 'change', code: 'not-chosen' }])
  const issues: InfusionIssue[] = changesFor(infusion).includes(change) ? [] : [{ field: 'change', code: 'not-possible-now' }]
  // A rate may come with the next bag or with going on; it must come with a change of the rate.
  const asksRate = change === 'rate' || change === 'bag' || change === 'resumed'
  const rate = asksRate ? readRate(form) : ok(null)
  if (!rate.ok) issues.push(rate.error)
  else if (change === 'rate' && rate.value === null) issues.push({ field: 'rate', code: 'rate-missing' })
  const given = readAmount(form.givenMl, doseBounds)
  const discarded = change === 'bag' || change === 'ended' ? readAmount(form.discardedMl, doseBounds) : ok(null)
  if (!given.ok) issues.push({ field: 'givenMl', ...given.error })
  if (!discarded.ok) issues.push({ field: 'discardedMl', ...discarded.error })
  const two = changeWantsTwo(form, infusion) ? readTwo(form.two, second, [by, ...(onBehalfOf === null ? [] : [onBehalfOf])]) : ok(null)
  if (!two.ok) issues.push(...two.error)
  issues.push(...lineIssue('note', form.note, mostLine))
  if (issues.length > 0 || !rate.ok || !given.ok || !discarded.ok || !two.ok) return err(issues)
  const body = { infusion: infusion.start.entry, change, rate: rate.value, givenMl: given.value, discardedMl: discarded.value, byTwo: two.value, note: form.note }
  return ok({ id: entry, kind: 'infusion-changed', patient: infusion.patient, at, body })
}

/** How much went in is asked when it ends and when the bag is changed. */
export function infusionAsks({ change, givenMl }: InfusionForm): readonly InfusionAsk[] {
  return (change === 'ended' || change === 'bag') && givenMl.trim() === '' ? ['given'] : []
}
