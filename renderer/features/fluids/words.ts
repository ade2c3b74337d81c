import type { FluidAsk } from '#domain/fluid/fluid-entry.ts'
import type { Shift } from '#domain/fluid/shifts.ts'

type Pair = { readonly ja: string; readonly en: string }

export const words = {
  tab: { ja: '水分出納', en: 'Fluids' },
  panel: {
    write: { ja: '水分を書く', en: 'Write a fluid' },
    way: { ja: '種類', en: 'Kind' },
    shifts: { night: { ja: '深夜 0–8', en: 'Night 0–8' }, day: { ja: '日勤 8–16', en: 'Day 8–16' }, evening: { ja: '準夜 16–24', en: 'Evening 16–24' } } satisfies Record<Shift, Pair>,
    total: { ja: '24時間', en: '24 h' },
    today: { ja: (day: string) => `今日 ${day}`, en: (day: string) => `Today ${day}` },
    yesterday: { ja: (day: string) => `昨日 ${day}`, en: (day: string) => `Yesterday ${day}` },
    in: { ja: '入る計', en: 'In' },
    out: { ja: '出る計', en: 'Out' },
    balance: { ja: '差し引き', en: 'Balance' },
    unit: { ja: 'mL', en: 'mL' },
    times: { ja: (n: number) => `＋${n}回`, en: (n: number) => `+${n}×` },
    notWhole: { ja: '測っていないものがあり、差し引きは足りません', en: 'something was not measured: the balance leaves it out' },
    none: { ja: 'まだ何も書かれていません。', en: 'Nothing is written yet.' },
    counted: { ja: '点滴は観察・更新・終了のときに読み取って書いた量、輸血は終了の量を、書いた時刻で数えます。その後に流れた分は入っていません。', en: 'An infusion counts what was read off it when it was looked at, changed or ended, a bag of blood at its end. What has run since is not in it.' },
    entries: { ja: '書いたもの', en: 'What was written' },
    noEntries: { ja: '昨日から書いたものはありません。', en: 'Nothing was written since yesterday.' },
    correct: { ja: '訂正する', en: 'Correct' },
    reading: { ja: '記録を読んでいます。', en: 'Reading the record.' },
  },
  form: {
    title: { ja: '水分の訂正', en: 'Correct a fluid' },
    name: { ja: '名称', en: 'Name' },
    nameHint: { ja: 'どのドレーンかなど', en: 'which drain, …' },
    amount: { ja: '量', en: 'Amount' },
    amountHint: { ja: 'mL', en: 'mL' },
    times: { ja: '回数', en: 'Times' },
    timesHint: { ja: '測らないとき', en: 'if not measured' },
    note: { ja: 'メモ', en: 'Note' },
    save: { ja: '記録する', en: 'Record' },
    when: { ja: '日時', en: 'Time' },
    in: { ja: '入', en: 'In' },
    out: { ja: '出', en: 'Out' },
    asks: {
      'name-missing': { ja: 'どのドレーンかが書かれていません。', en: 'Which drain is not said.' },
      much: { ja: '一度の量としては多すぎるようです。', en: 'That is a lot for one time.' },
      'counted-by-itself': { ja: 'この端末に書いた点滴・輸血は、そちらから数えます。紙の分だけ書きます。', en: 'What is written here as infusion or bag counts by itself. Write only what was on paper.' },
    } satisfies Record<FluidAsk, Pair>,
  },
  fault: {
    'way-missing': { ja: '種類を選んでください', en: 'Choose the kind' },
    'nothing-said': { ja: '量か回数を書いてください', en: 'Write the amount or how often' },
    'no-times': { ja: '1以上で書きます', en: 'Write 1 or more' },
  },
} as const
