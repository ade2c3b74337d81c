import type { EntryId } from '../../ids.ts'
import { fluidWayWords } from '../../fluid/fluid.ts'
import { kinds, type Kind } from '../../log/kinds.ts'
import { controlledMoveWords, infusionChangeWords } from '../../medicine/medicine.ts'
import { doseUnitWords } from '../../medicine/units.ts'
import { bloodTypeSourceWords, shownBloodType } from '../../transfusion/transfusion.ts'
import { shownCategory, type TriageCategory } from '../../triage/category.ts'
import { both, isolationWords, mobilityWords, triageMethodWords } from '../words.ts'
import { coded, moment, narrative, ownSystem, quantity, reference, text, type Element } from './elements.ts'
import { rateElement } from './medication.ts'
import { saidOf } from './said.ts'
import { author, made, observation, resource, resultStatus, type Ground, type Line, type Made, type Maker, type Scene } from './scene.ts'
import { category } from './vitals.ts'

/** A code of ours for what a kind of record observes. */
function codeOf(kind: Kind, words = both(kinds[kind].label)): Element {
  return coded(words, [ownSystem('CodeSystem/observation'), kind])
}

const mL = (value: number): Element => quantity(value, 'mL', 'mL')
const part = (words: string, value: Element): Element => ({ code: text(words), ...value })
const wordsOf = (words: string): readonly Element[] => (words.trim() === '' ? [] : [{ text: words }])

/** Belongs to a dose, an infusion or a bag of this chart. */
function ofAdministration(id: EntryId, kind: 'medicine-given' | 'transfusion-started', scene: Scene): readonly Element[] {
  return scene.line(id)?.entry.kind === kind ? [reference(id)] : []
}

export const infusionChanged: Maker<'infusion-changed'> = (line, scene) => {
  const { infusion, change, rate, givenMl, discardedMl, note } = line.entry.body
  const component = [
    ...(rate === null ? [] : [part('速度 rate', { valueQuantity: rateElement(rate)['rateQuantity'] ?? null })]),
    ...(givenMl === null ? [] : [part('入った量 given', { valueQuantity: mL(givenMl) })]),
    ...(discardedMl === null ? [] : [part('残量廃棄 discarded', { valueQuantity: mL(discardedMl) })]),
  ]
  return made(observation(line, scene, null, codeOf('infusion-changed'), { said: saidOf(line, scene), partOf: ofAdministration(infusion, 'medicine-given', scene), valueCodeableConcept: coded(both(infusionChangeWords[change]), [ownSystem('CodeSystem/infusion-change'), change]), component, note: wordsOf(note) }))
}

export const effectSeen: Maker<'effect-seen'> = (line, scene) => {
  const { dose, effect } = line.entry.body
  return made(observation(line, scene, null, codeOf('effect-seen'), { partOf: ofAdministration(dose, 'medicine-given', scene), valueString: effect }))
}

export const transfusionWatched: Maker<'transfusion-watched'> = (line, scene) => {
  const { bag, minutes, fine, words } = line.entry.body
  return made(observation(line, scene, null, codeOf('transfusion-watched'), {
    said: saidOf(line, scene), partOf: ofAdministration(bag, 'transfusion-started', scene), valueString: fine ? '異常なし nothing abnormal' : words,
    component: minutes === null ? [] : [part('開始から after the start', { valueQuantity: quantity(minutes, 'min', 'min') })], note: fine ? wordsOf(words) : [],
  }))
}

export const transfusionEnded: Maker<'transfusion-ended'> = (line, scene) => {
  const { bag, givenMl, reacted, reaction } = line.entry.body
  return made(observation(line, scene, null, codeOf('transfusion-ended'), {
    said: saidOf(line, scene), partOf: ofAdministration(bag, 'transfusion-started', scene), valueString: reacted ? `副作用あり reaction: ${reaction}` : '副作用なし no reaction seen', component: [part('輸血量 given', { valueQuantity: mL(givenMl) })],
  }))
}

/** Only two samples make a blood type certain, and that is for the laboratory: one word, card or list is preliminary. */
export const bloodTypeStated: Maker<'blood-type-stated'> = (line, scene) => {
  const { type, source, sample } = line.entry.body
  const tested = source === 'sample'
  return made(observation(line, scene, null, codeOf('blood-type-stated', '血液型 Blood type'), {
    status: resultStatus(line, tested ? 'final' : 'preliminary'), category: category(tested ? 'laboratory' : 'survey'), valueString: both(shownBloodType(type)), method: text(both(bloodTypeSourceWords[source])), note: wordsOf(sample.trim() === '' ? '' : `検体 sample: ${sample}`),
  }))
}

export const fluidMeasured: Maker<'fluid-measured'> = (line, scene) => {
  const { way, name, amountMl, times, note } = line.entry.body
  const component = [...(times === null ? [] : [part('回数 times', { valueInteger: times })]), ...(name.trim() === '' ? [] : [part('名称 name', { valueString: name })])]
  const code = coded(`水分出納 ${both(fluidWayWords[way])}`, [ownSystem('CodeSystem/fluid'), way])
  return made(observation(line, scene, null, code, { ...(amountMl === null ? {} : { valueQuantity: mL(amountMl) }), component, note: wordsOf(note) }))
}

/** A category of triage is no diagnosis; black is no confirmation of death, and its words say so. */
export const triageDecided: Maker<'triage-decided'> = (line, scene) => {
  const { body } = line.entry
  const value = (of: TriageCategory): Element => coded(both(shownCategory(of)), [ownSystem('CodeSystem/triage-category'), of])
  return made(observation(line, scene, null, codeOf('triage-decided', 'トリアージ区分 Triage category'), {
    said: saidOf(line, scene), category: category('survey'), valueCodeableConcept: value(body.decided), method: text(`${both(triageMethodWords[body.method])} ${body.ruleSet ?? ''}`.trim()),
    component: body.suggested === null ? [] : [part('目安 suggested', { valueCodeableConcept: value(body.suggested) })], note: wordsOf(body.note),
  }))
}

export const careNeeds: Maker<'care-needs-stated'> = (line, scene) => {
  const { mobility, isolation, note } = line.entry.body
  const component = [
    ...(mobility === null ? [] : [part('救護区分 mobility', { valueCodeableConcept: coded(both(mobilityWords[mobility]), [ownSystem('CodeSystem/mobility'), mobility]) })]),
    ...(isolation === null ? [] : isolation.length === 0 ? [part('隔離 isolation', { valueString: '不要 none' })] : isolation.map((one) => part('隔離 isolation', { valueCodeableConcept: coded(both(isolationWords[one]), [ownSystem('CodeSystem/isolation'), one]) }))),
  ]
  return made(observation(line, scene, null, codeOf('care-needs-stated'), { category: category('survey'), component, note: wordsOf(note) }))
}

/** What lies in the ward's safe: of the ward and of no patient, so its subject is a place. */
export function controlledMoved(line: Line<'controlled-moved'>, scene: Ground): Made {
  const { body, at, recordedAt } = line.entry
  return made(resource('Observation', line.entry.id, {
    text: narrative(saidOf(line, scene)), status: resultStatus(line), code: codeOf('controlled-moved', `麻薬・向精神薬 ${both(controlledMoveWords[body.move])} ${body.drug}`), subject: scene.shared.ward,
    effectiveDateTime: moment(at), issued: moment(recordedAt), performer: [author(line, scene)], valueQuantity: quantity(body.amount, doseUnitWords[body.unit].en), note: wordsOf(body.explained),
  }))
}
