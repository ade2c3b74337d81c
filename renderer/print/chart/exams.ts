import { shownResult } from '#domain/export/care-cells.ts'
import { resultFlagWords, type ResultLine } from '#domain/exam/exam.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { heading, noCells, table, type Block } from './cut.ts'
import { cell, lines, para, type Entry, type Grid } from './ink.ts'
import { orderNumbers } from './orders.ts'
import type { Section } from './paper.ts'
import { actorOf, dayAndTime, holds, marksOf, numberedName, ofKind, periodOf, type RowOf } from './say.ts'
import { struckList } from './struck-list.ts'

const specimenGrid: Grid = { name: '検体', hasHead: true, rowMm: 8, columns: [{ head: '採取日時', width: 16, isMiddle: true }, { head: '検体', width: 24 }, { head: 'ラベル番号', width: 18 }, { head: '備考', width: 22 }, { head: '採取者', width: 20, pt: 7.5 }] }
const resultGrid: Grid = { name: '結果', hasHead: true, rowMm: 7, columns: [{ head: '項目', width: 26 }, { head: '結果', width: 20, isLabel: true }, { head: '単位', width: 16 }, { head: '基準', width: 20 }, { head: '判定', width: 18, isMiddle: true, isLabel: true }] }
const callGrid: Grid = { name: 'パニック値の連絡', hasHead: true, rowMm: 9, columns: [{ head: '日時', width: 14, isMiddle: true }, { head: '連絡した人', width: 17 }, { head: '受けた人', width: 17 }, { head: '復唱', width: 8, isMiddle: true }, { head: '指示・対応', width: 26 }, { head: '記載者', width: 18, pt: 7.5 }] }
const wordsGrid: Grid = { name: '所見', hasHead: false, rowMm: 8, columns: [{ head: '', width: 10, isLabel: true }, { head: '', width: 90 }] }

/** F19: specimens, results with their flags in the order they came, and to whom a critical value was told. */
export function examSheet(rows: readonly ChartRow[]): readonly Section[] {
  const specimens = ofKind(rows, 'specimen-taken').filter(holds)
  const told = ofKind(rows, 'exam-reported')
  const results = told.filter(holds)
  const calls = ofKind(rows, 'critical-called').filter(holds)
  const numbers = orderNumbers(rows)
  return [{
    period: periodOf([...specimens, ...results].map(({ entry }) => entry.at)),
    blocks: [
      heading('検体'),
      table(specimenGrid, specimens.map((row): Entry => [[cell(dayAndTime(row.entry.at)), cell(row.entry.body.specimen), cell(row.entry.body.label), lines(row.entry.body.order === null ? '' : `指示簿№${numbers.get(row.entry.body.order) ?? '—'}`, row.entry.body.note), lines(numberedName(actorOf(row)), ...marksOf(row))]]), { least: specimens.length === 0 ? 6 : 1, fills: false, mm: 8, cells: noCells }),
      ...results.flatMap((row) => resultBlocks(row, numbers, criticalLines(row).length > 0 && !calls.some(({ entry }) => entry.body.result === row.entry.id))),
      ...(results.length === 0 ? [heading('結果'), table(resultGrid, [], { least: 14, fills: false, mm: 8, cells: noCells })] : []),
      heading('パニック値の連絡', '誰から誰へ、復唱したか'),
      table(callGrid, calls.map((row): Entry => {
        const of = told.find(({ entry }) => entry.id === row.entry.body.result)
        return [[cell(dayAndTime(row.entry.at)), cell(row.entry.body.caller), cell(row.entry.body.told), cell(row.entry.body.readBack ? 'した' : 'していない'), lines(of === undefined ? '' : `${of.entry.body.exam} ${dayAndTime(of.entry.at)}`, of === undefined || holds(of) ? '' : `訂正・取消の前の値 ${criticalLines(of).map((line) => shownResult(line).ja).join('、')}`, row.entry.body.answer), lines(numberedName(actorOf(row)), ...marksOf(row))]]
      }), { least: calls.length === 0 ? 2 : 1, fills: false, mm: 9, cells: noCells }),
      ...struckList(rows, 'specimen-taken', 'exam-reported', 'critical-called'),
    ],
  }]
}

const criticalLines = ({ entry }: RowOf<'exam-reported'>): readonly ResultLine[] => entry.body.lines.filter(({ flag }) => flag === 'critical')

function resultBlocks(row: RowOf<'exam-reported'>, numbers: ReadonlyMap<string, number>, isUncalled: boolean): readonly Block[] {
  const { exam, specimen, lines: results, findings, order } = row.entry.body
  const told = [dayAndTime(row.entry.at), specimen, order === null ? '' : `指示簿№${numbers.get(order) ?? '—'}`, `記載 ${numberedName(actorOf(row))}`].filter((part) => part !== '').join(' ')
  const words: Entry = [[cell('所見'), findings === '' ? [] : findings.split('\n').map((line) => para(line))]]
  return [
    heading('検査結果', ''),
    table(wordsGrid, [[[cell('検査'), [para(exam, 'bold'), para(told), ...(isUncalled ? [para('【パニック値 未連絡】', 'bold')] : []), ...marksOf(row).map((mark) => para(mark, 'small'))]]], ...(findings === '' ? [] : [words])]),
    ...(results.length === 0 ? [] : [table(resultGrid, results.map(({ item, value, unit, range, flag }): Entry => [[cell(item), cell(value), cell(unit), cell(range), cell(flag === null ? '' : resultFlagWords[flag].ja)]]))]),
  ]
}
