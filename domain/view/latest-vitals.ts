import type { EntryId } from '../ids.ts'
import { vitalNames, type VitalName } from '../record/vital-fields.ts'
import type { VitalSigns } from '../record/vital-signs.ts'
import type { Instant } from '../time.ts'

/**
 * The latest value of each vital sign, without holding every set ever taken: the board must not grow with
 * history. The newest four sets of each sign are kept, so that striking the latest shows the one before.
 * If so many are struck that the answer lies further back, the answer is "in the chart", never an older
 * value passed off as the latest, and never "not taken".
 *
 * "Latest" goes by when it was taken (`at`), then by place in the journal: a late entry does not overtake.
 */
export type Stamp = { readonly at: Instant; readonly seq: number; readonly entry: EntryId }

export type VitalValues = Readonly<Pick<VitalSigns, VitalName>>
export type KeptSet = Stamp & { readonly values: VitalValues }

export type Vitals = {
  /** Newest first. */
  readonly sets: readonly KeptSet[]
  /** Of each sign, the newest moment that was let go: below it the board knows nothing. */
  readonly floors: Readonly<Partial<Record<VitalName, Floor>>>
}
export type Floor = Pick<Stamp, 'at' | 'seq'>

export const noVitals: Vitals = { sets: [], floors: {} }

export type LatestVital<Name extends VitalName = VitalName> =
  | { readonly state: 'not-taken' }
  | { readonly state: 'taken'; readonly value: NonNullable<VitalSigns[Name]>; readonly at: Instant; readonly entry: EntryId }
  | { readonly state: 'in-chart' }

export const keptSets = 4

/** Is one later than the other at the bedside? */
export function isNewer(one: Floor, two: Floor): boolean {
  return one.at > two.at || (one.at === two.at && one.seq > two.seq)
}

/** Puts a stamped thing in its place, newest first. */
export function inOrder<Thing extends Floor>(things: readonly Thing[], thing: Thing): readonly Thing[] {
  const place = things.findIndex((other) => isNewer(thing, other))
  return place === -1 ? [...things, thing] : things.toSpliced(place, 0, thing)
}

export function withVitals(vitals: Vitals, stamp: Stamp, signs: VitalSigns): Vitals {
  const set: KeptSet = { at: stamp.at, seq: stamp.seq, entry: stamp.entry, values: valuesOf(signs) }
  const counted = new Map<VitalName, number>()
  const floors: Partial<Record<VitalName, Floor>> = { ...vitals.floors }
  const sets: KeptSet[] = []
  for (const one of inOrder(vitals.sets, set)) {
    const taken = vitalNames.filter((name) => one.values[name] !== null)
    const needed = taken.some((name) => (counted.get(name) ?? 0) < keptSets && isAbove(one, floors[name]))
    if (needed) sets.push(one)
    for (const name of taken) {
      counted.set(name, (counted.get(name) ?? 0) + 1)
      if (!needed && isAbove(one, floors[name])) floors[name] = { at: one.at, seq: one.seq }
    }
  }
  return { sets, floors }
}

/** Takes out a struck set. One that was let go already leaves its floor: the board then says "in the chart". */
export function withoutVitals(vitals: Vitals, struck: EntryId): Vitals {
  return vitals.sets.some((set) => set.entry === struck) ? { ...vitals, sets: vitals.sets.filter((set) => set.entry !== struck) } : vitals
}

export function latestVital<Name extends VitalName>(vitals: Vitals, name: Name): LatestVital<Name> {
  const floor = vitals.floors[name]
  const set = vitals.sets.find((one) => one.values[name] !== null)
  const value = set?.values[name] ?? null
  if (set !== undefined && value !== null && isAbove(set, floor)) return { state: 'taken', value, at: set.at, entry: set.entry }
  return floor === undefined ? { state: 'not-taken' } : { state: 'in-chart' }
}

/** Of one person with several registrations: the newest of each sign whichever it was written under; unknown below the highest floor. */
export function vitalsTogether([first = noVitals, ...others]: readonly Vitals[]): Vitals {
  return others.reduce((all, { sets, floors }) => ({ sets: sets.reduce<readonly KeptSet[]>(inOrder, all.sets), floors: highest(all.floors, floors) }), first)
}

function highest(one: Vitals['floors'], two: Vitals['floors']): Vitals['floors'] {
  return Object.fromEntries(vitalNames.flatMap((name) => {
    const [a, b] = [one[name], two[name]]
    const floor = a === undefined || (b !== undefined && isNewer(b, a)) ? b : a
    return floor === undefined ? [] : [[name, floor]]
  }))
}

function isAbove(set: Floor, floor: Floor | undefined): boolean {
  return floor === undefined || isNewer(set, floor)
}

function valuesOf(signs: VitalSigns): VitalValues {
  const { temperatureC, pulsePerMin, systolicMmHg, diastolicMmHg, respirationsPerMin, spo2Percent, oxygenLPerMin, jcs } = signs
  return { temperatureC, pulsePerMin, systolicMmHg, diastolicMmHg, respirationsPerMin, spo2Percent, oxygenLPerMin, jcs }
}
