export const words = {
  label: { ja: 'その他', en: 'More' },
  export: { ja: '記録を書き出す', en: 'Export the records' },
  exportWhat: { ja: '暗号化した1つのファイルに、すべての記録を書き出します', en: 'Every record into one encrypted file' },
  audit: { ja: '記録の検証と履歴', en: 'Audit and verification' },
  auditWhat: { ja: '開封・閲覧・施錠の履歴を見て、記録の連鎖を確かめます', en: 'Who opened, looked, locked; and whether the chain is whole' },
  standDown: { ja: '非常時運用を解除する', en: 'Stand down' },
  standingDown: { ja: '解除の手順を続ける', en: 'Go on standing down' },
  reconciling: { ja: '照合と終了', en: 'Reconcile and close' },
  standDownWhat: { ja: '患者の引き継ぎ、事故の記録、バックアップ、アカウントの廃止', en: 'Hand-over, incident sheet, backup, retiring the accounts' },
  help: { ja: 'ヘルプ', en: 'Help' },
  helpWhat: { ja: '文字の大きさ、保存できないとき、紙の場所', en: 'Text size, when it cannot be saved, where the paper is' },
  back: { ja: '病棟へ戻る', en: 'Back to the ward' },
} as const
