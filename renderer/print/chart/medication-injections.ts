import { SixRight, infusionChangeWords, withheldWords, withoutOrderWords } from '#domain/medicine/medicine.ts'
import { routeWords, shownDose, shownRate } from '#domain/medicine/units.ts'
import { byDue, type OrderNow, type Task } from '#domain/order/running.ts'
import { tokyoDateOf } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { boxes, cell, lines, para, type Cell, type Entry, type Grid, type Para } from './ink.ts'
import { isInjection, secondOf } from './medication-doses.ts'
import { actorOf, dayOf, holds, marksOf, nearTime, ofKind, surname, timeOf, type RowOf } from './say.ts'

export const injectionGrid: Grid = {
  name: '注射・点滴', hasHead: true, rowMm: 14,
  columns: [
    { head: '№', width: 2.17, isMiddle: true }, { head: '開始\n予定', width: 5.05, isMiddle: true, isRepeated: true }, { head: '薬剤名・規格・量(単位)/混注', width: 22.38 }, { head: '経路', width: 5.78, isMiddle: true }, { head: '速度', width: 6.5, isMiddle: true },
    { head: '医師', width: 4.69, isMiddle: true }, { head: '鑑査\n(薬)', width: 4.69, isMiddle: true }, { head: '準備', width: 4.69, isMiddle: true, isRepeated: true }, { head: '照合\n(2人目)', width: 4.69, isMiddle: true }, { head: '6R', width: 9, pt: 7.5 },
    { head: '開始\n時刻・者', width: 5.42, isMiddle: true }, { head: '観察(刺入部・副作用)・更新', width: 13.4 }, { head: '終了\n時刻・者', width: 5.42, isMiddle: true }, { head: '残量\n廃棄', width: 6.12, isMiddle: true },
  ],
}
export const controlledGrid: Grid = {
  name: '麻薬・向精神薬', hasHead: true, rowMm: 9,
  columns: [{ head: '月日', width: 7.22, isMiddle: true }, { head: '時刻', width: 5.78, isMiddle: true }, { head: '施用票番号', width: 9.39 }, { head: '薬剤名・規格', width: 20.94 }, { head: '受領量', width: 8.66, isMiddle: true }, { head: '施用量', width: 8.66, isMiddle: true }, { head: '残量', width: 8.66, isMiddle: true }, { head: '施用者', width: 10.11, isMiddle: true }, { head: '立会者', width: 10.11, isMiddle: true }, { head: '返納(日時・受領者)', width: 10.47 }],
}

const rightMarks = { patient: '患', drug: '薬', purpose: '目', dose: '量', route: '経', time: '時' } as const satisfies Record<SixRight, string>

/** The six boxes in two lines. */
export function rightsBoxes(ticked: readonly SixRight[]): Cell {
  const all = SixRight.options.map((right) => ({ word: rightMarks[right], isTicked: ticked.includes(right) }))
  return [boxes(...all.slice(0, 3)), boxes(...all.slice(3))]
}

/** One bag or syringe a line: with everything seen of it until it ended, also in a later week; and what was not given, with its reason. */
export function injectionEntries(rows: readonly ChartRow[], inWeek: readonly ChartRow[]): readonly Entry[] {
  const orders = new Map(ofKind(rows, 'order-given').map((row) => [row.entry.id, row]))
  const given = ofKind(inWeek, 'medicine-given', 'medicine-withheld').filter((row) => holds(row) && isInjected(row, orders))
  return given.map((row, at) => [row.entry.kind === 'medicine-given' ? givenLine(row as RowOf<'medicine-given'>, at + 1, rows, orders) : withheldLine(row as RowOf<'medicine-withheld'>, at + 1, orders)]) // the kind was looked at
}

type Orders = ReadonlyMap<string, RowOf<'order-given'>>

function isInjected({ entry }: RowOf<'medicine-given' | 'medicine-withheld'>, orders: Orders): boolean {
  if (entry.kind === 'medicine-given') return isInjection(entry.body.route) || entry.body.rate !== null
  const medicine = orders.get(entry.body.order)?.entry.body.medicine ?? null
  return medicine !== null && isInjection(medicine.route)
}

function givenLine(row: RowOf<'medicine-given'>, number: number, rows: readonly ChartRow[], orders: Orders): readonly Cell[] {
  const { body, at } = row.entry
  const order = 'order' in body.asked ? orders.get(body.asked.order) : undefined
  const due = 'order' in body.asked ? body.asked.due : null
  const changes = ofKind(rows, 'infusion-changed').filter((change) => holds(change) && change.entry.body.infusion === row.entry.id)
  const ends = changes.filter(({ entry }) => entry.body.change === 'ended')
  const asked = 'without' in body.asked ? `指示なし: ${withoutOrderWords[body.asked.without].ja} ${body.asked.words}`.trim() : ''
  const alone = body.byTwo !== null && 'aloneBecause' in body.byTwo ? secondOf(body.byTwo) : ''
  const words = (change: RowOf<'infusion-changed'>): string => {
    const { change: kind, rate, givenMl, note, byTwo } = change.entry.body
    const name = kind === 'looked' || kind === 'ended' ? '' : infusionChangeWords[kind].ja
    return [nearTime(change.entry.at, at), name, rate === null ? '' : shownRate(rate).ja, givenMl === null ? '' : `${givenMl} mL 入`, note, kind === 'ended' ? '' : surname(actorOf(change).name), secondOf(byTwo)].filter((part) => part !== '').join(' ')
  }
  const seen = changes.filter(({ entry }) => entry.body.change !== 'ended' || entry.body.note !== '' || entry.body.givenMl !== null)
  return [
    cell(String(number)), [para(dayOf(due ?? at)), para(timeOf(due ?? at))],
    [para(body.drug, 'bold'), ...lines([shownDose(body.amount, body.unit).ja, body.mixedWith === '' ? '混注なし' : body.mixedWith].join(' '), body.before, body.note, asked, alone), ...marksOf(row).map((mark) => para(mark, 'small'))],
    lines(...routeWords[body.route].ja.split(/[（）]/), body.site), cell(body.rate === null ? '' : shownRate(body.rate).ja), cell(order === undefined ? '' : surname(actorOf(order).name)), [],
    cell(surname(actorOf(row).name)), cell(body.byTwo !== null && 'second' in body.byTwo ? surname(body.byTwo.second.name) : alone === '' ? '' : '1人'), rightsBoxes(body.rights),
    [...(due !== null && tokyoDateOf(due) !== tokyoDateOf(at) ? [para(dayOf(at))] : []), para(timeOf(at)), para(surname(actorOf(row).name))],
    seen.map((change) => para(words(change))),
    ends.flatMap((end): readonly Para[] => [...(tokyoDateOf(end.entry.at) === tokyoDateOf(at) ? [] : [para(dayOf(end.entry.at))]), para(timeOf(end.entry.at)), para(surname(actorOf(end).name))]),
    changes.flatMap((change): readonly Para[] => (change.entry.body.discardedMl === null ? [] : change.entry.body.discardedMl === 0 ? [para('0')] : [para(`${change.entry.body.discardedMl} mL`, 'bold'), para('廃棄')])),
  ]
}

function withheldLine(row: RowOf<'medicine-withheld'>, number: number, orders: Orders): readonly Cell[] {
  const { body, at } = row.entry
  const medicine = orders.get(body.order)?.entry.body.medicine ?? null
  return [
    cell(String(number)), [para(dayOf(body.due ?? at)), para(timeOf(body.due ?? at))], medicine === null ? [] : [para(medicine.drug, 'bold'), para(shownDose(medicine.amount, medicine.unit).ja)],
    cell(medicine === null ? '' : routeWords[medicine.route].ja), null, [], [], cell(surname(actorOf(row).name)), null, null, null,
    [para(`×${withheldWords[body.because].mark} ${withheldWords[body.because].ja}`, 'bold'), ...lines(body.words), ...marksOf(row).map((mark) => para(mark, 'small'))], null, null,
  ]
}

/** What is ordered and not given yet, to be gone on with by hand: as on the screen what waits now, and of an order that has nothing in sight its times. */
export function plannedEntries(orders: readonly OrderNow[], tasks: readonly Task[], before: number): readonly Entry[] {
  const injections = orders.filter(({ order: { body: { medicine } }, stopped }) => medicine !== null && stopped === null && (isInjection(medicine.route) || medicine.rate !== null))
  const waiting = injections.flatMap(({ order }) => tasks.filter((task) => task.order.entry === order.entry)).toSorted(byDue).map(({ order, due }) => ({ order, due: [para(dayOf(due)), para(timeOf(due))] }))
  const later = injections.filter(({ order, isEnded }) => !isEnded && !waiting.some((one) => one.order.entry === order.entry)).toReversed().map(({ order }) => ({ order, due: order.body.times.length > 0 || order.body.from === null ? lines(...order.body.times) : [para(dayOf(order.body.from)), para(timeOf(order.body.from))] }))
  return [...waiting, ...later].map(({ order, due }, at) => [plannedLine(order, due, before + at + 1)])
}

function plannedLine({ body, by, onBehalfOf }: OrderNow['order'], due: Cell, number: number): readonly Cell[] {
  const { medicine } = body
  if (medicine === null) return [cell(String(number)), due]
  return [
    cell(String(number)), due,
    [para(medicine.drug, 'bold'), ...lines([shownDose(medicine.amount, medicine.unit).ja, medicine.mixedWith].filter((part) => part !== '').join(' '), body.text, body.condition.trim() === '' ? '' : `条件: ${body.condition}`, '予定・まだ実施の記録なし')],
    lines(...routeWords[medicine.route].ja.split(/[（）]/)), cell(medicine.rate === null ? '' : shownRate(medicine.rate).ja), cell(surname((onBehalfOf ?? by).name)), [], [], [], rightsBoxes([]),
  ]
}

/** Narcotics of this patient. What came from and went back to the safe is in the ward's own ledger (F22). */
export function controlledEntries(inWeek: readonly ChartRow[]): readonly Entry[] {
  return ofKind(inWeek, 'medicine-given').flatMap((row): readonly Entry[] => {
    const { body, at } = row.entry
    if (!holds(row) || body.controlled === null) return []
    const { slip, discarded } = body.controlled
    return [[[
      cell(dayOf(at)), cell(timeOf(at)), cell(slip), cell(body.drug), cell(shownDose(Math.round((body.amount + discarded) * 1_000_000) / 1_000_000, body.unit).ja), cell(shownDose(body.amount, body.unit).ja), cell(shownDose(discarded, body.unit).ja),
      cell(surname(actorOf(row).name)), body.byTwo !== null && 'second' in body.byTwo ? [para(body.byTwo.second.name), para(body.byTwo.second.staffNumber, 'small')] : lines(secondOf(body.byTwo)),
    ]]]
  })
}
