import { shownMedicine } from '#domain/export/care-cells.ts'
import { shownRate } from '#domain/medicine/units.ts'
import { orderCategoryWords, OrderCategory, orderTermWords, type Order } from '#domain/order/order.ts'
import { millisecondsOf, type Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { heading, note, table, type Block } from './cut.ts'
import { boxes, cell, para, type Cell, type Entry, type Grid, type Para } from './ink.ts'
import type { Section } from './paper.ts'
import { actorOf, dayAndTime, dayOf, holds, nearTime, numberedName, ofKind, periodOf, surname, timeOf, toldOf, withJob, type RowOf, type Told } from './say.ts'
import { versionParas } from './versions.ts'

const standingGrid: Grid = {
  name: '基本指示', hasHead: false, rowMm: 8,
  columns: [{ head: '', width: 10.93, isLabel: true }, { head: '', width: 39.07, isEnd: true }, { head: '', width: 10.93, isLabel: true }, { head: '', width: 39.07 }],
}
const orderGrid: Grid = {
  name: '指示', hasHead: true, rowMm: 10,
  columns: [
    { head: '№', width: 3.3, pt: 7.5, isMiddle: true, isRepeated: true }, { head: '指示\n日時', width: 6.59, pt: 7.5, isMiddle: true, isRepeated: true }, { head: '種\n別', width: 3.85, pt: 7.5, isMiddle: true, isRepeated: true },
    { head: '指示内容(薬剤・量・経路・速度・条件)', width: 38.46 }, { head: '開始', width: 8.24, pt: 7.5 }, { head: '終了・中止', width: 9.34, pt: 7.5 },
    { head: '医師\nサイン', width: 8.24, pt: 7.5, isMiddle: true, isRepeated: true }, { head: '指示受け\n者・時刻', width: 7.14, pt: 7.5, isMiddle: true }, { head: '実施\n者・時刻', width: 7.14, pt: 7.5, isMiddle: true }, { head: '備考', width: 7.7, pt: 7.5, isMiddle: true },
  ],
}

/** The thirteen standing orders at the head of the sheet, in its order. */
const standingCategories = OrderCategory.options.slice(0, 13)
/** So many answers stand in their cell; more are told beside the order's words. */
const answersInCell = 2

/** F06: what holds now in fourteen cells, then every order a line, in the order they were given. */
export function orderSheet(rows: readonly ChartRow[], forbidden: string, now: Instant): readonly Section[] {
  const given = ofKind(rows, 'order-given')
  const told = toldOf(rows).filter(({ versions: [first] }) => first?.entry.kind === 'order-given')
  const blocks: readonly Block[] = [
    heading('基本指示', '変更は消さずに二重線、下の指示欄に新しい指示を書く'),
    table(standingGrid, standingCells(given, rows, forbidden, now)),
    heading('指示', '種別 継=継続 臨=臨時 条=条件付き/1行に1指示、量は単位まで(mg・mL・錠。「ミリ」と書かない)/中止は二重線+中止日時・医師名'),
    table(orderGrid, told.map((one, at) => [lineOf(one, at + 1, rows)]), { least: 3, fills: true, mm: 10, leaves: 7.5, cells: (n) => [cell(String(told.length + n + 1)), [], [], [boxes({ word: '口頭', isTicked: false }, { word: '復唱', isTicked: false })]] }),
    note('口頭指示は緊急時のみ。受けた人が書き、読み上げて復唱し、医師が後で内容を確かめ署名と時刻を書く。開始・中止の時刻は24時間制。指示受けのない指示は実施しない。'),
  ]
  return [{ period: given.length === 0 ? '' : `${periodOf(given.map(({ entry }) => entry.at)).slice(0, 10)}〜`, blocks }]
}

/** The number of each order on this sheet, for what refers to it. */
export function orderNumbers(rows: readonly ChartRow[]): ReadonlyMap<string, number> {
  const told = toldOf(rows).filter(({ versions: [first] }) => first?.entry.kind === 'order-given')
  return new Map(told.flatMap(({ versions }, at) => versions.map(({ entry }) => [entry.id, at + 1] as const)))
}

type OrderRow = RowOf<'order-given'>

/** Is it to be followed now? Not struck, not stopped, not over. */
export function isRunning(row: OrderRow, rows: readonly ChartRow[], now: Instant): boolean {
  const { until } = row.entry.body
  return holds(row) && stopOf(row, rows) === null && (until === null || millisecondsOf(until) > millisecondsOf(now))
}

export function stopOf(row: OrderRow, rows: readonly ChartRow[]): RowOf<'order-stopped'> | null {
  return ofKind(rows, 'order-stopped').find((stop) => holds(stop) && stop.entry.body.order === row.entry.id) ?? null
}

function standingCells(given: readonly OrderRow[], rows: readonly ChartRow[], forbidden: string, now: Instant): readonly Entry[] {
  const cells = standingCategories.map((category): readonly [string, readonly Para[]] => {
    const newest = given.findLast((row) => row.entry.body.category === category && isRunning(row, rows, now))
    if (newest === undefined) return [orderCategoryWords[category].ja, []]
    const [taken] = ofKind(rows, 'order-received').filter((row) => holds(row) && row.entry.body.order === newest.entry.id)
    return [orderCategoryWords[category].ja, [...orderWords(newest.entry.body, false).map((words) => para(words)), para(`${dayAndTime(newest.entry.at)} ${surname(actorOf(newest).name)}${taken === undefined ? '' : `/受 ${surname(taken.entry.by.name)} ${nearTime(taken.entry.at, newest.entry.at)}`}`, 'small')]]
  })
  const all = [...cells, ['禁忌薬', forbidden === '' ? [] : [para(forbidden)]] as const]
  return Array.from({ length: 7 }, (_, row): Entry => [all.slice(row * 2, row * 2 + 2).flatMap(([label, said]): readonly Cell[] => [cell(label), said])])
}

const termMarks = { standing: '継', once: '臨', conditional: '条' } as const

function lineOf({ versions, last }: Told, number: number, rows: readonly ChartRow[]): readonly Cell[] {
  const orders = ofKind(versions, 'order-given')
  const ids = new Set(orders.map(({ entry }) => entry.id))
  const newest = orders.at(-1)
  if (newest === undefined) return [cell(String(number))]
  const { entry } = newest
  const stop = stopOf(newest, rows)
  const received = ofKind(rows, 'order-received').filter((row) => ids.has(row.entry.body.order))
  const done = ofKind(rows, 'order-done').filter((row) => ids.has(row.entry.body.order))
  const stops = ofKind(rows, 'order-stopped').filter((row) => ids.has(row.entry.body.order))
  const words = versionParas({ versions, last }, (row) => (row.entry.kind === 'order-given' ? [...orderWords(row.entry.body, true), ...earlierWords(row as OrderRow, newest)] : []), stop !== null && holds(newest)) // its kind was looked at
  return [
    cell(String(number)), [para(dayOf(entry.at)), para(timeOf(entry.at))], cell(termMarks[entry.body.term]),
    [...words, ...verbalParas(newest), ...(done.length > answersInCell ? [para(`実施 ${done.map(answer).join('・')}`, 'small')] : []), ...struckAnswers([...received, ...done, ...stops])],
    cell(entry.body.from === null ? (entry.body.urgent ? '直ちに' : '') : dayAndTime(entry.body.from)),
    stop === null ? cell(entry.body.until === null ? (entry.body.term === 'once' ? '1回' : '') : dayAndTime(entry.body.until)) : [para('中止', 'bold'), para(dayAndTime(stop.entry.at)), para(surname(actorOf(stop).name))],
    signOf(newest),
    inCell(received, entry.at), entry.body.medicine !== null && done.length === 0 ? cell('F07へ') : done.length > answersInCell ? cell(`${done.length}回`) : inCell(done, entry.at),
    [...stops.filter(holds).flatMap(({ entry: { body } }) => (body.reason === '' ? [] : [para(body.reason)])), ...done.filter(holds).flatMap(({ entry: { body } }) => (body.note === '' ? [] : [para(body.note)]))],
  ]
}

/** What is ordered, a line each. */
export function orderWords({ category, text, medicine, condition, times, urgent }: Order, hasCategory: boolean): readonly string[] {
  const drug = medicine === null ? [] : [[shownMedicine(medicine).ja, medicine.rate === null ? '' : shownRate(medicine.rate).ja, medicine.mixedWith, medicine.isControlled ? '【麻薬・向精神薬】' : ''].filter((part) => part !== '').join(' ')]
  const name = hasCategory && medicine === null && category !== 'other' ? `${orderCategoryWords[category].ja}: ` : ''
  const plain = text === '' ? [] : text.split('\n').map((line, at) => (at === 0 ? `${urgent ? '【緊急】' : ''}${name}${line}` : line))
  return [...drug.map((line) => (urgent && text === '' ? `【緊急】${line}` : line)), ...plain, ...(condition.trim() === '' ? [] : [`条件: ${condition}`]), ...(times.length === 0 ? [] : [`毎日 ${times.join('・')}`])]
}

/** The columns are those of the newest version: what differed in an earlier one stands with its words. */
function earlierWords(row: OrderRow, newest: OrderRow): readonly string[] {
  if (row === newest) return []
  const [was, is] = [row.entry.body, newest.entry.body]
  const parts = [
    actorOf(row).staffNumber === actorOf(newest).staffNumber ? '' : `指示 ${numberedName(actorOf(row))}`,
    was.term === is.term ? '' : orderTermWords[was.term].ja,
    was.from === null || was.from === is.from ? '' : `開始 ${dayAndTime(was.from)}`,
    was.until === null || was.until === is.until ? '' : `終了 ${dayAndTime(was.until)}`,
    was.verbal === null ? '' : `口頭指示 ${was.verbal.readBack ? '復唱した' : '復唱していない'}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? [] : [parts.join(' ')]
}

function verbalParas({ entry }: OrderRow): readonly Para[] {
  const { verbal } = entry.body
  return verbal === null ? [] : [para(`受 ${surname(entry.by.name)}`, 'plain', '口頭指示 '), boxes({ word: '復唱', isTicked: verbal.readBack })]
}

/** The doctor's own order, or the one it was written for: then when they said that it is theirs. */
function signOf({ entry, approved }: OrderRow): Cell {
  if (entry.onBehalfOf !== null) return [para(surname(entry.onBehalfOf.name)), ...(approved === null ? [para('未確認')] : [para('確認'), para(nearTime(approved.at, entry.at))])]
  if (entry.by.profession === 'doctor') return cell(surname(entry.by.name))
  return [para(surname(entry.by.name)), para(withJob(entry.by).slice(entry.by.name.length))]
}

type Answer = RowOf<'order-received' | 'order-done' | 'order-stopped'>

function answer(row: Answer): string {
  return `${surname(actorOf(row).name)} ${dayAndTime(row.entry.at)}`
}

/** Who and when, under each other; with the day where it was not that of the order. */
function inCell(answers: readonly Answer[], orderedAt: Instant): Cell {
  return answers.filter(holds).flatMap((row) => [surname(actorOf(row).name), ...nearTime(row.entry.at, orderedAt).split(' ')].map((words) => para(words)))
}

/** Answers that were struck stand with their reason beside the order's words. */
function struckAnswers(answers: readonly Answer[]): readonly Para[] {
  const names = { 'order-received': '指示受け', 'order-done': '実施', 'order-stopped': '中止' } as const
  return answers.flatMap((row) => {
    const { struck, entry } = row
    if (struck === null) return []
    const said = 'reason' in entry.body ? ` ${entry.body.reason}` : 'note' in entry.body ? ` ${entry.body.note}` : ''
    const words = `${names[entry.kind]} ${answer(row)}${said}`.trim()
    return [para(words, 'struck'), para(`取消 ${dayAndTime(struck.at)} ${numberedName(struck.by)} 理由:${struck.reason} 旧:${words}`, 'fix-small')]
  })
}
