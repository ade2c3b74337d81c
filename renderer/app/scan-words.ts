export const scanWords = {
  opened: { ja: (kind: string, number: string) => `${kind} ${number} を読み取り、カルテを開きました`, en: (kind: string, number: string) => `Read ${kind} ${number} and opened the chart` },
  'same-patient': { ja: (kind: string, number: string) => `${kind} ${number}：いま開いている患者です`, en: (kind: string, number: string) => `${kind} ${number}: the patient whose chart is open` },
  'other-patient': { ja: '別の患者のバーコードを読み取りました。画面は前の患者のままです。', en: 'Another patient’s barcode was read. The screen is still the former patient’s.' },
  'not-on-ward': {
    ja: (kind: string, number: string) => `${kind} ${number} の患者は、この病棟の一覧にいません。バンドの番号を見比べるか、登録します。`,
    en: (kind: string, number: string) => `Nobody on this ward has ${kind} ${number}. Compare the band, or register the patient.`,
  },
  'not-here': { ja: (kind: string) => `${kind}を読み取りました。この画面では使いません。`, en: (kind: string) => `A ${kind} was read. This screen does not use it.` },
  busy: { ja: '患者のバーコードを読み取りました。この画面を終えてから、もう一度読み取ってください。', en: 'A patient’s barcode was read. Finish this screen, then scan again.' },
  'other-realm': { ja: (realm: string) => `${realm}の番号です。ここでは使えません。患者を確かめてください。`, en: (realm: string) => `A number of the ${realm} realm. It is not used here. Check who the patient is.` },
  'check-symbol': {
    ja: (kind: string) => `${kind}を読み取れませんでした（検査数字が合いません）。もう一度読み取るか、番号を手で打ちます。`,
    en: (kind: string) => `The ${kind} was misread: its check digit does not agree. Scan again or type it.`,
  },
  'two-meanings': {
    ja: (kinds: string) => `読み取ったコードは、2つの意味に取れます（${kinds}）。手で選んでください。`,
    en: (kinds: string) => `The code can mean two things (${kinds}). Choose by hand.`,
  },
  unknown: {
    ja: (length: string) => `読み取ったコード${length}は、この端末の知らない形です。番号を手で打つか、別のバーコードを読み取ります。`,
    en: (length: string) => `The code read${length} has no form this station knows. Type the number or scan another barcode.`,
  },
  length: { ja: (n: number) => `（${n}文字）`, en: (n: number) => ` (${n} characters)` },
  open: { ja: 'この患者のカルテを開く', en: 'Open this patient’s chart' },
  stay: { ja: '開かない', en: 'Stay here' },
  register: { ja: '登録する', en: 'Register' },
  close: { ja: '読みました', en: 'I have read this' },
  /** Written into a new registration, so that a scanned ID is not lost. */
  idNote: { ja: (number: string) => `患者ID（読み取り）：${number}`, en: (number: string) => `患者ID（読み取り）：${number}` },
} as const
