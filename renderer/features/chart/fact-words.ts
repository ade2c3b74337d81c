/** Records of identity, stay and the like, as the timeline says them. */
export const factWords = {
  described: { ja: '特徴の補完', en: 'Description' },
  claimed: { ja: (name: string) => `氏名が分かった：${name}`, en: (name: string) => `Name learnt: ${name}` },
  hospitalId: { ja: (id: string) => `正のID ${id}`, en: (id: string) => `Hospital ID ${id}` },
  how: { ja: (how: string) => `確かめ方：${how}`, en: (how: string) => `How: ${how}` },
  verified: { ja: (who: string) => `本人照合（2人目：${who}）`, en: (who: string) => `Identity verified (second: ${who})` },
  linkedHospital: { ja: (id: string) => `正のID ${id} に結び付けた`, en: (id: string) => `Linked to hospital ID ${id}` },
  linkedHere: { ja: 'この病棟の別の登録と同じ人として結び付けた', en: 'Linked to another registration here' },
  photo: { ja: (of: string) => `写真：${of}`, en: (of: string) => `Photo: ${of}` },
  insurance: { ja: (kind: string) => `保険：${kind}`, en: (kind: string) => `Insurance: ${kind}` },
  handedOver: { ja: (who: string) => `申し送り：${who}`, en: (who: string) => `handed over: ${who}` },
  needs: { ja: '救護区分・隔離', en: 'Mobility, isolation' },
  noIsolation: { ja: '隔離は不要', en: 'no isolation' },
  death: { ja: (doctor: string) => `死亡確認：${doctor}`, en: (doctor: string) => `Death confirmed by ${doctor}` },
  sent: { ja: (to: string, n: number) => `${to} へ${n}件を転送`, en: (to: string, n: number) => `${n} records sent to ${to}` },
  imported: { ja: (letters: string) => `端末 ${letters} の記録`, en: (letters: string) => `Record of station ${letters}` },
  unreadable: { ja: 'この端末では読めない記録です。元の端末で見てください', en: 'This station cannot read it. Look at the station it came from' },
} as const
