/** What is still to be written of somebody taken in at a glance. */
export const toCompleteWords = {
  death: { ja: '死亡確認', en: 'death to confirm' },
  name: { ja: '氏名', en: 'name' },
  age: { ja: '年齢', en: 'age' },
  sex: { ja: '性別', en: 'sex' },
  bed: { ja: '床', en: 'bed' },
} as const
