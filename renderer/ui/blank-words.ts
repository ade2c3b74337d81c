import type { BlankFault } from '#domain/number/blank.ts'

/** The number of a pre-printed band, at a registration. */
export const blankWords = {
  use: { ja: '印刷済みの番号を使う', en: 'Use a printed number' },
  label: { ja: '印刷済みの番号', en: 'Printed number' },
  hint: { ja: 'バンドを読み取るか、書いてある番号を打ちます', en: 'scan the band, or type what is on it' },
  plate: { ja: '番号（印刷済み）', en: 'Number (printed before)' },
  automatic: { ja: '自動の番号に戻す', en: 'Back to the automatic number' },
  missing: { ja: '番号を書くか、自動の番号に戻してください', en: 'Write the number, or go back to the automatic one' },
  fault: {
    'not-a-ward-number': { ja: '番号の形ではありません。D-AF-00123-4 のように打ちます', en: 'Not a number. It looks like D-AF-00123-4' },
    'check-digit': { ja: 'どこか1字違います。バンドを見て打ち直してください', en: 'One symbol is wrong. Look at the band and type it again' },
    'number-of-other-realm': { ja: '訓練と本番で番号が違います。このバンドは外し、自動の番号にします', en: 'A drill’s number in care, or the other way. Take the band off' },
    'number-of-other-station': { ja: '別の端末の番号です。その端末で登録するか、自動の番号にします', en: 'Another station’s number. Register there, or use the automatic one' },
    'not-a-blank': { ja: 'この端末で印刷した番号ではありません。自動の番号にします', en: 'Never printed at this station. Use the automatic number' },
    'blank-void': { ja: '紛失・破損として無効にした番号です。別のバンドに替えてください', en: 'Declared void: lost or spoiled. Take another band' },
    'blank-used': { ja: 'ほかの患者が使っています。別のバンドに替えてください', en: 'Another patient has it. Take another band' },
  } satisfies Record<BlankFault['code'], { readonly ja: string; readonly en: string }>,
} as const
