import { tokyoParts } from '#domain/time.ts'
import { shortMoment } from '../ui/moment.ts'
import { written, type Cell, type Flow, type Piece, type Table } from './flow.ts'
import { heading, label, moment, signatures } from './station-flows.ts'
import type { HandOver, HandOverSheet } from './ward-sheets.ts'

const patientTable: Table = { name: '患者', hasHead: false, rowMm: 9, columns: [12, 38, 12, 38].map((width, at) => ({ head: String(at), width })) }
const careTable: Table = { name: '治療', hasHead: false, rowMm: 14, columns: [{ head: 'label', width: 18 }, { head: 'text', width: 52 }, { head: 'pen', width: 30 }] }
const vitalTable: Table = { name: '最新のバイタルサイン', hasHead: true, rowMm: 8, columns: ['', ' '].flatMap((side) => [{ head: `項目${side}`, width: 14 }, { head: `値${side}`, width: 20 }, { head: `時刻${side}`, width: 16, isMiddle: true }]) }
const overTable: Table = { name: '引継先', hasHead: false, rowMm: 10, columns: [14, 36, 14, 36].map((width, at) => ({ head: String(at), width })) }

const allergyWords = { unconfirmed: '未確認', none: 'なし', present: 'あり' } as const

/** What is not written down is not "none". */
const unknown = '記載なし(要確認)'

/** One patient when the ward goes back to the hospital's system: what the next team must not have to ask. Signed by both. */
export function handOverFlow(sheet: HandOverSheet, { patient, lastDose, nextDue, pumps, vitals, unresolved, takeOver }: HandOver): Flow {
  return {
    title: '終了時引継票', english: 'Hand-over at stand-down',
    box: [
      { label: '緊急番号', text: patient.number }, { label: '氏名', text: patient.name }, { label: 'ベッド', text: `${sheet.ward} ${patient.bed}` },
      { label: '生年月日', text: patient.birth }, { label: '年齢・性別', text: `${patient.age}・${patient.sex}` }, { label: 'アレルギー', text: allergyWords[patient.allergies.state] },
    ],
    pieces: [
      row(patientTable, label('氏名'), { text: patient.name, look: 'big' }, label('カナ'), patient.kana === '' ? unknown : patient.kana),
      row(patientTable, label('病院'), sheet.hospital, label('終了'), moment(sheet.standDownAt)),
      heading('アレルギー', '電子カルテの記載と照合する'),
      ...written(`${allergyWords[patient.allergies.state]}　${patient.allergies.text}`, 0, 'boxed'),
      heading('薬・点滴', '右の欄は引き継ぐときに二人で確かめて書く'),
      ...careRows({ lastDose, nextDue, pumps }),
      heading('最新のバイタルサイン', '測っていないものは未測定'),
      ...vitalRows({ vitals }),
      heading('片付いていないこと', '書きかけ・承認待ち。引き継ぐ前に終えるか、誰が終えるかを書く'),
      ...(unresolved.length === 0 ? written('なし(端末の記録による)', 0) : unresolved.flatMap((one) => written(`□ ${one}`, 0))),
      heading('引き継ぐ先'),
      row(overTable, label('誰が'), takeOver.by, label('いつから'), takeOver.at === null ? '' : `${tokyoParts(takeOver.at).date} ${tokyoParts(takeOver.at).hhmm}`),
      row(overTable, label('どこで'), takeOver.where, label('電子カルテ'), '□ 記録を始めた　　:'),
      heading('署名', '渡す人が読み上げ、受ける人が復唱する'),
      ...signatures(['渡した人', '受けた人']),
    ],
  }
}

const row = (table: Table, ...cells: Extract<Piece, { readonly piece: 'row' }>['cells']): Piece => ({ piece: 'row', table, cells })

export const allergyOnPaper = ({ allergies }: Pick<HandOver['patient'], 'allergies'>): string => allergyWords[allergies.state]

/** Last dose, next one, running pumps, with room for the check by two. */
export function careRows({ lastDose, nextDue, pumps }: Pick<HandOver, 'lastDose' | 'nextDue' | 'pumps'>): readonly Piece[] {
  return [
    row(careTable, label('最終投与'), lastDose === '' ? unknown : lastDose, '確認　　:'),
    row(careTable, label('次の予定'), nextDue === '' ? unknown : nextDue, '確認　　:'),
    row(careTable, label('動いているポンプ'), pumps.length === 0 ? unknown : pumps.join('\n'), '現物を見た　　:'),
  ]
}

export function vitalRows({ vitals }: Pick<HandOver, 'vitals'>): readonly Piece[] {
  return pairs(vitals).map((pair) => row(vitalTable, ...pair.flatMap(({ sign, value, at }): Cell[] => [label(sign), value === '' ? '未測定' : { text: value, look: 'big' }, at === null ? '—' : shortMoment(at)])))
}

/** Two by two, the left column read down first. */
function pairs<Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] {
  const half = Math.ceil(things.length / 2)
  return things.slice(0, half).map((left, at) => [left, ...things.slice(half + at, half + at + 1)])
}
