import { choice, line, moment, section, text, words, yesNo, type FormDefinition } from '../definition.ts'

export const consent: FormDefinition = {
  id: 'consent',
  label: words('説明と同意', 'Explanation and consent'),
  lead: words('署名は紙にもらい、紙の番号を書きます', 'the signature stays on paper; write its number'),
  atLeast: ['explained'],
  sections: [
    section('説明', 'Explained',
      line('explainedBy', '説明した人', 'Explained by'),
      line('explainedTo', '説明を受けた人', 'Explained to', words('本人・続柄', 'patient, relation')),
      moment('explainedAt', '説明した時刻', 'Explained at'),
      line('witness', '同席した人', 'Witness'),
      text('explained', '説明の内容', 'What was explained')),
    section('同意', 'Consent',
      choice('answer', '返事', 'Answer', ['agreed', '同意', 'agreed'], ['refused', '同意しない', 'refused'], ['thinking', '考える', 'wants time'], ['could-not-ask', '聞けなかった', 'could not be asked']),
      line('paperNumber', '同意書の番号', 'Number of the paper'),
      yesNo('copyGiven', '控えを渡した', 'A copy was given'),
      text('remark', '備考', 'Remark')),
  ],
}
