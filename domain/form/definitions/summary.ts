import { choice, line, section, text, words, type FormDefinition } from '../definition.ts'

const help = [['independent', '自立', 'independent'], ['partial', '一部介助', 'some help'], ['full', '全介助', 'full help']] as const

/** What goes with a patient to another hospital or ward. */
export const summary: FormDefinition = {
  id: 'summary',
  label: words('転院・看護サマリー', 'Transfer summary'),
  lead: words('カルテから下書きが入ります。読んで直してから確定します', 'begun from the chart; read it and correct it'),
  atLeast: [],
  sections: [
    section('病気と経過', 'Illness and course',
      text('diagnosis', '病名', 'Diagnosis'), text('problems', '現在の問題', 'Problems now'), text('course', '経過', 'Course'),
      text('vitalSigns', 'バイタル', 'Vital signs'), text('allergy', 'アレルギー', 'Allergy'), text('infection', '感染・隔離', 'Infection, isolation')),
    section('薬と器具', 'Medicines and devices',
      text('lastDoses', '最終投与', 'Last doses', words('内服・注射と時刻', 'by mouth and injected, with times')),
      text('infusions', '投与中の点滴', 'Running infusions'), text('devices', 'デバイス', 'Devices', words('挿入日', 'put in on'))),
    section('生活', 'Daily life',
      choice('mobility', '移動', 'Mobility', ['stretcher', '担送', 'stretcher'], ['assisted', '護送', 'assisted'], ['walking', '独歩', 'walking']),
      choice('adl', 'ADL', 'Daily life', ...help),
      line('diet', '食事', 'Diet'), line('elimination', '排泄', 'Excretion'), line('skin', '皮膚', 'Skin')),
    section('引き継ぎ', 'Hand over',
      text('familyExplained', '家族への説明', 'What the family was told'), text('advanceWish', 'DNARなどの意思', 'Wishes (DNAR)'),
      text('next', '次の予定', 'What is next'), line('staff', '主治医・受け持ち', 'Doctor, nurse'),
      line('belongings', '持参物', 'Belongings'), line('transport', '搬送手段', 'Transport')),
  ],
}
