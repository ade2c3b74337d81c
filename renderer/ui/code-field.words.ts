export const words = {
  group: { ja: (n: number) => `${n}組目`, en: (n: number) => `Group ${n}` },
  good: { ja: '合っています', en: 'Matches' },
  bad: { ja: '合いません', en: 'No match' },
  left: {
    ja: (n: number) => `あと${n}文字`,
    en: (n: number) => `${n} more`,
  },
  groupWrong: {
    ja: (n: number) => `${n}組目が紙と合いません。${n}組目だけ、もう一度見て打ち直してください。`,
    en: (n: number) => `Group ${n} does not match its check character. Look again and retype only group ${n}.`,
  },
  strange: {
    ja: (symbol: string) => `「${symbol}」は入りません。コードは英数字だけです。紙をもう一度見てください。`,
    en: (symbol: string) => `“${symbol}” does not go here. A code has only letters and digits; please look at the paper again.`,
  },
} as const
