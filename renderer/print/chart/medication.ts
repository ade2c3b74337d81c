import { lastDoseSourceWords, withheldWords } from '#domain/medicine/medicine.ts'
import { injected, shownDose, routeWords } from '#domain/medicine/units.ts'
import { ordersOfPerson, tasksOf } from '#domain/order/running.ts'
import { millisecondsOf, tokyoParts, type CalendarDate, type Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import type { WardPerson } from '#domain/view/ward-people.ts'
import { heading, note, noCells, table, type Block } from './cut.ts'
import { cell, para, type Cell, type Entry, type Grid, type Para } from './ink.ts'
import { doseExtras, isInjection, prnEntries, prnGrid } from './medication-doses.ts'
import { controlledEntries, controlledGrid, injectionEntries, injectionGrid, plannedEntries, rightsBoxes } from './medication-injections.ts'
import { stopOf } from './orders.ts'
import type { Section } from './paper.ts'
import { actorOf, dayAndTime, dayOf, dayWithWeekday, holds, ofKind, surname, type RowOf } from './say.ts'
import { struckList } from './struck-list.ts'
import { isIn, shownWeek, startOf, weeksOf, type Week } from './weeks.ts'

type OrderRow = RowOf<'order-given'>

const slots = [{ name: '朝', from: 4, until: 10.5 }, { name: '昼', from: 10.5, until: 15 }, { name: '夕', from: 15, until: 20 }, { name: '眠', from: 20, until: 28 }] as const
const squares = (75.89 - 0.01) / 28

function oralGrid(week: Week | null): Grid {
  return {
    name: '内服・外用 定時薬', hasHead: true, rowMm: 12,
    over: [{ head: '', columns: 1 }, { head: '', columns: 1 }, { head: '', columns: 1 }, ...Array.from({ length: 7 }, (_, day) => ({ head: week?.[day] === undefined ? '　/　(　)' : dayWithWeekday(week[day]), columns: 4 }))],
    columns: [
      { head: '№', width: 2.17, pt: 7.5, isMiddle: true }, { head: '薬剤名・規格/1回量・用法', width: 16.89 }, { head: '開始\n終了', width: 5.06, pt: 7.5, isEnd: true },
      ...Array.from({ length: 28 }, (_, at) => ({ head: slots[at % 4]?.name ?? '', width: squares, isMiddle: true, isTight: true, isEnd: at % 4 === 3 })),
    ],
  }
}

/** What of the board the sheet needs to list what is not given yet; of whoever died nothing is. */
export type Planned = { readonly person: Pick<WardPerson, 'row' | 'others' | 'hasDied'>; readonly now: Instant }

/** F07: every week two parts, what is swallowed or put on and what is injected, each beginning on a page of its own. The week of the print lists what is still to be injected. */
export function medicationSheet(rows: readonly ChartRow[], { person, now }: Planned): readonly Section[] {
  const dated = ofKind(rows, 'medicine-given', 'medicine-withheld', 'infusion-changed', 'effect-seen', 'last-dose-confirmed')
  const orders = ofKind(rows, 'order-given').filter(({ entry }) => entry.body.medicine !== null && !injected.has(entry.body.medicine.route))
  const members = person.hasDied ? [] : [person.row, ...person.others]
  const planned = (before: number): readonly Entry[] => plannedEntries(ordersOfPerson(members, now), members.flatMap((row) => tasksOf(row, now)), before)
  const weeks = weeksOf([...dated.map(({ entry }) => entry.at), ...orders.map(({ entry }) => entry.body.from ?? entry.at), ...(planned(0).length === 0 ? [] : [now])])
  return weeks.flatMap((week) => sectionsOf(week, rows, isIn(week, now) ? planned : () => []))
}

/** One page a part, with nothing in it. */
export function blankMedication(): readonly Section[] {
  return [{ period: '　　　年　　月　　日〜　　月　　日　内服・頓用', blocks: oralBlocks(null, [], []) }, { period: '　　　年　　月　　日〜　　月　　日　注射・点滴', blocks: injectionBlocks([], [], () => []) }]
}

/** Lines of what is to be injected, numbered after so many before. */
type PlannedAfter = (before: number) => readonly Entry[]

function sectionsOf(week: Week, rows: readonly ChartRow[], planned: PlannedAfter): readonly Section[] {
  const inWeek = rows.filter(({ entry }) => isIn(week, entry.at))
  const oral = [...oralBlocks(week, rows, inWeek), ...lastDose(inWeek), ...struckList(inWeek.concat(strikesOf(rows, inWeek)), 'medicine-given', 'medicine-withheld', 'infusion-changed', 'effect-seen', 'last-dose-confirmed')]
  return [{ period: `${shownWeek(week)} 内服・頓用`, blocks: oral }, { period: `${shownWeek(week)} 注射・点滴`, blocks: injectionBlocks(rows, inWeek, planned) }]
}

/** The lines through these records and what stands in their place, which may come in a later week. */
export function strikesOf(rows: readonly ChartRow[], of: readonly ChartRow[]): readonly ChartRow[] {
  const strikes = new Set(of.flatMap(({ struck }) => (struck === null ? [] : [struck.strike])))
  const found = rows.filter(({ entry }) => strikes.has(entry.id))
  const replaced = new Set(found.flatMap(({ entry }) => (entry.kind === 'entry-struck' && entry.body.replacement !== undefined ? [entry.body.replacement] : [])))
  return rows.filter((row) => !of.includes(row) && (found.includes(row) || replaced.has(row.entry.id)))
}

function oralBlocks(week: Week | null, rows: readonly ChartRow[], inWeek: readonly ChartRow[]): readonly Block[] {
  const orders = week === null ? [] : ofKind(rows, 'order-given').filter((row) => isOral(row) && holds(row) && touches(row, rows, week, inWeek))
  const prn = prnEntries(rows, inWeek)
  const extras = orders.flatMap((order, at) => answersOf(order, inWeek).flatMap((answer) => doseExtras(order, answer).map((said) => `№${at + 1} ${dayAndTime(answer.entry.at)} ${surname(actorOf(answer).name)}: ${said}`)))
  return [
    heading('内服・外用 定時薬', '実施者が姓を書く(時刻が予定と60分以上違えば時刻も)/未投与は ×+理由 禁=禁食 拒=拒否 嘔=嘔吐 不=不在 中=中止 医=医師指示/斜線=指示なし'),
    table(oralGrid(week), orders.map((order, at) => [orderLine(order, at + 1, rows, inWeek, week ?? [])]), { least: Math.max(1, 6 - orders.length), fills: false, mm: 12, cells: (n) => [cell(String(orders.length + n + 1))] }),
    ...extras.map((said) => note(said)),
    heading('頓用', '投与前の状態と、投与後の効果を必ず書く'),
    table(prnGrid, prn, { least: Math.max(1, 5 - prn.length), fills: false, mm: 9, cells: noCells }),
    note('投与前に6R:正しい患者・薬剤・目的・用量・用法(経路)・時間。氏名は本人に名乗ってもらい、バンドの番号と照合する。'),
  ]
}

function injectionBlocks(rows: readonly ChartRow[], inWeek: readonly ChartRow[], planned: PlannedAfter): readonly Block[] {
  const given = injectionEntries(rows, inWeek)
  const injections = [...given, ...planned(given.length)]
  const controlled = controlledEntries(inWeek)
  return [
    heading('注射・点滴', '1行に1本。準備者と照合者は別の人/開始直後5分・15分と勤務交替時に刺入部を見る/輸血は輸血実施記録(別紙)へ'),
    table(injectionGrid, injections, { least: Math.max(1, (controlled.length > 1 ? 6 : controlled.length > 0 ? 7 : 8) - injections.length), fills: false, mm: 14, cells: (n) => [cell(String(injections.length + n + 1)), [], [], [], [], [], [], [], [], rightsBoxes([])] }),
    heading('麻薬・向精神薬', '残液は捨てず、薬剤部へ返す。立会者は必ず2人目'),
    table(controlledGrid, controlled, { least: controlled.length === 0 ? 2 : 1, fills: false, mm: 9, cells: noCells }),
  ]
}

const isOral = ({ entry: { body } }: OrderRow): boolean => body.medicine !== null && !isInjection(body.medicine.route) && body.term === 'standing' && body.times.length > 0

/** Does it run in this week, or was it answered in it? */
function touches(order: OrderRow, rows: readonly ChartRow[], week: Week, inWeek: readonly ChartRow[]): boolean {
  const { from, until } = spanOf(order, rows)
  const [first, last] = [week[0], week.at(-1)]
  if (first === undefined || last === undefined) return false
  return (from < startOf(last) + dayMs && until > startOf(first)) || answersOf(order, inWeek).length > 0
}

const dayMs = 86_400_000

function spanOf(order: OrderRow, rows: readonly ChartRow[]): { readonly from: number; readonly until: number } {
  const { from, until } = order.entry.body
  const stop = stopOf(order, rows)
  return { from: millisecondsOf(from ?? order.entry.at), until: Math.min(until === null ? Infinity : millisecondsOf(until), stop === null ? Infinity : millisecondsOf(stop.entry.at)) }
}

type Answer = RowOf<'medicine-given' | 'medicine-withheld'>

export function answersOf(order: OrderRow, rows: readonly ChartRow[]): readonly Answer[] {
  return ofKind(rows, 'medicine-given', 'medicine-withheld').filter((row) => holds(row) && orderOf(row) === order.entry.id)
}

const orderOf = ({ entry }: Answer): string | null => ('order' in entry.body ? entry.body.order : 'order' in entry.body.asked ? entry.body.asked.order : null)
const dueOf = ({ entry }: Answer): Instant => ('order' in entry.body ? entry.body.due : 'order' in entry.body.asked ? entry.body.asked.due : null) ?? entry.at

function orderLine(order: OrderRow, number: number, rows: readonly ChartRow[], inWeek: readonly ChartRow[], week: Week): readonly Cell[] {
  const { medicine, text, times, until } = order.entry.body
  const stop = stopOf(order, rows)
  const answers = answersOf(order, inWeek)
  const span = spanOf(order, rows)
  const said = medicine === null ? [] : [para(medicine.drug, 'bold'), para(`${shownDose(medicine.amount, medicine.unit).ja} ${routeWords[medicine.route].ja}${text === '' ? '' : ` ${text}`}`), para(`${times.length}回/日 ${times.join('・')}`)]
  const end = stop === null ? (until === null ? '継続' : dayOf(until)) : `中止 ${dayOf(stop.entry.at)}`
  return [cell(String(number)), said, [para(`${dayOf(order.entry.body.from ?? order.entry.at)}〜`), para(end)], ...week.flatMap((day) => slots.map((slot): Cell => square(answers.filter((answer) => isInSlot(dueOf(answer), day, slot)), isDue(times, span, day, slot))))]
}

type Slot = (typeof slots)[number]

function hourOn(day: CalendarDate, at: number): number {
  return (at - startOf(day)) / 3_600_000
}

const isInSlot = (due: Instant, day: CalendarDate, { from, until }: Slot): boolean => hourOn(day, millisecondsOf(due)) >= from && hourOn(day, millisecondsOf(due)) < until

/** Is one of the order's times in this square, while it runs? Times after midnight are of the evening before. */
function isDue(times: readonly string[], { from, until }: { readonly from: number; readonly until: number }, day: CalendarDate, slot: Slot): boolean {
  return times.some((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    const hour = hours < 4 ? hours + 24 : hours
    const at = startOf(day) + (hour + minutes / 60) * 3_600_000
    return hour + minutes / 60 >= slot.from && hour + minutes / 60 < slot.until && at >= from && at < until
  })
}

const wideOfPlanMs = 60 * 60_000

/** Who gave it, and when where it was not the hour; × with its mark; a slash where nothing was ordered. */
function square(answers: readonly Answer[], isOrdered: boolean): Cell {
  if (answers.length === 0) return isOrdered ? [] : null
  return answers.flatMap((answer): readonly Para[] => {
    const { entry } = answer
    if (entry.kind === 'medicine-withheld') return [para(`×${withheldWords[entry.body.because].mark}`, 'bold')]
    const isFar = Math.abs(millisecondsOf(entry.at) - millisecondsOf(dueOf(answer))) >= wideOfPlanMs
    return [para(surname(actorOf(answer).name)), ...(isFar ? tokyoParts(entry.at).hhmm.split(':').map((part, at) => para(at === 0 ? `${part}:` : part, 'small')) : [])]
  })
}

const lastDoseGrid: Grid = { name: '最終投与の確認', hasHead: true, rowMm: 9, columns: [{ head: '確認', width: 12 }, { head: '情報源', width: 16 }, { head: '最後に使った薬(時刻)', width: 52 }, { head: '備考', width: 20 }] }

function lastDose(inWeek: readonly ChartRow[]): readonly Block[] {
  const said = ofKind(inWeek, 'last-dose-confirmed').filter(holds)
  if (said.length === 0) return []
  return [heading('最終投与の確認'), table(lastDoseGrid, said.map((row): Entry => {
    const { source, doses, note: words } = row.entry.body
    const none = source === 'unknown' ? '不明' : '使っている薬なし'
    return [[[para(dayAndTime(row.entry.at)), para(surname(actorOf(row).name))], cell(lastDoseSourceWords[source].ja), doses.length === 0 ? cell(none) : doses.map(({ drug, at, when }) => para([drug, at === null ? '' : dayAndTime(at), when].filter((part) => part !== '').join(' '))), cell(words)]]
  }))]
}
