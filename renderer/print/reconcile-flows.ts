import { shortMoment } from '../ui/moment.ts'
import { written, type Flow, type Piece, type Table } from './flow.ts'
import type { NumberListSheet, SignOffSheet, WorklistSheet } from './reconcile-sheets.ts'
import { heading, label, moment, signatures } from './station-flows.ts'

const countTable: Table = {
  name: '記録の件数', hasHead: true, rowMm: 6,
  columns: [{ head: '種類', width: 40 }, { head: '全部', width: 15, isMiddle: true }, { head: '照合済', width: 15, isMiddle: true }, { head: '対象外', width: 15, isMiddle: true }, { head: '残り', width: 15, isMiddle: true }],
}
const leftTable: Table = { name: '残ったもの', hasHead: true, rowMm: 9, columns: [{ head: '点検', width: 44 }, { head: '残り', width: 10, isMiddle: true }, { head: '署名した人・理由', width: 46 }] }

/** Who looked, profession by profession, before the emergency is closed. (domain facts §8.4-7) */
export function signOffFlow({ hospital, ward, standDownAt, counts, left, printed }: SignOffSheet): Flow {
  const all = counts.reduce((sum, one) => sum + one.all, 0)
  const open = counts.reduce((sum, one) => sum + one.open, 0)
  return {
    title: '終了の署名票', english: 'Sign-off sheet',
    box: [
      { label: '病院', text: hospital }, { label: '病棟・端末', text: `${ward} ${printed.letters}` }, { label: '解除', text: moment(standDownAt) },
      { label: '記録', text: `${all}件` }, { label: '残り', text: `${open}件` }, { label: '未了の点検', text: `${left.length}項目` },
    ],
    pieces: [
      heading('記録の件数', '照合済と対象外と残りの和が全部に等しい'),
      ...counts.map((one): Piece => ({ piece: 'row', table: countTable, cells: [one.label, String(one.all), String(one.checked), String(one.notNeeded), one.open === 0 ? '0' : { text: String(one.open), look: 'boxed' }] })),
      ...(counts.length === 0 ? written('記録はない。', 0) : []),
      heading('残ったもの', '残したまま閉じるものには、名前を書いた人が責任を持つ'),
      ...left.map((one): Piece => ({ piece: 'row', table: leftTable, cells: [one.label, { text: String(one.open), look: 'boxed' }, one.signed] })),
      ...(left.length === 0 ? written('なし(端末の点検による)', 0) : []),
      heading('署名', '転記先の画面と照らし合わせてから署名する'),
      ...signatures(['医師', '看護', '薬剤', '検査', '診療情報管理', '情報システム']),
    ],
  }
}

const numberTable: Table = {
  name: '番号の対応', hasHead: true, rowMm: 7,
  columns: [{ head: '非常時の番号', width: 17 }, { head: '仮名', width: 15 }, { head: '氏名', width: 19 }, { head: '病院の番号', width: 15 }, { head: '決定', width: 12 }, { head: '決めた人', width: 13 }, { head: '日時', width: 9, isMiddle: true }],
}

export function numberListFlow({ hospital, ward, lines, printed }: NumberListSheet): Flow {
  const decided = lines.filter(({ hospitalId }) => hospitalId !== '').length
  return {
    title: '番号の対応表', english: 'Numbers, old and new',
    box: [
      { label: '病院', text: hospital }, { label: '病棟・端末', text: `${ward} ${printed.letters}` }, { label: '保管', text: '期限なし' },
      { label: '患者', text: `${lines.length}名` }, { label: '番号あり', text: `${decided}名` }, { label: '番号なし', text: `${lines.length - decided}名` },
    ],
    pieces: [
      heading('番号の対応', '紙のリストバンドや検体の番号から、病院の患者を探すときに使う'),
      ...lines.map((one): Piece => ({ piece: 'row', table: numberTable, cells: [label(one.number), one.alias, one.name, one.hospitalId === '' ? { text: '未決定', look: 'boxed' } : { text: one.hospitalId, look: 'big' }, one.decision, one.by, one.at === null ? '' : shortMoment(one.at)] })),
      ...(lines.length === 0 ? written('患者はいない。', 0) : []),
      heading('署名'), ...signatures(['作った人', '確かめた人']),
    ],
  }
}

const workTable: Table = {
  name: '転記の一覧', hasHead: true, rowMm: 6,
  columns: [{ head: '№', width: 8, isMiddle: true }, { head: '優先', width: 6, isMiddle: true }, { head: '種類', width: 17 }, { head: '患者', width: 20 }, { head: '病院の番号', width: 13 }, { head: '日時', width: 11, isMiddle: true }, { head: '記入者', width: 11 }, { head: '状態・転記した人', width: 14 }],
}

export function worklistFlow({ hospital, ward, lines, printed }: WorklistSheet): Flow {
  return {
    title: '転記の一覧', english: 'Worklist',
    box: [
      { label: '病院', text: hospital }, { label: '病棟・端末', text: `${ward} ${printed.letters}` }, { label: '作成', text: moment(printed.at) },
      { label: '記録', text: `${lines.length}件` }, { label: '担当', text: '' }, { label: '期限', text: '' },
    ],
    pieces: [
      heading('転記の一覧', '打ち終えた行に印を付け、端末にも入れる。照合は別の人が行う'),
      ...lines.map((one): Piece => ({ piece: 'row', table: workTable, cells: [one.seq, one.priority, one.what, one.who, one.hospitalId, shortMoment(one.at), one.author, `${one.status} ${one.typist}`.trim()] })),
      ...(lines.length === 0 ? written('この条件の記録はない。', 0) : []),
    ],
  }
}
