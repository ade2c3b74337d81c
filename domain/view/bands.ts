import type { PatientId } from '../ids.ts'
import type { Blanks } from '../number/blank.ts'
import { isBlank } from '../number/blank.ts'
import type { Series } from '../number/series.ts'
import type { SheetForm } from '../print/form.ts'
import { isHere, presenceOf } from './presence.ts'
import type { WardView } from './ward.ts'
import { registeredPatients, type KnownRow } from './ward-lists.ts'

/** Forms that go around a wrist. */
const bandForms: readonly SheetForm[] = ['wristband', 'band-by-hand']

/**
 * How many bands were made of this number before: printed, written by hand, or pre-printed. The first has no counter; each
 * later one says which it is, because an earlier one may still be on somebody's wrist.
 */
export function bandsBefore(view: Pick<WardView, 'prints' | 'setAside'>, { id, registered }: Pick<KnownRow, 'id' | 'registered'>): number {
  const made = (view.prints.get(id) ?? []).filter((form) => bandForms.includes(form)).length
  return made + (isBlank(registered.number, view.setAside) ? 1 : 0)
}

export type Unbanded = { readonly row: KnownRow; /** A band was written by hand already: it can wait. */ readonly isHandWritten: boolean }

/**
 * The print-later queue, which nobody has to keep: patients for whom no band was printed. Whoever waits longest stands first;
 * those with a band by hand stand behind those with none. Who has left, or wears a pre-printed band waits for nothing.
 */
export function withoutPrintedBand(view: Pick<WardView, 'prints' | 'setAside' | 'patients'>): readonly Unbanded[] {
  return registeredPatients(view)
    .filter((row) => isHere(presenceOf(row)) && !printedOf(view, row.id).includes('wristband') && !isBlank(row.registered.number, view.setAside))
    .map((row): Unbanded => ({ row, isHandWritten: printedOf(view, row.id).includes('band-by-hand') }))
    .toSorted((a, b) => Number(a.isHandWritten) - Number(b.isHandWritten) || (a.row.registered.recordedAt < b.row.registered.recordedAt ? -1 : a.row.registered.recordedAt > b.row.registered.recordedAt ? 1 : 0))
}

/**
 * What is needed to read the number of a pre-printed band. `but`: the patient who is being registered, so that a second press
 * after a failure half-way finds the number still theirs.
 */
export function blanksOf(view: Pick<WardView, 'setAside' | 'voided' | 'patients'>, { realm, letters }: Pick<Series, 'realm' | 'letters'>, but: PatientId | null = null): Blanks {
  return { realm, letters, setAside: view.setAside, voided: view.voided, used: new Set(registeredPatients(view).filter(({ id }) => id !== but).map(({ registered }) => registered.number)) }
}

const none: readonly SheetForm[] = []

function printedOf({ prints }: Pick<WardView, 'prints'>, patient: PatientId): readonly SheetForm[] {
  return prints.get(patient) ?? none
}
