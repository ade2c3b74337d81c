import type { Isolation, Mobility, StayChangeKind } from '../record/stay.ts'
import { factsOf, newestFact, type Fact } from './facts.ts'
import { isNewer, type Floor } from './latest-vitals.ts'
import type { PatientRow } from './ward.ts'

/**
 * Where a patient is, as this ward knows it.
 *
 * Story: whoever is registered is `present`. They go out for a night (`on-leave`) and return, or they leave the ward: to
 * another ward, hospital or station (`sent`), or home (`discharged`). Whoever was gone can be admitted or received again and
 * is present again. A confirmed death is told beside it and not instead of it: until somebody says that the dead left the
 * ward, they are in it. A black tag is a result of triage and no death.
 */
export type Presence = 'present' | 'on-leave' | 'sent' | 'discharged'

const presenceAfter = {
  admitted: 'present', returned: 'present', received: 'present', 'on-leave': 'on-leave', sent: 'sent', discharged: 'discharged',
} as const satisfies Record<StayChangeKind, Presence>

export function isHere(presence: Presence): boolean {
  return presence === 'present' || presence === 'on-leave'
}

/** Of one registration, or of several of one person: what was said last, by when it happened, counts. Rule STAY-1. */
export function presenceOf(...members: readonly Said[]): Presence {
  let [newest, presence]: [Floor | null, Presence] = [null, 'present']
  for (const row of members) {
    const stay = newestFact(row, 'stay-changed')
    const said: Floor | null = stay ?? registeredAt(row)
    if (said === null || (newest !== null && !isNewer(said, newest))) continue
    newest = said
    presence = stay === null ? 'present' : presenceAfter[stay.body.change]
  }
  return presence
}

/** A doctor's confirmation that counts, in any registration of the person. */
export function deathOf(...members: readonly Said[]): Fact<'death-confirmed'> | null {
  return newestOf(members.map((row) => newestFact(row, 'death-confirmed')))
}

/** 担送・護送・独歩 as last said, with care needs or with a change of the stay; null: nobody said. */
export function mobilityOf(...members: readonly Said[]): Mobility | null {
  const said = members.flatMap((row) => [
    factsOf(row, 'care-needs-stated').find(({ body }) => body.mobility !== null) ?? null,
    factsOf(row, 'stay-changed').find(({ body }) => body.mobility !== null) ?? null,
  ])
  return newestOf<Fact<'care-needs-stated'> | Fact<'stay-changed'>>(said)?.body.mobility ?? null
}

/** Null: nobody said. Empty: said to need none. */
export function isolationOf(...members: readonly Said[]): readonly Isolation[] | null {
  return newestOf(members.map((row) => factsOf(row, 'care-needs-stated').find(({ body }) => body.isolation !== null) ?? null))?.body.isolation ?? null
}

/**
 * The bed that is kept for a patient now; null where none is. Whoever left frees theirs, and what was said of beds before they
 * left does not count when they come back (STAY-3). `bedOf` of ward.ts says which bed was named last, whatever became of it.
 */
export function bedNow(...members: readonly Said[]): string | null {
  if (!isHere(presenceOf(...members))) return null
  const left = newestOf(members.map((row) => factsOf(row, 'stay-changed').find(({ body }) => !isHere(presenceAfter[body.change])) ?? null))
  const said = members.flatMap((row): readonly BedSaid[] => {
    const [move] = row.moves
    const registered = registeredAt(row)
    if (move !== undefined) return [move]
    return registered === null || row.registered === null || (row.registered.bed ?? '').trim() === '' ? [] : [{ ...registered, bed: row.registered.bed }]
  })
  return newestOf(said.filter((one) => left === null || isNewer(one, left)))?.bed ?? null
}

type BedSaid = Floor & { readonly bed: string | null }
type Said = Pick<PatientRow, 'registered' | 'facts' | 'moves'>

/** A registration stands before everything that was said of the same moment. */
function registeredAt({ registered }: Said): Floor | null {
  return registered === null ? null : { at: registered.at, seq: 0 }
}

function newestOf<Thing extends Floor>(things: readonly (Thing | null)[]): Thing | null {
  return things.reduce<Thing | null>((newest, thing) => (thing !== null && (newest === null || isNewer(thing, newest)) ? thing : newest), null)
}
