import { personsOf } from '../identity/persons.ts'
import type { EntryId, PatientId } from '../ids.ts'
import { careFactsOf, type CareFact } from '../view/care.ts'
import { isNewer } from '../view/latest-vitals.ts'
import type { PatientRow, WardView } from '../view/ward.ts'

/**
 * One bag. Story: it is checked and begun (`start`); it is looked at after 5 and 15 minutes and as often as needed
 * (`watches`, newest first); it ends (`end`). Struck records are none of it: a struck end lets the bag run again.
 */
export type Bag = {
  /** The registration it was begun under: what is said of it later is written there, too. */
  readonly patient: PatientId
  readonly start: CareFact<'transfusion-started'>
  readonly watches: readonly CareFact<'transfusion-watched'>[]
  readonly end: CareFact<'transfusion-ended'> | null
}

/**
 * Bags of a person, newest first; of ended ones the board keeps three days. `rows`: every registration of the person.
 * `without`: a record that is being corrected and does not count.
 */
export function bagsOf(rows: readonly Pick<PatientRow, 'id' | 'care'>[], without: EntryId | null = null): readonly Bag[] {
  return rows
    .flatMap(({ id, care }) => {
      const counted = without === null ? care : care.filter(({ entry }) => entry !== without)
      return careFactsOf(counted, 'transfusion-started').map((start): Bag => ({
        patient: id, start,
        watches: careFactsOf(counted, 'transfusion-watched').filter(({ body }) => body.bag === start.entry),
        end: careFactsOf(counted, 'transfusion-ended').find(({ body }) => body.bag === start.entry) ?? null,
      }))
    })
    .toSorted((one, other) => (isNewer(one.start, other.start) ? -1 : 1))
}

export function runningBags(rows: readonly Pick<PatientRow, 'id' | 'care'>[], without: EntryId | null = null): readonly Bag[] {
  return bagsOf(rows, without).filter(({ end }) => end === null)
}

/** Bags that run in the person this registration belongs to, under whichever of their numbers. */
export function runningInPerson(view: Pick<WardView, 'patients'>, patient: PatientId): readonly Bag[] {
  return runningBags(personsOf(view).membersOf(patient).flatMap((member) => view.patients.get(member) ?? []))
}

/** `12-3456-7890` and `1234567890` are one lot, typed or read from its bars. */
export function lotKey(lot: string): string {
  return lot.normalize('NFKC').replace(/[‐‑–—−ー\s-]/g, '').toUpperCase()
}

/** Bags of the ward under this lot, as far as the board remembers them; `without`: the start that is being corrected. */
export function bagsWithLot(view: Pick<WardView, 'patients'>, lot: string, without: EntryId | null = null): readonly Bag[] {
  const key = lotKey(lot)
  return key === '' ? [] : [...view.patients.values()].flatMap((row) => (row.care.length === 0 ? [] : bagsOf([row], without).filter(({ start }) => lotKey(start.body.lot) === key)))
}
