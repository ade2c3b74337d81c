export const secondWords = {
  label: { ja: 'ダブルチェック', en: 'Double check' },
  two: { ja: '2人で確かめた', en: 'By two' },
  alone: { ja: '1人で行う', en: 'Alone' },
  who: { ja: '2人目', en: 'Second person' },
  whoHint: { ja: '職員番号か氏名', en: 'staff number or name' },
  found: { ja: (name: string) => `2人目：${name}`, en: (name: string) => `Second: ${name}` },
  because: { ja: '1人で行う理由', en: 'Why alone' },
  becauseHint: { ja: '後で別の人が確認します', en: 'somebody else confirms it later' },
  fault: {
    'second-missing': { ja: '2人目が見つかりません。番号か氏名を書きます', en: 'Nobody found. Write a number or a name' },
    'second-is-first': { ja: '記録する人とは別の人が要ります', en: 'It must be somebody else than the first' },
    'alone-because-missing': { ja: '1人で行う理由を書いてください', en: 'Please write why alone' },
  },
} as const
