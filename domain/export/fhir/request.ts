import { routeWords } from '../../medicine/units.ts'
import { orderCategoryWords, orderTermWords, type Order } from '../../order/order.ts'
import { shownMedicine } from '../care-cells.ts'
import { both } from '../words.ts'
import { document } from './document.ts'
import { jpProfile, moment, narrative, reference, text, type Element } from './elements.ts'
import { doseQuantity, medicine, notes, performers, rateElement } from './medication.ts'
import { saidOf } from './said.ts'
import { author, isStruck, made, resource, type Line, type Maker, type Scene } from './scene.ts'

/** An order: of a medicine a MedicationRequest, of all else a ServiceRequest. What answered it later says how it stands. */
export const orderGiven: Maker<'order-given'> = (line, scene) => {
  const { body, at, recordedAt } = line.entry
  const common = {
    text: narrative(saidOf(line, scene)), intent: 'order', priority: body.urgent ? 'urgent' : 'routine', subject: scene.patient, encounter: scene.encounter,
    authoredOn: moment(recordedAt), requester: author(line, scene),
  }
  const { medicine: ordered } = body
  if (ordered === null) {
    return made(resource('ServiceRequest', line.entry.id, {
      ...common, status: stateOf(line, scene, 'revoked'), category: [text(both(orderCategoryWords[body.category]))], code: text(body.text.trim() === '' ? both(orderCategoryWords[body.category]) : body.text),
      occurrenceTiming: timing(body, body.from ?? at), ...(body.condition.trim() === '' ? {} : { asNeededCodeableConcept: text(body.condition) }), note: notes(both(orderTermWords[body.term])),
    }))
  }
  const { profile, body: medication } = medicine(ordered.drug, ordered.route)
  return made(resource('MedicationRequest', line.entry.id, {
    meta: jpProfile(`JP_MedicationRequest${profile}`), ...common, ...medication, status: stateOf(line, scene, 'stopped'), category: [text('災害時の指示 order during an emergency')],
    dosageInstruction: [{
      text: [both(shownMedicine(ordered)), ordered.mixedWith, body.text, body.condition].filter((part) => part.trim() !== '').join(' '), timing: timing(body, body.from ?? at),
      ...(body.condition.trim() === '' ? {} : { asNeededCodeableConcept: text(body.condition) }), route: text(both(routeWords[ordered.route])), doseAndRate: [{ doseQuantity: doseQuantity(ordered.amount, ordered.unit), ...rateElement(ordered.rate) }],
    }],
    note: notes(both(orderTermWords[body.term]), ordered.isControlled ? '麻薬・向精神薬 controlled medicine' : ''),
  }))
}

function stateOf(line: Line<'order-given'>, scene: Scene, stopped: 'stopped' | 'revoked'): string {
  if (isStruck(line)) return 'entered-in-error'
  const answers = scene.answers(line.entry.id).map(({ entry }) => entry.kind)
  if (answers.includes('order-stopped')) return stopped
  const { until, term } = line.entry.body
  const isOver = until !== null && until <= scene.input.createdAt
  return isOver || (term === 'once' && answers.some((kind) => kind === 'order-done' || kind === 'medicine-given')) ? 'completed' : 'active'
}

/** Hours of each day, or the time it is wanted from. */
function timing({ times, until, term }: Order, from: Order['from'] & string): Element {
  const bounds = { boundsPeriod: { start: moment(from), end: until === null || until < from ? null : moment(until) } }
  if (times.length > 0) return { repeat: { ...bounds, frequency: times.length, period: 1, periodUnit: 'd', timeOfDay: times.map((time) => `${time}:00`) } }
  return term === 'once' ? { event: [moment(from)] } : { repeat: bounds }
}

/** Carried out: a procedure with the words of its order. */
export const orderDone: Maker<'order-done'> = (line, scene) => {
  const { order, note } = line.entry.body
  const asked = scene.line(order)?.entry
  const request = asked?.kind === 'order-given' && asked.body.medicine === null ? asked.body : null
  const what = asked?.kind === 'order-given' ? asked.body : null
  const words = what === null ? '指示の実施（指示の記録なし）' : what.medicine === null ? what.text || both(orderCategoryWords[what.category]) : both(shownMedicine(what.medicine))
  return made(resource('Procedure', line.entry.id, {
    meta: jpProfile('JP_Procedure'), text: narrative(saidOf(line, scene)), status: isStruck(line) ? 'entered-in-error' : 'completed', basedOn: request === null ? [] : [reference(order)], code: text(words),
    subject: scene.patient, encounter: scene.encounter, performedDateTime: moment(line.entry.at), performer: performers(line, scene, null).map(({ actor = null }) => ({ actor })), note: notes(note),
  }))
}

/** Received or stopped: the order's own resource says how it stands now, and the Provenance of this record who and when. */
export const ofOrder: Maker<'order-received' | 'order-stopped'> = (line, scene) => {
  const { order } = line.entry.body
  return scene.line(order)?.entry.kind === 'order-given' ? { resources: [], about: [order] } : made(document(line, scene))
}
