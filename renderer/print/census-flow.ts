import type { CensusSheet } from './census-sheet.ts'
import { written, type Cell, type Flow, type Piece, type Table } from './flow.ts'
import { heading, moment, signatures } from './station-flows.ts'

const rowTable: Table = {
  name: '患者一覧', hasHead: true, rowMm: 9,
  columns: [
    { head: '床', width: 8 }, { head: '氏名・番号', width: 27 }, { head: '年齢・性別', width: 11 }, { head: '区分', width: 7, isMiddle: true }, { head: '救護', width: 7, isMiddle: true },
    { head: '隔離', width: 9 }, { head: 'アレルギー', width: 13 }, { head: '申し送り(ペン)', width: 18 },
  ],
}

/** 病棟管理日誌: the day's numbers, then everybody by bed with room for the pen. */
export function censusFlow({ hospital, ward, at, counts, sums, triage, isolation, freeBeds, rows, printed }: CensusSheet): Flow {
  const width = 100 / 7
  const halves = [counts.slice(0, 7), counts.slice(7, 14)]
  return {
    title: '病棟管理日誌', english: 'Ward census',
    box: [
      { label: '病院', text: hospital }, { label: '病棟・端末', text: `${ward} ${printed.letters}` }, { label: '基準時刻', text: moment(at) },
      { label: '在院', text: `${counts[0]?.n ?? 0}名` }, { label: '勤務帯', text: '' }, { label: '病棟責任者', text: '' },
    ],
    pieces: [
      ...halves.map((half, index): Piece => ({
        piece: 'row', cells: half.map(({ n }): Cell => (n === null ? '' : { text: String(n), look: 'big' })),
        table: { name: `集計${index + 1}`, hasHead: true, rowMm: 8, columns: half.map(({ label }, at) => ({ head: label, width: at === 6 ? 100 - Math.floor(width) * 6 : Math.floor(width), isMiddle: true })) },
      })),
      ...written(sums, 0, 'note'),
      ...written(`区分　${triage}`, 0),
      ...written(`隔離　${isolation}`, 0),
      ...written(`空床　${freeBeds === '' ? 'なし' : freeBeds}`, 0),
      heading('患者一覧', '◇=仮名(身元確認前)。印刷後の変更は二重線で消し、時刻と名前を書く'),
      ...rows.map(({ bed, number, name, kana, age, sex, triage: category, mobility, isolation: precautions, allergy, where }): Piece => ({
        piece: 'row', table: rowTable,
        cells: [{ text: bed, look: 'big' }, `${name}${kana === '' ? '' : ` ${kana}`}\n${number}`, `${age} ${sex}`, category, mobility, precautions, allergy, where],
      })),
      ...(rows.length === 0 ? written('在院の患者はいない。', 0) : []),
      heading('署名'), ...signatures(['書いた人', '受けた人']),
    ],
  }
}
