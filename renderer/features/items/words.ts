import { openWhyWords } from '#domain/export/words.ts'

export const words = {
  label: { ja: '承認と確認', en: 'To approve and confirm' },
  lead: { ja: '急ぎで先に保存したものです。本人か2人目が見て、ここで済ませます。', en: 'Saved first because care came first. The person concerned, or a second one, settles it here.' },
  none: { ja: '待っているものはありません', en: 'Nothing is waiting' },
  noneMore: { ja: '代行入力、通常の業務の外の記録、1人でした手続きがあると、ここに並びます。', en: 'Proxy entries, records outside usual duties and acts done alone are listed here.' },
  why: openWhyWords,
  behalf: { ja: (by: string, onBehalfOf: string) => `${by} → ${onBehalfOf}`, en: (by: string, onBehalfOf: string) => `${by} → ${onBehalfOf}` },
  look: { ja: '内容を見る', en: 'Look at it' },
  act: {
    proxy: { ja: '自分の記録として承認する', en: 'Approve it as mine' },
    'no-reason': { ja: '理由を記録する', en: 'Record the reason' },
    alone: { ja: '2人目として確認した', en: 'Confirm as the second person' },
    uncalled: { ja: '検査の表を開いて連絡を書く', en: 'Open the tests and write who was told' },
  },
  needs: {
    proxy: { ja: (name: string) => `${name} に交代する`, en: (name: string) => `change to ${name}` },
    'no-reason': { ja: (name: string) => `${name} に交代する`, en: (name: string) => `change to ${name}` },
    alone: { ja: () => '別の人に交代する', en: () => 'change to another person' },
    uncalled: { ja: () => '連絡を書く', en: () => 'write who was told' },
  },
  chooseReason: { ja: '理由を選ぶ', en: 'choose a reason' },
  reading: { ja: '記録を読んでいます…', en: 'Reading the record…' },
  unread: { ja: 'この記録はまだ読み出せません。カルテで確かめてください。', en: 'This record could not be read yet. Look in the chart.' },
  toList: { ja: '一覧に戻る', en: 'Back to the list' },
  back: { ja: 'その他に戻る', en: 'Back to More' },
  ward: { ja: '病棟', en: 'Ward' },
} as const
