import { shortMoment } from '../ui/moment.ts'
import { written, type Flow, type Piece } from './flow.ts'
import { allergyOnPaper, careRows, vitalRows } from './hand-over-flow.ts'
import { facts, heading, moment, signatures } from './station-flows.ts'
import type { TransferSheet } from './transfer-sheet.ts'

/** What the receiving ward must not have to ask, and the code with which it opens the file. Signed by both. */
export function transferFlow({ hospital, ward, patient: summary, alsoKnown, to, code, fileName, sha256, entries, notes, printed }: TransferSheet): Flow {
  const { patient } = summary
  return {
    title: '転送票', english: 'Transfer sheet',
    box: [
      { label: '緊急番号', text: patient.number }, { label: '氏名', text: patient.name }, { label: '行き先', text: to },
      { label: '生年月日', text: patient.birth }, { label: '年齢・性別', text: `${patient.age}・${patient.sex}` }, { label: 'アレルギー', text: allergyOnPaper(patient) },
    ],
    pieces: [
      ...facts('患者', [
        { label: 'カナ', text: patient.kana === '' ? '記載なし' : patient.kana }, { label: '別の番号・仮名', text: alsoKnown === '' ? 'なし' : alsoKnown },
        { label: '送る病棟', text: `${hospital} ${ward}` }, { label: '送った時刻', text: moment(printed.at) },
      ]),
      heading('アレルギー'), ...written(`${allergyOnPaper(patient)}　${patient.allergies.text}`, 0, 'boxed'),
      heading('ファイルを開くコード', 'この紙にだけある。受け取る端末の「他の端末から受け取る」で入れるか読み取る'),
      { piece: 'code', text: code, note: 'ファイルと紙を同じ袋に入れない。受け取ったら切り取って捨てる。' },
      ...facts('ファイル', [{ label: 'ファイル名', text: fileName }, { label: '記録', text: `${entries}件` }]),
      ...written(`SHA-256 ${sha256}`, 0, 'note'),
      heading('薬・点滴', '右の欄は引き継ぐときに二人で確かめて書く'), ...careRows(summary),
      heading('最新のバイタルサイン', '測っていないものは未測定'), ...vitalRows(summary),
      heading('24時間以内の看護記録'),
      ...(notes.length === 0 ? written('なし(端末の記録による)', 0) : notes.flatMap(({ at, by, text }): readonly Piece[] => [...written(`${shortMoment(at)} ${by}`, 0, 'bold'), ...written(text, 0)])),
      heading('署名'), ...signatures(['送った人', '受けた人']),
    ],
  }
}
