import { Hl7Message, type Hl7Segment } from '@medplum/core'
import type { Birth, Sex } from '#domain/patient/birth.ts'
import type { ReferenceFact, ReferenceFaultCode, ReferencePlace } from '#domain/reference/reference-fact.ts'
import type { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { allergiesFrom, birthOf, dayOf, lineOf, sexOf, type ValueRead } from '#domain/reference/source-text.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { mostLine, mostName } from '#domain/text.ts'
import type { CalendarDate } from '#domain/time.ts'

/**
 * One HL7 v2.5 message as facts. ADT^A08 and its kin say who somebody is; A01, A02 and A03 (and what takes them back) where they
 * lie; A60 and AL1 what they bear badly. Every other message is passed over whole, by its name.
 */
export type MessageRead =
  | { readonly kind: 'facts'; readonly trigger: string; readonly hospitalId: string; readonly facts: readonly ReferenceFact[] }
  | { readonly kind: 'other'; readonly named: string }

export type Asked = { readonly place: ReferencePlace; readonly today: CalendarDate }

/** Says who the patient is; a feed may begin with an admission. */
const identifies = new Set(['ADT^A08', 'ADT^A28', 'ADT^A31', 'ADT^A04', 'ADT^A01'])
/** A transfer taken back and a discharge taken back name the place where the patient is. */
const lies = new Set(['ADT^A01', 'ADT^A02', 'ADT^A12', 'ADT^A13'])
const left = new Set(['ADT^A03', 'ADT^A11'])

/** Reads decoded text that begins with MSH. Rules REF-18 to REF-21. */
export function readMessage(text: string, { place, today }: Asked): Result<MessageRead, ReferenceFaultCode> {
  const message = parsed(text)
  if (message === null) return err('not-understood')
  const head = message.header
  const trigger = [component(head, 9, 1), component(head, 9, 2)].join('^')
  if (!/^[A-Z]{3}\^[A-Z][A-Z0-9]{2}$/.test(trigger)) return err('not-understood')
  if (!/^2\.5(\.\d)?$/.test(component(head, 12, 1))) return ok({ kind: 'other', named: 'other-version' })
  if (!identifies.has(trigger) && !lies.has(trigger) && !left.has(trigger) && trigger !== 'ADT^A60') return ok({ kind: 'other', named: trigger })

  const pid = message.getSegment('PID')
  if (pid === undefined) return err('not-understood')
  const id = lineOf(idOf(pid), 40)
  if (!id.ok) return id
  const hospitalId = id.value
  if (hospitalId === '') return err('id-missing')
  const at = moment(component(head, 7, 1))
  const facts: ReferenceFact[] = []

  if (identifies.has(trigger)) {
    const patient = patientOf(pid, hospitalId, today)
    if (!patient.ok) return patient
    facts.push({ kind: 'patient', patient: patient.value, at, place })
  }
  const allergies = allergiesOf(message)
  if (!allergies.ok) return allergies
  if (allergies.value !== null) facts.push({ kind: 'allergies', hospitalId, allergies: allergies.value, place })
  if (lies.has(trigger) || left.has(trigger)) {
    const stay = stayOf(message, trigger, today)
    if (!stay.ok) return stay
    if (stay.value !== null) facts.push({ kind: 'stay', hospitalId, at: stay.value.at + at, stay: stay.value.stay })
  }
  return ok({ kind: 'facts', trigger, hospitalId, facts })
}

function parsed(text: string): Hl7Message | null {
  try {
    return Hl7Message.parse(text)
  } catch {
    return null // begins like a message and is none
  }
}

/** The id of type PI, else the first. */
function idOf(pid: Hl7Segment): string {
  const typed = repetitions(pid, 3).find((at) => component(pid, 3, 5, at) === 'PI')
  return component(pid, 3, 1, typed ?? 0)
}

function patientOf(pid: Hl7Segment, hospitalId: string, today: CalendarDate): ValueRead<ReferencePatient> {
  const names = repetitions(pid, 5)
  const coded = (code: string): number | undefined => {
    const all = names.filter((at) => component(pid, 5, 8, at) === code)
    return all.find((at) => component(pid, 5, 7, at) === 'L') ?? all[0]
  }
  const kana = coded('P')
  const written = coded('I') ?? names.find((at) => at !== kana)
  const part = (at: number | undefined, place: number): ValueRead<string> => (at === undefined ? ok('') : lineOf(component(pid, 5, place, at), mostName))
  const [family, given, familyKana, givenKana] = [part(written, 1), part(written, 2), part(kana, 1), part(kana, 2)]
  for (const read of [family, given, familyKana, givenKana]) if (!read.ok) return read
  if (!family.ok || !given.ok || !familyKana.ok || !givenKana.ok) return err('text-is-broken')
  if (family.value + given.value + familyKana.value + givenKana.value === '') return err('name-missing')
  const sex = sexRead(component(pid, 8, 1))
  if (!sex.ok) return sex
  const birth = birthRead(component(pid, 7, 1), today)
  if (!birth.ok) return birth
  const phone = lineOf(phoneOf(pid), 40)
  if (!phone.ok) return phone
  return ok({
    hospitalId, family: family.value, given: given.value, familyKana: familyKana.value, givenKana: givenKana.value,
    sex: sex.value, birth: birth.value, phone: phone.value, stay: null, allergies: null,
  })
}

/** Table 0001 has two letters more than other systems. */
function sexRead(code: string): ValueRead<Sex> {
  return code === 'A' ? ok('other') : code === 'N' ? ok('unknown') : sexOf(code)
}

/** YYYY[MM[DD[…]]], as the standard has it: six digits are a month here. */
function birthRead(text: string, today: CalendarDate): ValueRead<Birth> {
  const [, year, month, day] = /^(\d{4})(\d{2})?(\d{2})?/.exec(text) ?? []
  if (year === undefined) return text === '' ? ok({ kind: 'unknown' }) : err('birth-not-understood')
  return birthOf([year, month, day].filter((part) => part !== undefined).join('-'), today)
}

/** As one text, where it stands in 2.5 and where it stood before, else put together from its parts. */
function phoneOf(pid: Hl7Segment): string {
  const whole = component(pid, 13, 12) || component(pid, 13, 1)
  return whole === '' ? [component(pid, 13, 6), component(pid, 13, 7)].filter((part) => part !== '').join('-') : whole
}

type StayRead = { readonly at: string; readonly stay: Extract<ReferenceFact, { kind: 'stay' }>['stay'] }

/** Null: a visit that is no stay. */
function stayOf(message: Hl7Message, trigger: string, today: CalendarDate): ValueRead<StayRead | null> {
  const visit = message.getSegment('PV1')
  if (visit === undefined || (component(visit, 2, 1) !== '' && component(visit, 2, 1) !== 'I')) return ok(null)
  const event = message.getSegment('EVN')
  const recorded = event === undefined ? '' : component(event, 6, 1) || component(event, 2, 1)
  const admitted = component(visit, 44, 1)
  const happened = trigger === 'ADT^A01' || trigger === 'ADT^A11' ? admitted : trigger === 'ADT^A03' ? component(visit, 45, 1) : ''
  // To the minute: systems give the seconds of one event differently in its messages.
  const at = moment((happened || recorded || component(message.header, 7, 1)).slice(0, 12))
  if (left.has(trigger)) return ok({ at, stay: null })
  const day = dayOf(admitted.slice(0, 8), today)
  if (!day.ok) return day
  const ward = lineOf(component(visit, 3, 1), mostName)
  if (!ward.ok) return ward
  const bed = lineOf([component(visit, 3, 2), component(visit, 3, 3)].filter((part) => part !== '').join('-'), mostName)
  return bed.ok ? ok({ at, stay: { ward: ward.value, bed: bed.value, admittedOn: day.value } }) : bed
}

/** IAM of an allergy message and AL1 of any other say the same in the same places. Null: nothing is said. */
function allergiesOf(message: Hl7Message): ValueRead<ReferencePatient['allergies']> {
  const list: { substance: string; note: string }[] = []
  for (const segment of [...message.getAllSegments('IAM'), ...message.getAllSegments('AL1')]) {
    if (segment.name === 'IAM' && component(segment, 6, 1) === 'D') continue
    const substance = lineOf(component(segment, 3, 2) || component(segment, 3, 5) || component(segment, 3, 1), mostLine)
    if (!substance.ok) return substance
    const note = lineOf(repetitions(segment, 5).map((at) => component(segment, 5, 1, at)).filter((text) => text !== '').join('、'), mostLine)
    if (!note.ok) return note
    if (substance.value !== '') list.push({ substance: substance.value, note: note.value })
  }
  return allergiesFrom(list)
}

function repetitions(segment: Hl7Segment, field: number): readonly number[] {
  return [...Array(segment.getField(field)?.components.length ?? 0).keys()]
}

/** Component of a field, its first subcomponent, with the signs that divide written out; `""` is the standard's nothing. */
function component(segment: Hl7Segment, field: number, place: number, repetition = 0): string {
  const text = segment.getField(field)?.components[repetition]?.[place - 1]?.split('&', 1)[0] ?? ''
  if (text === '""') return ''
  return text.includes('\\') ? text.replaceAll(/\\([FSTRE])\\/g, (_, letter: string) => divider[letter] ?? '') : text
}

const divider: Readonly<Record<string, string>> = { F: '|', S: '^', T: '&', R: '~', E: '\\' }

/** Digits of a time stamp, filled up to milliseconds so that texts compare as times; zeros where there is none. */
function moment(text: string): string {
  return (/^\d*(\.\d*)?/.exec(text)?.[0] ?? '').replace('.', '').slice(0, 17).padEnd(17, '0')
}
