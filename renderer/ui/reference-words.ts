/** What the hospital's lists are called wherever they are spoken of. */
export const referenceWords = {
  kind: {
    patients: { ja: '患者一覧', en: 'Patient list' },
    census: { ja: '在棟一覧', en: 'Ward census' },
    documents: { ja: '患者ごとの文書', en: 'Documents of patients' },
  },
  source: { csv: { ja: 'CSV', en: 'CSV' }, 'ss-mix2': { ja: 'SS-MIX2', en: 'SS-MIX2' }, hl7: { ja: 'HL7', en: 'HL7' }, fhir: { ja: 'FHIR', en: 'FHIR' }, folder: { ja: 'フォルダー', en: 'Folder' } },
  asOf: { ja: (time: string) => `${time} 現在`, en: (time: string) => `as of ${time}` },
  patients: { ja: (n: number) => `${n.toLocaleString('en-US')}人`, en: (n: number) => `${n.toLocaleString('en-US')} ${n === 1 ? 'patient' : 'patients'}` },
  stays: { ja: (n: number) => `在院 ${n.toLocaleString('en-US')}`, en: (n: number) => `${n.toLocaleString('en-US')} in hospital` },
  documents: { ja: (n: number) => `文書 ${n.toLocaleString('en-US')}`, en: (n: number) => `${n.toLocaleString('en-US')} ${n === 1 ? 'document' : 'documents'}` },
  faults: { ja: (n: number) => `読めない行 ${n.toLocaleString('en-US')}`, en: (n: number) => `${n.toLocaleString('en-US')} rows not read` },
  notTaken: { ja: (n: number) => `取り込めないファイル ${n.toLocaleString('en-US')}`, en: (n: number) => `${n.toLocaleString('en-US')} files not taken` },
  olderDocuments: {
    'present-wrong': { ja: '今の文書が誤り', en: 'the present ones are wrong' },
    'present-incomplete': { ja: '今の文書に欠けがある', en: 'the present ones are incomplete' },
    trial: { ja: '試しに取り込んだものだった', en: 'the present ones were a trial' },
  },
  older: {
    'present-wrong': { ja: '今の一覧が誤り', en: 'the present list is wrong' },
    'present-incomplete': { ja: '今の一覧に欠けがある', en: 'the present list is incomplete' },
    trial: { ja: '試しに取り込んだものだった', en: 'the present list was a trial' },
  },
} as const
