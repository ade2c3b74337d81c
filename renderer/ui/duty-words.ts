import type { DutyReason } from '#domain/record/duty-reason.ts'

/** Said wherever somebody writes what their profession usually does not. */
export const dutyWords = {
  reasons: {
    asked: { ja: '頼まれた・指示を受けた', en: 'Asked or told to' },
    'nobody-else': { ja: 'ほかに書ける人がいない', en: 'Nobody else could' },
    relief: { ja: '応援としてこの業務をしている', en: 'Doing this work as relief' },
    other: { ja: 'その他', en: 'Other' },
    later: { ja: '急ぐ（理由はあとで）', en: 'Urgent, reason to follow' },
  },
  ask: { ja: (profession: string) => `${profession}の通常の業務の外です。理由を選びます（急ぐときはそのまま保存できます）`, en: (profession: string) => `Outside the usual duties of a ${profession.toLowerCase()}: why? (In a hurry, just save)` },
  askLater: { ja: (profession: string) => `${profession}の通常の業務の外です。理由を選びます`, en: (profession: string) => `Outside the usual duties of a ${profession.toLowerCase()}: why?` },
  words: { ja: '理由の説明', en: 'In your words' },
} as const satisfies { readonly reasons: Record<DutyReason, { ja: string; en: string }>; readonly ask: unknown; readonly askLater: unknown; readonly words: unknown }
