import { allergyWords, both } from '../words.ts'
import { coded, jpProfile, moment, narrative, ownSystem, text, type Element, type Resource } from './elements.ts'
import { saidOf } from './said.ts'
import { author, isStruck, made, partId, resource, type Maker, type Scene } from './scene.ts'
import { uuidOf } from './uuid.ts'

const clinical = (code: 'active' | 'inactive'): Element => coded('', ['http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code])
const verification = (code: 'unconfirmed' | 'confirmed' | 'entered-in-error'): Element => coded('', ['http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code])
const state = (code: 'none' | 'unconfirmed'): Element => coded(`アレルギー${both(allergyWords[code])}`, [ownSystem('CodeSystem/allergy-state'), code])

/**
 * Three states, and "nobody asked" is one of them. A later "none" puts no earlier allergy out of force: each substance that
 * nobody struck stays active; of "none" and "not confirmed" only what was said last.
 */
export const allergyStated: Maker<'allergy-stated'> = (line, scene) => {
  const { body } = line.entry
  const isNow = scene.group.row.allergies[0]?.entry === line.entry.id
  const common = (isActive: boolean, isConfirmed: boolean): Element => ({
    meta: jpProfile('JP_AllergyIntolerance'), text: narrative(saidOf(line, scene)), clinicalStatus: isStruck(line) ? null : clinical(isActive ? 'active' : 'inactive'),
    verificationStatus: verification(isStruck(line) ? 'entered-in-error' : isConfirmed ? 'confirmed' : 'unconfirmed'), patient: scene.patient, encounter: scene.encounter,
    recordedDate: moment(line.entry.at), recorder: scene.shared.person(line.entry.by), asserter: author(line, scene),
  })
  const source = body.state === 'unconfirmed' || body.source.trim() === '' ? [] : [{ text: `情報源 source: ${body.source}` }]
  if (body.state !== 'present') return made(resource('AllergyIntolerance', line.entry.id, { ...common(isNow, body.state === 'none'), code: state(body.state), note: source }))
  return made(...body.substances.map(({ substance, reaction }, index): Resource => resource('AllergyIntolerance', partId(line, index === 0 ? null : `substance-${index}`), {
    ...common(true, true), code: text(substance), note: source, reaction: reaction.trim() === '' ? [] : [{ manifestation: [text(reaction)] }],
  })))
}

/** Of a patient whom nobody asked: said, so that an empty list is not read as "none". */
export function neverAsked({ group, patient, encounter }: Scene): readonly Resource[] {
  if (group.row.allergies.length > 0) return []
  return [resource('AllergyIntolerance', uuidOf('allergy-not-asked', group.patient), {
    meta: jpProfile('JP_AllergyIntolerance'), clinicalStatus: clinical('active'), verificationStatus: verification('unconfirmed'), code: state('unconfirmed'), patient, encounter,
  })]
}
