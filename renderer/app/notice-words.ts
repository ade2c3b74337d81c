import type { BannerLook } from '../ui/banner.tsx'

type Words = { readonly look: BannerLook; readonly ja: string; readonly en: string }

/** What the ward is told when something is amiss: what is, what is safe, what to do. Keyed by code; the worst two are shown. */
export const noticeWords: Readonly<Record<string, Words>> = {
  frozen: { look: 'warn', ja: '解除の手順中です。診療の記録は書けません。書いたものは下書きに残っています。続けるときは「解除」から運用を再開します。', en: 'Standing down: records of care are not written here. What you typed is kept as a draft. To go on, resume from “Stand down”.' },
  'drill-not-closed': { look: 'warn', ja: '訓練の記録を閉じきれませんでした。本番の端末は使えます。情報管理室に伝えてください。', en: 'The drill’s record could not be closed. The real station works. Tell the IT office.' },
  'drill-log-not-kept': { look: 'warn', ja: '訓練の記録を残せませんでした。気づいたことを紙に書いてください。', en: 'The log of the drill could not be kept. Write what was found on paper.' },
  'retired-accounts-were-back': { look: 'danger', ja: '廃止した封筒の鍵が戻されていたため、もう一度消しました。使えません。情報管理室に連絡します。', en: 'Keys of retired envelopes had been put back and were removed again. They open nothing. Call IT.' },
  'erased-record-was-back': { look: 'danger', ja: '消去した記録が、この端末か二重記録に戻されています。情報管理室に連絡し、もう一度消去するか確かめます。', en: 'An erased record lies here, or on the second device, again. Call IT; it may have to be erased once more.' },
  'erasure-unfinished': { look: 'danger', ja: '記録の消去が終わっていません。端末を起動し直します。続けて出るときは情報管理室に連絡します。', en: 'An erasure is not finished. Start the program again; if this stays, call IT.' },
  'cannot-save': { look: 'danger', ja: '保存先に書けません。紙に書いてください。書けるようになると、同じ画面から保存できます。', en: 'The disk cannot be written. Write on paper; save from this screen when it works again.' },
  'numbers-not-reserved': { look: 'danger', ja: '番号を控えられないため、登録を保存していません。もう一度保存してください。', en: 'The number could not be set aside, so nothing was saved. Save again.' },
  'photo-not-kept': { look: 'warn', ja: '写真を残せませんでした。患者の登録は保存済みです。もう一度撮るか、特徴を書いてください。', en: 'The photo was not kept. The registration is saved. Take it again, or write the features.' },
  'letters-in-doubt': { look: 'danger', ja: 'この端末の番号が重なるおそれがあります。新しい端末の文字を入れるまで登録できません。情報管理室に連絡します。', en: 'Numbers could repeat on this PC. Registration waits for new station letters: call IT.' },
  'too-much-text': { look: 'warn', ja: '長すぎるため、この欄には入れませんでした。前に書いたものはそのままです。分けて書いてください。', en: 'Too long for this box, so nothing was put in. What stood there stays. Write it in parts.' },
  'draft-not-kept': { look: 'warn', ja: '書きかけを控えられていません。施錠の前に保存するか、紙に写してください。', en: 'What is half written is not kept. Save it, or copy it onto paper, before locking.' },
  'not-saved': { look: 'danger', ja: '記録できませんでした。何も変わっていません。もう一度試し、だめなら紙に書きます。', en: 'It could not be recorded. Nothing changed. Try again; if it fails, write on paper.' },
  'stopped-long-ago': { look: 'warn', ja: '72時間より前の中止は取り消せません。新しく指示を出します。', en: 'A stop of more than 72 hours ago cannot be struck. Give a new order.' },
  'disk-failed': { look: 'danger', ja: '保存先を読み書きできませんでした。保存済みの記録は残っています。もう一度試し、情報管理室に連絡します。', en: 'The disk could not be read or written. Saved records remain. Try again and call IT.' },
  'journal-unreadable': { look: 'danger', ja: '記録を読めませんでした。消えてはいません。紙で続け、情報管理室に連絡します。', en: 'The records could not be read. They are not gone. Go on on paper and call IT.' },
  'key-of-another': { look: 'danger', ja: 'この鍵は別の非常時か訓練のものです。何も開かず、何も書いていません。この端末の封筒かコードを使います。', en: 'This key is of another incident or of a drill. Nothing was opened or written. Use this station’s envelope or code.' },
  refused: { look: 'warn', ja: 'この端末では受け付けられない操作でした。何も変わっていません。もう一度試してください。', en: 'The machine did not accept this. Nothing changed. Please try again.' },
  'not-now': { look: 'warn', ja: 'いまはできません。何も変わっていません。少し待って、もう一度試してください。', en: 'Not possible now. Nothing changed. Wait a little and try again.' },
  'battery-last': { look: 'danger', ja: '電池が10%以下です。記録は保存されています。今すぐ病棟一式を印刷し、電源につないでください。', en: 'The battery is at its end. Records are saved. Print the ward pack now and connect to mains.' },
  'battery-low': { look: 'warn', ja: '電池が30%以下です。電源が戻らなければ、病棟一式を印刷しておきます。', en: 'The battery is at 30% or less. If power does not come back, print the ward pack.' },
  'keys-postponed': { look: 'warn', ja: '自分のPINがまだありません。施錠や再起動のあとは、同じ封筒のコードでもう一度開けます。紙を手元に置いてください。', en: 'You have no PIN yet. After a lock or restart the same envelope’s code opens it again: keep the paper at hand.' },
  'pin-not-kept': { look: 'warn', ja: 'PINを預けられませんでした。施錠のあとは、同じ封筒のコードでもう一度開けます。', en: 'The PIN was not kept. After a lock the same envelope’s code opens it again.' },
  'copy-doubted': { look: 'info', ja: '記録は保存されています。表示用の控えを作り直しています。書き続けてかまいません。', en: 'Records are saved. The working copy is being made anew; go on writing.' },
  'copy-rebuilt': { look: 'info', ja: '表示用の控えを作り直しました。記録はすべてそろっています。', en: 'The working copy was made anew. Every record is there.' },
  'copy-failed': { look: 'warn', ja: '表示用の控えを作り直せません。記録は保存されています。表示が遅くなることがあります。', en: 'The working copy cannot be made. Records are saved; screens may be slower.' },
  'chart-from-journal': { look: 'info', ja: 'この患者の控えが合わないため、元の記録から読みました。', en: 'This chart’s copy did not agree; it was read from the journal.' },
  'entries-reappended': { look: 'warn', ja: '記録の一部を控えから元に戻しました。情報管理室に伝えてください。', en: 'Some records were put back from the copy. Tell the IT office.' },
  'board-corrected': { look: 'warn', ja: '病棟の一覧を元の記録から直しました。受け持ちの患者を確かめてください。', en: 'The board was corrected from the journal. Check your patients.' },
  'entry-does-not-open': { look: 'danger', ja: '開けない記録があります。だれかが書き換えたおそれがあります。紙と照らし、情報管理室に連絡します。', en: 'A record does not open and may have been changed. Compare with paper; call IT.' },
  'history-was-changed': { look: 'danger', ja: '記録の連鎖が合いません。書き換えられたおそれがあります。紙と照らし、情報管理室に連絡します。', en: 'The chain of records does not agree and may have been changed. Compare with paper; call IT.' },
  'entry-missing': { look: 'warn', ja: '記録の番号に抜けがあります。保存できなかった記録がないか、紙と照らします。', en: 'A record number is missing. Compare with paper for something not saved.' },
  'counter-repeats': { look: 'danger', ja: '同じ記録番号が2つあります。情報管理室に連絡します。', en: 'A record number stands twice. Call IT.' },
  'journal-is-another': { look: 'danger', ja: '記録が前に開いたときより古いものに替わっています。使い続ける前に情報管理室に連絡します。', en: 'The records are older than when last open. Call IT before going on.' },
  'view-not-recorded': { look: 'warn', ja: 'カルテを開いたことを、まだ記録できていません。次の保存のときに記録します。', en: 'That a chart was opened is not recorded yet; it will be with the next save.' },
  'print-not-recorded': { look: 'warn', ja: '印刷したことを記録できませんでした。紙は使えます。用紙の下に日時と氏名を書いてください。', en: 'The print could not be recorded. The paper may be used; write date, time and name at its foot.' },
  'numbers-used-up': { look: 'danger', ja: 'この端末では、封筒の番号を99まで使い切りました。情報管理室に連絡し、端末を準備し直します。', en: 'All 99 envelope numbers of this station are used. Call IT; the station must be prepared anew.' },
  'ceremony-damaged': { look: 'warn', ja: '封筒づくりの途中の記録が読めません。作りかけの封筒は使えません。新しい番号で作り直します。', en: 'The record of the interrupted ceremony cannot be read. Its envelopes are void; make new ones.' },
  'inventory-damaged': { look: 'warn', ja: '封筒の置き場所の一覧が読めません。封筒とコードはそのまま使えます。置き場所を入れ直します。', en: 'The list of envelope places cannot be read. Envelopes and codes still work; enter the places again.' },
  'plan-damaged': { look: 'warn', ja: '病院の決めごと（判断者・職員名簿）が読めません。標準の内容で続けられます。情報管理室に連絡します。', en: 'The hospital’s plan (deciders, staff list) cannot be read. Going on with the plain one is safe. Call IT.' },
  'folder-rolled-back': { look: 'danger', ja: '記録のフォルダが古いものに戻っています。情報管理室に連絡します。', en: 'The data folder was put back to an older state. Call IT.' },
  'folder-from-another-pc': { look: 'danger', ja: '別の端末から移されたフォルダです。新しい端末の文字が要ります。情報管理室に連絡します。', en: 'This folder came from another PC and needs new station letters. Call IT.' },
  'attempt-not-journalled': { look: 'warn', ja: '開封の試みを記録できませんでした。紙に時刻と氏名を書いてください。', en: 'The attempt could not be recorded. Write time and name on paper.' },
  'clock-in-doubt': { look: 'warn', ja: '端末の時計が大きく動きました。書いた記録は無事です。腕時計と見比べてください。', en: 'The PC’s clock has jumped. What was written is safe. Compare it with a watch.' },
  'second-journal-ahead': { look: 'warn', ja: '二重記録にだけ残っていた記録を、元に戻しました。情報管理室に伝えてください。', en: 'Records that only the second journal held were put back. Tell the IT office.' },
  'disk-was-full': { look: 'warn', ja: '保存先がいっぱいです。予備の空きを使って保存しています。情報管理室に連絡します。', en: 'The disk is full; the reserve is in use. Call IT.' },
  'incident-keys-lost': { look: 'danger', ja: '発生中の記録を開く鍵が見つかりません。封筒を開けずに情報管理室に連絡します。', en: 'The keys of the running incident are missing. Open no envelope; call IT.' },
  'hole-found': { look: 'warn', ja: '記録のファイルに傷があります。失われた記録がないか、紙と照らします。', en: 'A record file is damaged. Compare with paper for what may be lost.' },
  'tail-quarantined': { look: 'info', ja: '前回の終了時に書きかけだった部分を取り分けました。保存済みの記録は無事です。', en: 'What was half written at the last exit was set aside. Saved records are whole.' },
}

/** Codes that have no words are not shown to a nurse; they stand in the audit. */
export function isTold(code: string): boolean {
  return Object.hasOwn(noticeWords, code)
}
