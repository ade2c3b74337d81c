import { choice, number, line, section, text, words, yesNo, type FormDefinition } from '../definition.ts'

const mm = words('mm', 'mm')
const tenths = words('割', 'tenths')
const times = words('回', 'times')
const reflex = [['prompt', '迅速', 'prompt'], ['sluggish', '鈍い', 'sluggish'], ['absent', 'なし', 'none']] as const

/** What the temperature chart has beside the vital signs. */
export const observations: FormDefinition = {
  id: 'observations',
  label: words('観察・測定', 'Observations'),
  lead: words('経過表のバイタル以外。測った所だけ書きます', 'the flowsheet beside vital signs; only what was seen'),
  atLeast: [],
  sections: [
    section('痛み・意識・瞳孔', 'Pain, consciousness, pupils',
      number('painNrs', '痛み NRS', 'Pain NRS', words('/10', '/10'), 0, [0, 10], [0, 10]),
      line('painSite', '痛みの部位', 'Where it hurts'),
      choice('gcsEye', 'GCS 開眼 E', 'GCS eye E', ['4', '4 自発', '4 open'], ['3', '3 呼びかけ', '3 to speech'], ['2', '2 痛み', '2 to pain'], ['1', '1 なし', '1 none']),
      choice('gcsVerbal', 'GCS 言語 V', 'GCS verbal V', ['5', '5 見当識', '5 oriented'], ['4', '4 混乱', '4 confused'], ['3', '3 単語', '3 words'], ['2', '2 発声', '2 sounds'], ['1', '1 なし', '1 none'], ['T', 'T 挿管', 'T intubated']),
      choice('gcsMotor', 'GCS 運動 M', 'GCS motor M', ['6', '6 従う', '6 obeys'], ['5', '5 払う', '5 localises'], ['4', '4 逃避', '4 withdraws'], ['3', '3 屈曲', '3 flexes'], ['2', '2 伸展', '2 extends'], ['1', '1 なし', '1 none']),
      number('pupilRightMm', '瞳孔 右', 'Pupil, right', mm, 1, [0, 12], [1, 8]),
      number('pupilLeftMm', '瞳孔 左', 'Pupil, left', mm, 1, [0, 12], [1, 8]),
      choice('lightReflexRight', '対光反射 右', 'Light reflex, right', ...reflex),
      choice('lightReflexLeft', '対光反射 左', 'Light reflex, left', ...reflex)),
    section('測定', 'Measured',
      number('weightKg', '体重', 'Weight', words('kg', 'kg'), 3, [0.2, 500], [2, 150]),
      number('heightCm', '身長', 'Height', words('cm', 'cm'), 1, [20, 260], [40, 200]),
      number('girthCm', '腹囲', 'Girth', words('cm', 'cm'), 1, [10, 300], [30, 150]),
      number('glucoseMgPerDl', '血糖', 'Glucose', words('mg/dL', 'mg/dL'), 0, [0, 2000], [50, 400]),
      line('insulin', 'インスリン', 'Insulin', words('薬剤名・単位・皮下など', 'name, units, route'))),
    section('食事・排泄', 'Meals and excretion',
      choice('meal', 'どの食事', 'Which meal', ['breakfast', '朝', 'breakfast'], ['lunch', '昼', 'lunch'], ['dinner', '夕', 'dinner'], ['snack', '補食', 'snack']),
      number('mealStaple', '主食', 'Staple eaten', tenths, 0, [0, 10], [0, 10]),
      number('mealSide', '副食', 'Side dishes eaten', tenths, 0, [0, 10], [0, 10]),
      number('stoolTimes', '便', 'Stools', times, 0, [0, 99], [0, 10]),
      choice('stoolBristol', '便の性状 Bristol', 'Stool, Bristol', ['1', '1 ころころ', '1 lumps'], ['2', '2 硬い', '2 lumpy'], ['3', '3 やや硬い', '3 cracked'], ['4', '4 普通', '4 smooth'], ['5', '5 やや軟', '5 soft'], ['6', '6 泥状', '6 mushy'], ['7', '7 水様', '7 watery']),
      yesNo('stoolBlood', '血便・黒色便', 'Blood or black stool'),
      number('vomitTimes', '嘔吐', 'Vomiting', times, 0, [0, 99], [0, 10])),
    section('その他', 'Other',
      line('activityLevel', '安静度', 'Activity'),
      line('hygiene', '清潔', 'Hygiene'),
      text('drainRemark', 'ドレーン・処置の観察', 'Drains and care'),
      text('remark', '備考', 'Remark')),
  ],
}
