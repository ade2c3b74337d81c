import { flowsOf, tenth, type Flow } from '#domain/fluid/flows.ts'
import { tokyoDateOf, tokyoParts, type CalendarDate, type Instant } from '#domain/time.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { heading, noCells, note, table } from './cut.ts'
import { cell, lines, para, type Entry, type Grid } from './ink.ts'
import { infusedNote, isIn, isInfused, shownMl, signed, sumOf, wayName } from './flow-values.ts'
import type { Section } from './paper.ts'
import { actorOf, dayWithWeekday, marksOf, periodOf, surname, timeOf } from './say.ts'
import { struckList } from './struck-list.ts'

const grid: Grid = {
  name: '水分出納', hasHead: true, rowMm: 7,
  columns: [{ head: '時刻', width: 9, isMiddle: true }, { head: 'IN 種類・名称', width: 23 }, { head: 'IN\nmL', width: 9, isMiddle: true, isEnd: true }, { head: 'OUT 種類・名称', width: 23 }, { head: 'OUT\nmL(回)', width: 11, isMiddle: true, isEnd: true }, { head: '備考', width: 14, pt: 7.5 }, { head: '記載者', width: 11, pt: 7.5 }],
}
const shiftNames = ['深夜 0〜8時', '日勤 8〜16時', '準夜 16〜24時'] as const

/** F21: every movement in its shift, the sum of each shift, and the balance of each day. */
export function fluidSheet(rows: readonly ChartRow[]): readonly Section[] {
  const moved = flowsOf(rows)
  const days = [...new Set(moved.map(({ at }) => tokyoDateOf(at)))].toSorted()
  return [{
    period: periodOf(moved.map(({ at }) => at)),
    blocks: [
      ...days.flatMap((day) => [heading(dayWithWeekday(day), balanceOf(day, moved)), table(grid, shiftNames.flatMap((_, shift) => shiftEntries(shift, moved.filter(({ at }) => isInShift(at, day, shift)))))]),
      ...(moved.some(isInfused) ? [note(infusedNote)] : []),
      ...struckList(rows, 'fluid-measured'),
      ...(days.length === 0 ? shiftNames.flatMap((name) => [heading(name, '　　月　　日　IN 計　　　　mL　OUT 計　　　　mL　差引　　　　mL'), table(grid, [], { least: 7, fills: false, mm: 8, cells: noCells })]) : [heading('手書き追記'), table(grid, [], { least: 3, fills: true, mm: 8, cells: noCells })]),
    ],
  }]
}

function isInShift(at: Instant, day: CalendarDate, shift: number): boolean {
  const { date, hhmm } = tokyoParts(at)
  return date === day && Math.floor(Number(hhmm.slice(0, 2)) / 8) === shift
}

function shiftEntries(shift: number, moved: readonly Flow[]): readonly Entry[] {
  if (moved.length === 0) return []
  const lined = moved.map((move): Entry => {
    const amount = move.ml === null ? `未測(${move.times})` : `${shownMl(move.ml)}${isIn(move) || move.times === 0 ? '' : ` (${move.times})`}`
    const [name, empty] = [cell(wayName(move)), cell('')]
    return [[cell(timeOf(move.at)), isIn(move) ? name : empty, isIn(move) ? cell(amount) : empty, isIn(move) ? empty : name, isIn(move) ? empty : cell(amount), lines(move.note, ...marksOf(move.row)), cell(surname(actorOf(move.row).name))]]
  })
  const [into, out] = [sumOf(moved.filter(isIn)), sumOf(moved.filter((move) => !isIn(move)))]
  const star = into.isWhole && out.isWhole ? '' : '*'
  return [...lined, [[[], [para(`${shiftNames[shift] ?? ''} 計`, 'bold')], [para(shownMl(into.ml), 'bold')], [para(`差引 ${signed(tenth(into.ml - out.ml))}${star}`, 'bold')], [para(shownMl(out.ml), 'bold')], cell(star === '' ? '' : '*未測を含まない')]]]
}

function balanceOf(day: CalendarDate, moved: readonly Flow[]): string {
  const today = moved.filter(({ at }) => tokyoDateOf(at) === day)
  const [into, out] = [sumOf(today.filter(isIn)), sumOf(today.filter((move) => !isIn(move)))]
  return `24時間 IN ${shownMl(into.ml)} mL　OUT ${shownMl(out.ml)} mL　差引 ${signed(tenth(into.ml - out.ml))} mL${into.isWhole && out.isWhole ? '' : ' (測っていないものを含まない)'}`
}
