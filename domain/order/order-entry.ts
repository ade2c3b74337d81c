import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import { readDose, readRate, type DoseIssue, type RateIssue } from '../medicine/amount.ts'
import { running, type DoseUnit, type RateUnit, type Route } from '../medicine/units.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine } from '../text.ts'
import { millisecondsOf, tokyoParts, type Instant } from '../time.ts'
import { daySlotNames, daySlots, readMoment, readTimes, type DaySlot, type MomentFault, type TimesFault } from './order-times.ts'
import type { Order, OrderCategory, OrderedMedicine, OrderTerm } from './order.ts'

/** As typed. What does not belong to the chosen category, term or route is kept and not written. */
export type OrderForm = {
  readonly category: OrderCategory | null
  readonly term: OrderTerm | null
  readonly text: string
  readonly drug: string
  readonly amount: string
  readonly unit: DoseUnit | null
  readonly route: Route | null
  readonly rate: string
  readonly rateUnit: RateUnit | null
  readonly mixedWith: string
  readonly isControlled: boolean
  readonly condition: string
  readonly from: string
  readonly until: string
  readonly slots: readonly DaySlot[]
  readonly times: string
  readonly isUrgent: boolean
  /** Of an order that somebody else writes for the doctor: heard, or copied from what the doctor wrote. */
  readonly said: 'aloud' | 'written' | null
  readonly isReadBack: boolean
}

export const emptyOrder: OrderForm = {
  category: null, term: null, text: '', drug: '', amount: '', unit: null, route: null, rate: '', rateUnit: null, mixedWith: '', isControlled: false,
  condition: '', from: '', until: '', slots: [], times: '', isUrgent: false, said: null, isReadBack: false,
}

export type OrderIssue =
  | { readonly field: 'category' | 'term' | 'said'; readonly code: 'not-chosen' }
  | { readonly field: 'text'; readonly code: 'text-missing' }
  | { readonly field: 'drug'; readonly code: 'drug-missing' }
  | { readonly field: 'route'; readonly code: 'route-missing' }
  | { readonly field: 'condition'; readonly code: 'condition-missing' }
  | { readonly field: 'until'; readonly code: 'until-before-start' }
  | ({ readonly field: 'from' | 'until' } & MomentFault)
  | ({ readonly field: 'times' } & TimesFault)
  | DoseIssue
  | RateIssue
  | ({ readonly field: 'text' | 'drug' | 'mixedWith' | 'condition' } & LineFault)
export type OrderField = OrderIssue['field']

/** Told before it is confirmed, and never in the way. */
export type OrderAsk = 'no-doctor' | 'not-read-back' | 'no-rate' | 'no-times'

export type OrderDesk = {
  readonly patient: PatientId
  /** Fixed while the form is open, so that saving twice records once. */
  readonly entry: EntryId
  readonly now: Instant
  readonly by: Person
  readonly onBehalfOf: Person | null
}

/** The doctor's own hand wrote it. */
export function isOwnOrder({ by, onBehalfOf }: Pick<OrderDesk, 'by' | 'onBehalfOf'>): boolean {
  return by.profession === 'doctor' && onBehalfOf === null
}

/** The order, or everything in its way. No dose is judged: whether an amount is usual nobody here can know. Rules ORD-1 to ORD-6. */
export function orderEntry(form: OrderForm, desk: OrderDesk): Result<Draft<'order-given'>, readonly OrderIssue[]> {
  const { patient, entry, now } = desk
  const issues: OrderIssue[] = []
  const { category, term } = form
  if (category === null) issues.push({ field: 'category', code: 'not-chosen' })
  if (term === null) issues.push({ field: 'term', code: 'not-chosen' })
  issues.push(...lineIssue('text', form.text, mostLine))
  const medicine = category === 'medicine' ? readMedicine(form) : null
  if (medicine?.ok === false) issues.push(...medicine.error)
  if (category !== null && category !== 'medicine' && form.text.trim() === '') issues.push({ field: 'text', code: 'text-missing' })
  if (term === 'conditional') {
    issues.push(...lineIssue('condition', form.condition, mostLine))
    if (form.condition.trim() === '') issues.push({ field: 'condition', code: 'condition-missing' })
  }
  const times = term === 'standing' ? readTimes(form.slots, form.times) : ok([])
  if (!times.ok) issues.push({ field: 'times', ...times.error })
  const from = readMoment(form.from, now, 'start')
  const until = readMoment(form.until, now, 'end')
  if (!from.ok) issues.push({ field: 'from', ...from.error })
  if (!until.ok) issues.push({ field: 'until', ...until.error })
  if (from.ok && until.ok && until.value !== null && millisecondsOf(until.value) <= Math.max(millisecondsOf(from.value ?? now), millisecondsOf(now))) issues.push({ field: 'until', code: 'until-before-start' })
  const isOwn = isOwnOrder(desk)
  if (!isOwn && form.said === null) issues.push({ field: 'said', code: 'not-chosen' })
  if (issues.length > 0 || category === null || term === null || !times.ok || !from.ok || !until.ok) return err(issues)
  const body: Order = {
    category, term, text: form.text, medicine: medicine?.ok === true ? medicine.value : null,
    condition: term === 'conditional' ? form.condition : '', from: from.value, until: until.value, times: [...times.value], urgent: form.isUrgent,
    verbal: !isOwn && form.said === 'aloud' ? { readBack: form.isReadBack } : null,
  }
  return ok({ id: entry, kind: 'order-given', patient, at: null, body })
}

function readMedicine(form: OrderForm): Result<OrderedMedicine, readonly OrderIssue[]> {
  const issues: OrderIssue[] = [...lineIssue('drug', form.drug, mostLine), ...lineIssue('mixedWith', form.mixedWith, mostLine)]
  if (form.drug.trim() === '') issues.push({ field: 'drug', code: 'drug-missing' })
  const dose = readDose(form)
  if (!dose.ok) issues.push(...dose.error)
  const { route } = form
  if (route === null) issues.push({ field: 'route', code: 'route-missing' })
  // A rate typed before another route was chosen stays in its box.
  const rate = route !== null && running.has(route) ? readRate(form) : ok(null)
  if (!rate.ok) issues.push(rate.error)
  if (issues.length > 0 || !dose.ok || route === null || !rate.ok) return err(issues)
  return ok({ drug: form.drug, ...dose.value, route, rate: rate.value, mixedWith: form.mixedWith, isControlled: form.isControlled })
}

export function orderAsks(form: OrderForm, desk: Pick<OrderDesk, 'by' | 'onBehalfOf'>): readonly OrderAsk[] {
  const isMedicine = form.category === 'medicine'
  const runs = form.route !== null && running.has(form.route)
  return [
    ...((desk.onBehalfOf ?? desk.by).profession === 'doctor' ? [] : ['no-doctor' as const]),
    ...(!isOwnOrder(desk) && form.said === 'aloud' && !form.isReadBack ? ['not-read-back' as const] : []),
    ...(isMedicine && runs && form.rate.trim() === '' ? ['no-rate' as const] : []),
    ...(isMedicine && !runs && form.term === 'standing' && form.slots.length === 0 && form.times.trim() === '' ? ['no-times' as const] : []),
  ]
}

/** An order given before, to be written right or given again. Its start is left out: what is written now holds from now on (ORD-7). */
export function orderFormOf(order: Order, now: Instant): OrderForm {
  const { category, term, text, medicine, condition, until, times, urgent, verbal } = order
  const slots = daySlotNames.filter((slot) => times.includes(daySlots[slot]))
  return {
    ...emptyOrder, category, term, text, condition, isUrgent: urgent, slots,
    times: times.filter((time) => !slots.some((slot) => daySlots[slot] === time)).join(' '),
    until: until === null || until <= now ? '' : typedMoment(until),
    said: verbal === null ? null : 'aloud',
    ...(medicine === null ? {} : {
      drug: medicine.drug, amount: String(medicine.amount), unit: medicine.unit, route: medicine.route, mixedWith: medicine.mixedWith, isControlled: medicine.isControlled,
      rate: medicine.rate === null ? '' : String(medicine.rate.value), rateUnit: medicine.rate?.unit ?? null,
    }),
  }
}

function typedMoment(at: Instant): string {
  const { date, hhmm } = tokyoParts(at)
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))} ${hhmm}`
}
