import { identityOf } from '../../identity/identity.ts'
import type { PatientId } from '../../ids.ts'
import type { Realm } from '../../realm.ts'
import type { KnownRow } from '../../view/ward-lists.ts'
import { isRegistered } from '../../view/ward-lists.ts'
import type { PatientGroup } from '../prepare.ts'
import { isSafeName } from '../names.ts'

/** The patient of a storage folder: the number it goes by there, and the ward's, which paper and bands carry. */
export type StoragePatient = { readonly group: PatientGroup; readonly row: KnownRow; readonly id: string; readonly wardId: string }

/**
 * By which number each registered patient goes in a storage: the hospital's where two people verified or linked it, it has the seven
 * letters that the folders need and no other patient here has it; else the ward number without its hyphens. Of a drill always
 * the latter: a hospital's number in it could be somebody's. Rule SSMIX-2.
 */
export function storagePatients(groups: readonly PatientGroup[], realm: Realm): readonly StoragePatient[] {
  const known = groups.flatMap((group) => (isRegistered(group.row) ? [{ group, row: group.row }] : []))
  const numbers = new Map<PatientId, string>()
  const holders = new Map<string, number>()
  for (const { row } of known) {
    const number = realm === 'real' ? sureNumber(row) : null
    if (number === null) continue
    numbers.set(row.id, number)
    holders.set(number.toLowerCase(), (holders.get(number.toLowerCase()) ?? 0) + 1)
  }
  return known.map(({ group, row }) => {
    const wardId = group.folder.replaceAll('-', '') // the ward number, and one sign more where two have the same
    const number = numbers.get(row.id)
    return { group, row, wardId, id: number !== undefined && holders.get(number.toLowerCase()) === 1 ? number : wardId }
  })
}

function sureNumber(row: KnownRow): string | null {
  const { state, hospitalId } = identityOf(row)
  if (hospitalId === null || (state !== 'verified' && state !== 'linked')) return null
  return /^[0-9A-Za-z-]{7,15}$/.test(hospitalId) && isSafeName(`ssmix2/${foldersOf(hospitalId)}`) && !/^[DTS][AFHKMRWXYZ]{2}\d{6}$/i.test(hospitalId) ? hospitalId : null
}

/** `012/345/0123456789` */
export function foldersOf(id: string): string {
  return `${id.slice(0, 3)}/${id.slice(3, 6)}/${id}`
}
