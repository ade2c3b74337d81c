import { SealedCode } from '#domain/access/code.ts'
import { conformance } from '#domain/conformance/conformance.ts'
import { IncidentId, PatientId, Sha256, StaffNumber } from '#domain/ids.ts'
import { labelGrids, noShift } from '#domain/print/label-grid.ts'
import { SheetSerial } from '#domain/print/serial.ts'
import { CalendarDate, Instant } from '#domain/time.ts'
import type { NumberListSheet, SignOffSheet, WorklistSheet } from '#renderer/print/reconcile-sheets.ts'
import type { BedCardSheet, BlankNumberSheet, DocumentLabelSheet, LabelTestSheet, SpecimenLabelSheet, WristbandSheet, Worn } from '#renderer/print/band-sheets.ts'
import type { ErasureSheet, StatisticsSheet } from '#renderer/print/closing-sheets.ts'
import type { CensusSheet } from '#renderer/print/census-sheet.ts'
import type { ConformanceSheet } from '#renderer/print/conformance-sheet.ts'
import type { ContinuitySheet } from '#renderer/print/continuity-sheet.ts'
import { nothingKnown, type EnvelopeSheet, type OfficerSheet, type Placed, type Printed, type Sheet } from '#renderer/print/sheet.ts'
import { reportedTo, type AuditHeadSheet, type DrillLogSheet, type IncidentReportSheet, type InventorySheet } from '#renderer/print/station-sheets.ts'
import type { TransferSheet } from '#renderer/print/transfer-sheet.ts'
import type { HandOver, HandOverSheet, PosterSheet, RunnerSheet } from '#renderer/print/ward-sheets.ts'
import { chartSheets } from './chart-sheets.ts'
import { longPlaced, printed } from './sample-printed.ts'

export const sealedPrint: Printed = { ...printed, at: Instant.parse('2026-09-01T01:20:44.000Z'), by: null, opened: 0, head: '4 0A9KP-63MTV', serial: SheetSerial.parse('AF-000241') }
/** Sheets of an invented hospital, for tests, gallery and the comparison with the print standard. */
const placed: Placed = { hospital: '潮見総合病院', ward: '5階東病棟', printed }

export const code = SealedCode.parse('QE541-QXB9Z-P1CBW-WTQSP')
export const envelope: EnvelopeSheet = {
  kind: 'envelope', number: 2, of: 3, code, fingerprint: '7K2M7-3N8VT-CFRFD', hospital: placed.hospital, ward: placed.ward, letters: 'AF', madeAt: Instant.parse('2026-08-31T15:20:44.000Z'),
  known: {
    place: '看護部長室 金庫', holder: '看護部長', sealNumber: 'SL-004417', madeBy: '医療情報 小林・看護 加藤',
    deciders: ['病院長 佐藤 一郎', '副院長 伊藤 恵', '当直責任者', '看護部長 加藤 恵子'], nightContact: 'PHS 2901', lostContact: '医療情報部 PHS 2950', nextCheckOn: CalendarDate.parse('2026-12-01'),
  },
  printed: sealedPrint,
}
export const bareEnvelope: EnvelopeSheet = { ...envelope, known: nothingKnown }
export const longEnvelope: EnvelopeSheet = {
  ...envelope, ...longPlaced, number: 12, of: 12,
  known: { ...envelope.known, place: '管理棟3階 看護部長室内 耐火金庫(上段・非常時用封筒専用)', holder: '看護部長 髙﨑 𠮷乃(不在時は副看護部長)', deciders: Array.from({ length: 9 }, (_, at) => `第${at + 1}順位 副院長兼診療部長 髙﨑 𠮷之介`) },
}
export const officer: OfficerSheet = {
  kind: 'officer', hospital: placed.hospital, printed: sealedPrint,
  secret: 'AGE-SECRET-KEY-1QZ5M8H2V7K3X9W4C6T0R2P8Y5N3D7F9J4L6S0A2E8G5U7K3Q9X4C6T8M2W',
  recipient: 'age1qz5m8h2v7k3x9w4c6t0r2p8y5n3d7f9j4l6s0a2e8g5u7k3q9x4w6c8z2h',
}

const announced = { event: 'サイバー攻撃(電子カルテ停止)', since: Instant.parse('2026-11-15T14:40:00.000Z'), decidedBy: '副院長 伊藤 恵', openedBy: '看護師 山田 花子', envelopes: [1], contact: 'PHS 2901' } as const
const longAnnounced = { ...announced, event: '地震・停電にともなう電子カルテおよび部門システムの全面停止(復旧の見込み不明、外部回線も不通)', decidedBy: '副院長兼災害対策本部長代行 髙﨑 𠮷之介', openedBy: '副看護師長(夜間管理者) 武者小路 百合子', envelopes: [1, 2, 3], contact: '災害対策本部 PHS 2901・衛星電話 080-0000-0000' } as const
export const poster: PosterSheet = { kind: 'poster', paper: 'A4', ...placed, ...announced }
export const longPoster: PosterSheet = { kind: 'poster', paper: 'A4', ...placed, ...longPlaced, ...longAnnounced }
export const runner: RunnerSheet = { kind: 'runner', ...placed, ...announced }
const longRunner: RunnerSheet = { kind: 'runner', ...placed, ...longPlaced, ...longAnnounced }

const patient: HandOver = {
  patient: {
    id: PatientId.parse('01934f00-0000-7000-8000-000000000001'), number: 'D-AF-00123-9', name: '髙﨑 德子', kana: 'タカサキ ノリコ', birth: '昭和25年3月4日(1950-03-04)', age: '76歳', sex: '女', bed: '412-2',
    allergies: { state: 'present', text: 'ペニシリン系(全身の発疹)、そば(呼吸困難)　本人・お薬手帳　11/15 23:58 山田 花子' },
  },
  lastDose: '', nextDue: '', pumps: ['輸液ポンプ1 生理食塩液 500 mL 60 mL/h(残 180 mL)', 'シリンジポンプ1 ノルアドレナリン 3 mg/50 mL 4 mL/h'],
  vitals: [['体温', '36.8 ℃'], ['脈拍', '82 回/分'], ['血圧', '128/76 mmHg'], ['呼吸', '18 回/分'], ['SpO2', '96 %'], ['酸素', '2 L/分'], ['意識 JCS', '']].map(([sign = '', value = '']) => ({ sign, value, at: value === '' ? null : Instant.parse('2026-11-22T05:10:00.000Z') })),
  unresolved: ['看護記録の書きかけ(佐藤 美咲 11/22 14:02)', '代行入力の承認待ち 1件(医師 田中 誠)'],
  takeOver: { by: '東4病棟 準夜 高橋 由美', at: Instant.parse('2026-11-22T06:00:00.000Z'), where: '412-2(移動なし)' },
}
export const handOver: HandOverSheet = { kind: 'hand-over', ...placed, patients: [patient], standDownAt: Instant.parse('2026-11-22T05:30:00.000Z') }
const heavyHandOver: HandOverSheet = {
  ...handOver, ...longPlaced,
  patients: [patient, { ...patient, patient: { ...patient.patient, name: '◇ サクラ ツバメ', kana: '', birth: '不明', age: '推定60代', sex: '不明', allergies: { state: 'unconfirmed', text: '本人から聞けない。持ち物に薬手帳なし。'.repeat(6) } }, pumps: Array.from({ length: 8 }, (_, at) => `シリンジポンプ${at + 1} 髙濃度カリウム製剤を含む輸液 12.5 mL/h(残 38 mL、交換予定 22:40)`), unresolved: Array.from({ length: 24 }, (_, at) => `看護記録の書きかけ ${at + 1}(武者小路 百合子 11/22 14:02)`), takeOver: { by: '', at: null, where: '' } }],
}

export const incidentReport: IncidentReportSheet = {
  kind: 'incident-report', ...placed, event: 'サイバー攻撃', effects: ['I 参照できない', 'II 入力できない'],
  found: '11/15 23:12 看護師 山田 花子', decidedBy: '副院長 伊藤 恵', openedAt: Instant.parse('2026-11-15T14:40:00.000Z'), openedBy: '看護師 山田 花子', standDownAt: Instant.parse('2026-11-22T05:30:00.000Z'),
  stopped: '11/15 23:12 から電子カルテの画面が全端末で固まる。23:31 医療情報部がネットワークを切り離す。部門システム(検査・放射線・給食)も停止。',
  scope: '全病棟・外来。サーバー3台の暗号化を確認。', dataAtRisk: '', actions: '紙の様式と非常時用端末で診療を続ける。ネットワーク切り離し 23:31。11/22 14:30 電子カルテ再開。',
  patients: 14, entries: 4812, findings: [], reports: reportedTo.map((to, at) => ({ to, at: at < 2 ? Instant.parse('2026-11-16T00:30:00.000Z') : null, by: at < 2 ? '医療情報 小林' : '', note: at === 0 ? '受付 2026-1116-03' : '' })),
}
const longReport: IncidentReportSheet = { ...incidentReport, ...longPlaced, stopped: incidentReport.stopped.repeat(12), actions: '23:31 髙﨑が遮断。\n'.repeat(40), findings: ['開封した封筒は2通、使われた口座は1つ。封筒3は開けた人が分からない。'] }

export const inventory: InventorySheet = {
  kind: 'inventory', ...placed, fingerprint: '7K2M7-3N8VT-CFRFD', epoch: 1, nextCheckOn: CalendarDate.parse('2026-12-01'),
  envelopes: (['used', 'sealed', 'sealed'] as const).map((state, at) => ({ number: at + 1, place: ['看護部長室 金庫', '防災センター 鍵保管庫', '5階東病棟 師長室 金庫'][at] ?? '', holder: ['看護部長', '防災センター長', '病棟師長'][at] ?? '', sealNumber: `SL-00441${at + 6}`, state, at: state === 'used' ? Instant.parse('2026-11-15T14:40:00.000Z') : null })),
  checks: [{ at: Instant.parse('2026-09-01T01:35:00.000Z'), by: 'N0440 加藤 恵子', finding: '新規封緘。シール・指紋とも一致' }],
}
const longInventory: InventorySheet = { ...inventory, ...longPlaced, envelopes: Array.from({ length: 40 }, (_, at) => ({ number: at + 1, place: '管理棟3階 看護部長室内 耐火金庫(上段・非常時用封筒専用)', holder: '看護部長 髙﨑 𠮷乃', sealNumber: `SL-0044${at + 10}`, state: at === 3 ? 'opened' : 'sealed', at: null })) }

const censusRow = { bed: '412-2', number: 'D-AF-00123-9', name: '髙﨑 德子', kana: 'タカサキ ノリコ', age: '76歳', sex: '女', triage: '▲ II', mobility: '護送', isolation: '接触予防', allergy: 'あり ペニシリン系', where: '' }
export const census: CensusSheet = {
  kind: 'census', ...placed, at: Instant.parse('2026-11-22T05:00:00.000Z'),
  counts: [['在院', 11], ['入院', 2], ['退院', 0], ['転入', 1], ['転出', 0], ['死亡', 0], ['外泊', 1], ['担送', 4], ['護送', 4], ['独歩', 2], ['救護未', 0], ['空床', 1], ['人工呼吸', null], ['酸素', null]].map(([label, n]) => ({ label: String(label), n: n === null ? null : Number(n) })),
  sums: '0時の在院 8 ＋入院 2 ＋転入 1 −転出 0 −退院 0 ＝在院 11（在棟 10・外泊 1・死亡確認 0）', triage: '◆ I 赤 2　▲ II 黄 3　● III 緑 5　■ 0 黒 0　未 1', isolation: '接触予防 1　飛沫予防 0　空気予防 0　防護 0　未確認 9', freeBeds: '413-2',
  rows: [censusRow, { ...censusRow, bed: '413-1', number: 'D-AF-00128-3', name: '◇ サクラ ツバメ', kana: '', age: '推定60代', sex: '男', triage: '未', mobility: '担送', isolation: '', allergy: '未確認', where: '外泊' }],
}
const longCensus: CensusSheet = { ...census, ...longPlaced, rows: Array.from({ length: 60 }, (_, at) => ({ ...censusRow, bed: `東館集中治療室-${at + 1}`, name: '独活山 𠮷之介左衛門尉', allergy: `あり ${'ヨード造影剤、'.repeat(8)}`, where: '死亡確認・外泊' })), freeBeds: Array.from({ length: 60 }, (_, at) => `5${at + 10}-1`).join('・') }

export const transfer: TransferSheet = {
  kind: 'transfer', ...placed, patient: { ...patient, lastDose: '11/22 12:00 抗菌薬 1 g 点滴', pumps: [] }, alsoKnown: '◇ サクラ ツバメ', to: '西4病棟 端末 FA', code, fileName: 'DWT_AF_3f0a91c2b7de.age', sha256: '3f0a91c2b7de'.padEnd(64, '4'), entries: 212,
  notes: [{ at: Instant.parse('2026-11-22T03:10:00.000Z'), by: '佐藤 美咲', text: '酸素中止後も室内気で96〜97%。歩行時のふらつきあり、履物を確認した。' }],
}
const longTransfer: TransferSheet = { ...transfer, ...longPlaced, patient: { ...transfer.patient, lastDose: '', nextDue: '11/22 18:00 抗菌薬 '.repeat(8) }, alsoKnown: Array.from({ length: 4 }, (_, at) => `D-AF-0012${at}-${at} ◇ サクラ ツバメ`).join('・'), notes: Array.from({ length: 30 }, () => ({ at: Instant.parse('2026-11-22T03:10:00.000Z'), by: '武者小路 百合子', text: '訪室。髙濃度酸素を続ける。\n'.repeat(6) })) }

const hash = (of: string): string => of.repeat(64).slice(0, 64)
export const auditHead: AuditHeadSheet = {
  kind: 'audit-head', ...placed, fingerprint: '7K2M7-3N8VT-CFRFD', stationKey: 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3',
  heads: [{ journal: 'station', seq: 61, head: hash('3fa94c') }, { journal: 'incident', seq: 4812, head: hash('0b7e21') }],
  verified: { at: Instant.parse('2026-11-22T05:20:00.000Z'), frames: 4873, alarms: 0, notes: 1 },
}

const continuityCode: ContinuitySheet = { kind: 'continuity-code', ...placed, code, fileName: 'DWC_SHIOMI-GENERAL-HOSPITAL_AF_20261122T052000Z.zip.age', sha256: '3f0a91c2b7de'.padEnd(64, '4'), patients: 28 }

export const drillLog: DrillLogSheet = {
  kind: 'drill-log', ...placed, printed: { ...printed, realm: 'drill', serial: SheetSerial.parse('T-AF-000012') }, scenario: '電子カルテの停止と、訓練中の端末の故障',
  startedAt: Instant.parse('2026-10-14T05:00:00.000Z'), endedAt: Instant.parse('2026-10-14T05:42:00.000Z'),
  participants: [{ person: { staffNumber: StaffNumber.parse('N1108'), name: '山田 花子', profession: 'nurse' }, role: '開封・登録' }, { person: { staffNumber: StaffNumber.parse('D0310'), name: '田中 誠', profession: 'doctor' }, role: '判断者' }],
  times: [{ task: '封筒を手にしてから最初の患者の保存まで', seconds: 96, targetSeconds: 180 }, { task: '施錠から再開まで', seconds: 12, targetSeconds: 10 }, { task: '終了・引継票の印刷', seconds: null, targetSeconds: null }],
  mistakes: ['コードの第3組を打ち間違えた(1回)', '掲示を貼り忘れた'], findings: [{ text: '封筒の保管場所を夜勤者が知らなかった。鍵の場所を申し送りに入れる。', owner: '病棟師長', due: '2026-10-31' }],
}

/** A spec in small, with the forms the real one has. */
const spec = `| MHLW-2 | B-(2)① | 非常時用のアカウントは、平常時は明示的に封印しておく | In normal times the emergency accounts are explicitly sealed | GLASS-2, KEY-36 |
| MHLW-13 | C-2 | システムの障害も想定して訓練する | Drills are held, also for failures of the system |  |
- GLASS-2 While the station is sealed nothing of patients can be written or read.
- KEY-36 Set-up proves each code on the real account file.
`
export const sentences = conformance(spec, ['[GLASS-2] while sealed nothing can be written', '[MHLW-2] accounts are sealed', '[KEY-36] [GLASS-2] both'])
export const conformanceSheet: ConformanceSheet = { kind: 'conformance', ...placed, sentences }

export const signOff: SignOffSheet = {
  kind: 'sign-off', ...placed, standDownAt: Instant.parse('2026-11-15T14:40:00.000Z'),
  counts: [{ label: '患者登録', all: 12, checked: 12, notNeeded: 0, open: 0 }, { label: 'バイタルサイン', all: 340, checked: 300, notNeeded: 12, open: 28 }, { label: '与薬・注射', all: 96, checked: 96, notNeeded: 0, open: 0 }],
  left: [{ label: '転記していない記録', open: 28, signed: '山田 花子（N1108） 測定値は経過表の取り込みで足りる' }, { label: '書きかけの記録', open: 1, signed: '' }],
}
const longSignOff: SignOffSheet = { ...signOff, ...longPlaced, counts: Array.from({ length: 40 }, (_, at) => ({ label: `パニック値の連絡 ${at}`, all: 99_999, checked: 99_998, notNeeded: 0, open: 1 })), left: Array.from({ length: 16 }, () => ({ label: '数が合わない・数えていない麻薬', open: 12, signed: `髙﨑𠮷 濵德（N1108） ${'理由を長く書く'.repeat(40)}` })) }
export const numberList: NumberListSheet = { kind: 'number-list', ...placed, lines: Array.from({ length: 40 }, (_, at) => ({ number: `D-AF-00${101 + at}-4`, alias: at % 3 === 0 ? 'ツバメ クジャク' : '', name: at % 3 === 0 ? '◇ ツバメ クジャク' : '髙﨑 德子', hospitalId: at % 5 === 0 ? '' : `000${31_842 + at}`, decision: at % 5 === 0 ? '分からない' : '同じ人', by: '山田 花子・佐藤 美咲', at: Instant.parse('2026-11-15T14:44:02.000Z') })) }
export const worklist: WorklistSheet = { kind: 'worklist', ...placed, lines: Array.from({ length: 60 }, (_, at) => ({ seq: at % 7 === 0 ? `FA ${at}` : String(1000 + at), priority: at < 20 ? 'A' : 'B', status: '未着手', what: at % 4 === 0 ? '紙 経過表（手書き）' : '与薬・注射', who: 'D-AF-00123-4\n髙﨑 德子', hospitalId: '00031842', at: Instant.parse('2026-11-15T14:44:02.000Z'), author: '山田 花子', typist: '' })) }

const eraser = { event: 'incident-erased', incident: IncidentId.parse('01934f00-0000-7000-8000-00000000000a'), end: { seq: 4812, head: Sha256.parse(hash('0b7e21')) }, entries: 4120, by: StaffNumber.parse('IT-104'), second: StaffNumber.parse('R-007') } as const
const kept = (medium: 1 | 2, oneDevice: 'none-at-hand' | null) => ({ medium, sha256: Sha256.parse(hash(medium === 1 ? '3f0a91' : 'c2b7de')), bytes: 18_204_411, upTo: 4790, oneDevice, at: Instant.parse('2026-12-01T05:20:00.000Z') })
export const erasure: ErasureSheet = {
  kind: 'erasure', ...placed, erasedAt: Instant.parse('2026-12-04T01:12:00.000Z'), finished: { at: Instant.parse('2026-12-04T01:12:04.000Z'), secondJournal: 'unreachable' },
  erased: { ...eraser, archives: [kept(1, null), kept(2, 'none-at-hand')], left: { exports: 3, continuity: 2, plain: 1, transfers: 4, audits: 1, prints: 212 } },
}
const statisticsLine = (ja: string, en: string, value: string) => ({ ja, en, value })
export const statistics: StatisticsSheet = {
  kind: 'statistics', ...placed,
  sections: [
    { ja: 'まとめ', en: 'Summary', lines: [statisticsLine('登録した患者', 'Patients registered', '48'), statisticsLine('記録', 'Records', '4120'), statisticsLine('最初の記録', 'First record', '2026-11-15 23:48'), statisticsLine('最後の記録', 'Last record', '2026-11-22 14:40'), statisticsLine('開封から最初の登録まで（分）', 'Minutes from opening to the first patient', '4'), statisticsLine('うち訂正', 'Of them corrected', '31')] },
    { ja: 'トリアージ（患者ごとに最後のもの）', en: 'Triage (the last of each patient)', lines: [statisticsLine('◆ I 赤 最優先治療群', '◆ I red, immediate', '6'), statisticsLine('■ 0 黒 死亡・不処置群（トリアージの結果。死亡確認ではない）', '■ 0 black, dead or expectant (a triage result, not a confirmation of death)', '1')] },
  ],
}
const longStatistics: StatisticsSheet = { ...statistics, ...longPlaced, sections: [...statistics.sections, { ja: '日ごとの記録', en: 'Records by day', lines: Array.from({ length: 90 }, (_, at) => statisticsLine(`2026-11-${at}（登録 48名）`, `2026-11-${at} (48 registered)`, '99999')) }] }

export const worn: Worn = {
  id: PatientId.parse('01934f00-0000-7000-8000-000000000001'), number: 'D-AF-00123-4', name: '髙﨑 德子', kana: 'タカサキ ノリコ', alias: '',
  birth: '1951-03-14(昭26) 75歳', shortBirth: '1951-03-14 75歳', sex: '女', bed: '412-2', allergy: 'あり', bandsBefore: 0,
}
export const unnamed: Worn = { ...worn, number: 'D-AF-00128-8', name: '◇ ラジオ テガミ', kana: '', birth: '生年月日不明 推定60歳', shortBirth: '推定60歳', sex: '男', bed: '413-1', allergy: '未確認', bandsBefore: 1 }
/** Named after an alias, and with a name as it comes from abroad. */
export const renamed: Worn = { ...worn, number: 'D-AF-00129-1', name: 'Wilhelmina Maximiliana van der Meersch-Oosterhuis', kana: 'ウィルヘルミーナ マクシミリアーナ ファン デル メールシュ オーステルハイス', alias: '◇ ツバメ クジャク', sex: '性別不明', allergy: 'なし', bandsBefore: 2 }
/** The longest name that can be typed, and the longest words beside it. */
export const longWorn: Worn = { ...worn, name: `${'髙﨑濵德'.repeat(25)} ${'𠮷'.repeat(50)}`, kana: `${'タカサキ'.repeat(25)} ${'ヨシノスケ'.repeat(20)}`, alias: '◇ ツバメ クジャク', birth: '1989-01(昭64・平1) 36〜37歳', sex: '性別不明', bed: '東館8階 集中治療室 第12床(窓側・陰圧)', allergy: '未確認', bandsBefore: 12 }
const onLabels = { grid: labelGrids['24'], start: 1, shift: noShift } as const
const numbered = ['D-AF-00141-5', 'D-AF-00142-8', 'D-AF-00143-1', 'D-AF-00144-4', 'D-AF-00145-3', 'D-AF-00146-6']
const band: WristbandSheet = { kind: 'wristband', ...placed, paper: 'roll', worn: [worn, unnamed, renamed] }
const cards: BedCardSheet = { kind: 'bed-card', ...placed, worn: [worn, unnamed, renamed] }
export const specimens: SpecimenLabelSheet = { kind: 'specimen-labels', ...placed, ...onLabels, start: 8, who: worn, copies: 20 }
export const documents: DocumentLabelSheet = { kind: 'document-labels', ...placed, ...onLabels, who: worn, copies: 24 }
const blanks: BlankNumberSheet = { kind: 'blank-numbers', ...placed, ...onLabels, on: 'bands', numbers: numbered }
const test: LabelTestSheet = { kind: 'label-test', ...placed, grid: labelGrids['24'], shift: noShift }
const drilled = { ...printed, realm: 'drill', serial: SheetSerial.parse('T-AF-000231') } as const

/** Every band, card and label. */
export const bandSheets: Readonly<Record<string, Sheet>> = {
  band, 'band-a4': { ...band, paper: 'A4' }, 'band-long': { ...band, ...longPlaced, worn: [longWorn, { ...longWorn, kana: '', alias: '' }] },
  'band-drill': { ...band, paper: 'A4', printed: drilled, worn: [worn, { ...longWorn, number: 'T-AF-00001-6' }] },
  'bed-card': cards, 'bed-card-long': { ...cards, ...longPlaced, worn: [longWorn, longWorn] },
  specimens, 'specimens-65': { ...specimens, grid: labelGrids['65'], start: 40, copies: 30, who: unnamed }, documents,
  'documents-65': { ...documents, grid: labelGrids['65'], start: 65, copies: 12 }, 'documents-long': { ...documents, ...longPlaced, who: longWorn }, 'documents-drill': { ...documents, printed: drilled, grid: labelGrids['65'], who: { ...renamed, number: 'T-AF-00001-6' } },
  'blank-bands': blanks, 'blank-labels': { ...blanks, on: 'labels' }, 'blank-labels-65': { ...blanks, on: 'labels', grid: labelGrids['65'] },
  'label-test': test, 'label-test-65': { ...test, grid: labelGrids['65'], shift: { xMm: 0.5, yMm: -0.5 } },
}

/** Every form, plain and as full as it can come: what must fit. */
export const sheets: Readonly<Record<string, Sheet>> = {
  envelope, 'envelope-bare': bareEnvelope, 'envelope-long': longEnvelope, officer,
  poster, 'poster-a3': { ...poster, paper: 'A3' }, 'poster-long': longPoster, 'poster-drill': { ...poster, printed: { ...printed, realm: 'drill', serial: SheetSerial.parse('T-AF-000001') } },
  runner, 'runner-long': longRunner, 'hand-over': handOver, 'hand-over-heavy': heavyHandOver, 'incident-report': incidentReport, 'incident-report-long': longReport,
  ...bandSheets, ...chartSheets,
  inventory, 'inventory-long': longInventory, 'audit-head': auditHead, 'drill-log': drillLog, 'sign-off': signOff, 'sign-off-long': longSignOff, 'number-list': numberList, worklist, erasure, 'erasure-cut': { ...erasure, ...longPlaced, finished: null }, statistics, 'statistics-long': longStatistics, census, 'census-long': longCensus, transfer, 'transfer-long': longTransfer, 'continuity-code': continuityCode,
  'not-recorded': { ...poster, printed: { ...printed, head: null, serial: null } },
}
