import { choice, line, number, section, text, words, type FormDefinition } from '../definition.ts'

export const diet: FormDefinition = {
  id: 'diet',
  label: words('食事', 'Diet'),
  lead: words('食種・禁食・延食。指示は指示簿に書きます', 'kind of food; an order belongs in the orders'),
  atLeast: [],
  sections: [
    section('内容', 'Details',
      line('dietKind', '食種', 'Kind'),
      line('texture', '形態', 'Texture'),
      number('energyKcal', '熱量', 'Energy', words('kcal/日', 'kcal/day'), 0, [0, 10000], [600, 3500]),
      number('saltG', '塩分', 'Salt', words('g/日', 'g/day'), 1, [0, 50], [0, 15]),
      line('foodAllergy', '食物アレルギー（聞いたまま）', 'Food allergy, as told', words('上のアレルギーにも記録します', 'state it above as well')),
      choice('change', '変更', 'Change', ['start', '開始', 'start'], ['fasting', '禁食', 'nothing by mouth'], ['delayed', '延食', 'delayed'], ['resumed', '再開', 'resumed']),
      line('from', 'いつから', 'From when', words('例 11/20 夕から', 'for example from dinner 11/20')),
      number('servings', '本数・食数', 'Servings', words('本・食', 'servings'), 0, [0, 99], [0, 10]),
      text('remark', '備考', 'Remark')),
  ],
}
