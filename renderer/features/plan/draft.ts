import { readBeds } from '#domain/beds.ts'
import { readStaffNumber } from '#domain/ids.ts'
import { IncidentReason } from '#domain/incident/reason.ts'
import type { ConfigurationPart } from '#domain/log/public-event.ts'
import { HospitalPlan, type Contact } from '#domain/plan/hospital-plan.ts'
import { readIdentifierSystem, type IdentifierSystemFault } from '#domain/plan/identifier-system.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Scanning } from '#domain/scan/scanning.ts'
import { StationProfile } from '#domain/station.ts'

/** What stands in the boxes, as typed. */
export type DeclarerRow = { readonly name: string; readonly duty: string; readonly staffNumber: string; readonly isDeputy: boolean }

export type PlanDraft = {
  readonly criteria: Readonly<Partial<Record<IncidentReason, string>>>
  readonly declarers: readonly DeclarerRow[]
  readonly returnSteps: readonly string[]
  readonly contacts: readonly Contact[]
  readonly sealCheckDays: string
  readonly idleLockMinutes: string
  readonly scanning: Scanning
  readonly phrases: readonly string[]
  readonly identifierSystem: string
  readonly hospital: string
  readonly ward: string
  readonly beds: string
}

export type NewProfile = Omit<StationProfile, 'letters'>

/** The first thing that keeps a part from being saved. Rows count from 1; an empty row is no row. */
export type Missing = { readonly code: 'row-name' | 'row-reach' | 'row-number'; readonly row: number } | { readonly code: 'days' | 'minutes' | 'hospital' | 'ward' | 'beds' | 'text' | IdentifierSystemFault }

export const emptyDeclarer: DeclarerRow = { name: '', duty: '', staffNumber: '', isDeputy: false }
export const emptyContact: Contact = { who: '', reach: '', note: '' }

export function draftOf(plan: HospitalPlan, { hospital, ward, beds }: NewProfile): PlanDraft {
  return {
    criteria: plan.criteria,
    declarers: plan.declarers.map((declarer) => ({ ...declarer, staffNumber: declarer.staffNumber ?? '' })),
    returnSteps: plan.returnSteps,
    contacts: plan.contacts,
    sealCheckDays: String(plan.sealCheckDays),
    idleLockMinutes: String(plan.idleLockMinutes),
    scanning: plan.scanning,
    phrases: plan.phrases,
    identifierSystem: plan.identifierSystem ?? '',
    hospital, ward,
    beds: beds.join('、'),
  }
}

/** Parts in which something stands that is not saved. */
export function unsavedParts(plan: HospitalPlan, profile: NewProfile, draft: PlanDraft): readonly ConfigurationPart[] {
  const saved = draftOf(plan, profile)
  return (Object.keys(fieldsOf) as (keyof typeof fieldsOf)[]).filter((part) => fieldsOf[part].some((field) => JSON.stringify(saved[field]) !== JSON.stringify(draft[field]))) // the keys of the table itself
}

/** The draft with one part as it was just saved: empty rows gone, figures in half width. */
export function settled(part: keyof typeof fieldsOf, plan: HospitalPlan, profile: NewProfile, draft: PlanDraft): PlanDraft {
  const saved = draftOf(plan, profile)
  return { ...draft, ...Object.fromEntries(fieldsOf[part].map((field) => [field, saved[field]])) }
}

const fieldsOf = {
  criteria: ['criteria'], declarers: ['declarers'], 'return-steps': ['returnSteps'], contacts: ['contacts'],
  intervals: ['sealCheckDays', 'idleLockMinutes'], scanning: ['scanning'], phrases: ['phrases'], 'identifier-system': ['identifierSystem'], profile: ['hospital', 'ward', 'beds'],
} as const satisfies Partial<Record<ConfigurationPart, readonly (keyof PlanDraft)[]>>

/** The saved plan with one part of it as drafted. */
export function planWith(part: Exclude<ConfigurationPart, 'profile' | 'staff'>, plan: HospitalPlan, draft: PlanDraft): Result<HospitalPlan, Missing> {
  const missing = missingAt(part, draft)
  if (missing !== null) return err(missing)
  const read = HospitalPlan.safeParse({ ...plan, ...partOf(part, draft) })
  return read.success ? ok(read.data) : err({ code: 'text' })
}

export function profileOf({ hospital, ward, beds }: PlanDraft): Result<NewProfile, Missing> {
  if (hospital.trim() === '') return err({ code: 'hospital' })
  if (ward.trim() === '') return err({ code: 'ward' })
  const listed = readBeds(beds)
  if (!listed.ok) return err({ code: 'beds' })
  const read = StationProfile.omit({ letters: true }).safeParse({ hospital, ward, beds: [...listed.value] })
  return read.success ? ok(read.data) : err({ code: 'text' })
}

function partOf(part: Exclude<ConfigurationPart, 'profile' | 'staff'>, draft: PlanDraft): Partial<Record<keyof HospitalPlan, unknown>> {
  switch (part) {
    case 'criteria':
      return { criteria: Object.fromEntries(Object.entries(draft.criteria).filter(([, text]) => text.trim() !== '')) }
    case 'declarers':
      return { declarers: draft.declarers.filter((row) => !isEmptyDeclarer(row)).map((row) => ({ ...row, staffNumber: readStaffNumber(row.staffNumber) })) }
    case 'return-steps':
      return { returnSteps: draft.returnSteps.filter((step) => step.trim() !== '') }
    case 'contacts':
      return { contacts: draft.contacts.filter((row) => !isEmptyContact(row)) }
    case 'intervals':
      return { sealCheckDays: wholeNumber(draft.sealCheckDays), idleLockMinutes: wholeNumber(draft.idleLockMinutes) }
    case 'scanning':
      return { scanning: draft.scanning }
    case 'phrases':
      return { phrases: draft.phrases.filter((phrase) => phrase.trim() !== '') }
    case 'identifier-system': {
      const read = readIdentifierSystem(draft.identifierSystem)
      return { identifierSystem: read.ok ? read.value : draft.identifierSystem }
    }
  }
}

function missingAt(part: ConfigurationPart, draft: PlanDraft): Missing | null {
  if (part === 'declarers') {
    for (const [index, row] of draft.declarers.entries()) {
      if (isEmptyDeclarer(row)) continue
      if (row.name.trim() === '') return { code: 'row-name', row: index + 1 }
      if (row.staffNumber.trim() !== '' && readStaffNumber(row.staffNumber) === null) return { code: 'row-number', row: index + 1 }
    }
  }
  if (part === 'contacts') {
    for (const [index, row] of draft.contacts.entries()) {
      if (isEmptyContact(row)) continue
      if (row.who.trim() === '') return { code: 'row-name', row: index + 1 }
      if (row.reach.trim() === '') return { code: 'row-reach', row: index + 1 }
    }
  }
  if (part === 'intervals') {
    if (!isBetween(draft.sealCheckDays, 1, 366)) return { code: 'days' }
    if (!isBetween(draft.idleLockMinutes, 1, 10)) return { code: 'minutes' }
  }
  if (part === 'identifier-system') {
    const read = readIdentifierSystem(draft.identifierSystem)
    if (!read.ok) return { code: read.error }
  }
  return null
}

export function isBetween(typed: string, least: number, most: number): boolean {
  const number = wholeNumber(typed)
  return number !== null && number >= least && number <= most
}

/** Full width is forgiven; null for anything but a whole number. */
function wholeNumber(typed: string): number | null {
  const digits = typed.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null
}

function isEmptyDeclarer({ name, duty, staffNumber }: DeclarerRow): boolean {
  return `${name}${duty}${staffNumber}`.trim() === ''
}

function isEmptyContact({ who, reach, note }: Contact): boolean {
  return `${who}${reach}${note}`.trim() === ''
}
