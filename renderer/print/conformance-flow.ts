import type { Conformed } from '#domain/conformance/conformance.ts'
import { written, type Flow, type Piece, type Table } from './flow.ts'
import type { ConformanceSheet } from './conformance-sheet.ts'
import { heading } from './station-flows.ts'

const ruleTable = (of: string): Table => ({
  name: of, hasHead: true, rowMm: 5,
  columns: [{ head: '規則', width: 13 }, { head: '端末の規則(SPEC.md の原文)', width: 75 }, { head: '検査の数', width: 12, isMiddle: true }],
})

/** Every sentence of the guideline with the rules that meet it; what nothing meets is said as loudly. */
export function conformanceFlow({ hospital, ward, sentences, printed }: ConformanceSheet): Flow {
  const rules = new Set(sentences.flatMap((sentence) => sentence.rules.map(({ id }) => id)))
  const unmet = sentences.filter((sentence) => sentence.rules.length === 0 || sentence.journeys === 0).length
  return {
    title: 'ガイドライン適合表', english: 'Conformance sheet',
    box: [
      { label: '病院', text: hospital }, { label: '病棟・端末', text: `${ward} ${printed.letters}` }, { label: '対象', text: '5.2版 §6.10 非常時' },
      { label: '項目', text: `${sentences.length}項目` }, { label: '規則', text: `${rules.size}件` }, { label: '未確認', text: `${unmet}項目` },
    ],
    pieces: [
      ...written('医療情報システムの安全管理に関するガイドライン 5.2版 §6.10(6.0版ではシステム運用編 11)の各項目を、この端末のどの規則が満たすかを示す。規則は番号付きで、番号を題に持つ検査がこの版を作るときに通っている。「実機の通し検査」は、端末を実際に動かして項目どおりに操作する検査である。端末だけでは満たせない項目(教育・訓練・手順の取り決め)には、病院が決めて行うことがある。', 0, 'note'),
      ...sentences.flatMap(ofSentence),
    ],
  }
}

function ofSentence({ id, of, ja, en, rules, journeys }: Conformed): readonly Piece[] {
  const told = journeys === 0 ? '実機の通し検査 なし' : `実機の通し検査 ${journeys}件`
  return [
    heading(`${of}　${id}`, told),
    ...written(ja, 0, 'bold'),
    ...written(en, 0, 'note'),
    ...(rules.length === 0 ? written('この項目を満たす規則はまだない。', 0, 'boxed') : []),
    ...rules.map((rule): Piece => ({ piece: 'row', table: ruleTable(id), cells: [rule.id, { text: rule.sentence, look: 'english' }, rule.tests === 0 ? { text: 'なし', look: 'boxed' } : String(rule.tests)] })),
  ]
}
