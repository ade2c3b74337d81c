import { line, section, text, words, type FormDefinition } from '../definition.ts'

export const dar: FormDefinition = {
  id: 'dar',
  label: words('フォーカス（DAR）', 'Focus note (DAR)'),
  lead: words('D・A・R のうち一つは書きます', 'at least one of D, A, R'),
  atLeast: ['data', 'action', 'response'],
  sections: [
    section('フォーカス', 'Focus', line('focus', 'フォーカス', 'Focus')),
    section('記録', 'Note', text('data', 'D データ', 'D data'), text('action', 'A 行ったこと', 'A action'), text('response', 'R 反応', 'R response')),
  ],
}
