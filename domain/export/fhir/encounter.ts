import { millisecondsOf, type Instant } from '../../time.ts'
import { factsOf, newestFact } from '../../view/facts.ts'
import type { PatientRow } from '../../view/ward.ts'
import { both, mobilityWords, stayWords } from '../words.ts'
import { jpProfile, moment, narrative, reference, text, type Element, type Resource } from './elements.ts'
import { encounterId, type Scene } from './scene.ts'

/**
 * The stay: from the registration (or an admission said to be earlier) to discharge, sending on or death; where the patient lay
 * and since when. One for each registration; whoever came by mass intake and got no bed was an emergency visit.
 */
export function encounterResource({ group, shared, lines, input }: Scene): Resource {
  const { row } = group
  const { registered } = row
  const stays = factsOf(row, 'stay-changed')
  const [latest] = stays
  const death = newestFact(row, 'death-confirmed')
  const left = latest !== undefined && (latest.body.change === 'discharged' || latest.body.change === 'sent') ? latest : null
  const first = registered?.at ?? lines[0]?.entry.at ?? input.createdAt
  const start = stays.flatMap(({ at, body }) => (body.change === 'admitted' || body.change === 'received' ? [at] : [])).reduce<Instant>((one, other) => (other < one ? other : one), first)
  const end = left?.at ?? death?.at ?? null
  const from = registered?.arrival?.from.trim() ?? ''
  const isInpatient = row.moves.length > 0 || (registered !== null && registered.bed !== null) || stays.some(({ body }) => body.change === 'admitted' || body.change === 'received')
  return {
    type: 'Encounter', uuid: encounterId(group),
    body: {
      meta: jpProfile('JP_Encounter'),
      text: narrative(['災害時記録の在院 stay during an emergency', ...stays.map(({ at, body }) => [moment(at), both(stayWords[body.change]), body.to, body.mobility === null ? '' : both(mobilityWords[body.mobility]), body.handedOver, body.note].filter((part) => part.trim() !== '').join(' '))]),
      status: end !== null ? 'finished' : latest?.body.change === 'on-leave' ? 'onleave' : 'in-progress',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: isInpatient ? 'IMP' : 'EMER' },
      subject: reference(group.patient),
      period: { start: moment(start), end: end === null || end < start ? null : moment(end) },
      hospitalization: {
        origin: from === '' ? null : { display: from },
        dischargeDisposition: left === null ? (death === null ? null : text('死亡 died')) : text(`${both(stayWords[left.body.change])} ${left.body.to}`.trim()),
        destination: left === null || left.body.to.trim() === '' ? null : { display: left.body.to },
      },
      location: [...bedsOf(row, shared.bed), ...(isInpatient || row.registered !== null ? [{ location: shared.ward, period: { start: moment(start) } }] : [])],
      serviceProvider: shared.hospital,
    },
  }
}

/** Each bed with the time somebody lay in it; a move to no bed ends the one before. */
function bedsOf({ registered, moves }: PatientRow, bed: (name: string) => Element): readonly Element[] {
  const inTime = [...(registered === null ? [] : [{ at: registered.at, bed: registered.bed }]), ...moves.toReversed()].toSorted((one, other) => millisecondsOf(one.at) - millisecondsOf(other.at))
  return inTime.flatMap(({ at, bed: name }, index): readonly Element[] => {
    if (name === null || name.trim() === '') return []
    const until = inTime[index + 1]?.at ?? null
    return [{ location: bed(name), status: until === null ? 'active' : 'completed', period: { start: moment(at), end: until === null ? null : moment(until) } }]
  })
}
