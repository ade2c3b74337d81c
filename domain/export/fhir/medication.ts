import type { EntryId } from '../../ids.ts'
import { lastDoseSourceWords, withheldWords, withoutOrderWords } from '../../medicine/medicine.ts'
import { doseUnitWords, injected, rateUnitWords, routeWords, running, shownDose, shownRate, type DoseUnit, type Rate, type RateUnit, type Route } from '../../medicine/units.ts'
import { aloneBecause, type ByTwo } from '../../record/second.ts'
import { bloodProductWords } from '../../transfusion/transfusion.ts'
import { both } from '../words.ts'
import { jpProfile, moment, narrative, quantity, reference, text, type Element, type Resource } from './elements.ts'
import { saidOf } from './said.ts'
import { author, isStruck, made, partId, resource, type Line, type Maker, type Scene } from './scene.ts'
import { staffIdentifier } from './shared.ts'

/** Units of mass, volume and amount have one meaning in UCUM. 単位 may be an international unit or not, a tablet has none: those go as words. */
const doseUcum: Partial<Record<DoseUnit, string>> = { mg: 'mg', g: 'g', mcg: 'ug', mL: 'mL', mEq: 'meq', mmol: 'mmol' }
const rateUcum: Partial<Record<RateUnit, string>> = { 'mL/h': 'mL/h', 'mg/h': 'mg/h', 'mcg/min': 'ug/min', 'mcg/kg/min': 'ug/kg/min' }

const dose = (amount: number, unit: DoseUnit): Element => quantity(amount, doseUnitWords[unit].en, doseUcum[unit] ?? null)
const rateOf = (rate: Rate | null): Element => (rate === null ? {} : { rateQuantity: quantity(rate.value, rateUnitWords[rate.unit].en, rateUcum[rate.unit] ?? null) })
export { dose as doseQuantity, rateOf as rateElement }

/** The medicine by its name as written: no code is guessed. Of an injection JP Core wants a Medication, contained here. */
export function medicine(drug: string, route: Route | null): { readonly profile: string; readonly body: Element } {
  if (route === null || !injected.has(route)) return { profile: '', body: { medicationCodeableConcept: text(drug) } }
  return { profile: '_Injection', body: { contained: [{ resourceType: 'Medication', id: 'medicine', ...jpMeta('JP_Medication'), status: 'active', code: text(drug) }], medicationReference: { reference: '#medicine', display: drug } } }
}

const jpMeta = (profile: string): Element => ({ meta: jpProfile(profile) })

/** Who did it, and who looked at it with them. */
export function performers(line: Line, scene: Scene, byTwo: ByTwo | null): readonly Element[] {
  const second = byTwo !== null && 'second' in byTwo ? [{ function: text('2人目の確認 second person'), actor: { type: 'Practitioner', identifier: staffIdentifier(byTwo.second.staffNumber, scene.input.profile.hospital), display: byTwo.second.name } }] : []
  return [{ actor: author(line, scene) }, ...second]
}

export const notes = (...words: readonly string[]): readonly Element[] => words.filter((one) => one.trim() !== '').map((one) => ({ text: one }))

const alone = (byTwo: ByTwo | null): string => (byTwo === null ? '' : (aloneBecause(byTwo) ?? ''))

/** A dose, or an infusion from its start to the end that a later record tells; until then it is in progress. */
export const medicineGiven: Maker<'medicine-given'> = (line, scene) => {
  const { body, at } = line.entry
  const { drug, route, asked, byTwo } = body
  const order = 'order' in asked ? asked.order : null
  const runs = body.rate !== null && running.has(route)
  const end = runs ? (scene.answers(line.entry.id).find(({ entry }) => entry.kind === 'infusion-changed' && entry.body.change === 'ended')?.entry.at ?? null) : null
  const { profile, body: medication } = medicine(drug, route)
  return made(resource('MedicationAdministration', line.entry.id, {
    ...jpMeta(`JP_MedicationAdministration${profile}`), text: narrative(saidOf(line, scene)), ...medication,
    status: isStruck(line) ? 'entered-in-error' : runs && end === null ? 'in-progress' : 'completed',
    subject: scene.patient, context: scene.encounter,
    ...(runs ? { effectivePeriod: { start: moment(at), end: end === null || end < at ? null : moment(end) } } : { effectiveDateTime: moment(at) }),
    performer: performers(line, scene, byTwo), request: requestOf(order, scene),
    reasonCode: 'without' in asked ? [text(`${both(withoutOrderWords[asked.without])} ${asked.words}`.trim())] : [],
    dosage: { text: [both(shownDose(body.amount, body.unit)), both(routeWords[route]), body.rate === null ? '' : both(shownRate(body.rate)), body.mixedWith].filter((part) => part.trim() !== '').join(' '), site: body.site.trim() === '' ? null : text(body.site), route: text(both(routeWords[route])), dose: dose(body.amount, body.unit), ...rateOf(body.rate) },
    note: notes(body.note, body.before === '' ? '' : `投与前 before: ${body.before}`, alone(byTwo) === '' ? '' : `1人で実施 alone: ${alone(byTwo)}`),
  }))
}

export const medicineWithheld: Maker<'medicine-withheld'> = (line, scene) => {
  const { order, due, because, words } = line.entry.body
  const asked = orderedMedicine(order, scene)
  const { profile, body } = medicine(asked?.drug ?? '指示の薬（指示の記録なし）', asked?.route ?? null)
  return made(resource('MedicationAdministration', line.entry.id, {
    ...jpMeta(`JP_MedicationAdministration${profile}`), text: narrative(saidOf(line, scene)), ...body, status: isStruck(line) ? 'entered-in-error' : 'not-done',
    statusReason: [text(`${both(withheldWords[because])} ${words}`.trim())], subject: scene.patient, context: scene.encounter,
    effectiveDateTime: moment(due ?? line.entry.at), performer: performers(line, scene, null), request: requestOf(order, scene),
  }))
}

function orderedMedicine(order: EntryId, scene: Scene): { readonly drug: string; readonly route: Route } | null {
  const line = scene.line(order)
  return line?.entry.kind === 'order-given' ? line.entry.body.medicine : null
}

/** Only a medicine's order is a MedicationRequest. */
function requestOf(order: EntryId | null, scene: Scene): Element | null {
  return order !== null && orderedMedicine(order, scene) !== null ? reference(order) : null
}

/** What somebody takes at home and when last: nobody here knows whether it goes on, so the status is unknown. */
export const lastDose: Maker<'last-dose-confirmed'> = (line, scene) => {
  const { doses, source, note } = line.entry.body
  return made(...doses.map(({ drug, at, when }, index): Resource => resource('MedicationStatement', partId(line, index === 0 ? null : `dose-${index}`), {
    ...jpMeta('JP_MedicationStatement'), text: narrative(saidOf(line, scene)), status: isStruck(line) ? 'entered-in-error' : 'unknown', medicationCodeableConcept: text(drug), subject: scene.patient, context: scene.encounter,
    effectiveDateTime: at === null ? null : moment(at), dateAsserted: moment(line.entry.at), informationSource: source === 'patient' ? scene.patient : null,
    dosage: when.trim() === '' ? [] : [{ text: `最終 last: ${when}` }], note: notes(`情報源 source: ${both(lastDoseSourceWords[source])}`, note),
  })))
}

/**
 * A bag of blood. In Japan a blood product is a medicine with a lot that must be kept for twenty years, and a hospital's system
 * holds it among the injections; R4's Procedure could name neither lot nor expiry as data. So: an administration of a contained
 * Medication with its batch.
 */
export const transfusionStarted: Maker<'transfusion-started'> = (line, scene) => {
  const { body, at } = line.entry
  const ended = scene.answers(line.entry.id).findLast(({ entry }) => entry.kind === 'transfusion-ended')?.entry
  const given = ended?.kind === 'transfusion-ended' ? ended.body.givenMl : null
  const product = both(bloodProductWords[body.product])
  return made(resource('MedicationAdministration', line.entry.id, {
    ...jpMeta('JP_MedicationAdministration_Injection'), text: narrative(saidOf(line, scene)),
    contained: [{ resourceType: 'Medication', id: 'bag', ...jpMeta('JP_Medication'), status: 'active', code: text(product), amount: body.volumeMl === null ? null : { numerator: quantity(body.volumeMl, 'mL', 'mL'), denominator: quantity(1, '袋 bag', null) }, batch: { lotNumber: body.lot, expirationDate: body.expiresOn } }],
    status: isStruck(line) ? 'entered-in-error' : ended === undefined ? 'in-progress' : 'completed', category: text('輸血 transfusion'),
    medicationReference: { reference: '#bag', display: product }, subject: scene.patient, context: scene.encounter,
    effectivePeriod: { start: moment(at), end: ended === undefined || ended.at < at ? null : moment(ended.at) }, performer: performers(line, scene, body.byTwo),
    dosage: { text: [body.units === null ? '' : `${body.units} 単位 units`, body.volumeMl === null ? '' : `${body.volumeMl} mL`].filter((part) => part !== '').join(' '), dose: given === null ? (body.volumeMl === null ? bagOf(body.units) : quantity(body.volumeMl, 'mL', 'mL')) : quantity(given, 'mL', 'mL') },
    note: notes(body.note, alone(body.byTwo) === '' ? '' : `1人で実施 alone: ${alone(body.byTwo)}`),
  }))
}

const bagOf = (units: number | null): Element => (units === null ? quantity(1, '袋 bag') : quantity(units, '単位 units'))
