/** Why an envelope's number was burnt before it was ever sealed. */
export const voidReasonWords = {
  interrupted: { ja: '印刷の前に中断した', en: 'interrupted before it was printed' },
  jammed: { ja: '用紙が使えない', en: 'its sheet cannot be used' },
  unreadable: { ja: '用紙のコードで開かない', en: 'its sheet does not open it' },
  'made-anew': { ja: 'すべて作り直した', en: 'all were made anew' },
  spare: { ja: '使わなかった予備', en: 'a spare that was not needed' },
} as const
