import { forms } from '#domain/form/forms.ts'

/** Forms of blood, tests and fluids. */
const careForms = {
  'blood-type': { ja: '血液型', en: 'Blood type' }, transfusion: { ja: '輸血の開始', en: 'Start of a bag' }, 'transfusion-watch': { ja: '輸血中の観察', en: 'Look at a bag' }, 'transfusion-end': { ja: '輸血の終了', en: 'End of a bag' },
  specimen: { ja: '検体', en: 'Specimen' }, 'exam-report': { ja: '検査結果', en: 'Test result' }, 'critical-call': { ja: 'パニック値の連絡', en: 'Call of a critical value' }, fluid: { ja: '水分', en: 'Fluid' },
} as const

/** For whom and why somebody writes, and what was left half-written. */
export const howWords = {
  forms: { 'vital-signs': { ja: 'バイタルサイン', en: 'Vital signs' }, note: { ja: '看護記録', en: 'Note' }, register: { ja: '患者登録', en: 'Registration' }, completion: { ja: '氏名・特徴の補完', en: 'Completion' }, ...careForms, order: { ja: '指示', en: 'Order' }, dose: { ja: '与薬', en: 'Dose' }, 'last-dose': { ja: '最終投与', en: 'Last dose' }, controlled: { ja: '麻薬の帳簿', en: 'Book of narcotics' }, 'vital-round': { ja: '検温ラウンド', en: 'Vital signs round' }, ...Object.fromEntries(forms.map(({ id, label }) => [`form-${id}`, label])) },
  half: { ja: (form: string, who: string, when: string) => `書きかけの${form}：${who}、${when}`, en: (form: string, who: string, when: string) => `${form}, half-written by ${who}, ${when}` },
  takeOver: { ja: '引き継いで書く', en: 'Take it over' },
  ownFirst: { ja: '自分の書きかけが先', en: 'your own first' },
  wasTaken: { ja: (form: string, who: string, when: string) => `あなたの書きかけの${form}は、${who}が ${when} に引き継ぎました。`, en: (form: string, who: string, when: string) => `Your half-written ${form} was taken over by ${who} at ${when}.` },
  switched: { ja: (forms: string) => `患者が変わりました。前の患者に書きかけがあります（${forms}）。下書きに残っています。`, en: (forms: string) => `This is another patient. Something of the one before is half-written (${forms}) and kept as a draft.` },
  goBack: { ja: '前の患者へ戻る', en: 'Back to the one before' },
  read: { ja: '読んだ', en: 'Noted' },
  label: { ja: '記録のしかた', en: 'How this is written' },
  proxy: { ja: '代行で書く', en: 'Write on behalf' },
  proxyFor: { ja: (name: string) => `代行：${name} の代わりに書きます（次の1件）`, en: (name: string) => `On behalf of ${name} (the next record)` },
  proxyEnd: { ja: '代行をやめる', en: 'Not on behalf' },
  proxyWho: { ja: 'だれの代わりですか', en: 'On behalf of whom?' },
  proxyHint: { ja: '職員番号か氏名', en: 'staff number or name' },
  nobody: { ja: '当てはまる人がいません', en: 'nobody matches' },
} as const
