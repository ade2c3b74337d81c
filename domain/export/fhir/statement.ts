import { formOf } from '../../form/forms.ts'
import { kinds } from '../../log/kinds.ts'
import { both, insuranceWords } from '../words.ts'
import { document } from './document.ts'
import { jpProfile, moment, narrative, text, type Resource } from './elements.ts'
import { notes } from './medication.ts'
import { saidOf } from './said.ts'
import { author, encounterId, isStruck, made, partId, resource, type Made, type Maker, type Scene } from './scene.ts'
import { observationsForm } from './vitals.ts'

/** About who the patient is: told by the Patient as known at the end, and each step of it as a text. */
export const aboutPatient: Maker<'patient-described' | 'identity-claimed' | 'identity-verified' | 'patient-linked' | 'death-confirmed'> = (line, scene) => ({ resources: [document(line, scene)], about: [scene.group.patient] })

/** Only where a kind of insurance was named; whoever pays is known by what was typed, card or not. */
export const insuranceStated: Maker<'insurance-stated'> = (line, scene) => {
  const { kind, insurer, symbol, number, branch, workplace } = line.entry.body
  if (kind === 'none' || kind === 'unknown') return made(document(line, scene))
  return made(resource('Coverage', line.entry.id, {
    meta: jpProfile('JP_Coverage'), text: narrative(saidOf(line, scene)), status: isStruck(line) ? 'entered-in-error' : 'active', type: text(both(insuranceWords[kind])),
    subscriberId: [symbol, number, branch].filter((part) => part.trim() !== '').join('・'), beneficiary: scene.patient,
    payor: [{ type: 'Organization', identifier: insurer === '' ? null : { system: 'http://jpfhir.jp/fhir/core/mhlw/IdSystem/InsurerNumber', value: insurer }, display: workplace.trim() === '' ? both(insuranceWords[kind]) : workplace }],
  }))
}

/** A form as its text; the numbers in it that are curves, and care that was done, in resources of their own beside it. */
export const form: Maker<'form'> = (line, scene) => {
  const { definition } = line.entry.body
  const whole = document(line, scene, { title: formOf(definition)?.label ?? kinds.form.label, code: definition })
  if (definition === 'observations') return made(whole, ...observationsForm(line, scene).resources)
  return definition === 'care' ? made(whole, ...careDone(line, scene)) : made(whole)
}

function careDone(line: Parameters<Maker<'form'>>[0], scene: Scene): readonly Resource[] {
  const { values } = line.entry.body
  const what = typeof values['what'] === 'string' ? values['what'] : ''
  if (what.trim() === '') return []
  return [resource('Procedure', partId(line, 'care'), {
    meta: jpProfile('JP_Procedure'), status: isStruck(line) ? 'entered-in-error' : 'completed', code: text(what), subject: scene.patient, encounter: scene.encounter, performedDateTime: moment(line.entry.at),
    performer: [{ actor: author(line, scene) }], bodySite: typeof values['where'] === 'string' && values['where'].trim() !== '' ? [text(values['where'])] : [], note: notes(typeof values['remark'] === 'string' ? values['remark'] : ''),
  })]
}

/** A registration is the Patient and the beginning of the stay; what was seen and said then stands in a text of its own. */
export const registered: Maker<'patient-registered'> = (line, scene): Made => ({ resources: [document(line, scene, { part: 'registration' })], about: [scene.group.patient, encounterId(scene.group)] })
