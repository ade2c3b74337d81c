import type { EntryId, PatientId } from '../ids.ts'
import { millisecondsOf, type Instant } from '../time.ts'
import { careFactsOf, partOf, type CareFact } from '../view/care.ts'
import type { PatientRow } from '../view/ward.ts'
import type { MedicineGiven } from './medicine.ts'
import type { Rate } from './units.ts'

/** An infusion that runs, as far as its records tell. */
export type InfusionNow = {
  readonly patient: PatientId
  readonly start: CareFact<'medicine-given'>
  /** Newest first. */
  readonly changes: readonly CareFact<'infusion-changed'>[]
  readonly rate: Rate
  readonly isPaused: boolean
  readonly isEnded: boolean
  /** Since the start or the last bag, by the clock and what was read off; null where the rate says nothing of mL. */
  readonly goneMl: number | null
  /** Of the bag; null: its size is not known. */
  readonly leftMl: number | null
}

/** Those that have not ended, newest first. */
export function infusionsOf(row: Pick<PatientRow, 'id' | 'care'>, now: Instant): readonly InfusionNow[] {
  return careFactsOf(row.care, 'medicine-given').flatMap((start) => infusionOf(row, start, now) ?? []).filter(({ isEnded }) => !isEnded)
}

export function infusionWith(rows: readonly Pick<PatientRow, 'id' | 'care'>[], infusion: EntryId, now: Instant): InfusionNow | null {
  for (const row of rows) {
    const start = careFactsOf(row.care, 'medicine-given').find(({ entry }) => entry === infusion)
    if (start !== undefined) return infusionOf(row, start, now)
  }
  return null
}

/** Null for a dose that never ran. */
function infusionOf(row: Pick<PatientRow, 'id' | 'care'>, start: CareFact<'medicine-given'>, now: Instant): InfusionNow | null {
  if (start.body.rate === null) return null
  const changes = careFactsOf(row.care, 'infusion-changed').filter((fact) => partOf(fact) === start.entry)
  let [rate, isPaused, isEnded, since, gone]: [Rate, boolean, boolean, Instant, number | null] = [start.body.rate, false, false, start.at, 0]
  const pass = (to: Instant): void => {
    if (!isPaused && !isEnded) gone = gone === null ? null : passed(rate, since, to, gone)
    since = to
  }
  for (const { at, body } of changes.toReversed()) {
    pass(at)
    // What somebody read off the bag counts instead of the clock.
    if (body.givenMl !== null) gone = body.givenMl
    if (body.rate !== null) rate = body.rate
    if (body.change === 'bag') gone = 0
    if (body.change === 'paused') isPaused = true
    if (body.change === 'resumed' || body.change === 'bag') isPaused = false
    if (body.change === 'ended') isEnded = true
  }
  pass(now)
  const size = sizeOf(start.body)
  const goneMl = gone === null ? null : Math.round(gone)
  return { patient: row.id, start, changes, rate, isPaused, isEnded, goneMl, leftMl: size === null || goneMl === null ? null : Math.max(0, Math.round(size - goneMl)) }
}

/** Drops differ by the set, and of other rates the strength is not known: only mL an hour are counted. */
function passed({ value, unit }: Rate, from: Instant, to: Instant, gone: number): number | null {
  const ms = millisecondsOf(to) - millisecondsOf(from)
  if (ms <= 0) return gone
  return unit === 'mL/h' ? gone + (value * ms) / 3_600_000 : null
}

/** mL of the bag: the dose itself, or the one volume it was mixed with. */
export function sizeOf({ amount, unit, mixedWith }: Pick<MedicineGiven, 'amount' | 'unit' | 'mixedWith'>): number | null {
  if (unit === 'mL') return amount
  const volumes = [...mixedWith.normalize('NFKC').matchAll(/(\d+(?:\.\d+)?)\s*m[lL]/g)]
  return volumes.length === 1 ? Number(volumes[0]?.[1]) : null
}
