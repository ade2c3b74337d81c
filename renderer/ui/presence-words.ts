import type { Presence } from '#domain/view/presence.ts'

type Phrase = { readonly ja: string; readonly en: string }

/** Where a patient is, in a word: on the board, beside a name, on a bed. */
export const presenceWords = {
  present: { ja: '在棟', en: 'In ward' },
  'on-leave': { ja: '外泊', en: 'On leave' },
  sent: { ja: '転出', en: 'Sent on' },
  discharged: { ja: '退院', en: 'Discharged' },
  died: { ja: '死亡確認', en: 'Death confirmed' },
  elsewhere: { ja: '他端末の登録', en: 'Other station' },
} as const satisfies Record<Presence | 'died' | 'elsewhere', Phrase>
