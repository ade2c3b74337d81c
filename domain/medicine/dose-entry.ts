import type { EntryId, PatientId } from '../ids.ts'
import type { Draft } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import { isAnswered, isStoppedAt } from '../order/order-acts.ts'
import type { OrderNow } from '../order/running.ts'
import { lineIssue, type LineFault } from '../patient/typed-person.ts'
import { nobodyElse, readTwo, type TwoIssue, type TypedTwo } from '../record/by-two.ts'
import { readAmount, type AmountFault } from '../record/typed-amount.ts'
import { err, ok, type Result } from '../result.ts'
import { mostLine, mostName, nameKey } from '../text.ts'
import type { Instant } from '../time.ts'
import { balanceOf, type ControlledLine } from '../view/controlled.ts'
import type { PatientRow } from '../view/ward.ts'
import { doseBounds, readDose, readRate, type DoseIssue, type RateIssue } from './amount.ts'
import { lastDoseOf } from './last-dose-entry.ts'
import { SixRight, type MedicineGiven, type WithoutOrder } from './medicine.ts'
import { injected, running, type DoseUnit, type RateUnit, type Route } from './units.ts'

/** A dose as typed; it begins with what was ordered. What does not belong to the route or to a narcotic is kept and not written. */
export type DoseForm = {
  readonly without: WithoutOrder | null
  readonly withoutWords: string
  readonly drug: string
  readonly amount: string
  readonly unit: DoseUnit | null
  readonly route: Route | null
  readonly rate: string
  readonly rateUnit: RateUnit | null
  readonly site: string
  readonly mixedWith: string
  readonly rights: readonly SixRight[]
  readonly two: TypedTwo
  readonly isControlled: boolean
  readonly slip: string
  readonly discarded: string
  readonly before: string
  readonly note: string
}

export const emptyDose: DoseForm = {
  without: null, withoutWords: '', drug: '', amount: '', unit: null, route: null, rate: '', rateUnit: null, site: '', mixedWith: '', rights: [],
  two: nobodyElse, isControlled: false, slip: '', discarded: '', before: '', note: '',
}

export type DoseDesk = {
  /** All registrations of the person: what was said of one holds for all. */
  readonly rows: readonly PatientRow[]
  /** Where a dose without an order is written; one with an order is written where the order is. */
  readonly patient: PatientId
  /** Fixed while the form is open, so that saving twice records once. */
  readonly entry: EntryId
  /** When it was given; null: now. */
  readonly at: Instant | null
  readonly by: Person
  readonly onBehalfOf: Person | null
  /** Found by what was typed; null: nobody yet. */
  readonly second: Person | null
  /** `one` null: the order was struck meanwhile. */
  readonly order: { readonly one: OrderNow | null; readonly due: Instant | null } | null
  readonly ledger: readonly ControlledLine[]
}

/** In what the dose is another than the one ordered. */
export type Difference = 'drug' | 'dose' | 'route' | 'rate'

export type MedicineIssue =
  | { readonly field: 'lastDose'; readonly code: 'last-dose-missing' }
  | { readonly field: 'asked'; readonly code: 'order-gone' | 'order-ended' | 'reason-missing' | 'words-missing' }
  | { readonly field: 'drug'; readonly code: 'drug-missing' }
  | { readonly field: 'route'; readonly code: 'route-missing' }
  | ({ readonly field: 'discarded' } & AmountFault)
  /** Asked about, and a word in the note is the answer. */
  | { readonly field: 'note'; readonly code: 'answered-before' | 'differs' }
  | { readonly field: 'note'; readonly code: 'short-in-ledger'; readonly left: number }
  | DoseIssue
  | RateIssue
  | TwoIssue
  | ({ readonly field: 'asked' | 'drug' | 'site' | 'mixedWith' | 'slip' | 'before' | 'note' } & LineFault)
export type MedicineField = MedicineIssue['field']

/** Told before it is confirmed, and never in the way. */
export type DoseAsk = 'rights' | 'rate' | 'before' | 'slip' | 'not-received'

const lines = { drug: mostLine, site: mostName, mixedWith: mostLine, slip: mostName, before: mostLine, note: mostLine } as const

/** What is injected, and a narcotic, is looked at by two. */
export function wantsTwo({ route, isControlled }: Pick<DoseForm, 'route' | 'isControlled'>): boolean {
  return isControlled || (route !== null && injected.has(route))
}

/** The dose, or everything in its way. Allergies stand beside the form; nothing here compares them with the drug. Rules MED-1 to MED-12. */
export function doseEntry(form: DoseForm, desk: DoseDesk): Result<Draft<'medicine-given'>, readonly MedicineIssue[]> {
  const issues: MedicineIssue[] = []
  if (lastDoseOf(desk.rows) === null) issues.push({ field: 'lastDose', code: 'last-dose-missing' })
  const asked = readAsked(form, desk)
  if (!asked.ok) issues.push(...asked.error)
  for (const field of ['drug', 'site', 'mixedWith', 'slip', 'before', 'note'] as const) issues.push(...lineIssue(field, form[field], lines[field]))
  if (form.drug.trim() === '') issues.push({ field: 'drug', code: 'drug-missing' })
  const dose = readDose(form)
  if (!dose.ok) issues.push(...dose.error)
  const { route, isControlled } = form
  if (route === null) issues.push({ field: 'route', code: 'route-missing' })
  const rate = route !== null && running.has(route) ? readRate(form) : ok(null)
  if (!rate.ok) issues.push(rate.error)
  const discarded = isControlled ? readAmount(form.discarded, doseBounds) : ok(null)
  if (!discarded.ok) issues.push({ field: 'discarded', ...discarded.error })
  const two = wantsTwo(form) ? readTwo(form.two, desk.second, [desk.by, ...(desk.onBehalfOf === null ? [] : [desk.onBehalfOf])]) : ok(null)
  if (!two.ok) issues.push(...two.error)
  if (issues.length > 0 || !asked.ok || !dose.ok || route === null || !rate.ok || !discarded.ok || !two.ok) return err(issues)
  const thrown = discarded.value ?? 0
  const body: MedicineGiven = {
    asked: asked.value, drug: form.drug, ...dose.value, route, rate: rate.value, site: form.site, mixedWith: form.mixedWith,
    rights: SixRight.options.filter((right) => form.rights.includes(right)), byTwo: two.value,
    controlled: isControlled ? { slip: form.slip, discarded: thrown } : null, before: form.before, note: form.note,
  }
  const unexplained = form.note.trim() === '' ? toExplain(body, desk) : []
  if (unexplained.length > 0) return err(unexplained)
  return ok({ id: desk.entry, kind: 'medicine-given', patient: desk.order?.one?.patient ?? desk.patient, at: desk.at, body })
}

/** No dose without something that asked for it: an order that runs, or a reason why there is none. */
function readAsked(form: DoseForm, { order, at }: DoseDesk): Result<MedicineGiven['asked'], readonly MedicineIssue[]> {
  if (order !== null) {
    if (order.one === null) return err([{ field: 'asked', code: 'order-gone' }])
    if (isStoppedAt(order.one, at)) return err([{ field: 'asked', code: 'order-ended' }])
    return ok({ order: order.one.order.entry, due: order.due })
  }
  const issues: readonly MedicineIssue[] = lineIssue('asked', form.withoutWords, mostLine)
  if (issues.length > 0) return err(issues)
  if (form.without === null) return err([{ field: 'asked', code: 'reason-missing' }])
  if (form.without === 'other' && form.withoutWords.trim() === '') return err([{ field: 'asked', code: 'words-missing' }])
  return ok({ without: form.without, words: form.withoutWords })
}

/** What nobody may write without a word: a time that was answered before, another dose than ordered, more than the book has. */
function toExplain(body: MedicineGiven, { order, ledger }: DoseDesk): readonly MedicineIssue[] {
  const one = order?.one ?? null
  const left = body.controlled === null ? 0 : leftAfter(ledger, body, body.amount + body.controlled.discarded)
  return [
    ...(one !== null && isAnswered(one, order?.due ?? null) ? [{ field: 'note' as const, code: 'answered-before' as const }] : []),
    ...(one !== null && differencesOf(body, one).length > 0 ? [{ field: 'note' as const, code: 'differs' as const }] : []),
    ...(left < 0 ? [{ field: 'note' as const, code: 'short-in-ledger' as const, left }] : []),
  ]
}

/** What the book would have left of a medicine. */
export function leftAfter(ledger: readonly ControlledLine[], { drug, unit }: Pick<MedicineGiven, 'drug' | 'unit'>, taken: number): number {
  return Math.round((balanceOf(ledger, drug, unit) - taken) * 1_000_000) / 1_000_000
}

type Compared = Pick<MedicineGiven, 'drug' | 'amount' | 'unit' | 'route' | 'rate'>

/** What is given beside what was ordered. Of an order that names no medicine there is nothing to compare. */
export function differencesOf(given: Compared, { order }: Pick<OrderNow, 'order'>): readonly Difference[] {
  const { medicine } = order.body
  if (medicine === null) return []
  return [
    ...(nameKey(given.drug) === nameKey(medicine.drug) ? [] : ['drug' as const]),
    ...(given.amount === medicine.amount && given.unit === medicine.unit ? [] : ['dose' as const]),
    ...(given.route === medicine.route ? [] : ['route' as const]),
    // A rate the order leaves open is whoever gives it to choose.
    ...(medicine.rate === null || (given.rate?.value === medicine.rate.value && given.rate.unit === medicine.rate.unit) ? [] : ['rate' as const]),
  ]
}

export function doseAsks(form: DoseForm, order: OrderNow | null): readonly DoseAsk[] {
  return [
    ...(order !== null && order.received === null ? ['not-received' as const] : []),
    ...(SixRight.options.every((right) => form.rights.includes(right)) ? [] : ['rights' as const]),
    ...(form.route !== null && running.has(form.route) && form.rate.trim() === '' ? ['rate' as const] : []),
    ...(order?.order.body.term === 'conditional' && form.before.trim() === '' ? ['before' as const] : []),
    ...(form.isControlled && form.slip.trim() === '' ? ['slip' as const] : []),
  ]
}

/** Begins with the order's own words: whoever gives something else changes them. */
export function doseFormOf({ order }: Pick<OrderNow, 'order'>): DoseForm {
  const { medicine } = order.body
  if (medicine === null) return emptyDose
  const { drug, amount, unit, route, rate, mixedWith, isControlled } = medicine
  return { ...emptyDose, drug, amount: String(amount), unit, route, rate: rate === null ? '' : String(rate.value), rateUnit: rate?.unit ?? null, mixedWith, isControlled }
}

/** A dose written before, to be written right. The second person is asked again: nobody looked at the new words yet. */
export function doseFormAgain({ asked, drug, amount, unit, route, rate, site, mixedWith, rights, controlled, before, note }: MedicineGiven): DoseForm {
  return {
    ...emptyDose, ...('without' in asked ? { without: asked.without, withoutWords: asked.words } : {}),
    drug, amount: String(amount), unit, route, rate: rate === null ? '' : String(rate.value), rateUnit: rate?.unit ?? null, site, mixedWith, rights,
    isControlled: controlled !== null, slip: controlled?.slip ?? '', discarded: controlled === null || controlled.discarded === 0 ? '' : String(controlled.discarded), before, note,
  }
}
