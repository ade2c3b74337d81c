import type { EntryId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { Instant } from '../time.ts'
import { careFactsOf, type CareFact } from '../view/care.ts'
import { nameKey } from '../text.ts'
import type { ChartRow } from '../view/chart.ts'
import type { ResultFlag } from './exam.ts'
import { plainNumber } from './range.ts'

type Row<K extends Entry['kind']> = ChartRow & { readonly entry: Entry<K> }

export type Report = {
  readonly row: Row<'exam-reported'>
  readonly isCritical: boolean
  /** The first call that counts; null: nobody was told yet, or nothing is critical. */
  readonly call: Row<'critical-called'> | null
}

/** One test by its name, its reports newest first. */
export type TestResults = { readonly exam: string; readonly reports: readonly Report[] }

/** Reports of a chart by test, the test with the newest report first. Struck ones are none. Rule EXM-5. */
export function resultsByTest(rows: readonly ChartRow[]): readonly TestResults[] {
  const calls = rowsOf(rows, 'critical-called')
  const reports = rowsOf(rows, 'exam-reported').toReversed().map((row): Report => ({
    row,
    isCritical: row.entry.body.lines.some(({ flag }) => flag === 'critical'),
    call: calls.find(({ entry }) => entry.body.result === row.entry.id) ?? null,
  }))
  return [...Map.groupBy(reports, ({ row }) => nameKey(row.entry.body.exam))].flatMap(([, of]) => (of[0] === undefined ? [] : [{ exam: of[0].row.entry.body.exam, reports: of }]))
}

/** A value of one item at one time. `number` null: not a plain number, `<0.3` for instance. */
export type TrendPoint = { readonly at: Instant; readonly value: string; readonly number: number | null; readonly unit: string; readonly flag: ResultFlag | null }

/** Every value of an item in whatever test it stood, oldest first. Values of another unit stand there with theirs and are not converted. */
export function trendOf(rows: readonly ChartRow[], item: string): readonly TrendPoint[] {
  const key = nameKey(item)
  return rowsOf(rows, 'exam-reported').flatMap(({ entry }) => entry.body.lines.filter((line) => nameKey(line.item) === key).map(({ value, unit, flag }): TrendPoint => ({ at: entry.at, value, number: plainNumber(value), unit, flag })))
}

/** Items with more than one value, in the order they came: what a trend can be shown of. */
export function trendItems(rows: readonly ChartRow[]): readonly string[] {
  const items = Map.groupBy(rowsOf(rows, 'exam-reported').flatMap(({ entry }) => entry.body.lines.map(({ item }) => item)), nameKey)
  return [...items.values()].flatMap((names) => (names.length > 1 && names[0] !== undefined ? [names[0]] : []))
}

/**
 *   to-take  a specimen is to be taken
 *   to-do    an image or a trace is to be made; no specimen belongs to it
 *   taken    the specimen is on its way, or the order was carried out: the result is awaited
 */
export type ExamWaiting = { readonly order: CareFact<'order-given'>; readonly state: 'to-take' | 'to-do' | 'taken' }

/** Orders of tests and of images that were not stopped and of which nothing is reported yet, oldest first. Rule EXM-6. */
export function examsWaiting(care: readonly CareFact[], rows: readonly ChartRow[]): readonly ExamWaiting[] {
  const stopped = new Set<EntryId>(careFactsOf(care, 'order-stopped').map(({ body }) => body.order))
  const done = new Set<EntryId>(careFactsOf(care, 'order-done').map(({ body }) => body.order))
  const reported = new Set(rowsOf(rows, 'exam-reported').flatMap(({ entry }) => entry.body.order ?? []))
  const taken = new Set(rowsOf(rows, 'specimen-taken').flatMap(({ entry }) => entry.body.order ?? []))
  return careFactsOf(care, 'order-given')
    .filter(({ entry, body }) => (body.category === 'exam' || body.category === 'imaging') && !stopped.has(entry) && !reported.has(entry))
    .map((order): ExamWaiting => ({ order, state: taken.has(order.entry) || done.has(order.entry) ? 'taken' : order.body.category === 'imaging' ? 'to-do' : 'to-take' }))
    .toReversed()
}

/** Records of one kind that count, in the order of the chart. */
export function rowsOf<K extends Entry['kind']>(rows: readonly ChartRow[], kind: K): readonly Row<K>[] {
  return rows.filter((row): row is Row<K> => row.entry.kind === kind && row.struck === null)
}
