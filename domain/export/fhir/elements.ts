import { base64Of } from '../base64.ts'
import { escaped } from '../html.ts'
import { instantOf, millisecondsOf, type Instant } from '../../time.ts'

/**
 * The data types of FHIR R4 (4.0.1) as far as an export writes them. A builder may leave null, '' and empty lists in what it
 * makes: `tidy` takes them out, because FHIR knows no empty value.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export type Element = { readonly [name: string]: Json }

export type ResourceType =
  | 'AllergyIntolerance' | 'Communication' | 'Coverage' | 'Device' | 'DiagnosticReport' | 'DocumentReference' | 'Encounter' | 'Location' | 'MedicationAdministration' | 'MedicationRequest'
  | 'MedicationStatement' | 'Observation' | 'Organization' | 'Patient' | 'Practitioner' | 'Procedure' | 'Provenance' | 'ServiceRequest' | 'Specimen'

/** A resource before it has its business identifier, which is its UUID. */
export type Resource = { readonly type: ResourceType; readonly uuid: string; readonly body: Element }

/** Of JP Core 1.2; Medplum and others look it up by this name. */
export function jpProfile(name: string): Element {
  return { profile: [`http://jpfhir.jp/fhir/core/StructureDefinition/${name}`] }
}

/** Systems of ours, for codes and numbers nobody else has given: they lead nowhere on purpose. */
export function ownSystem(name: string): string {
  return `https://tomoshibi.invalid/fhir/${name}`
}

/** The UUID of a resource as its business identifier (JP Core's NamingSystem): what a second delivery finds it by. */
export const instanceSystem = 'http://jpfhir.jp/fhir/core/IdSystem/resourceInstance-identifier'

export const reference = (uuid: string, display: string | null = null): Element => ({ reference: `urn:uuid:${uuid}`, display })

export const text = (words: string): Element => ({ text: words })

export function coded(words: string, ...codings: readonly (readonly [system: string, code: string, display?: string])[]): Element {
  return { coding: codings.map(([system, code, display]) => ({ system, code, display: display ?? null })), text: words }
}

const ucum = 'http://unitsofmeasure.org'

/** A number with its unit; `code` is the unit in UCUM, null where the unit has none that is beyond doubt. */
export function quantity(value: number, unit: string, code: string | null = null): Element {
  return { value, unit, ...(code === null ? {} : { system: ucum, code }) }
}

export const absent = (reason: 'unknown' | 'not-performed'): Element => coded('', ['http://terminology.hl7.org/CodeSystem/data-absent-reason', reason])

/** The same for a value that has no place of its own for it: a birth date. */
export const absentExtension = (reason: 'unknown'): Element => ({ extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: reason }] })

/** A moment with Japan's offset: `2026-11-20T16:24:00.000+09:00`. A clock that stands beyond the calendar is told in UTC. */
export function moment(at: Instant): string {
  const ms = millisecondsOf(at) + 9 * 3_600_000
  return ms > 253_402_300_799_999 ? at : `${instantOf(ms).slice(0, -1)}+09:00`
}

/** Lines for people, in every viewer of FHIR: what the record says, field by field. */
export function narrative(lines: readonly string[]): Element {
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${lines.map((line) => `<p>${escaped(line).replaceAll('\n', '<br/>')}</p>`).join('')}</div>` }
}

export function plainText(words: string): Element {
  return { contentType: 'text/plain', language: 'ja', data: base64Of(utf8Of(fhirText(words))) }
}

/** JP Core sends no private-use characters (外字): 〓 stands in their place, and fhir/replaced-characters.ndjson says where. */
export const privateUse = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu

const fhirText = (words: string): string => words.replaceAll(privateUse, '〓')

/** What FHIR may hold of a value: no nulls, no empty texts, lists or elements, no private-use characters. Undefined: nothing is left. */
export function tidy(value: Json): Json | undefined {
  if (value === null) return undefined
  if (typeof value === 'string') return value.trim() === '' ? undefined : fhirText(value)
  if (typeof value !== 'object') return value
  if (isList(value)) {
    const list = value.map(tidy).filter((one) => one !== undefined)
    return list.length === 0 ? undefined : list
  }
  const members = Object.entries(value).flatMap(([name, part]): readonly (readonly [string, Json])[] => {
    const kept = tidy(part)
    return kept === undefined ? [] : [[name, kept]]
  })
  return members.length === 0 ? undefined : Object.fromEntries(members)
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

function utf8Of(words: string): Uint8Array {
  const bytes: number[] = []
  for (const symbol of words) {
    const point = symbol.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
  }
  return Uint8Array.from(bytes)
}
