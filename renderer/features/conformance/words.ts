export const words = {
  title: { ja: 'ガイドライン適合表', en: 'Conformance sheet' },
  about: { ja: '医療情報システムの安全管理に関するガイドライン 5.2版 §6.10（非常時）の項目と、それを満たすこの端末の規則です。', en: 'The sentences of the MHLW guideline 5.2 §6.10 (emergencies) and the rules of this station that meet them.' },
  list: { ja: '項目と規則', en: 'Sentences and rules' },
  of: { ja: '項目', en: 'Sentence' },
  rule: { ja: '内容', en: 'What it says' },
  tests: { ja: '検査', en: 'Tests' },
  journeys: { ja: (count: number) => (count === 0 ? '実機の通し検査 なし' : `実機の通し検査 ${count}件`), en: (count: number) => (count === 0 ? 'no journey' : `${count} ${count === 1 ? 'journey' : 'journeys'} on the real application`) },
  count: { ja: (sentences: number, rules: number) => `${sentences}項目・規則 ${rules}件`, en: (sentences: number, rules: number) => `${sentences} sentences, ${rules} rules` },
  noRule: { ja: 'この項目を満たす規則はまだありません', en: 'No rule meets this yet' },
  note: { ja: '規則の原文は英語です。数は、その番号を題に持つ検査の数です。', en: 'Counted are the tests whose titles cite the rule.' },
  print: { ja: '印刷する', en: 'Print' },
  back: { ja: '戻る', en: 'Back' },
} as const
