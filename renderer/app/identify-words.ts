/** Ways on from a chart to who the patient is. */
export const identifyWords = {
  complete: { ja: '氏名・特徴を補う', en: 'Complete name and features' },
  identity: { ja: '本人照合・結び付け', en: 'Verify or link identity' },
  newborn: { ja: '新生児を登録する', en: 'Register a newborn' },
} as const
