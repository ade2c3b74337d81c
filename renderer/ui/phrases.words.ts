export const phraseWords = {
  name: { ja: '定型文', en: 'Phrases' },
  into: { ja: (label: string) => `（${label}）`, en: (label: string) => ` (${label})` },
  search: { ja: '定型文をさがす', en: 'Find a phrase' },
  list: { ja: '定型文の一覧', en: 'The phrases' },
  none: { ja: '当てはまる文がありません。打った字を消すか、Escで戻ります。', en: 'None. Delete what you typed, or go back with Esc.' },
  keys: { ja: '↑↓で選び、Enterで入れます。Escで戻ります。保存はされません。', en: '↑↓ to choose, Enter to put it in, Esc to go back. Nothing is saved.' },
} as const
