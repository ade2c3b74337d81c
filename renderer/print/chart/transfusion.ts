import { bloodTypeSourceWords, bagCheckWords, BagCheck, bloodProductWords, crossmatchWords, shownBloodType } from '#domain/transfusion/transfusion.ts'
import type { ChartRow } from '#domain/view/chart.ts'
import { heading, noCells, note, table, type Block } from './cut.ts'
import { boxes, cell, lines, para, type Cell, type Entry, type Grid } from './ink.ts'
import { secondOf } from './medication-doses.ts'
import type { Section } from './paper.ts'
import { actorOf, dayAndTime, holds, marksOf, nearTime, numberedName, ofKind, periodOf, type RowOf } from './say.ts'
import { struckList } from './struck-list.ts'

const typeGrid: Grid = { name: '血液型', hasHead: true, rowMm: 8, columns: [{ head: '日時', width: 16, isMiddle: true }, { head: '血液型', width: 22 }, { head: '情報源', width: 22 }, { head: '検体ラベル', width: 20 }, { head: '記載者', width: 20, pt: 7.5 }] }
const bagGrid: Grid = { name: '輸血', hasHead: false, isRuled: true, rowMm: 8, columns: [{ head: '', width: 13, isLabel: true }, { head: '', width: 37, isEnd: true }, { head: '', width: 13, isLabel: true }, { head: '', width: 37 }] }
const watchGrid: Grid = { name: '観察', hasHead: true, rowMm: 8, columns: [{ head: '時刻', width: 14, isMiddle: true }, { head: '開始後', width: 12, isMiddle: true }, { head: '状態', width: 52 }, { head: '観察者', width: 22, pt: 7.5 }] }

/** F18: bag by bag what was compared, by which two, when it began, what was seen at 5 and 15 minutes, how it ended. */
export function transfusionSheet(rows: readonly ChartRow[]): readonly Section[] {
  const bags = ofKind(rows, 'transfusion-started').filter(holds)
  const types = ofKind(rows, 'blood-type-stated').filter(holds)
  return [{
    period: periodOf(bags.map(({ entry }) => entry.at)),
    blocks: [
      heading('血液型', '別に採った2本の検体の一致だけが確定'),
      table(typeGrid, types.map((row): Entry => [[cell(dayAndTime(row.entry.at)), cell(shownBloodType(row.entry.body.type).ja), cell(bloodTypeSourceWords[row.entry.body.source].ja), cell(row.entry.body.sample), lines(numberedName(actorOf(row)), ...marksOf(row))]]), { least: types.length === 0 ? 2 : 1, fills: false, mm: 8, cells: noCells }),
      ...bags.flatMap((bag, n) => bagBlocks(bag, n + 1, rows)),
      ...(bags.length === 0 ? [...blankBag(1), ...blankBag(2)] : []),
      ...struckList(rows, 'blood-type-stated', 'transfusion-started', 'transfusion-watched', 'transfusion-ended'),
      note('1袋ごとに、ベッドのそばで2人が声に出して照合する。開始後5分は離れない。15分後と終了時に観察する。記録は20年保存。'),
    ],
  }]
}

function bagBlocks(bag: RowOf<'transfusion-started'>, number: number, rows: readonly ChartRow[]): readonly Block[] {
  const { body, at } = bag.entry
  const ends = ofKind(rows, 'transfusion-ended').filter((row) => holds(row) && row.entry.body.bag === bag.entry.id)
  const watched = ofKind(rows, 'transfusion-watched').filter((row) => holds(row) && row.entry.body.bag === bag.entry.id)
  const [end] = ends
  return [
    heading(`${number}袋目`, `${bloodProductWords[body.product].ja} ${body.lot}`),
    table(bagGrid, [[
      pair('製剤', [bloodProductWords[body.product].ja, body.units === null ? '' : `${body.units}単位`, body.volumeMl === null ? '' : `${body.volumeMl} mL`].filter((part) => part !== '').join(' '), '製造番号', body.lot),
      pair('血液型', `製剤 ${body.bagType === null ? '不明' : shownBloodType(body.bagType).ja} / 患者 ${body.patientType === null ? '不明' : shownBloodType(body.patientType).ja}`, '有効期限', body.expiresOn),
      pair('交差適合', crossmatchWords[body.crossmatch].ja, '開始', `${dayAndTime(at)} ${numberedName(actorOf(bag))}`),
      [cell('照合'), checks(body.checks), cell('照合者'), [para(numberedName(actorOf(bag))), ...lines(secondOf(body.byTwo), ...marksOf(bag))]],
      pair('終了', ends.map((row) => `${nearTime(row.entry.at, at)} ${row.entry.body.givenMl} mL ${numberedName(actorOf(row))}`).join('\n'), '副作用', end === undefined ? '' : end.entry.body.reacted ? `有: ${end.entry.body.reaction}` : 'なし'),
      ...(body.note === '' ? [] : [pair('備考', body.note, '', '')]),
    ]]),
    table(watchGrid, watched.map((row): Entry => [[cell(nearTime(row.entry.at, at)), cell(row.entry.body.minutes === null ? '' : `${row.entry.body.minutes}分`), lines(row.entry.body.fine ? '異常なし' : '異常あり', row.entry.body.words), lines(numberedName(actorOf(row)), ...marksOf(row))]]), { least: Math.max(1, 3 - watched.length), fills: false, mm: 8, cells: (n) => (watched.length === 0 ? [[], cell(['5分', '15分', ''][n] ?? '')] : []) }),
  ]
}

function blankBag(number: number): readonly Block[] {
  return [
    heading(`${number}袋目`),
    table(bagGrid, [[pair('製剤', '', '製造番号', ''), pair('血液型', '製剤　　　　　 / 患者', '有効期限', ''), pair('交差適合', '', '開始', ''), [cell('照合'), checks([]), cell('照合者'), []], pair('終了', '', '副作用', '')]]),
    table(watchGrid, [], { least: 4, fills: false, mm: 8, cells: (n) => [[], cell(['5分', '15分'][n] ?? '')] }),
  ]
}

const pair = (label: string, text: string, label2: string, text2: string): readonly Cell[] => [cell(label), lines(...text.split('\n')), cell(label2), lines(text2)]

function checks(ticked: readonly BagCheck[]): Cell {
  return [boxes(...BagCheck.options.map((check) => ({ word: bagCheckWords[check].ja, isTicked: ticked.includes(check) })))]
}
