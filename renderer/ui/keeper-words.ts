export const keeperWords = {
  name: { ja: '氏名', en: 'Name' },
  staffNumber: { ja: '職員番号', en: 'Staff number' },
  missing: { ja: '氏名と職員番号を入れる', en: 'enter name and staff number' },
} as const
