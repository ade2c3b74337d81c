/** Ways on from a chart to where and who the patient is. */
export const identifyWords = {
  forms: { ja: '様式を書く', en: 'Write a form' },
  stay: { ja: '入退院・移動', en: 'Stay and moves' },
  send: { ja: '他の端末へ転送', en: 'Send to another station' },
  complete: { ja: '氏名・特徴を補う', en: 'Complete name and features' },
  identity: { ja: '本人照合・結び付け', en: 'Verify or link identity' },
  print: { ja: '記録を印刷する', en: 'Print the record' },
  paper: { ja: 'バンド・ラベルを印刷する', en: 'Print bands and labels' },
  photos: { ja: '写真', en: 'Photographs' },
  insurance: { ja: '保険（保険証なし）', en: 'Insurance without a card' },
  newborn: { ja: '新生児を登録する', en: 'Register a newborn' },
} as const
