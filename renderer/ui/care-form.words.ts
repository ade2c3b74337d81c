export const words = {
  back: { ja: '戻る', en: 'Back' },
  when: { ja: '日時', en: 'Time' },
  save: { ja: '記録する', en: 'Record' },
  review: { ja: '内容を確かめる', en: 'Review' },
  correct: { ja: '訂正する', en: 'Correct' },
  correcting: { ja: '前の記録は取り消し線で残ります。日時は空なら前のままです。', en: 'The earlier record stays, struck. Without a time it keeps its own.' },
  reason: { ja: '訂正の理由', en: 'Reason for the correction' },
  reasonMissing: { ja: '訂正の理由を書いてください', en: 'Please write the reason' },
  lookAgain: { ja: (n: number) => `直すところが${n}か所あります。書いた内容は残っています。`, en: (n: number) => `${n} to correct. What you wrote is still there.` },
} as const
