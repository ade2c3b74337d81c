import type { Words } from '../patient/wareki.ts'

/** One scenario to read aloud: what happened, and what the ward is asked to do. No patient of the hospital stands in it. */
export type DrillCard = { readonly id: string; readonly title: Words; readonly situation: Words; readonly tasks: readonly Words[] }

const open: Words = { ja: '封筒を1通開け、掲示を貼る', en: 'Open one envelope and put up the notice' }
const register: Words = { ja: '見本の患者のほかに、身元不明の1名を登録する', en: 'Register one unknown patient besides the sample ward' }
const vitals: Words = { ja: 'その患者のバイタルサインとアレルギーを記録する', en: 'Record that patient’s vital signs and allergies' }
const lockAndBack: Words = { ja: '施錠し、別の人がPINで戻る', en: 'Lock it, and let somebody else come back with a PIN' }

/** Failures of the system stand beside the disaster, and the station itself fails, too (guideline C-2). Stored by id: add, never rename. */
export const drillCards: readonly DrillCard[] = [
  {
    id: 'earthquake', title: { ja: '地震', en: 'Earthquake' },
    situation: { ja: '震度6弱。電子カルテも電話も使えません。救急外来から患者が続けて上がってきます。', en: 'A strong earthquake. No record system, no telephone. Patients keep coming up from the emergency room.' },
    tasks: [open, register, vitals, lockAndBack],
  },
  {
    id: 'ransomware', title: { ja: 'サイバー攻撃', en: 'Cyber-attack' },
    situation: { ja: '電子カルテの画面に身代金の要求が出ました。情報管理室がネットワークを切りました。復旧の見込みは立ちません。', en: 'The record system shows a ransom note. IT has cut the network. Nobody knows for how long.' },
    tasks: [open, { ja: '事故の記録に、見つけた日時と止まったものを書く', en: 'Write when it was found and what stopped' }, register, vitals],
  },
  {
    id: 'blackout', title: { ja: '停電', en: 'Power failure' },
    situation: { ja: '自家発電に切り替わりました。この端末は電池で動いています。あと2時間です。', en: 'Emergency power. This station runs on its battery: two hours left.' },
    tasks: [open, register, vitals, { ja: '電池が切れる前に、何を紙へ印刷するかを決める', en: 'Decide what to print before the battery ends' }],
  },
  {
    id: 'system-failure', title: { ja: '電子カルテの障害', en: 'Failure of the record system' },
    situation: { ja: '電子カルテは閲覧できますが、入力できません。復旧は6時間後の見込みです。開けるべきかどうかから考えます。', en: 'Records can be read and not written; six hours are expected. Decide first whether to open at all.' },
    tasks: [{ ja: '判断者に連絡し、開けるかどうかを決める', en: 'Call the decider; decide whether to open' }, open, register, vitals],
  },
  {
    id: 'station-fails', title: { ja: 'この端末も使えない', en: 'The station itself fails' },
    situation: { ja: '開封の途中で、この端末の画面が消えました。電源を入れ直しても起動しません。', en: 'In the middle of the opening this screen went dark, and the PC does not start again.' },
    tasks: [
      { ja: '紙の様式の場所へ行き、3名分をそろえる', en: 'Go to the paper forms; set out three patients’ worth' },
      { ja: '隣の病棟の端末か予備機を使えるか、だれに聞くかを言う', en: 'Say whom to ask for the next ward’s station or the spare' },
      { ja: '紙の番号の付け方と、あとで端末に入れる手順を言う', en: 'Say how paper is numbered and entered afterwards' },
      open,
    ],
  },
]
