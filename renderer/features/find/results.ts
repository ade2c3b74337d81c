import { identityOf } from '#domain/identity/identity.ts'
import type { Naming } from '#domain/patient/naming.ts'
import { alikeAmong } from '#domain/patient/similar.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { scan } from '#domain/search/find.ts'
import type { SearchRows } from '#domain/search/rows.ts'
import type { Instant } from '#domain/time.ts'
import type { KnownRow } from '#domain/view/ward-lists.ts'

/** The hospital's list as it was before the emergency: never changed here, asked by row. */
export type ReferenceList = {
  readonly takenAt: Instant
  readonly importedAt: Instant
  readonly count: number
  readonly find: (typed: string, most: number) => readonly number[]
  readonly at: (row: number) => ReferencePatient
}

/** Patients of the ward with their keys (domain/search), row by row. */
export type WardList = { readonly patients: readonly KnownRow[]; readonly rows: SearchRows }

export type FoundPatient = { readonly naming: Naming } & (
  | { readonly kind: 'ward'; readonly id: string; readonly patient: KnownRow }
  | { readonly kind: 'reference'; readonly id: string; readonly row: number; readonly patient: ReferencePatient }
)

export type Results = {
  /** This ward's patients, then the hospital's. */
  readonly found: readonly FoundPatient[]
  readonly wardCount: number
  /** A group is cut off at `most`. */
  readonly more: { readonly ward: boolean; readonly reference: boolean }
  /** Whose name is the same as, or one sound from, somebody else's here, by id. */
  readonly alike: ReadonlySet<string>
  readonly worst: 'same' | 'similar' | null
}

export const most = 50

/** Everybody who answers what was typed. The same moment it is typed: a list of a million takes a millisecond or two. */
export function resultsOf(typed: string, ward: WardList, reference: Pick<ReferenceList, 'find' | 'at'> | null): Results {
  const here = scan(ward.rows, typed, most + 1).flatMap((row): readonly FoundPatient[] => {
    const patient = ward.patients[row]
    return patient === undefined ? [] : [{ kind: 'ward', id: patient.id, patient, naming: identityOf(patient).naming }]
  })
  const there = (reference?.find(typed, most + 1) ?? []).map((row): FoundPatient => {
    const patient = reference?.at(row) ?? never()
    const { family, given, familyKana, givenKana } = patient
    return { kind: 'reference', id: `reference-${row}`, row, patient, naming: { kind: 'known', family, given, familyKana, givenKana } }
  })
  const found = [...here.slice(0, most), ...there.slice(0, most)]
  const { among, worst } = alikeAmong(found)
  return {
    found,
    wardCount: Math.min(here.length, most),
    more: { ward: here.length > most, reference: there.length > most },
    alike: new Set([...among].map(({ id }) => id)),
    worst,
  }
}

function never(): never {
  throw new Error('Rows come from the list itself')
}
