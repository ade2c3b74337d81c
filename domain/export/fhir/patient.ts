import { identityOf, type Identity } from '../../identity/identity.ts'
import type { PatientId } from '../../ids.ts'
import { shownKana, shownName, type Naming } from '../../patient/naming.ts'
import type { Birth, Sex } from '../../patient/birth.ts'
import { factsOf, newestFact } from '../../view/facts.ts'
import { both, sexWords } from '../words.ts'
import type { ExportInput } from '../input.ts'
import type { PatientGroup } from '../prepare.ts'
import { absentExtension, coded, jpProfile, moment, ownSystem, reference, type Element, type Resource } from './elements.ts'
import { hospitalNumberSystem } from './number-system.ts'
import { birthWords } from './said.ts'
import type { Shared } from './shared.ts'

/**
 * The patient as known at the end: the ward number for the time being (use temp), the hospital's own once two people or a link
 * say so, every name that was said. No birth date is made of an age, and no link says more than a person decided.
 */
export function patientResource({ patient, row }: Pick<PatientGroup, 'patient' | 'row'>, input: Pick<ExportInput, 'identifierSystem' | 'profile' | 'realm'>, shared: Shared, patients: ReadonlyMap<PatientId, PatientGroup>): Resource {
  const { registered } = row
  const common = { meta: jpProfile('JP_Patient'), active: true, managingOrganization: shared.hospital }
  if (registered === null) {
    return { type: 'Patient', uuid: patient, body: { ...common, name: [{ use: 'temp', text: '不明（登録の記録なし）' }], gender: 'unknown', _birthDate: absentExtension('unknown') } }
  }
  const identity = identityOf({ registered, facts: row.facts })
  const isUnknown = identity.naming.kind === 'unknown'
  const deceased = newestFact(row, 'death-confirmed')
  const mother = registered.mother === null ? null : (patients.get(registered.mother)?.row.registered ?? null)
  const contact = newestFact(row, 'insurance-stated')?.body ?? null
  return {
    type: 'Patient', uuid: patient,
    body: {
      ...common,
      identifier: [
        { use: 'temp', type: coded('災害時の番号 ward number'), system: ownSystem('IdSystem/ward-number'), value: registered.number, assigner: { display: input.profile.hospital } },
        ...hospitalNumber(identity, input),
      ],
      name: namesOf(identity),
      // Nobody knows who this is: what was seen stands in the name's text.
      gender: isUnknown ? 'unknown' : identity.sex,
      ...birthOf(identity.birth),
      deceasedDateTime: deceased === null ? null : moment(deceased.at),
      contact: mother === null ? [] : [{ relationship: [coded('母 mother', ['http://terminology.hl7.org/CodeSystem/v3-RoleCode', 'MTH'])], name: { text: `${shownName(mother.naming)}（${mother.number}）` } }],
      telecom: contact === null || contact.phone.trim() === '' ? [] : [{ system: 'phone', value: contact.phone }],
      address: contact === null || contact.address.trim() === '' ? [] : [{ text: contact.address, country: 'JP' }],
      link: linkedTo(row, patient, patients).map((other) => ({ other: reference(other), type: 'seealso' })),
    },
  }
}

/** Other registrations of the same person, as somebody decided and nobody took back. */
export function linkedTo(row: PatientGroup['row'], patient: PatientId, patients: ReadonlyMap<PatientId, PatientGroup>): readonly PatientId[] {
  const to = factsOf(row, 'patient-linked').flatMap(({ body }) => (body.to.kind === 'patient' ? [body.to.patient] : []))
  return [...new Set(to)].filter((other) => other !== patient && patients.has(other))
}

function hospitalNumber({ link, verification, claim, hospitalId }: Identity, input: Pick<ExportInput, 'identifierSystem' | 'profile' | 'realm'>): readonly Element[] {
  const decided = link !== null || (verification !== null && claim !== null && claim.body.hospitalId === hospitalId)
  return hospitalId === null || !decided ? [] : [{ use: 'usual', type: coded('患者番号', ['http://terminology.hl7.org/CodeSystem/v2-0203', 'MR']), system: hospitalNumberSystem(input).uri, value: hospitalId, assigner: { display: input.profile.hospital } }]
}

function namesOf(identity: Identity): readonly Element[] {
  const now = identity.naming.kind === 'unknown' ? [{ use: 'temp', text: `不明（${seen(identity.sex, identity.birth)}）` }] : writings(identity.naming, 'usual')
  const aliases = identity.alias === null ? [] : [{ use: 'temp', text: shownName({ kind: 'unknown', alias: identity.alias }) }]
  return [...now, ...aliases, ...identity.formerNamings.flatMap((former) => (former.kind === 'unknown' ? [] : writings(former, 'old')))]
}

function seen(sex: Sex, birth: Birth): string {
  const who = sex === 'male' ? '男性' : sex === 'female' ? '女性' : sex === 'other' ? both(sexWords[sex]) : '性別不明'
  return birth.kind === 'unknown' ? who : `${who}・${birthWords(birth)}`
}

/** Kanji and kana as two names (JP_HumanName); a part that nobody said is left out. */
function writings(naming: Extract<Naming, { kind: 'known' }>, use: 'usual' | 'old'): readonly Element[] {
  const { family, given, familyKana, givenKana } = naming
  const kanji = shownKana(naming) === shownName(naming) ? [] : [writing('IDE', use, shownName(naming), family, given)]
  const kana = shownKana(naming) === '' ? [] : [writing('SYL', use, katakana(shownKana(naming)), katakana(familyKana), katakana(givenKana))]
  return [...kanji, ...kana]
}

function writing(representation: 'IDE' | 'SYL', use: string, whole: string, family: string, given: string): Element {
  return { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation', valueCode: representation }], use, text: whole, family, given: given.trim() === '' ? [] : [given] }
}

/** Full-width katakana, as JP Core writes kana. */
function katakana(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[ぁ-ゖゝゞ]/g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0x60))
}

function birthOf(birth: Birth): Element {
  switch (birth.kind) {
    case 'day':
      return { birthDate: birth.on }
    case 'month':
      return { birthDate: birth.month }
    case 'year':
      return { birthDate: String(birth.year) }
    case 'estimated-age':
    case 'age-band':
    case 'unknown':
      return { _birthDate: absentExtension('unknown') }
  }
}
