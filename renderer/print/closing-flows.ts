import { oneDeviceWords } from '#domain/erasure/archive.ts'
import { printedHead } from '#domain/log/printed-head.ts'
import { written, type Flow, type Piece, type Table } from './flow.ts'
import type { ErasureSheet, StatisticsSheet } from './closing-sheets.ts'
import { facts, heading, label, moment, signatures } from './station-flows.ts'

const archiveTable: Table = {
  name: '保管した記録', hasHead: true, rowMm: 9,
  columns: [{ head: '媒体', width: 7, isMiddle: true }, { head: '作成', width: 19, isMiddle: true }, { head: '大きさ(バイト)', width: 13, isMiddle: true }, { head: 'SHA-256', width: 39 }, { head: '媒体の表示・保管場所', width: 22 }],
}
const leftTable: Table = { name: '残るもの', hasHead: true, rowMm: 7, columns: [{ head: 'まだ開ける、または見えるもの', width: 52 }, { head: '数', width: 12, isMiddle: true }, { head: '今どこにあるか・始末', width: 36 }] }

/** Honest on purpose: the paper is read by somebody who asks whether the data are gone. */
export function erasureFlow({ hospital, ward, erased, erasedAt, finished, printed }: ErasureSheet): Flow {
  const { left } = erased
  const row = (what: string, count: number | string): Piece => ({ piece: 'row', table: leftTable, cells: [what, String(count), ''] })
  return {
    title: '消去証明書', english: 'Certificate of erasure',
    box: [
      { label: '病院', text: hospital }, { label: '病棟・端末', text: `${ward} ${printed.letters}` }, { label: '消去を始めた日時', text: moment(erasedAt) },
      { label: '終わった日時', text: finished === null ? '終わっていない' : moment(finished.at) }, { label: '情報システム', text: erased.by }, { label: '鍵の保管者', text: erased.second },
    ],
    pieces: [
      ...(finished === null ? written('この消去は途中で切れている。端末を起動し直すと続きが行われる。終わってから、もう一度印刷する。', 0, 'boxed') : []),
      heading('消したもの', 'この端末にあった、1回の非常時の記録'),
      ...facts('消去', [
        { label: '記録', text: `${erased.entries}件` }, { label: '連鎖の末尾', text: printedHead(erased.end.seq, erased.end.head) },
        { label: '消したファイル', text: '鍵の包み・記録簿・写真・下書き・要約・再開コード' }, { label: '画面の控え', text: 'データベースとキャッシュ' },
        { label: '二重記録', text: finished === null ? '—' : { erased: '消した', unreachable: '届かなかった(残っている)', none: '設定なし' }[finished.secondJournal] }, { label: '記録の識別', text: erased.incident },
      ]),
      heading('保管した記録', '消す前に、2つとも読み直し、署名を確かめた'),
      ...erased.archives.map((one): Piece => ({ piece: 'row', table: archiveTable, cells: [String(one.medium), moment(one.at), String(one.bytes), { text: one.sha256, look: 'english' }, one.oneDevice === null ? '' : `同じ装置: ${oneDeviceWords[one.oneDevice].ja}`] })),
      heading('まだ開ける、または見えるもの', '端末の公開記録から数えた。紙で写したものは数えられない'),
      row('復旧責任者の鍵と、上の保管記録2つ', 2),
      row('ほかの書き出し(鍵で開く)', left.exports),
      row(`継続用の控え(うち暗号化なし ${left.plain})`, left.continuity),
      row('ほかの端末へ送った患者の記録', left.transfers),
      row('だれがどの記録を開いたかを含む監査の書き出し', left.audits),
      row('印刷した回数(紙)', left.prints),
      ...(finished?.secondJournal === 'unreachable' ? [row('二重記録の媒体(暗号化された写し)', 1)] : []),
      row('この端末のフォルダを丸ごと写したもの', '不明'),
      heading('この証明が言わないこと'),
      ...written('・消すことは上書きではない。SSDやUSBメモリには、消した後も古い中身が残ることがある。', 0),
      ...written('・残っていたとしても、それは暗号文である。この端末が持っていた鍵の包みは消した。復旧責任者の鍵と、鍵の包みの写しがそろえば開ける。', 0),
      ...written('・廃棄する前には、記憶装置を物理的に壊すか、装置の消去命令を使う。', 0),
      ...written('・職員番号は入力されたものであり、本人であることの証明ではない。端末の記録簿には、この消去が残り続ける。', 0),
      heading('署名'), ...signatures(['情報システム', '鍵の保管者', '病院長(代行者)']),
    ],
  }
}

const figureTable = (name: string): Table => ({ name, hasHead: false, rowMm: 6, columns: [{ head: '項目', width: 44 }, { head: 'Item', width: 36 }, { head: '値', width: 20, isMiddle: true }] })

/** For the after-action report: counts and times, of no patient. */
export function statisticsFlow({ hospital, ward, sections, printed }: StatisticsSheet): Flow {
  const summary = new Map(sections[0]?.lines.map(({ ja, value }) => [ja, value]))
  return {
    title: '非常時の統計', english: 'Statistics',
    box: [
      { label: '病院', text: hospital }, { label: '病棟・端末', text: `${ward} ${printed.letters}` }, { label: '作成', text: moment(printed.at) },
      { label: '患者', text: `${summary.get('登録した患者') ?? '—'}名` }, { label: '記録', text: `${summary.get('記録') ?? '—'}件` }, { label: '期間', text: `${summary.get('最初の記録') ?? '—'} 〜 ${summary.get('最後の記録') ?? '—'}` },
    ],
    pieces: sections.flatMap(({ ja, en, lines }): readonly Piece[] => {
      const table = figureTable(ja)
      return [heading(ja, en), ...lines.map((line): Piece => ({ piece: 'row', table, cells: [label(line.ja), { text: line.en, look: 'english' }, line.value] }))]
    }),
  }
}
