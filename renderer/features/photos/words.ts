export const words = {
  title: { ja: '写真', en: 'Photographs' },
  lead: { ja: '創部、タッグ、紙の記録などを写し、封をしてこの患者に残します', en: 'Wounds, tags and papers, sealed and kept with this patient' },
  take: { ja: '写真を撮る', en: 'Take a photograph' },
  none: { ja: '写真はまだありません', en: 'No photographs yet' },
  noneMore: { ja: '何を写したかを選び、写真を撮ります。', en: 'Choose what it shows and take one.' },
  of: { ja: '何の写真か', en: 'What it shows' },
  caption: { ja: '説明', en: 'In words' },
  captionHint: { ja: '部位・大きさ・何枚目など', en: 'place, size, which one' },
  kept: { ja: 'この患者の写真', en: 'Photographs of this patient' },
  back: { ja: 'カルテに戻る', en: 'Back to the chart' },
} as const
