/** Of each thing the machine may keep: what it is, what was found, the exact setting, and where to look where it cannot be checked. */
export const machineWords = {
  is: { good: { ja: '残さない', en: 'Keeps nothing' }, found: { ja: '設定が要る', en: 'To be set' }, 'not-checked': { ja: 'ここでは未確認', en: 'Not checked here' } },
  checks: {
    swap: {
      name: { ja: 'スワップ', en: 'Swap' },
      found: { ja: 'メモリの内容がディスクに書かれます。', en: 'Memory can be written to the disk.' },
      set: { ja: '設定：swapoff -a、/etc/fstab の swap の行を消す。', en: 'Set: swapoff -a, and remove the swap line from /etc/fstab.' },
      look: { ja: 'Windows：fsutil behavior set encryptpagingfile 1 で暗号化されているか見ます。Linux：swapon --show が空か見ます。', en: 'Windows: look that fsutil behavior set encryptpagingfile 1 was run. Linux: swapon --show prints nothing.' },
    },
    'core-dumps': {
      name: { ja: '異常終了時のメモリ', en: 'Core dumps' },
      found: { ja: '異常終了すると、メモリがファイルに残ります。', en: 'A crash would write memory to a file.' },
      set: { ja: '設定：/etc/security/limits.conf に「* hard core 0」。', en: 'Set: “* hard core 0” in /etc/security/limits.conf.' },
      look: { ja: 'Windows：エラー報告の LocalDumps がレジストリにないか見ます。', en: 'Windows: look that the registry has no LocalDumps under Windows Error Reporting.' },
    },
    hibernation: {
      name: { ja: '休止状態', en: 'Hibernation' },
      found: { ja: '休止すると、メモリがディスクに残ります。', en: 'Hibernating writes memory to the disk.' },
      set: { ja: '設定：systemctl mask hibernate.target hybrid-sleep.target、起動設定の resume= を消す。', en: 'Set: systemctl mask hibernate.target hybrid-sleep.target; remove resume= from the boot line.' },
      look: { ja: 'Windows：powercfg /h off を実行したか見ます。', en: 'Windows: look that powercfg /h off was run.' },
    },
    'crash-files': {
      name: { ja: '異常終了の記録', en: 'Crash reports' },
      found: { ja: '異常終了の記録ファイルがあります。', en: 'Crash files are on the disk.' },
      set: { ja: '設定：ファイルを消し、systemctl disable apport または Storage=none（coredump.conf）。', en: 'Set: delete them, then systemctl disable apport or Storage=none in coredump.conf.' },
      look: { ja: 'Windows：C:\\ProgramData\\Microsoft\\Windows\\WER が空か見ます。Linux：/var/crash を管理者が見ます。', en: 'Windows: look that C:\\ProgramData\\Microsoft\\Windows\\WER is empty. Linux: the administrator looks into /var/crash.' },
    },
    ime: {
      name: { ja: '日本語入力の学習', en: 'Learning of the input method' },
      found: { ja: '打った言葉（患者の名前も）を覚えています。', en: 'It keeps what was typed, patients’ names too.' },
      set: { ja: '設定：Mozc は「学習機能：使わない」と「シークレットモード」、ほかは履歴のファイルを消す。', en: 'Set: Mozc “History: off” and secret mode; for others delete the history files.' },
      look: { ja: 'Windows：Microsoft IME の「入力履歴を使用する」を「いいえ」にし、履歴を消したか見ます。', en: 'Windows: look that Microsoft IME’s input history is off and cleared.' },
    },
    clipboard: {
      name: { ja: 'コピーの履歴', en: 'Clipboard history' },
      found: { ja: 'コピーした内容の履歴が残っています。', en: 'A history of copied text is kept.' },
      set: { ja: '設定：このソフトを終わらせて削除する。fcitx はクリップボードの機能を切る。', en: 'Set: stop and remove it; in fcitx turn the clipboard add-on off.' },
      look: { ja: 'Windows：設定「システム」「クリップボード」の履歴がオフか見ます。', en: 'Windows: Settings, System, Clipboard: look that history is off.' },
    },
    spool: {
      name: { ja: '印刷した文書の保存', en: 'Print spool' },
      found: { ja: '印刷した文書が端末に残ります。', en: 'Printed documents stay on this PC.' },
      set: { ja: '設定：/etc/cups/cupsd.conf に PreserveJobFiles No と PreserveJobHistory No。', en: 'Set: PreserveJobFiles No and PreserveJobHistory No in /etc/cups/cupsd.conf.' },
      look: { ja: 'Windows：プリンタのプロパティ「詳細設定」の「印刷後ドキュメントを残す」がオフか見ます。Linux：cupsd.conf を管理者が見ます。', en: 'Windows: printer properties, Advanced: “Keep printed documents” off. Linux: the administrator looks into cupsd.conf.' },
    },
    'screen-lock': {
      name: { ja: '画面ロック', en: 'Screen lock' },
      found: { ja: '端末の画面ロックが切られています。', en: 'The system’s screen lock is off.' },
      set: { ja: '設定：dconf で org/gnome/desktop/screensaver lock-enabled=true。', en: 'Set: org/gnome/desktop/screensaver lock-enabled=true in dconf.' },
      look: { ja: '端末の設定で画面ロックが入っていて、解除の方法を病棟が知っているか見ます。', en: 'Look in the system’s settings that it is on, and that the ward knows how to unlock it.' },
    },
  },
} as const
