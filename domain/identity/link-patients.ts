import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import { err, ok, type Result } from '../result.ts'
import { checkText, mostLine, type TextFault } from '../text.ts'
import { runningInPerson } from '../transfusion/running.ts'
import type { Fact } from '../view/facts.ts'
import { bedOf, type PatientRow, type WardView } from '../view/ward.ts'
import { isRegistered, type KnownRow } from '../view/ward-lists.ts'
import { identityOf } from './identity.ts'
import type { FromReference } from './claim.ts'
import { personsOf } from './persons.ts'
import type { TransfusionRuns } from './verify.ts'

export type LinkFault =
  | { readonly code: 'same-patient' }
  /** They are one person already, by this or another way. */
  | { readonly code: 'already-one-person' }
  | { readonly code: 'not-registered' }
  | { readonly code: 'reason-empty' }
  /** In one of the two. */
  | TransfusionRuns
  | TextFault

/** Says that two registrations here are one person. `patient` is listed under `to` from then on; nothing is moved. */
export function linkPatients(id: EntryId, view: Pick<WardView, 'patients'>, { patient, to, reason }: { readonly patient: PatientId; readonly to: PatientId; readonly reason: string }): Result<Draft<'patient-linked'>, LinkFault> {
  if (patient === to) return err({ code: 'same-patient' })
  const rows = [view.patients.get(patient), view.patients.get(to)]
  if (rows.some((row) => row === undefined || row.registered === null)) return err({ code: 'not-registered' })
  if (runsIn(view, patient) || runsIn(view, to)) return err({ code: 'transfusion-runs' })
  const persons = personsOf(view)
  if (persons.mainOf(patient) === persons.mainOf(to)) return err({ code: 'already-one-person' })
  const checked = reasonOf(reason)
  // The whole of this person goes to the other: a link from what is listed under something else would be a second way out.
  return checked.ok ? ok({ id, kind: 'patient-linked', patient: persons.mainOf(patient), at: null, body: { to: { kind: 'patient', patient: persons.mainOf(to) }, reason: checked.value } }) : checked
}

/** Links a registration to the hospital's own number. */
export function linkToHospital(id: EntryId, view: Pick<WardView, 'patients'>, { patient, hospitalId, from, reason }: { readonly patient: PatientId; readonly hospitalId: string; readonly from: FromReference | null; readonly reason: string }): Result<Draft<'patient-linked'>, LinkFault> {
  if (runsIn(view, patient)) return err({ code: 'transfusion-runs' })
  const checked = reasonOf(reason)
  return checked.ok ? ok({ id, kind: 'patient-linked', patient, at: null, body: { to: { kind: 'hospital', hospitalId, from }, reason: checked.value } }) : checked
}

/** Takes a link back by striking it. `holder`: the registration it was written under. */
export function unlinkPatients(id: EntryId, view: Pick<WardView, 'patients'>, { holder, link, reason }: { readonly holder: PatientId; readonly link: Pick<Fact<'patient-linked'>, 'entry'>; readonly reason: string }): Result<Draft<'entry-struck'>, LinkFault> {
  if (runsIn(view, holder)) return err({ code: 'transfusion-runs' })
  const checked = reasonOf(reason)
  return checked.ok ? ok({ id, kind: 'entry-struck', patient: holder, at: null, body: { struck: link.entry, reason: checked.value } }) : checked
}

function runsIn(view: Pick<WardView, 'patients'>, patient: PatientId): boolean {
  return runningInPerson(view, patient).length > 0
}

function reasonOf(reason: string): Result<string, LinkFault> {
  const checked = checkText(reason, mostLine)
  if (!checked.ok) return checked
  return reason.trim() === '' ? err({ code: 'reason-empty' }) : checked
}

/** What will stand under one name when two are linked: shown before it is done. */
export type WhatMoves = {
  readonly numbers: readonly string[]
  readonly names: readonly string[]
  readonly entries: number
  readonly beds: readonly string[]
  /** Something that both say and say differently: to be looked at first. */
  readonly differs: readonly ('sex' | 'birth' | 'hospital-id' | 'bed')[]
}

export function whatMoves(one: KnownRow, other: KnownRow, nameOf: (row: KnownRow) => string): WhatMoves {
  const [a, b] = [identityOf(one), identityOf(other)]
  const beds = [bedOf(one), bedOf(other)].filter((bed) => bed !== null)
  const differ = (x: unknown, y: unknown, empty: unknown): boolean => x !== empty && y !== empty && JSON.stringify(x) !== JSON.stringify(y)
  return {
    numbers: [one.registered.number, other.registered.number],
    names: [nameOf(one), nameOf(other)],
    entries: one.mark.entries - one.mark.opened,
    beds,
    differs: [
      ...(differ(a.sex, b.sex, 'unknown') ? ['sex' as const] : []),
      ...(a.birth.kind === 'day' && b.birth.kind === 'day' && a.birth.on !== b.birth.on ? ['birth' as const] : []),
      ...(differ(a.hospitalId, b.hospitalId, null) ? ['hospital-id' as const] : []),
      ...(beds.length === 2 && beds[0] !== beds[1] ? ['bed' as const] : []),
    ],
  }
}

/** The registrations here whose person carries this number of the hospital's. */
export function wardPatientsOfHospitalId(view: Pick<WardView, 'patients'>, hospitalId: string): readonly KnownRow[] {
  return [...view.patients.values()].filter((row: PatientRow): row is KnownRow => isRegistered(row) && identityOf(row).hospitalId === hospitalId)
}
