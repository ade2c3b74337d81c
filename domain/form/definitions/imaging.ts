import { choice, line, moment, section, text, words, type FormDefinition } from '../definition.ts'

export const imaging: FormDefinition = {
  id: 'imaging',
  label: words('画像・生理検査', 'Imaging'),
  lead: words('依頼票の控えと所見。指示は指示簿に書きます', 'copy of the request, and findings; an order belongs in the orders'),
  atLeast: ['method', 'findings'],
  sections: [
    section('依頼', 'Request',
      line('method', '方法', 'Method', words('CT・超音波・心電図など', 'CT, ultrasound, ECG')),
      line('bodySite', '部位', 'Site'),
      line('purpose', '目的', 'Purpose'),
      choice('pregnancy', '妊娠', 'Pregnancy', ['no', 'なし', 'no'], ['possible', '可能性あり', 'possible'], ['yes', 'あり', 'yes'], ['unknown', '不明', 'unknown']),
      choice('contrast', '造影', 'Contrast', ['no', 'なし', 'no'], ['yes', 'あり', 'yes']),
      line('renalFunction', '腎機能', 'Renal function', words('Cr・eGFRと日付', 'Cr, eGFR and date')),
      line('contrastAllergy', '造影剤の副作用歴', 'Reaction to contrast before'),
      choice('transport', '移動手段', 'Moved by', ['walking', '独歩', 'walking'], ['wheelchair', '車いす', 'wheelchair'], ['stretcher', 'ストレッチャー', 'stretcher'], ['portable', 'ポータブル', 'at the bedside'])),
    section('所見', 'Findings',
      moment('takenAt', '撮影・検査した時刻', 'Taken at'),
      line('readBy', '読んだ人', 'Read by'),
      text('findings', '所見', 'Findings')),
  ],
}
