export const words = {
  passphrase: { ja: '保守のパスフレーズ', en: 'Maintenance passphrase' },
  passphraseHint: { ja: '12文字以上', en: '12 characters or more' },
  again: { ja: 'もう一度', en: 'Once more' },
  same: { ja: '2回とも同じです', en: 'Both are the same' },
  differ: { ja: '2回目が1回目と違います', en: 'The second differs from the first' },
  fault: {
    'passphrase-too-short': { ja: '12文字以上にします', en: 'At least 12 characters' },
    'passphrase-too-long': { ja: '128文字までです', en: 'At most 128 characters' },
    'passphrase-all-same': { ja: '同じ文字だけのパスフレーズは使えません', en: 'Not one character repeated' },
    'passphrase-only-digits': { ja: '数字だけのパスフレーズは使えません', en: 'Not digits only' },
    'passphrase-not-typable': { ja: '打ち直せない文字が混じっています。貼り付けずに打ちます', en: 'It holds what cannot be typed again. Type it instead of pasting' },
  },
  step: {
    keep: { ja: 'このパスフレーズにする', en: 'Set this passphrase' },
    keeping: { ja: '決めています…', en: 'setting…' },
    kept: { ja: 'パスフレーズを決めました。忘れたときは、復旧責任者の鍵で決め直せます。', en: 'The passphrase is set. If it is forgotten, the recovery officer’s key sets a new one.' },
    again: { ja: '決め直す', en: 'Set another' },
    first: { ja: '2回とも同じに打つ', en: 'type it twice' },
  },
} as const
