import { choice, line, moment, section, text, words, type FormDefinition } from '../definition.ts'

/** Beside the kind death-confirmed, which alone says that somebody died, when and by whom. */
export const deathDetails: FormDefinition = {
  id: 'death-details',
  label: words('死亡後の記録', 'After a death'),
  lead: words('死亡確認は「入退院・移動」から記録します', 'the death itself is confirmed under stay'),
  atLeast: [],
  sections: [
    section('家族', 'Family',
      choice('familyTold', '家族への連絡', 'Family', ['told', '連絡した', 'told'], ['not-reached', 'つながらない', 'not reached'], ['not-known', '家族が不明', 'not known']),
      line('familyWho', '連絡した相手', 'Who was told', words('名前・続柄・電話', 'name, relation, telephone')),
      moment('familyToldAt', '連絡した時刻', 'Told at')),
    section('届け・身元', 'Report and identity',
      choice('unnaturalReport', '異状死の届け', 'Unnatural death, report', ['not-needed', '不要', 'not needed'], ['reported', '届け出た', 'reported'], ['to-do', 'これから', 'to do']),
      line('reportedTo', '届け先・時刻', 'Reported to, when'),
      choice('identityBy', '身元の確認', 'Identity confirmed by', ['family', '家族', 'family'], ['documents', '身分証', 'documents'], ['band', 'バンド・番号', 'band'], ['belongings', '所持品', 'belongings'], ['not-yet', 'まだ', 'not yet']),
      line('identityRemark', '身元の補足', 'Identity, remark')),
    section('所持品・安置', 'Belongings and rest',
      text('belongings', '所持品', 'Belongings'),
      line('belongingsTo', '渡した相手', 'Given to'),
      line('restingPlace', '安置場所', 'Resting place'),
      text('remark', '備考', 'Remark')),
  ],
}
