import { line, section, text, words, type FormDefinition } from '../definition.ts'

export const soap: FormDefinition = {
  id: 'soap',
  label: words('SOAP', 'SOAP note'),
  lead: words('問題ごとの記録。S・O・A・P のうち一つは書きます', 'by problem; at least one of S, O, A, P'),
  atLeast: ['subjective', 'objective', 'assessment', 'plan'],
  sections: [
    section('問題', 'Problem', line('problem', 'プロブレム番号', 'Problem number', words('例 #1 発熱', 'for example #1 fever'))),
    section('記録', 'Note',
      text('subjective', 'S 主観的情報', 'S subjective'), text('objective', 'O 客観的情報', 'O objective'),
      text('assessment', 'A 評価', 'A assessment'), text('plan', 'P 計画', 'P plan')),
  ],
}
