import type { StationId } from '../../ids.ts'
import type { Person } from '../../log/person.ts'
import { institutionOf } from '../../plan/identifier-system.ts'
import { labelKey } from '../../text.ts'
import { asWritten } from '../../transfer/unwrap.ts'
import type { ExportInput } from '../input.ts'
import { both, professionWords } from '../words.ts'
import { coded, jpProfile, ownSystem, reference, text, type Element, type Resource } from './elements.ts'
import { uuidOf } from './uuid.ts'

/**
 * Hospital, ward, beds, stations and people: what patients have in common. Each is named by what makes it one, so that every
 * station of a hospital, and every later export, names it alike. Two names under one staff number are two people: nothing is
 * guessed to be the same.
 */
export type Shared = {
  readonly resources: readonly Resource[]
  readonly hospital: Element
  readonly ward: Element
  readonly person: (person: Person) => Element
  readonly bed: (bed: string) => Element
  readonly device: (station: StationId) => Element
}

export function sharedOf(input: Pick<ExportInput, 'profile' | 'station' | 'entries' | 'app' | 'identifierSystem' | 'realm'>): Shared {
  const { hospital, ward, letters } = input.profile
  const hospitalId = uuidOf('organization', hospital)
  const wardId = uuidOf('location', hospital, ward)
  const owner = reference(hospitalId, hospital)
  const ids = new Map<string, string>()
  const personId = ({ staffNumber, name }: Person): string => {
    const key = `${staffNumber} ${name}` // a staff number has no space
    const known = ids.get(key) ?? uuidOf('practitioner', hospital, staffNumber, name)
    ids.set(key, known)
    return known
  }
  const bedId = (bed: string): string => uuidOf('location', hospital, ward, 'bed', labelKey(bed))

  const people = new Map<string, Person>()
  const beds = new Map<string, string>()
  const stations = new Map<StationId, string>([[input.station, letters]])
  for (const { entry } of input.entries) {
    for (const person of [...authorsOf(entry), ...authorsOf(asWritten(entry).entry), ...(entry.kind === 'person-identified' ? [entry.body.person] : [])]) {
      if (!people.has(personId(person))) people.set(personId(person), person)
    }
    const bed = entry.kind === 'patient-registered' || entry.kind === 'patient-moved' ? (entry.body.bed ?? '') : ''
    if (bed.trim() !== '' && !beds.has(bedId(bed))) beds.set(bedId(bed), bed)
    if (entry.kind === 'entry-imported') stations.set(entry.body.origin.station, entry.body.origin.letters)
  }
  return {
    resources: [
      { type: 'Organization', uuid: hospitalId, body: { meta: jpProfile('JP_Organization'), identifier: institutionIdentifier(input), active: true, name: hospital } },
      location(wardId, ward, 'wa', '病棟 ward', { managingOrganization: owner }),
      ...[...beds].map(([id, bed]) => location(id, bed, 'bd', 'ベッド bed', { managingOrganization: owner, partOf: reference(wardId, ward) })),
      ...[...stations].map(([station, own]): Resource => ({
        type: 'Device', uuid: station,
        body: { status: 'active', deviceName: [{ name: stationName(own), type: 'user-friendly-name' }], version: station === input.station ? [{ value: input.app.version }] : [], owner: station === input.station ? owner : null },
      })),
      ...[...people].map(([id, person]) => practitioner(id, person, hospital)),
    ],
    hospital: owner,
    ward: reference(wardId, ward),
    person: (person) => reference(personId(person), person.name),
    bed: (bed) => reference(bedId(bed), bed),
    device: (station) => reference(station, stationName(stations.get(station) ?? '')),
  }
}

/** The medical institution code, where the hospital's setting is made of it; of any other it is not known. A drill is no hospital's. */
function institutionIdentifier({ realm, identifierSystem }: Pick<ExportInput, 'identifierSystem' | 'realm'>): readonly Element[] {
  const code = realm !== 'real' || identifierSystem === null ? null : institutionOf(identifierSystem)
  return code === null ? [] : [{ system: 'http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no', value: code }]
}

function authorsOf({ by, onBehalfOf }: { readonly by: Person; readonly onBehalfOf: Person | null }): readonly Person[] {
  return onBehalfOf === null ? [by] : [by, onBehalfOf]
}

const stationName = (letters: string): string => `灯 Tomoshibi ${letters}`.trim()

function location(uuid: string, name: string, kind: 'wa' | 'bd', words: string, more: Element): Resource {
  return { type: 'Location', uuid, body: { meta: jpProfile('JP_Location'), status: 'active', name, mode: 'instance', physicalType: coded(words, ['http://terminology.hl7.org/CodeSystem/location-physical-type', kind]), ...more } }
}

/** The number on a badge is the hospital's own; the number of a doctor's register is not known here and not guessed. */
export function staffIdentifier(staffNumber: string, hospital: string): Element {
  return { system: ownSystem('IdSystem/staff-number'), value: staffNumber, assigner: { display: hospital } }
}

function practitioner(uuid: string, { staffNumber, name, profession }: Person, hospital: string): Resource {
  return {
    type: 'Practitioner', uuid,
    body: { meta: jpProfile('JP_Practitioner'), identifier: [staffIdentifier(staffNumber, hospital)], active: true, name: [{ use: 'usual', text: name }], qualification: [{ code: text(both(professionWords[profession])) }] },
  }
}
