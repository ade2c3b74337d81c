export const words = {
  back: { ja: '戻って直す', en: 'Back to the form' },
  undo: { ja: '取り消す', en: 'Take back' },
  confirm: { ja: '確定する', en: 'Confirm' },
  atOnce: { ja: 'すぐ記録する', en: 'Record now' },
  will: { ja: 'この内容を記録します', en: 'This will be recorded' },
  wait: { ja: (seconds: number) => `あと${seconds}秒で記録します。まだ保存していません。`, en: (seconds: number) => `Recorded in ${seconds} s. Not saved yet.` },
  waits: { ja: '5秒後に記録します。Esc で取り消せます。', en: 'Recorded in 5 seconds. Esc takes it back.' },
  justBefore: { ja: 'いま確定したのは別の患者です。今度の患者は下の氏名・生年月日・番号です。前の患者：', en: 'You have just confirmed for another patient. This one is the name, birth date and number below. The one before: ' },
} as const
