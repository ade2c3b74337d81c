const elsewhere = { ja: '取り込んだ元の媒体を別のPCで開いて確かめます。', en: 'Open the medium it came from on another PC and look there.' } as const

export const words = {
  count: { ja: (of: number) => `全${of}ページ`, en: (of: number) => (of === 1 ? '1 page' : `${of} pages`) },
  without: { ja: '印刷・リンク・添付は、この端末では使えません。', en: 'No printing, links or attachments here.' },
  page: { ja: (page: number, of: number) => `${page} / ${of}ページ`, en: (page: number, of: number) => `Page ${page} of ${of}` },
  drawing: { ja: '描いています…', en: 'Drawing…' },
  zoom: { ja: '大きさ', en: 'Size' },
  smaller: { ja: '縮小', en: 'Smaller' },
  larger: { ja: '拡大', en: 'Larger' },
  fit: { ja: '幅に合わせる', en: 'Fit the width' },
  isCut: {
    ja: (shown: number, of: number) => `全${of}ページのうち、はじめの${shown}ページだけを出しています。残りはこの端末では読めません。${elsewhere.ja}`,
    en: (shown: number, of: number) => `Only the first ${shown} of ${of} pages are shown. The rest cannot be read here. ${elsewhere.en}`,
  },
  notWhole: { ja: `このPDFは壊れているか、途中で切れています。出ていないページや行があるかもしれません。${elsewhere.ja}`, en: `This PDF is damaged or was cut off: pages or lines may be missing. ${elsewhere.en}` },
  isPartial: { ja: `このページには出せなかった部分があり、抜けた行があるかもしれません。${elsewhere.ja}`, en: `Part of this page could not be shown: lines may be missing. ${elsewhere.en}` },
  isSubstituted: { ja: '字体が入っていないため、この端末の字で出しています。読めない字や抜けた字は元の媒体で確かめます。', en: 'Its fonts are not in the file; the letters are this PC’s. Check what is unreadable or missing on the medium it came from.' },
  pageNot: {
    'not-drawn': { ja: `このページは出せません。${elsewhere.ja}`, en: `This page cannot be shown. ${elsewhere.en}` },
    'too-slow': { ja: `このページは描くのに時間がかかりすぎるため、途中で止めました。${elsewhere.ja}`, en: `This page took too long to draw and was stopped. ${elsewhere.en}` },
  },
  noText: { ja: 'このページは絵だけで、読み上げる文字がありません。', en: 'This page is a picture only: there are no words to read out.' },
  not: {
    locked: { ja: 'パスワードのかかったPDFで、この端末では読めません。パスワードなしで出し直して取り込むか、取り込んだ元の媒体を別のPCで開きます。', en: 'This PDF has a password and cannot be read here. Have it given out without one and import that, or open the medium it came from on another PC.' },
    damaged: { ja: 'このPDFは壊れているか、この端末では開けない形です。出し直して取り込むか、取り込んだ元の媒体を別のPCで開きます。ほかの文書はそのままです。', en: 'This PDF is damaged, or of a form that cannot be opened here. Have it given out again and import that, or open the medium it came from on another PC. The others are as they were.' },
    'too-slow': { ja: 'このPDFは開くのに時間がかかりすぎるため、途中で止めました。HTMLかテキストで出し直して取り込むか、取り込んだ元の媒体を別のPCで開きます。ほかの文書はそのままです。', en: 'This PDF took too long to open and was stopped. Have it given out as HTML or text and import that, or open the medium it came from on another PC. The others are as they were.' },
  },
} as const
