import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine } from '../text.ts'
import { millisecondsOf, type Instant } from '../time.ts'
import { careFactsOf, type CareFact } from '../view/care.ts'
import type { PatientRow } from '../view/ward.ts'

export type EffectFault = { readonly code: 'dose-gone' | 'effect-missing' } | LineFault

/** 効果, of a dose given when needed. Rule MED-17. */
export function effectEntry(effect: string, { entry, dose, patient, at }: { readonly entry: EntryId; readonly dose: CareFact<'medicine-given'> | null; readonly patient: PatientId; readonly at: Instant | null }): Result<Draft<'effect-seen'>, EffectFault> {
  if (dose === null) return err({ code: 'dose-gone' })
  const [issue] = lineIssue('effect', effect, mostLine)
  if (issue !== undefined) return err(issue)
  return effect.trim() === '' ? err({ code: 'effect-missing' }) : ok({ id: entry, kind: 'effect-seen', patient, at, body: { dose: dose.entry, effect } })
}

/** Given when needed: by an order with a condition, or with what was seen before it. */
export function isWhenNeeded({ body }: CareFact<'medicine-given'>, care: PatientRow['care']): boolean {
  const { asked } = body
  if (body.before.trim() !== '') return true
  return 'order' in asked && careFactsOf(care, 'order-given').some(({ entry, body: { term } }) => entry === asked.order && term === 'conditional')
}

/** Doses of the last `hours`, newest first. */
export function dosesSince(row: Pick<PatientRow, 'care'>, now: Instant, hours = 24): readonly CareFact<'medicine-given'>[] {
  return careFactsOf(row.care, 'medicine-given').filter(({ at }) => millisecondsOf(now) - millisecondsOf(at) <= hours * 3_600_000)
}
