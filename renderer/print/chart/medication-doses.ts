import { sayCare } from '#domain/export/say-care.ts'
import { shownMedicine } from '#domain/export/care-cells.ts'
import { withoutOrderWords } from '#domain/medicine/medicine.ts'
import { injected, type Route } from '#domain/medicine/units.ts'
import { aloneBecause, shownSecond } from '#domain/record/second.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { cell, lines, para, type Entry, type Grid } from './ink.ts'
import { orderNumbers } from './orders.ts'
import { actorOf, dayOf, holds, marksOf, nearTime, ofKind, surname, timeOf, type RowOf } from './say.ts'

export const isInjection = (route: Route): boolean => injected.has(route)

export const prnGrid: Grid = {
  name: '頓用', hasHead: true, rowMm: 9,
  columns: [{ head: '月日', width: 6.14, isMiddle: true }, { head: '時刻', width: 5.42, isMiddle: true }, { head: '薬剤名・量・経路', width: 22.38 }, { head: '投与前(症状・数値)', width: 16.61 }, { head: '実施者', width: 6.5, isMiddle: true }, { head: '効果(時刻・症状・数値)', width: 19.86 }, { head: '確認者', width: 6.5, isMiddle: true }, { head: '備考', width: 16.59, pt: 7.5 }],
}

/** Doses given when needed, once or without an order: each a line with what was seen before and after. */
export function prnEntries(rows: readonly ChartRow[], inWeek: readonly ChartRow[]): readonly Entry[] {
  const orders = new Map(ofKind(rows, 'order-given').map((row) => [row.entry.id, row]))
  const numbers = orderNumbers(rows)
  return ofKind(inWeek, 'medicine-given').filter((row) => holds(row) && !isInjection(row.entry.body.route) && row.entry.body.rate === null && isWhenNeeded(row, orders)).map((row) => {
    const { body, at } = row.entry
    const effects = ofKind(rows, 'effect-seen').filter((seen) => holds(seen) && seen.entry.body.dose === row.entry.id)
    const asked = 'order' in body.asked ? `指示簿№${numbers.get(body.asked.order) ?? '—'}` : `指示なし: ${withoutOrderWords[body.asked.without].ja} ${body.asked.words}`.trim()
    return [[
      cell(dayOf(at)), cell(timeOf(at)), lines(shownMedicine(body).ja, body.mixedWith, body.site), cell(body.before), cell(surname(actorOf(row).name)),
      effects.map((seen) => para(`${nearTime(seen.entry.at, at)} ${seen.entry.body.effect}`)), effects.map((seen) => para(surname(actorOf(seen).name))),
      [...lines(asked, body.note, secondOf(body.byTwo)), ...marksOf(row).map((mark) => para(mark, 'small'))],
    ]]
  })
}

function isWhenNeeded({ entry: { body } }: RowOf<'medicine-given'>, orders: ReadonlyMap<string, RowOf<'order-given'>>): boolean {
  const order = 'order' in body.asked ? orders.get(body.asked.order) : undefined
  return order === undefined || order.entry.body.term !== 'standing' || order.entry.body.times.length === 0 || !holds(order)
}

export function secondOf(byTwo: RowOf<'medicine-given'>['entry']['body']['byTwo']): string {
  if (byTwo === null) return ''
  const alone = aloneBecause(byTwo)
  return alone === null ? shownSecond(byTwo) : `1人で実施: ${alone}`
}

/** What a square has no room for: another dose than ordered, a word beside it. */
export function doseExtras(order: RowOf<'order-given'>, answer: RowOf<'medicine-given' | 'medicine-withheld'>): readonly string[] {
  const { entry } = answer
  const marks = marksOf(answer)
  if (entry.kind === 'medicine-withheld') return [...(entry.body.words === '' ? [] : [`× ${entry.body.words}`]), ...marks]
  const { medicine } = order.entry.body
  const isAsOrdered = medicine !== null && medicine.drug === entry.body.drug && medicine.amount === entry.body.amount && medicine.unit === entry.body.unit && medicine.route === entry.body.route
  const known = new Set([...(isAsOrdered ? ['medicine'] : []), 'order', 'due', ...(entry.body.rights.length === 6 ? ['rights'] : [])])
  const said = sayCare(entry, () => null).filter(({ name }) => !known.has(name)).map(({ label, text }) => `${label.ja} ${text.ja}`)
  return [...(said.length === 0 ? [] : [said.join('、')]), ...marks]
}
