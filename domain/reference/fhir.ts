import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'
import { mostLine, mostName } from '../text.ts'
import type { CalendarDate } from '../time.ts'
import type { ReferenceAllergies, ReferenceFaultCode, ReferenceStay } from './reference-fact.ts'
import type { ReferencePatient } from './reference-patient.ts'
import { birthOf, dayOf, lineOf, sexOf } from './source-text.ts'

/**
 * The three FHIR R4 resources a ward needs, and of them only what is used; names and ids as JP Core has them (reference/interop.md
 * §1.2, §1.3). Everything else of a resource may be whatever it is.
 */
const text = z.string().nullish()
const coding = z.object({ code: text, display: text })
const concept = z.object({ text, coding: z.array(coding).nullish() })
const reference = z.object({ reference: text, display: text })

const representation = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation'
/** A hospital's own patient numbers; the ten digits of the institution follow. */
const hospitalNumbers = 'urn:oid:1.2.392.100495.20.3.51.'

const FhirPatient = z.object({
  resourceType: z.literal('Patient'),
  id: z.string().min(1).max(64),
  active: z.boolean().nullish(),
  identifier: z.array(z.object({ system: text, value: text, use: text, type: concept.nullish() })).max(200).nullish(),
  name: z.array(z.object({ use: text, text, family: text, given: z.array(z.string()).nullish(), extension: z.array(z.object({ url: text, valueCode: text })).nullish() })).max(200).nullish(),
  gender: text,
  birthDate: text,
  telecom: z.array(z.object({ system: text, value: text })).max(200).nullish(),
})
const FhirEncounter = z.object({
  resourceType: z.literal('Encounter'),
  status: z.string(),
  class: coding.nullish(),
  subject: reference.nullish(),
  period: z.object({ start: text, end: text }).nullish(),
  location: z.array(z.object({ status: text, location: reference, physicalType: concept.nullish() })).max(200).nullish(),
  meta: z.object({ lastUpdated: text }).nullish(),
})
const FhirAllergy = z.object({
  resourceType: z.literal('AllergyIntolerance'),
  clinicalStatus: concept.nullish(),
  verificationStatus: concept.nullish(),
  code: concept.nullish(),
  patient: reference.nullish(),
  reaction: z.array(z.object({ manifestation: z.array(concept).nullish(), description: text })).max(200).nullish(),
})

/** What a line says of somebody; patients are known by the id of the resource until all lines are read. */
export type FhirRead =
  | { readonly kind: 'patient'; readonly fhirId: string; readonly patient: ReferencePatient }
  | { readonly kind: 'stay'; readonly fhirId: string; readonly at: string; readonly stay: ReferenceStay | null }
  | { readonly kind: 'allergy'; readonly fhirId: string; readonly allergies: ReferenceAllergies }
  | { readonly kind: 'other'; readonly named: string }
  /** Of these kinds, and says nothing here: an outpatient visit, a refuted allergy, a patient no longer active. */
  | { readonly kind: 'nothing' }

/** Reads one parsed line. Rules REF-23 to REF-25. */
export function readResource(value: unknown, today: CalendarDate): Result<FhirRead, ReferenceFaultCode> {
  const type = z.object({ resourceType: z.string() }).safeParse(value)
  if (!type.success) return err('not-understood')
  switch (type.data.resourceType) {
    case 'Patient':
      return read(FhirPatient, value, (resource) => patientOf(resource, today))
    case 'Encounter':
      return read(FhirEncounter, value, (resource) => stayOf(resource, today))
    case 'AllergyIntolerance':
      return read(FhirAllergy, value, allergyOf)
    default:
      // The name of a kind is one of the standard's; anything else could be a person's.
      return ok({ kind: 'other', named: otherKinds.has(type.data.resourceType) ? type.data.resourceType : 'other-resource' })
  }
}

const otherKinds = new Set(['Bundle', 'Condition', 'Coverage', 'Device', 'DiagnosticReport', 'DocumentReference', 'Immunization', 'Location', 'Medication', 'MedicationAdministration', 'MedicationRequest', 'MedicationStatement', 'Observation', 'Organization', 'Practitioner', 'Procedure', 'RelatedPerson', 'ServiceRequest', 'Specimen'])

function read<Resource>(schema: z.ZodType<Resource>, value: unknown, of: (resource: Resource) => Result<FhirRead, ReferenceFaultCode>): Result<FhirRead, ReferenceFaultCode> {
  const parsed = schema.safeParse(value)
  return parsed.success ? of(parsed.data) : err('not-understood')
}

function patientOf(resource: z.infer<typeof FhirPatient>, today: CalendarDate): Result<FhirRead, ReferenceFaultCode> {
  if (resource.active === false) return ok({ kind: 'nothing' })
  const numbers = (resource.identifier ?? []).filter(({ use, value }) => use !== 'old' && (value ?? '') !== '')
  const chosen = numbers.find(({ system }) => system?.startsWith(hospitalNumbers)) ?? numbers.find(({ type }) => type?.coding?.some(({ code }) => code === 'MR'))
  const id = lineOf(chosen?.value ?? '', 40)
  if (!id.ok) return id
  if (id.value === '') return err('id-missing')

  const names = (resource.name ?? []).filter(({ use }) => use !== 'old' && use !== 'maiden')
  const coded = (code: string) => names.find(({ extension }) => extension?.some(({ url, valueCode }) => url === representation && valueCode === code))
  const kana = coded('SYL')
  const written = coded('IDE') ?? names.find((name) => name !== kana)
  const parts = [written?.family ?? '', written?.given?.join(' ') ?? '', kana?.family ?? '', kana?.given?.join(' ') ?? '']
  // A name that cannot be divided stands in its text alone.
  if (parts[0] === '' && parts[1] === '') parts[0] = written?.text ?? ''
  if (parts[2] === '' && parts[3] === '') parts[2] = kana?.text ?? ''
  const lines: string[] = []
  for (const part of parts) {
    const line = lineOf(part, mostName)
    if (!line.ok) return line
    lines.push(line.value)
  }
  const [family = '', given = '', familyKana = '', givenKana = ''] = lines
  if (family + given + familyKana + givenKana === '') return err('name-missing')

  const sex = sexOf(resource.gender ?? '')
  if (!sex.ok) return sex
  const birth = birthOf(resource.birthDate ?? '', today)
  if (!birth.ok) return birth
  const phone = lineOf(resource.telecom?.find(({ system }) => system === 'phone')?.value ?? '', 40)
  if (!phone.ok) return phone
  const patient = { hospitalId: id.value, family, given, familyKana, givenKana, sex: sex.value, birth: birth.value, phone: phone.value, stay: null, allergies: null }
  return ok({ kind: 'patient', fhirId: resource.id, patient })
}

const inpatient = new Set(['IMP', 'ACUTE', 'NONAC', 'SS'])

function stayOf(resource: z.infer<typeof FhirEncounter>, today: CalendarDate): Result<FhirRead, ReferenceFaultCode> {
  const fhirId = patientIn(resource.subject)
  if (fhirId === null) return err('reference-unknown')
  if (!inpatient.has(resource.class?.code ?? '')) return ok({ kind: 'nothing' })
  const at = resource.period?.end ?? resource.period?.start ?? resource.meta?.lastUpdated ?? ''
  if (resource.status === 'finished') return ok({ kind: 'stay', fhirId, at: momentOf(at), stay: null })
  if (resource.status !== 'in-progress' && resource.status !== 'onleave') return ok({ kind: 'nothing' })
  const places = (resource.location ?? []).filter(({ status }) => status !== 'completed' && status !== 'planned' && status !== 'reserved')
  const named = (codes: readonly string[]): string =>
    places.filter(({ physicalType }) => physicalType?.coding?.some(({ code }) => codes.includes(code ?? ''))).map(({ location }) => location.display ?? '').find((name) => name !== '') ?? ''
  const untyped = places.filter(({ physicalType }) => (physicalType?.coding ?? []).length === 0).map(({ location }) => location.display ?? '')
  const ward = lineOf(named(['wa']) || (untyped[0] ?? ''), mostName)
  if (!ward.ok) return ward
  const bed = lineOf(named(['bd']) || named(['ro']) || (untyped[named(['wa']) === '' ? 1 : 0] ?? ''), mostName)
  if (!bed.ok) return bed
  const day = dayOf((resource.period?.start ?? '').slice(0, 10), today)
  if (!day.ok) return day
  return ok({ kind: 'stay', fhirId, at: momentOf(resource.period?.start ?? ''), stay: { ward: ward.value, bed: bed.value, admittedOn: day.value } })
}

function allergyOf(resource: z.infer<typeof FhirAllergy>): Result<FhirRead, ReferenceFaultCode> {
  const fhirId = patientIn(resource.patient)
  if (fhirId === null) return err('reference-unknown')
  const has = (concept: z.infer<typeof FhirAllergy>['clinicalStatus'], codes: readonly string[]): boolean => concept?.coding?.some(({ code }) => codes.includes(code ?? '')) === true
  if (has(resource.verificationStatus, ['refuted', 'entered-in-error']) || has(resource.clinicalStatus, ['resolved'])) return ok({ kind: 'nothing' })
  // SNOMED CT and JP Core codes for "no known allergy" say none, as the word does.
  if (has(resource.code, ['716186003', '409137002', 'no-known-allergy'])) return ok({ kind: 'allergy', fhirId, allergies: [] })
  const substance = lineOf(shown(resource.code), mostLine)
  if (!substance.ok) return substance
  if (substance.value === '') return err('not-understood')
  const note = lineOf((resource.reaction ?? []).flatMap(({ manifestation, description }) => [...(manifestation ?? []).map(shown), description ?? '']).filter((word) => word !== '').join('、'), mostLine)
  return note.ok ? ok({ kind: 'allergy', fhirId, allergies: [{ substance: substance.value, note: note.value }] }) : note
}

function shown(value: z.infer<typeof concept> | null | undefined): string {
  return value?.text ?? value?.coding?.map(({ display, code }) => display ?? code ?? '').find((word) => word !== '') ?? ''
}

/** `Patient/abc`, also behind an address or with a version. */
function patientIn(value: z.infer<typeof reference> | null | undefined): string | null {
  return /(?:^|\/)Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.*)?$/.exec(value?.reference ?? '')?.[1] ?? null
}

/** A FHIR date or time as a text that compares as one. */
function momentOf(value: string): string {
  const time = Date.parse(value)
  return (Number.isNaN(time) ? '' : new Date(time).toISOString().replaceAll(/\D/g, '')).padEnd(17, '0')
}
