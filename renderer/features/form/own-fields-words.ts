import type { OwnFieldIssue } from '#domain/form/hospital-fields.ts'
import type { HospitalField } from '#domain/form/hospital-field.ts'

type Pair = { readonly ja: string; readonly en: string }
type PlainFault = Exclude<OwnFieldIssue['code'], 'text-too-long' | 'text-has-control-characters' | 'text-is-broken'>

export const ownFieldWords = {
  title: { ja: '様式の項目', en: 'Fields of forms' },
  lead: { ja: '病院で要る項目を、様式の終わりに足します', en: 'what the hospital needs, at the end of a form' },
  form: { ja: '様式', en: 'Form' },
  now: { ja: (form: string) => `${form}に足した項目`, en: (form: string) => `Added to: ${form}` },
  none: { ja: 'まだ足していません。', en: 'None yet.' },
  end: { ja: 'やめる', en: 'End' },
  endLabel: { ja: (label: string) => `項目「${label}」をやめる`, en: (label: string) => `End the field ${label}` },
  endNote: { ja: 'やめた項目も、前の記録では読めます。', en: 'An ended field stays readable in earlier records.' },
  add: { ja: '項目を足す', en: 'Add a field' },
  addNote: { ja: '足すと、次に書く記録から様式に出ます', en: 'it stands in the form from the next record on' },
  label: { ja: '項目の名前', en: 'Label' },
  type: { ja: '種類', en: 'Kind' },
  types: {
    line: { ja: '1行の文字', en: 'One line' },
    text: { ja: '長い文字', en: 'Text' },
    number: { ja: '数字', en: 'Number' },
    'yes-no': { ja: 'はい・いいえ', en: 'Yes or no' },
    choice: { ja: '選ぶ', en: 'Choice' },
  } satisfies Record<HospitalField['type'], Pair>,
  unit: { ja: '単位', en: 'Unit' },
  unitHint: { ja: 'mL・cm など', en: 'mL, cm' },
  least: { ja: '下の限り', en: 'At least' },
  most: { ja: '上の限り', en: 'At most' },
  limitHint: { ja: '空は限りなし', en: 'empty: no limit' },
  options: { ja: '選ぶことば', en: 'Answers' },
  optionsHint: { ja: '1行に1つ、2〜7', en: 'one a line, two to seven' },
  rangeOrAnswers: { ja: '範囲・選ぶことば', en: 'Range or answers' },
  span: { ja: (least: string, most: string) => `${least}〜${most}`, en: (least: string, most: string) => `${least}–${most}` },
  back: { ja: '戻る', en: 'Back' },
  lookAgain: { ja: (n: number) => `直すところが${n}か所あります。書いた内容は残っています。`, en: (n: number) => `${n} to correct. What you wrote is still there.` },
  fault: {
    'text-has-line-breaks': { ja: '改行やタブが入っています。1行で書きます', en: 'It contains a line break or tab. Write one line' },
    'label-missing': { ja: '項目の名前を書きます', en: 'Write a label' },
    'label-taken': { ja: 'この様式にもうある名前です', en: 'This form has that label already' },
    'type-missing': { ja: '種類を選びます', en: 'Choose a kind' },
    'unit-missing': { ja: '数字には単位が要ります', en: 'A number needs a unit' },
    'unit-unclear': { ja: 'mg か mL か分かるように書きます', en: 'Write it in full, mg or mL' },
    'not-a-number': { ja: '数字で書くか、空にします', en: 'A number, or empty' },
    'least-above-most': { ja: '下の限りより小さい値です', en: 'Below the lower limit' },
    'options-too-few': { ja: '2つ以上書きます', en: 'At least two' },
    'options-too-many': { ja: '7つまでです', en: 'At most seven' },
    'options-twice': { ja: '同じことばが2つあります', en: 'One stands there twice' },
    'too-many-fields': { ja: '1つの様式に30項目までです', en: 'At most thirty in one form' },
  } satisfies Record<PlainFault, Pair>,
} as const
