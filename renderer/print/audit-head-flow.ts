import { proofWords } from '#domain/audit/proof-words.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { written, type Flow, type Piece, type Table } from './flow.ts'
import { heading, label, moment, signatures } from './station-flows.ts'
import type { AuditHeadSheet } from './station-sheets.ts'

const journals = { station: '端末の記録(封印中の事も)', incident: '非常時の記録' } as const
const headTable: Table = {
  name: '連鎖先頭', hasHead: true, rowMm: 12,
  columns: [{ head: '記録', width: 20 }, { head: '番号と10文字(--head に打つ)', width: 30 }, { head: 'SHA-256(64文字)', width: 50 }],
}

/**
 * The heads of both journals on paper, and in plain words what they prove: a signature says which station wrote, only paper
 * kept elsewhere says that nothing was written anew since.
 */
export function auditHeadFlow(sheet: AuditHeadSheet): Flow {
  const { verified } = sheet
  return {
    title: '連鎖先頭票', english: 'Head of the record',
    box: [
      { label: '病院', text: sheet.hospital }, { label: '病棟・端末', text: `${sheet.ward} ${sheet.printed.letters}` }, { label: '台帳の指紋', text: sheet.fingerprint },
      { label: '検証', text: verified === null ? 'していない' : moment(verified.at) },
      { label: '結果', text: verified === null ? '—' : verified.alarms === 0 ? `異常なし(${verified.frames}件)` : `異常 ${verified.alarms}件` },
      { label: '注意', text: verified === null ? '—' : `${verified.notes}件` },
    ],
    pieces: [
      heading('この時点の連鎖先頭', 'この紙を、端末とは別の場所に、日付順に綴じて保管する'),
      ...sheet.heads.map(({ journal, seq, head }): Piece => ({ piece: 'row', table: headTable, cells: [label(journals[journal]), { text: printedHead(seq, head), look: 'big' }, { text: head, look: 'english' }] })),
      heading('端末の署名鍵', 'minisign'), ...written(sheet.stationKey, 1),
      heading('この紙で分かること'),
      ...written('・後で記録を検証したとき、この番号の連鎖先頭が同じなら、ここまでの記録は、この紙を刷ってから1件も変わっていない。', 0),
      ...written('・違えば、この紙より前の記録が、後から書き換えられたか、消されたか、古い写しに戻されている。', 0),
      heading('署名で分かること・分からないこと'),
      ...proofWords.proves.flatMap(({ ja }) => written(`・分かる：${ja}`, 0)),
      ...proofWords.doesNotProve.flatMap(({ ja }) => written(`・分からない：${ja}`, 0)),
      heading('検証のしかた', '端末のデータフォルダの写しがあれば、どのPCでもできる。鍵は要らない'),
      ...written('1. 端末のデータフォルダを写し、このプログラムのあるPCに置く。', 0),
      ...sheet.heads.flatMap(({ seq, head }, at) => written(`${at + 2}. npm run -s cli -- verify フォルダ --head "${printedHead(seq, head)}"`, 0, 'bold')),
      ...written(`${sheet.heads.length + 2}. 「ok: the printed head … is in the chain」と出れば、この紙までは変わっていない。「ALARM」が出れば、端末に触れず、情報管理室と監査担当に伝える。`, 0),
      heading('What this proves'),
      ...[...proofWords.proves, ...proofWords.doesNotProve].flatMap(({ en }) => written(en, 0, 'note')),
      heading('署名'), ...signatures(['刷った人', '預かった人']),
    ],
  }
}
