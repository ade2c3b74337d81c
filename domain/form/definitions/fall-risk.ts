import { choice, choices, line, section, text, words, type FormDefinition } from '../definition.ts'

/** What is looked at and what is done about it; no score is counted, because no hospital's table is in here. */
export const fallRisk: FormDefinition = {
  id: 'fall-risk',
  label: words('転倒・転落の危険', 'Risk of falling'),
  lead: words('見たことと対策。点数は計算しません', 'what was seen and done; no score is counted'),
  atLeast: [],
  sections: [
    section('見たこと', 'Seen',
      choice('fallenBefore', '転倒したこと', 'Fallen before', ['no', 'なし', 'no'], ['within-year', '1年以内', 'within a year'], ['here', '入院中', 'here']),
      choices('body', '体', 'Body', ['weak-legs', '足の力が弱い', 'weak legs'], ['unsteady', 'ふらつき', 'unsteady'], ['low-vision', '見えにくい', 'low vision'], ['numb', 'しびれ', 'numb'], ['aid', '杖・歩行器', 'walking aid']),
      choices('mind', '認知・行動', 'Mind', ['confused', '混乱', 'confused'], ['restless', '落ち着かない', 'restless'], ['acts-alone', '一人で動く', 'acts alone'], ['no-call', 'コールを押さない', 'does not call']),
      choices('medicines', '薬', 'Medicines', ['sleep', '睡眠薬', 'for sleep'], ['psychotropic', '向精神薬', 'psychotropic'], ['pressure', '降圧薬', 'for pressure'], ['diuretic', '利尿薬', 'diuretic'], ['pain', '麻薬・鎮痛薬', 'for pain']),
      choices('toileting', '排泄', 'Toilet', ['frequent', '頻尿', 'frequent'], ['night', '夜間', 'at night'], ['help', '介助が要る', 'needs help'])),
    section('評価と対策', 'Judged and done',
      choice('level', '危険の程度', 'Risk', ['low', '低い', 'low'], ['medium', '中', 'medium'], ['high', '高い', 'high']),
      choices('measures', '対策', 'Measures', ['low-bed', '低床', 'low bed'], ['rails', '柵', 'rails'], ['sensor', 'センサー', 'sensor'], ['call', 'コールを手元に', 'call at hand'], ['shoes', '履物', 'shoes'], ['near', '近い部屋', 'room nearby'], ['rounds', '巡視を増やす', 'more rounds']),
      line('told', '説明した相手', 'Explained to'),
      text('remark', '備考', 'Remark')),
  ],
}
