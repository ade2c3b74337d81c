import type { Language } from '#renderer/ui/language.tsx'

/**
 * What a check found, in words (electron/node/journal/inspect.ts, domain/log/inner-chain.ts). A code this version does
 * not know is shown as it is: a finding must never be hidden because nobody wrote a sentence for it.
 */
const words: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  'segment-missing': { ja: '記録ファイルが1つありません', en: 'A journal file is missing' },
  'header-lost': { ja: '記録ファイルの見出しが2つとも壊れています', en: 'Both headers of a journal file are damaged' },
  'header-copy-damaged': { ja: '見出しの片方が壊れ、もう片方で読みました', en: 'One of two headers is damaged; the other was used' },
  'header-of-another-journal': { ja: '別の記録のファイルが混じっています', en: 'A file belongs to another journal' },
  'frame-damaged': { ja: '記録の1件が壊れています', en: 'One record is damaged' },
  'frames-missing': { ja: '記録が途中で欠けています', en: 'Records are missing in between' },
  'tail-damaged': { ja: '末尾が壊れているか、書きかけです', en: 'The end is damaged or unfinished' },
  'chain-broken': { ja: '記録の連鎖がつながっていません', en: 'The chain does not hold together' },
  'checkpoint-false': { ja: '署名が合いません。この端末が書いたものではありません', en: 'A signature is false: not written by this station' },
  'frame-unreadable': { ja: 'この端末が書かない形の記録があります', en: 'A record has a form this station does not write' },
  'entry-twice': { ja: '同じ記録が2回あります', en: 'A record stands twice' },
  'segment-unused': { ja: '使われなかった記録ファイルがあります', en: 'A journal file was begun and not used' },
  'segment-unreadable': { ja: '読めない記録ファイルがあります', en: 'A journal file cannot be read' },
  'never-acknowledged': { ja: '保存済みと表示していない書きかけがあります', en: 'Bytes that were never called saved' },
  'in-quarantine': { ja: '壊れた部分を隔離して残してあります', en: 'Damaged bytes are kept in quarantine' },
  'entry-does-not-open': { ja: '非常時の鍵で開かない記録があります', en: 'A record does not open with the incident’s key' },
  'history-was-changed': { ja: '書いた時の履歴と合わない記録があります', en: 'A record contradicts the history before it' },
  'entry-missing': { ja: '書かれたはずの記録が1件見つかりません', en: 'A record that was written is not here' },
  'counter-repeats': { ja: '同じ順番の記録が2つあります', en: 'Two records carry the same count' },
  'envelope-broken-unused': { ja: '封が破れた封筒があるのに、口座は使われていません', en: 'A seal is broken, and its account was not used' },
  'envelope-used-intact': { ja: '口座が使われたのに、封筒の封が無事です', en: 'An account was used, and its envelope is whole' },
  'envelope-not-there': { ja: '置き場所にない封筒があります', en: 'An envelope is not in its place' },
  'envelope-not-looked-at': { ja: '見ていない封筒があります', en: 'An envelope was not looked at' },
  'printer-failed': { ja: '試し刷りができませんでした', en: 'The test print failed' },
  'printer-absent': { ja: 'プリンタがありません', en: 'There is no printer' },
  'clock-wrong': { ja: '時計が腕時計と合いません', en: 'The clock differs from a watch' },
  'swap-is-on': { ja: 'メモリの内容がディスクに書かれます（スワップ）', en: 'Memory can be written to the disk (swap)' },
  'core-dumps-are-on': { ja: '異常終了時にメモリがファイルに残ります', en: 'A crash writes memory to a file' },
  'hibernation-is-on': { ja: '休止状態でメモリがディスクに残ります', en: 'Hibernation writes memory to the disk' },
  'crash-files-kept': { ja: '異常終了の記録ファイルが残っています', en: 'Crash files are on the disk' },
  'ime-learns': { ja: '日本語入力が打った言葉を覚えています', en: 'The input method keeps what was typed' },
  'clipboard-history-kept': { ja: 'コピーした内容の履歴が残っています', en: 'A clipboard history is kept' },
  'spool-keeps-files': { ja: '印刷した文書が端末に残ります', en: 'Printed documents are kept on this PC' },
  'screen-lock-is-off': { ja: '画面ロックが切られています', en: 'The screen lock is off' },
  'unclean-exit': { ja: '前回、途中で切れた', en: 'cut off last time' },
}

export function findingWords(code: string, language: Language): string {
  return words[code]?.[language] ?? code
}
