export const bedsWords = {
  label: { ja: 'ベッド', en: 'Beds' },
  hint: { ja: '床数、または名前を読点で区切る', en: 'a count, or names with commas' },
  help: { ja: '例：20　501〜512　501-1〜4、501-5', en: 'e.g. 20, or 501〜512, or 501-1〜4, 501-5' },
  good: { ja: (short: string, n: number) => `${short}（${n}床）`, en: (short: string, n: number) => `${short} (${n} beds)` },
  fault: {
    'beds-missing': { ja: 'ベッドが1床もありません', en: 'There is no bed' },
    'too-many-beds': { ja: '200床までです', en: 'Up to 200 beds' },
    'bed-twice': { ja: '同じ名前のベッドが2つあります', en: 'Two beds have the same name' },
    'bed-too-long': { ja: 'ベッドの名前は20文字までです', en: 'A bed’s name has up to 20 characters' },
    'run-backwards': { ja: '「〜」の前後が逆です', en: 'The run goes backwards' },
  },
} as const
