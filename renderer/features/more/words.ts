export const words = {
  label: { ja: 'その他', en: 'More' },
  export: { ja: '記録を書き出す', en: 'Export the records' },
  exportWhat: { ja: '暗号化した1つのファイルに、すべての記録を書き出します', en: 'Every record into one encrypted file' },
  audit: { ja: '記録の検証と履歴', en: 'Audit and verification' },
  auditWhat: { ja: '開封・閲覧・施錠の履歴を見て、記録の連鎖を確かめます', en: 'Who opened, looked, locked; and whether the chain is whole' },
  help: { ja: 'ヘルプ', en: 'Help' },
  helpWhat: { ja: '文字の大きさ、保存できないとき、紙の場所', en: 'Text size, when it cannot be saved, where the paper is' },
  back: { ja: '病棟へ戻る', en: 'Back to the ward' },
} as const
