import { daySpan } from '#domain/fluid/shifts.ts'
import type { EntryId } from '#domain/ids.ts'
import { formSayer } from '#domain/form/say-form.ts'
import type { Standing } from '#domain/log/entry.ts'
import { numbersOf, type NumbersSetAside } from '#domain/number/blank.ts'
import { isAnswer } from '#domain/order/running.ts'
import type { Realm } from '#domain/realm.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { instantOf, millisecondsOf, tokyoDateOf, type Instant } from '#domain/time.ts'
import { endOf, endsIn, partOf, type CareFact } from '#domain/view/care.ts'
import { censusOf } from '#domain/view/census.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { chartOfPerson } from '#domain/view/person-chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import type { WardView } from '#domain/view/ward.ts'
import type { Fault } from '#domain/bridge.ts'
import { blankNumberSheets, chartSheet, type ChartPlace, type PatientChartKind } from '../print/chart/chart-sheet.ts'
import type { Unprinted } from '../print/sheet.ts'
import type { Ward } from '../store/start.ts'
import { censusSheet } from './census-sheet.ts'

/** How far back the pack looks; what is ordered and runs stands in it however old it is. */
export const packHours = 48

/** What of a patient is in the pack, in this order. */
const packKinds = ['orders', 'medication', 'flowsheet', 'nursing-note'] as const satisfies readonly PatientChartKind[]

export type PackDesk = {
  readonly ward: Pick<Ward, 'openChart' | 'view'>
  readonly standing: Standing
  readonly place: ChartPlace
  readonly beds: readonly string[]
  readonly now: Instant
  readonly realm: Realm
}

export type PackFault = Fault | { readonly code: 'stopped' }

/** All records of a person, of every registration. That they were looked at is recorded before anything is read. */
export async function rowsOf({ ward, standing }: Pick<PackDesk, 'ward' | 'standing'>, { row, others }: WardPerson): Promise<Result<readonly ChartRow[], Fault>> {
  const first = await ward.openChart(row.id, standing, 'print')
  if (!first.ok) return first
  const charts = []
  for (const { id } of others) {
    const other = await ward.openChart(id, standing, 'print')
    if (!other.ok) return other
    charts.push(other.value.chart)
  }
  return ok(chartOfPerson([first.value.chart, ...charts]).rows)
}

/**
 * The ward on paper, because the battery will end: the census, of each patient what is ordered, given, measured and written in
 * two days, and blank sets under numbers of their own. `read`: told everything that was read of somebody. Patient by patient, so that it can be stopped and typing goes on.
 */
export async function wardPack(desk: PackDesk, people: readonly WardPerson[], blanks: NumbersSetAside | null, progress: (done: number) => void, isStopped: () => boolean, read: (person: WardPerson, rows: readonly ChartRow[]) => void = () => undefined): Promise<Result<readonly Unprinted[], PackFault>> {
  const { ward, place, beds, now, realm } = desk
  const view = ward.view()
  const sheets: Unprinted[] = [censusSheet(censusOf(view, beds, tokyoDateOf(now)), place, now)]
  for (const [done, person] of people.entries()) {
    if (isStopped()) return err({ code: 'stopped' })
    progress(done)
    const rows = await rowsOf(desk, person)
    if (!rows.ok) return rows
    read(person, rows.value)
    sheets.push(...sheetsOf(person, recent(rows.value, person, now), view, place, now))
    await new Promise((later) => setTimeout(later)) // the window is drawn between two patients
  }
  if (blanks !== null) for (const kind of packKinds) sheets.push(blankNumberSheets(kind, place, numbersOf(blanks, realm)))
  progress(people.length)
  return ok(sheets)
}

function sheetsOf(person: WardPerson, rows: readonly ChartRow[], view: WardView, place: ChartPlace, now: Instant): readonly Unprinted[] {
  return packKinds.flatMap((kind) => chartSheet(kind, place, { person, rows, now, from: packFrom(now), say: formSayer(rows, view.forms) }) ?? [])
}

/** The beginning of the day 48 hours ago, in Japan: of a day of which a part were missing no sum would be true. */
export const packFrom = (now: Instant): Instant => daySpan(tokyoDateOf(instantOf(millisecondsOf(now) - packHours * 3_600_000))).from

/** The last two days, and whatever older record is still in force: a running order with who received it and its last dose; an infusion that runs, ran since or is that last dose, with all that was read off it: without its end it would be read as running. */
export function recent(rows: readonly ChartRow[], { row, others }: Pick<WardPerson, 'row' | 'others'>, now: Instant): readonly ChartRow[] {
  const since = packFrom(now)
  const care = [row, ...others].flatMap((member) => member.care)
  const ends = endsIn(care)
  const goesOn = (fact: CareFact): boolean => {
    const end = endOf(fact, ends)
    return end === null || end > millisecondsOf(now) // an order may name its last day
  }
  const inForce = new Set<EntryId>(care.filter((fact) => (fact.kind === 'order-given' || fact.kind === 'medicine-given' || fact.kind === 'transfusion-started') && goesOn(fact)).map(({ entry }) => entry))
  const facts = new Map(care.map((fact) => [fact.entry, fact]))
  const last = lastAnswers(care)
  const ran = new Set<EntryId>(rows.flatMap(({ entry }) => (entry.kind === 'infusion-changed' && entry.at >= since ? [entry.body.infusion] : [])))
  return rows.filter(({ entry }) => {
    if (entry.at >= since || (entry.kind === 'infusion-changed' && (ran.has(entry.body.infusion) || last.has(entry.body.infusion))) || ran.has(entry.id) || entry.kind === 'last-dose-confirmed' || inForce.has(entry.id)) return true
    const fact = facts.get(entry.id)
    const head = fact === undefined ? null : partOf(fact)
    return fact !== undefined && head !== null && inForce.has(head) && (!isAnswer(fact) || last.has(entry.id))
  })
}

/** Of each order the newest answer, as a dose or a reason for none: an order of weeks has hundreds, and the ward asks for the last. */
function lastAnswers(care: readonly CareFact[]): ReadonlySet<EntryId> {
  const newest = new Map<EntryId, CareFact>()
  for (const fact of care) {
    const order = isAnswer(fact) ? partOf(fact) : null
    if (order !== null && fact.at > (newest.get(order)?.at ?? '')) newest.set(order, fact)
  }
  return new Set([...newest.values()].map(({ entry }) => entry))
}
