import { Isolation, Mobility, type StayChangeKind } from '../record/stay.ts'
import { TriageCategory } from '../triage/category.ts'
import { tokyoDateOf, type CalendarDate, type Instant } from '../time.ts'
import { factsOf } from './facts.ts'
import { isNewer } from './latest-vitals.ts'
import { deathOf } from './presence.ts'
import { wardPeople, type WardPerson } from './ward-people.ts'
import { bedKey } from './ward-lists.ts'
import type { PatientRow, WardView } from './ward.ts'

/**
 * The ward's day in numbers (病棟管理日誌), each computed and none typed.
 *
 *   inWard = before + admitted + received − sent − discharged      of the day
 *   inWard = inside + onLeave + dead                               now
 *   inside = stretcher + assisted + walking + not said             = of every triage category
 *   beds   = free + taken                                          of the hospital's list
 */
export type Census = {
  readonly day: CalendarDate
  /** Here at the beginning of the day. */
  readonly before: number
  readonly admitted: number
  readonly received: number
  readonly sent: number
  readonly discharged: number
  /** Everybody the ward answers for: those on leave and the dead who have not left among them. */
  readonly inWard: number
  readonly onLeave: number
  /** Confirmed dead and still here. */
  readonly dead: number
  /** Deaths confirmed on the day, also of those who have left since. */
  readonly deaths: number
  /** Alive and in the ward: whom an evacuation has to move. */
  readonly inside: number
  readonly mobility: Readonly<Record<Mobility | 'unsaid', number>>
  readonly triage: Readonly<Record<TriageCategory | 'none', number>>
  /** One person may need several; `unsaid`: nobody said whether any is needed. */
  readonly isolation: Readonly<Record<Isolation | 'unsaid', number>>
  readonly freeBeds: readonly string[]
  readonly takenBeds: number
  /** By the hospital's bed list; then beds that are not in it, then those without a bed. */
  readonly people: readonly WardPerson[]
}

/** Rules STAY-9, STAY-10. `day`: of Japan, as people are shown it. */
export function censusOf(view: Pick<WardView, 'patients'>, beds: readonly string[], day: CalendarDate): Census {
  const { here, left } = wardPeople(view)
  const inside = here.filter(({ presence, hasDied }) => presence === 'present' && !hasDied)
  const taken = new Set(here.map(({ bed }) => bedKey(bed ?? '')))
  const flows = [...here, ...left].map((person) => flowOf(person, day))
  const sum = (what: keyof Flow): number => flows.reduce((so, flow) => so + flow[what], 0)
  const mobilityIs = (mobility: Mobility | null): number => inside.filter((person) => person.mobility === mobility).length
  const triageIs = (category: TriageCategory | null): number => inside.filter(({ triage }) => triage === category).length
  const isolated = (isolation: Isolation): number => inside.filter((person) => person.isolation?.includes(isolation) ?? false).length
  const freeBeds = beds.filter((bed) => !taken.has(bedKey(bed)))
  return {
    day, before: sum('before'), admitted: sum('admitted'), received: sum('received'), sent: sum('sent'), discharged: sum('discharged'),
    inWard: here.length,
    onLeave: here.filter(({ presence, hasDied }) => presence === 'on-leave' && !hasDied).length,
    dead: here.filter(({ hasDied }) => hasDied).length,
    deaths: [...here, ...left].filter(({ row, others }) => onDay(deathOf(row, ...others)?.at ?? null, day)).length,
    inside: inside.length,
    mobility: { ...record(Mobility.options, mobilityIs), unsaid: mobilityIs(null) },
    triage: { ...record(TriageCategory.options, triageIs), none: triageIs(null) },
    isolation: { ...record(Isolation.options, isolated), unsaid: inside.filter(({ isolation }) => isolation === null).length },
    freeBeds, takenBeds: beds.length - freeBeds.length,
    people: inBedOrder(here, beds),
  }
}

type Flow = { readonly before: number; readonly admitted: number; readonly received: number; readonly sent: number; readonly discharged: number }

type Event = { readonly at: Instant; readonly seq: number; readonly change: StayChangeKind }

const countedAs = { admitted: 'admitted', returned: 'admitted', 'on-leave': 'admitted', received: 'received', sent: 'sent', discharged: 'discharged' } as const satisfies Record<StayChangeKind, keyof Flow>
const leads = { admitted: true, returned: true, 'on-leave': true, received: true, sent: false, discharged: false } as const satisfies Record<StayChangeKind, boolean>

/**
 * Ways in and out of one person, in the order they happened. Only what changes whether somebody is here is a way in or out:
 * "discharged" of somebody who was sent on before is a correction, and counts nobody twice.
 */
function flowOf({ row, others }: WardPerson, day: CalendarDate): Flow {
  const flow = { before: 0, admitted: 0, received: 0, sent: 0, discharged: 0 }
  // Whose registration is still being read is here, and nobody knows since when.
  let isIn = [row, ...others].some(({ registered }) => registered === null)
  if (isIn) flow.before = 1
  for (const { at, change } of [row, ...others].flatMap(eventsOf).toSorted((one, two) => (isNewer(one, two) ? 1 : -1))) {
    if (leads[change] === isIn) continue
    isIn = leads[change]
    if (tokyoDateOf(at) < day) flow.before = isIn ? 1 : 0
    else flow[countedAs[change]] += 1
  }
  return flow
}

function eventsOf(row: PatientRow): readonly Event[] {
  const { registered } = row
  const said = factsOf(row, 'stay-changed').map(({ at, seq, body }): Event => ({ at, seq, change: body.change }))
  // Of another station: the way in is when this one received the patient, not when that one registered them.
  if (registered === null || (registered.from !== null && said.some(({ change }) => change === 'received'))) return said
  const first = said.at(-1)
  // A stay can be written with an earlier time than the registration; the registration came first all the same.
  const at = first !== undefined && first.at < registered.at ? first.at : registered.at
  return [{ at, seq: 0, change: registered.way === 'transfer-in' || registered.from !== null ? 'received' : 'admitted' }, ...said]
}

/** By the hospital's bed list; then beds that are not in it, then those without a bed. */
export function inBedOrder(people: readonly WardPerson[], beds: readonly string[]): readonly WardPerson[] {
  const places = new Map(beds.map((bed, place) => [bedKey(bed), place]))
  const placeOf = ({ bed }: WardPerson): number => (bed === null || bedKey(bed) === '' ? beds.length + 1 : (places.get(bedKey(bed)) ?? beds.length))
  return people.toSorted((one, two) => placeOf(one) - placeOf(two))
}

function onDay(at: Instant | null, day: CalendarDate): boolean {
  return at !== null && tokyoDateOf(at) === day
}

function record<Key extends string>(keys: readonly Key[], valueOf: (key: Key) => number): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, number> // one value for each key
}
