import { choice, choices, date, line, section, text, words, type FormDefinition } from '../definition.ts'

/** One consultation in the manner of 災害診療記録2018; who it is and the vital signs stand in the chart beside it. */
export const visit: FormDefinition = {
  id: 'visit',
  label: words('診療（災害診療記録）', 'Consultation'),
  lead: words('1回の診療を1枚に。バイタルは経過表に書きます', 'one sheet a consultation; vital signs go into the chart'),
  atLeast: ['complaint', 'findings', 'diagnosis', 'treatment', 'prescription', 'plan'],
  sections: [
    section('主訴と診察', 'Complaint and examination',
      line('place', '診療場所', 'Place'), line('team', '所属チーム', 'Team'),
      text('complaint', '主訴・現病歴', 'Complaint and illness'), text('findings', '身体所見', 'Examination'),
      text('tests', '検査', 'Tests'), text('diagnosis', '傷病名', 'Diagnosis'), date('onset', '発症・受傷日', 'Began on')),
    section('注意', 'Cautions',
      choices('cautions', '特記', 'Cautions', ['anticoagulant', '抗血栓薬', 'anticoagulant'], ['insulin', 'インスリン・糖尿病薬', 'insulin'], ['steroid', 'ステロイド', 'steroid'], ['antiepileptic', '抗てんかん薬', 'antiepileptic'], ['psychotropic', '向精神薬', 'psychotropic'], ['dialysis', '透析', 'dialysis'], ['oxygen', '在宅酸素・呼吸器', 'home oxygen']),
      choice('medicinesLost', '常用薬', 'Regular medicines', ['none', 'なし', 'none'], ['kept', 'ある', 'kept'], ['lost', '失った', 'lost']),
      choice('pregnancy', '妊娠', 'Pregnancy', ['no', 'なし', 'no'], ['possible', '可能性あり', 'possible'], ['yes', 'あり', 'yes'], ['unknown', '不明', 'unknown'])),
    section('処置と方針', 'Treatment and plan',
      text('treatment', '処置', 'Treatment'), text('prescription', '処方', 'Prescription', words('薬・量・用法・日数', 'name, dose, how, days')),
      text('plan', '方針・申し送り', 'Plan, hand-over'),
      choice('relation', '災害との関連', 'Related to the disaster', ['direct', '直接', 'directly'], ['indirect', '間接', 'indirectly'], ['none', 'なし', 'not']),
      choice('outcome', '転帰', 'Outcome', ['home', '帰宅', 'home'], ['continued', '継続', 'goes on'], ['referred', '紹介', 'referred'], ['transported', '搬送', 'transported'], ['admitted', '入院', 'admitted'], ['died', '死亡', 'died']),
      line('outcomeRemark', '紹介・搬送先', 'Referred or transported to')),
  ],
}
