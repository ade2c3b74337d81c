import { continuityWayWords } from '#domain/export/words.ts'
import type { PublicEvent } from '#domain/log/public-event.ts'
import { sheetForms } from '#domain/print/form.ts'
import { inLanguage, type Language } from '#renderer/ui/language.tsx'
import { planPartWords } from '#renderer/ui/plan-part-words.ts'
import { shortMoment } from '#renderer/ui/moment.ts'
import { referenceWords } from '#renderer/ui/reference-words.ts'
import { reasonWords } from '#renderer/ui/reason-words.ts'
import { voidReasonWords } from '#renderer/ui/void-reason-words.ts'
import { findingWords } from './finding-words.ts'

/** What happened, as one line a nurse or an auditor reads: 「封筒を開封：2号・サイバー攻撃」. Staff number and envelope have columns of their own. */
export function eventWords(event: PublicEvent, language: Language): string {
  const detail = eventDetail(event, language)
  return detail === null ? eventName(event, language) : `${eventName(event, language)}${language === 'ja' ? '：' : ': '}${detail}`
}

export function eventName(event: PublicEvent, language: Language): string {
  return names[event.event][language]
}

export const eventGroups = ['opening', 'people', 'station', 'trouble', 'clock', 'copies'] as const
export type EventGroup = (typeof eventGroups)[number]

export const groupOf = {
  'station-prepared': 'station', 'station-sealed': 'station', 'envelope-voided': 'station', 'inventory-changed': 'station', 'ceremony-begun': 'station', 'roster-changed': 'station', 'letters-taken': 'station', 'numbers-reserved': 'station', started: 'station', stopped: 'station', 'seal-checked': 'station',
  'code-tried': 'opening', 'code-refused': 'opening', 'envelope-opened': 'opening', 'incident-declared': 'opening', 'desk-begun': 'opening', 'restart-code-made': 'opening', 'incident-closed': 'opening',
  'archive-verified': 'copies', 'archive-checked': 'copies', 'incident-erased': 'opening', 'erasure-finished': 'opening',
  'stood-down': 'opening', resumed: 'opening', 'accounts-retired': 'opening', 'retired-code-tried': 'opening',
  'drill-prepared': 'station', 'drill-started': 'station', 'drill-ended': 'station',
  'maintenance-account-kept': 'station', 'maintenance-tried': 'station', 'maintenance-refused': 'station', 'maintenance-entered': 'station', 'maintenance-left': 'station', 'configuration-changed': 'station', 'reference-imported': 'station', 'reference-removed': 'station',
  'clock-jumped': 'clock', 'clock-behind': 'clock', 'clock-confirmed': 'clock',
  locked: 'people', unlocked: 'people', 'unlock-tried': 'people', 'operator-changed': 'people', 'pin-reset': 'people',
  'tail-quarantined': 'trouble', 'hole-found': 'trouble', 'segment-abandoned': 'trouble', 'entries-reappended': 'trouble', 'working-copy-rebuilt': 'trouble',
  'call-refused': 'trouble', 'folder-doubted': 'trouble', 'export-begun': 'copies', 'transfer-begun': 'copies', 'continuity-begun': 'copies', 'audit-exported': 'copies', 'journal-linked': 'copies', 'snapshot-kept': 'copies', 'export-made': 'copies', 'backup-made': 'copies', 'sheet-printed': 'copies',
} as const satisfies Record<PublicEvent['event'], EventGroup>

const names = {
  'station-prepared': { ja: '端末を準備', en: 'Station prepared' },
  'station-sealed': { ja: '端末を封印', en: 'Station sealed' },
  'ceremony-begun': { ja: '新しい封筒を作りはじめた', en: 'New envelopes begun' },
  'inventory-changed': { ja: '封筒の置き場所を変更', en: 'Envelope placed' },
  'envelope-voided': { ja: '封筒を無効に', en: 'Envelope voided' },
  'roster-changed': { ja: '台帳を変更', en: 'Roster changed' },
  'letters-taken': { ja: '端末の文字を受け取り', en: 'Station letters taken' },
  'numbers-reserved': { ja: '番号の範囲を確保', en: 'Numbers reserved' },
  started: { ja: '起動', en: 'Started' },
  stopped: { ja: '終了', en: 'Stopped' },
  'seal-checked': { ja: '封印点検', en: 'Seal checked' },
  'code-tried': { ja: '開封コードの入力', en: 'Code tried' },
  'code-refused': { ja: '開封コードが合わない', en: 'Code refused' },
  'envelope-opened': { ja: '封筒を開封', en: 'Envelope opened' },
  'incident-declared': { ja: '非常時運用を宣言', en: 'Emergency declared' },
  'desk-begun': { ja: '記録室の机を開始', en: 'Desk of the records office begun' },
  'restart-code-made': { ja: '再開コードを発行', en: 'Restart code made' },
  'incident-closed': { ja: '非常時運用を終了', en: 'Emergency closed' },
  'archive-verified': { ja: '保管用の記録を読み返して確認', en: 'Archive read back and proved' },
  'archive-checked': { ja: '保管用の記録を消去の前に確認', en: 'Archive checked before an erasure' },
  'incident-erased': { ja: '非常時の記録の消去を開始', en: 'Erasure of a record begun' },
  'erasure-finished': { ja: '非常時の記録の消去を完了', en: 'Erasure of a record finished' },
  'stood-down': { ja: '非常時運用を解除', en: 'Stood down' },
  resumed: { ja: '非常時運用を再開', en: 'Emergency resumed' },
  'accounts-retired': { ja: '非常時アカウントを廃止', en: 'Accounts retired' },
  'retired-code-tried': { ja: '廃止した封筒の入力', en: 'Retired envelope tried' },
  'drill-prepared': { ja: '訓練用封筒を準備', en: 'Drill envelope prepared' },
  'drill-started': { ja: '訓練を開始', en: 'Drill started' },
  'drill-ended': { ja: '訓練を終了', en: 'Drill ended' },
  locked: { ja: '施錠', en: 'Locked' },
  unlocked: { ja: '解錠', en: 'Unlocked' },
  'unlock-tried': { ja: 'PINの入力', en: 'PIN tried' },
  'pin-reset': { ja: 'PINを決め直し', en: 'PIN reset' },
  'operator-changed': { ja: '記録者を交代', en: 'Change of person' },
  'clock-jumped': { ja: '時計が動いた', en: 'Clock jumped' },
  'clock-behind': { ja: '時計が記録より前', en: 'Clock behind the records' },
  'clock-confirmed': { ja: '時計を確認', en: 'Clock confirmed' },
  'call-refused': { ja: '画面からの命令を断った', en: 'Call from the window refused' },
  'folder-doubted': { ja: '保存先に疑い', en: 'Folder in doubt' },
  'audit-exported': { ja: '監査の書き出し', en: 'Audit exported' },
  'transfer-begun': { ja: '他の端末への転送を開始', en: 'Transfer begun' },
  'continuity-begun': { ja: '継続用の控えの書き込みを開始', en: 'Continuity copy begun' },
  'export-begun': { ja: '書き出しを開始', en: 'Export begun' },
  'journal-linked': { ja: '記録の連鎖を結合', en: 'Chains linked' },
  'tail-quarantined': { ja: '書きかけの末尾を隔離', en: 'Unfinished end set aside' },
  'hole-found': { ja: '記録の途中に欠けを発見', en: 'Hole found in the journal' },
  'segment-abandoned': { ja: '書けない区画から移動', en: 'Moved on from a failing file' },
  'entries-reappended': { ja: '別の保存先から記録を戻した', en: 'Records restored from another copy' },
  'working-copy-rebuilt': { ja: '作業用の写しを作り直した', en: 'Working copy rebuilt' },
  'snapshot-kept': { ja: '要約を保存', en: 'Snapshot kept' },
  'export-made': { ja: '書き出し', en: 'Export made' },
  'backup-made': { ja: 'バックアップ', en: 'Backup made' },
  'maintenance-account-kept': { ja: '保守のパスフレーズを決定', en: 'Maintenance passphrase set' },
  'maintenance-tried': { ja: '保守に入る操作', en: 'Maintenance tried' },
  'maintenance-refused': { ja: '保守のパスフレーズが合わない', en: 'Maintenance refused' },
  'maintenance-entered': { ja: '保守を開始', en: 'Maintenance entered' },
  'maintenance-left': { ja: '保守を終了', en: 'Maintenance left' },
  'configuration-changed': { ja: '決めごとを変更', en: 'Configuration changed' },
  'sheet-printed': { ja: '印刷', en: 'Printed' },
  'reference-imported': { ja: '参照データを取り込み', en: 'Reference data imported' },
  'reference-removed': { ja: '参照データを消去', en: 'Reference data removed' },
} as const satisfies Record<PublicEvent['event'], { ja: string; en: string }>

function eventDetail(event: PublicEvent, language: Language): string | null {
  const say = (ja: string, en: string): string => (language === 'ja' ? ja : en)
  switch (event.event) {
    case 'station-prepared':
    case 'roster-changed':
      return `${event.event === 'station-prepared' ? `${event.letters}・` : ''}${say(`第${event.rosterEpoch}版`, `epoch ${event.rosterEpoch}`)} ${event.rosterFingerprint}`
    case 'ceremony-begun':
    case 'station-sealed':
      return say(`第${event.rosterEpoch}版`, `epoch ${event.rosterEpoch}`)
    case 'inventory-changed':
      return say(`${event.envelope}号`, `envelope ${event.envelope}`)
    case 'envelope-voided':
      return `${say(`${event.envelope}号`, `envelope ${event.envelope}`)}・${inLanguage(voidReasonWords, language)[event.why]}`
    case 'letters-taken':
      return `${event.letters} ${{ 'set-up': say('準備', 'set-up'), restored: say('復元のため', 'after a restore'), 'other-machine': say('別のPCのため', 'another PC'), 'rolled-back': say('巻き戻しのため', 'rolled back'), 'used-up': say('使い切り', 'used up') }[event.why]}`
    case 'numbers-reserved':
      return say(`${event.letters} ${event.upTo}まで`, `${event.letters} to ${event.upTo}`)
    case 'started':
      return `${event.version} ${{ clean: say('前回は正常に終了', 'last stopped properly'), unclean: say('前回は途中で切れた', 'last time cut off'), first: say('最初の起動', 'first start') }[event.lastExit]}`
    case 'seal-checked':
      return event.findings.length === 0 ? say('異常なし', 'nothing found') : say(`要確認 ${event.findings.length}件`, `${event.findings.length} to look at`)
    case 'code-tried':
      return event.envelope === null ? say('封筒の番号なし', 'no envelope given') : say(`${event.envelope}号`, `envelope ${event.envelope}`)
    case 'code-refused':
      return say(`続けて${event.wrongInARow}回・${event.waitSeconds}秒待ち`, `${event.wrongInARow} in a row, wait ${event.waitSeconds} s`)
    case 'envelope-opened':
      return `${say(`${event.envelope}号`, `envelope ${event.envelope}`)}・${reasonOf(event.reasonCode, language)}`
    case 'locked':
      return { asked: say('人が施錠', 'by a person'), idle: say('操作がないため', 'idle'), suspend: say('休止のため', 'suspended'), crash: say('画面が止まったため', 'window stopped'), shutdown: say('電源を切るため', 'shutting down') }[event.why]
    case 'unlocked':
      return { pin: say('PIN', 'PIN'), 'restart-code': say('再開コード', 'restart code'), envelope: say('封筒', 'envelope'), officer: say('復旧責任者の鍵', 'the officer’s key') }[event.by]
    case 'archive-verified':
    case 'archive-checked':
      return `${say(`媒体 ${event.medium}`, `medium ${event.medium}`)} ${event.sha256.slice(0, 8)}`
    case 'incident-erased':
      return say(`記録 ${event.entries}件・2人目 ${event.second}`, `${event.entries} records, second ${event.second}`)
    case 'erasure-finished':
      return { erased: say('二重記録も消去', 'second journal too'), unreachable: say('二重記録には届かない', 'second journal not reached'), none: say('二重記録なし', 'no second journal') }[event.secondJournal]
    case 'unlock-tried':
      return say(`あと${event.left}回`, `${event.left} left`)
    case 'pin-reset':
      return say(`確認 ${event.by.join('・')}`, `by ${event.by.join(', ')}`)
    case 'clock-jumped':
      return say(`${clockWords(event.byMs, language)}ずれ`, `by ${clockWords(event.byMs, language)}`)
    case 'clock-behind':
      return say(`${clockWords(event.byMs, language)}前`, `by ${clockWords(event.byMs, language)}`)
    case 'clock-confirmed':
      return say(`補正 ${clockWords(event.offsetMs, language)}`, `offset ${clockWords(event.offsetMs, language)}`)
    case 'journal-linked':
      return event.journal === 'station' ? say(`端末の記録 ${event.seq}まで`, `station journal to ${event.seq}`) : say(`非常時の記録 ${event.seq}まで`, `incident journal to ${event.seq}`)
    case 'tail-quarantined':
    case 'hole-found':
      return say(`第${event.segment}区画 ${event.bytes}バイト`, `file ${event.segment}, ${event.bytes} bytes`)
    case 'segment-abandoned':
      return say(`第${event.segment}区画`, `file ${event.segment}`)
    case 'entries-reappended':
      return `${event.total}${say('件', ' records')}・${{ 'second-journal': say('二重記録から', 'from the 2nd journal'), 'working-copy': say('作業用の写しから', 'from the working copy'), quarantine: say('隔離したものから', 'from quarantine') }[event.from]}`
    case 'working-copy-rebuilt':
      return `${event.entries}${say('件', ' records')}・${findingWords(event.cause, language)}`
    case 'snapshot-kept':
    case 'export-made':
    case 'backup-made':
      return say(`${event.upTo}件目まで`, `up to ${event.upTo}`)
    case 'call-refused':
      return `${{ unknown: say('知らない名前', 'unknown name'), malformed: say('形が違う', 'malformed'), 'too-large': say('大きすぎる', 'too large'), 'foreign-sender': say('この画面以外から', 'not from this window'), 'too-many': say('多すぎる', 'too many') }[event.code]}・${event.times}${say('回', ' times')}・${event.channel}`
    case 'folder-doubted':
      return { 'card-damaged': say('端末の控えが壊れている', 'station card damaged'), 'identity-damaged': say('端末の名札が壊れている', 'identity damaged'), 'keys-lost': say('非常時の鍵が見つからない', 'keys of the incident lost'), 'other-machine': say('別のPCから来た', 'from another PC'), 'rolled-back': say('巻き戻されている', 'rolled back') }[event.why]
    case 'audit-exported':
      return event.scope === 'public' ? say('公開の部分', 'public part') : say('閲覧を含む', 'with views')
    case 'export-begun':
    case 'transfer-begun':
      return say(`${event.bytes}バイト`, `${event.bytes} bytes`)
    case 'continuity-begun':
      return `${inLanguage(continuityWayWords, language)[event.way]}・${say(`${event.bytes}バイト`, `${event.bytes} bytes`)}${event.second === null ? '' : say(`・2人目 ${event.second}`, `, second person ${event.second}`)}`
    case 'accounts-retired':
      return `${say(`封筒 ${event.envelopes.join('・')}号`, `envelopes ${event.envelopes.join(', ')}`)}${event.withoutBackup ? say('・バックアップなし', ', without a backup') : ''}`
    case 'drill-prepared':
      return event.rosterFingerprint
    case 'drill-ended':
      return `${{ finished: say('終了', 'finished'), real: say('本番のため中止', 'stopped: it became real'), time: say('時間切れ', 'time was up') }[event.why]}${event.participants.length > 0 ? say(`・参加${event.participants.length}名`, `, ${event.participants.length} took part`) : ''}`
    case 'maintenance-account-kept':
      return { 'set-up': say('準備', 'set-up'), changed: say('変更', 'changed'), recovered: say('復旧責任者の鍵で', 'by the officer’s key'), lost: say('前のものが読めないため', 'the one before was lost') }[event.why]
    case 'maintenance-tried':
      return { passphrase: say('パスフレーズ', 'passphrase'), 'officer-key': say('復旧責任者の鍵', 'officer’s key') }[event.way]
    case 'maintenance-refused':
      return say(`続けて${event.wrongInARow}回・${event.waitSeconds}秒待ち`, `${event.wrongInARow} in a row, wait ${event.waitSeconds} s`)
    case 'maintenance-left':
      return { asked: say('人が終了', 'by a person'), idle: say('操作がないため', 'idle'), locked: say('施錠・終了のため', 'locked or stopped'), opened: say('開封のため', 'an envelope was opened') }[event.why]
    case 'configuration-changed':
      return `${inLanguage(planPartWords, language)[event.part]} ${event.sha256.slice(0, 8)}`
    case 'reference-imported':
      return referenceDetail(event, language)
    case 'reference-removed':
      return inLanguage(referenceWords.kind, language)[event.kind]
    case 'sheet-printed':
      return say(`${sheetForms[event.form].label.ja} ${event.sheets}枚`, `${sheetForms[event.form].label.en}, ${event.sheets} sheets`)
    case 'stood-down':
    case 'resumed':
    case 'retired-code-tried':
    case 'drill-started':
    case 'maintenance-entered':
    case 'stopped':
    case 'incident-declared':
    case 'desk-begun':
    case 'incident-closed':
    case 'operator-changed':
    case 'restart-code-made':
      return null
  }
}

function reasonOf(code: string, language: Language): string {
  if (code === 'joined') return language === 'ja' ? '発生中の非常時に加わった' : 'joined the running emergency'
  const known = Object.entries(inLanguage(reasonWords, language)).find(([name]) => name === code)
  return known === undefined ? code : known[1]
}

/** 「+3分20秒」 */
function clockWords(ms: number, language: Language): string {
  const total = Math.round(Math.abs(ms) / 1000)
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  const sign = ms < 0 ? '−' : '+'
  const ja = [hours > 0 ? `${hours}時間` : '', hours > 0 || minutes > 0 ? `${minutes}分` : '', `${seconds}秒`]
  const en = [hours > 0 ? `${hours} h ` : '', hours > 0 || minutes > 0 ? `${minutes} min ` : '', `${seconds} s`]
  return sign + (language === 'ja' ? ja : en).join('')
}

function referenceDetail({ kind, patients, stays, documents, faults, source, takenAt, sha256, why }: Extract<PublicEvent, { event: 'reference-imported' }>, language: Language): string {
  const say = inLanguage(referenceWords, language)
  const parts = [say.kind[kind], say.asOf(shortMoment(takenAt)), say.source[source], ...(kind === 'documents' ? [say.documents(documents)] : [say.patients(patients), say.stays(stays)]), ...(faults === 0 ? [] : [kind === 'documents' ? say.notTaken(faults) : say.faults(faults)]), ...(why === null ? [] : [say.older[why]]), sha256.slice(0, 8)]
  return parts.join(language === 'ja' ? '・' : ', ')
}
