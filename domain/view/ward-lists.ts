import type { AliasesTaken } from '../patient/alias.ts'
import type { Alias } from '../patient/naming.ts'
import { afterNumber, type Series } from '../number/series.ts'
import { type WardNumber, wardNumber } from '../number/ward-number.ts'
import { labelKey } from '../text.ts'
import { wardPeople } from './ward-people.ts'
import type { PatientRow, Registered, WardView } from './ward.ts'

export type KnownRow = PatientRow & { readonly registered: Registered }

/** Patients whose registration is here, in the order they came. */
export function registeredPatients(view: Pick<WardView, 'patients'>): readonly KnownRow[] {
  return [...view.patients.values()].filter(isRegistered)
}

/** Every alias of this incident: never to be given again. Called on the ward are those of whoever is here. */
export function aliasesTaken(view: WardView): AliasesTaken {
  const here = wardPeople(view).here.flatMap(({ row, others }) => [row, ...others])
  return { everGiven: aliasesOf(registeredPatients(view)), onWard: aliasesOf(here) }
}

function aliasesOf(rows: readonly PatientRow[]): readonly Alias[] {
  return rows.flatMap(({ registered }) => (registered?.naming.kind === 'unknown' ? [registered.naming.alias] : []))
}

/** Who lies where, those on leave among them: their beds are kept. In a disaster two may share a bed: both are listed, in the order they came. */
export function occupiedBeds(view: WardView): ReadonlyMap<string, readonly PatientRow[]> {
  const beds = new Map<string, PatientRow[]>()
  for (const { row, bed } of wardPeople(view).here) {
    if (bed === null || bedKey(bed) === '') continue
    const others = beds.get(bedKey(bed))
    if (others === undefined) beds.set(bedKey(bed), [row])
    else others.push(row)
  }
  return beds
}

/** The beds of the hospital's list in which nobody lies, in the order of the list. */
export function freeBeds(view: WardView, beds: readonly string[]): readonly string[] {
  const occupied = occupiedBeds(view)
  return beds.filter((bed) => !occupied.has(bedKey(bed)))
}

/** `３０１−１` and `301-1` are one bed, however it was typed. */
export function bedKey(bed: string): string {
  return labelKey(bed)
}

/** The series after every number this incident gave or set aside: the next one is above them all. */
export function seriesAfter(view: WardView, series: Series): Series {
  const given = registeredPatients(view).reduce((so, row) => afterNumber(so, row.registered.number), series)
  return view.setAside.reduce((so, { letters, last }) => afterNumber(so, wardNumber(series.realm, letters, last)), given)
}

/** Numbers that two patients carry. There must be none; if there is one, the ward is told at once. */
export function numberClashes(view: WardView): readonly { readonly number: WardNumber; readonly rows: readonly KnownRow[] }[] {
  const byNumber = Map.groupBy(registeredPatients(view), (row) => row.registered.number)
  return [...byNumber].filter(([, rows]) => rows.length > 1).map(([number, rows]) => ({ number, rows }))
}

export function isRegistered(row: PatientRow): row is KnownRow {
  return row.registered !== null
}
