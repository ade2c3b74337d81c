import type { ResultFlag, ResultLine } from '../../exam/exam.ts'
import { both } from '../words.ts'
import { document } from './document.ts'
import { coded, jpProfile, moment, narrative, ownSystem, quantity, reference, text, type Element } from './elements.ts'
import { saidOf } from './said.ts'
import { author, isStruck, made, observation, partId, resource, resultStatus, type Maker, type Scene } from './scene.ts'
import { category } from './vitals.ts'
import type { EntryId } from '../../ids.ts'

const flagCode = { low: 'L', high: 'H', abnormal: 'A', critical: 'AA' } as const satisfies Record<ResultFlag, string>

/** A report with an observation for each of its lines. What the laboratory wrote is not read into codes. */
export const examReported: Maker<'exam-reported'> = (line, scene) => {
  const { order, exam, lines, findings, specimen } = line.entry.body
  const results = lines.map((one, index) => observation(line, scene, `line-${index}`, text(one.item), {
    meta: jpProfile('JP_Observation_LabResult'), category: category('laboratory'), basedOn: ordered(order, scene), ...valueOf(one),
    interpretation: one.flag === null ? [] : [coded('', ['http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', flagCode[one.flag]])],
    referenceRange: one.range.trim() === '' ? [] : [{ text: one.range }], note: specimen.trim() === '' ? [] : [{ text: `検体 specimen: ${specimen}` }],
  }))
  const report = resource('DiagnosticReport', partId(line, null), {
    text: narrative(saidOf(line, scene)), status: resultStatus(line), basedOn: ordered(order, scene), code: text(exam), subject: scene.patient, encounter: scene.encounter, effectiveDateTime: moment(line.entry.at),
    issued: moment(line.entry.recordedAt), performer: [author(line, scene)], result: results.map(({ uuid }) => reference(uuid)), conclusion: findings,
  })
  return made(report, ...results)
}

/** A plain figure is a number; 「<0.3」 and 「(-)」 stay the text they are. */
function valueOf({ value, unit }: ResultLine): Element {
  const plain = value.normalize('NFKC').trim()
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(plain) ? { valueQuantity: quantity(Number(plain), unit) } : { valueString: `${value} ${unit}`.trim() }
}

function ordered(order: EntryId | null, scene: Scene): readonly Element[] {
  const asked = order === null ? null : scene.line(order)?.entry
  return order !== null && asked?.kind === 'order-given' && asked.body.medicine === null ? [reference(order)] : []
}

export const specimenTaken: Maker<'specimen-taken'> = (line, scene) => {
  const { order, specimen, label, note } = line.entry.body
  return made(resource('Specimen', line.entry.id, {
    status: isStruck(line) ? 'entered-in-error' : 'available', type: text(specimen), accessionIdentifier: label.trim() === '' ? null : { system: ownSystem('IdSystem/specimen-label'), value: label }, subject: scene.patient,
    request: ordered(order, scene), collection: { collector: author(line, scene), collectedDateTime: moment(line.entry.at) }, note: note.trim() === '' ? [] : [{ text: note }],
  }))
}

/** パニック値連絡: who was told, and whether it was read back. */
export const criticalCalled: Maker<'critical-called'> = (line, scene) => {
  const { result, caller, told, readBack, answer } = line.entry.body
  if (scene.line(result)?.entry.kind !== 'exam-reported') return made(document(line, scene))
  return made(resource('Communication', line.entry.id, {
    text: narrative(saidOf(line, scene)), status: isStruck(line) ? 'entered-in-error' : 'completed', category: [text('パニック値の連絡 critical value told')], priority: 'urgent', subject: scene.patient, encounter: scene.encounter,
    about: [reference(result)], sent: moment(line.entry.at), sender: { display: caller }, recipient: [{ display: told }],
    payload: [{ contentString: both({ ja: readBack ? '復唱した' : '復唱していない', en: readBack ? 'read back' : 'not read back' }) }, { contentString: answer }],
  }))
}
