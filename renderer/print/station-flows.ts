import { tokyoParts, type Instant } from '#domain/time.ts'
import { duration } from '../ui/moment.ts'
import { professionWords } from '../ui/profession-words.ts'
import { written, type Cell, type Field, type Flow, type Piece, type Table } from './flow.ts'
import type { DrillLogSheet, EnvelopeLine, IncidentReportSheet, InventorySheet } from './station-sheets.ts'

/** 「2026-11-15 23:40」; a place for the pen where nothing is known. */
export function moment(at: Instant | null): string {
  if (at === null) return '　　　月　　日　　:'
  const { date, hhmm } = tokyoParts(at)
  return `${date} ${hhmm}`
}

export const label = (text: string): Cell => ({ text, look: 'label' })
export const heading = (text: string, note = ''): Piece => ({ piece: 'heading', text, note })

/** Facts side by side: label and value, twice in a row. */
export const factTable = (name: string): Table => ({ name, hasHead: false, rowMm: 8, columns: [17, 33, 17, 33].map((width, at) => ({ head: String(at), width })) })

export function facts(name: string, fields: readonly Field[]): readonly Piece[] {
  const table = factTable(name)
  const rows = Array.from({ length: Math.ceil(fields.length / 2) }, (_, row) => fields.slice(row * 2, row * 2 + 2))
  return rows.map((pair): Piece => ({ piece: 'row', table, cells: pair.flatMap((field) => [label(field.label), field.text]) }))
}

/** Who signs, with room for the pen. */
export function signatures(who: readonly string[]): readonly Piece[] {
  const table: Table = { name: '署名', hasHead: true, rowMm: 10, columns: [{ head: '', width: 26 }, { head: '職員番号', width: 16 }, { head: '氏名(署名)', width: 34 }, { head: '日時', width: 24 }] }
  return who.map((name): Piece => ({ piece: 'row', table, cells: [label(name), '', '', '　　月　　日　　:'] }))
}

const reportTable: Table = {
  name: '報告先', hasHead: true, rowMm: 9,
  columns: [{ head: '報告先', width: 24 }, { head: '日時', width: 20 }, { head: '報告した人', width: 20 }, { head: '受けた人・受付番号・内容', width: 36 }],
}

/** Guideline 5.2 §6.10 C-5: what an incident is told by, and to whom. */
export function incidentReportFlow(sheet: IncidentReportSheet): Flow {
  return {
    title: '事案報告票', english: 'Incident sheet',
    box: [
      { label: '病院', text: sheet.hospital }, { label: '病棟・端末', text: `${sheet.ward} ${sheet.printed.letters}` }, { label: '事態', text: sheet.event },
      { label: '発見', text: sheet.found }, { label: '開封', text: moment(sheet.openedAt) }, { label: '終了', text: moment(sheet.standDownAt) },
    ],
    pieces: [
      ...facts('事案', [
        { label: '発見', text: sheet.found }, { label: '非常時と決めた人', text: sheet.decidedBy },
        { label: '開封した人', text: sheet.openedBy }, { label: '開けた封筒', text: `${sheet.printed.opened}通(${sheet.printed.of}通のうち)` },
        { label: '診療への影響', text: sheet.effects.join('・') }, { label: '端末の記録', text: `患者 ${sheet.patients}名・記録 ${sheet.entries}件` },
      ]),
      heading('止まったもの', '何が、いつから使えないか'), ...written(sheet.stopped, 2),
      heading('広がり', '場所・台数・業務への影響'), ...written(sheet.scope, 2),
      heading('漏れた・失われたおそれのある個人情報', '種類・人数。不明なら「不明」と書く'), ...written(sheet.dataAtRisk, 2),
      heading('したこと', '切り離し・代わりの手段・復旧。時刻とともに'), ...written(sheet.actions, 3),
      heading('合わなかったこと', '開封した封筒と使った口座、記録の連鎖'),
      ...(sheet.findings.length === 0 ? written('なし(端末の照合による)', 0) : sheet.findings.flatMap((finding) => written(`・${finding}`, 0))),
      heading('報告先', '電話した時刻と相手をその場で書く'),
      ...sheet.reports.map(({ to, at, by, note }): Piece => ({ piece: 'row', table: reportTable, cells: [label(to), moment(at), by, note] })),
      ...[0, 1].map((): Piece => ({ piece: 'row', table: reportTable, cells: ['', '', '', ''] })),
      heading('署名'), ...signatures(['書いた人', '情報システム管理者', '病院長(代行者)']),
    ],
  }
}

const envelopeStates = { sealed: '封印中', opened: '開封済', used: '開封・使用済', retired: '廃止', missing: '所在不明' } as const satisfies Record<EnvelopeLine['state'], string>
const envelopeTable: Table = {
  name: '封筒', hasHead: true, rowMm: 9,
  columns: [{ head: '封筒', width: 7, isMiddle: true }, { head: '保管場所', width: 21 }, { head: '責任者', width: 16 }, { head: 'シール番号', width: 14 }, { head: '状態', width: 13, isMiddle: true }, { head: '日時', width: 15, isMiddle: true }, { head: '現物の確認(署名)', width: 14 }],
}
const checkTable: Table = {
  name: '封印点検', hasHead: true, rowMm: 9,
  columns: [{ head: '点検日時', width: 20, isMiddle: true }, { head: '点検者(番号・氏名)', width: 24 }, { head: '所見・シール番号と指紋の照合', width: 40 }, { head: '次回期限', width: 16, isMiddle: true }],
}

export function inventoryFlow(sheet: InventorySheet): Flow {
  const count = (state: EnvelopeLine['state']): number => sheet.envelopes.filter((envelope) => envelope.state === state).length
  return {
    title: '封筒在庫表', english: 'Envelope inventory',
    box: [
      { label: '病院', text: sheet.hospital }, { label: '病棟・端末', text: `${sheet.ward} ${sheet.printed.letters}` }, { label: '台帳の版', text: `第${sheet.epoch}版` },
      { label: '台帳の指紋', text: sheet.fingerprint }, { label: '封印中', text: `${count('sealed')}通 / ${sheet.envelopes.length}通` }, { label: '次回点検', text: sheet.nextCheckOn ?? '未定' },
    ],
    pieces: [
      heading('封筒', '現物を手に取り、番号・シール・封の状態を見て署名する'),
      ...sheet.envelopes.map(({ number, place, holder, sealNumber, state, at }): Piece => ({
        piece: 'row', table: envelopeTable,
        cells: [{ text: String(number), look: 'big' }, place, holder, sealNumber, state === 'sealed' ? envelopeStates[state] : { text: envelopeStates[state], look: 'boxed' }, at === null ? '' : moment(at), ''],
      })),
      ...(count('opened') === 0 ? [] : written('開封した封筒のうち、口座が使われていないものがあります。開けた人と理由を所見に書き、情報管理室に伝えます。', 0, 'boxed')),
      heading('封印点検', '決めた日ごとと訓練の後。傷・入れ替わり・指紋の違いは所見に書き、直ちに情報管理室へ'),
      ...sheet.checks.map(({ at, by, finding }): Piece => ({ piece: 'row', table: checkTable, cells: [moment(at), by, finding, ''] })),
      ...Array.from({ length: 6 }, (): Piece => ({ piece: 'row', table: checkTable, cells: ['', '', '', ''] })),
    ],
  }
}

const people: Table = { name: '参加者', hasHead: true, rowMm: 8, columns: [{ head: '職員番号', width: 18 }, { head: '氏名', width: 30 }, { head: '職種', width: 18 }, { head: '役割', width: 34 }] }
const times: Table = { name: '所要時間', hasHead: true, rowMm: 8, columns: [{ head: '課題', width: 46 }, { head: 'かかった時間', width: 18, isMiddle: true }, { head: '目標', width: 18, isMiddle: true }, { head: '結果', width: 18, isMiddle: true }] }
const findings: Table = { name: '改善すること', hasHead: true, rowMm: 9, columns: [{ head: '気づいたこと・改善すること', width: 58 }, { head: '担当', width: 22 }, { head: '期限', width: 20 }] }

export function drillLogFlow(sheet: DrillLogSheet): Flow {
  const minutes = Math.round((Date.parse(sheet.endedAt) - Date.parse(sheet.startedAt)) / 60_000)
  const blank = Math.max(2, 5 - sheet.findings.length)
  return {
    title: '訓練記録', english: 'Drill log',
    box: [
      { label: '病院', text: sheet.hospital }, { label: '病棟・端末', text: `${sheet.ward} ${sheet.printed.letters}` }, { label: '想定', text: sheet.scenario },
      { label: '開始', text: moment(sheet.startedAt) }, { label: '終了', text: moment(sheet.endedAt) }, { label: '長さ', text: duration(minutes, 'ja') },
    ],
    pieces: [
      heading('参加者', `${sheet.participants.length}名`),
      ...sheet.participants.map(({ person, role }): Piece => ({ piece: 'row', table: people, cells: [person.staffNumber, person.name, professionWords[person.profession].ja, role] })),
      heading('要となる課題の所要時間', '端末の記録から'),
      ...sheet.times.map(({ task, seconds, targetSeconds }): Piece => ({ piece: 'row', table: times, cells: [task, shownSeconds(seconds), targetSeconds === null ? '—' : `${shownSeconds(targetSeconds)}以内`, outcome(seconds, targetSeconds)] })),
      heading('間違い', '責めるためではなく、道具と手順を直すために書く'),
      ...(sheet.mistakes.length === 0 ? written('記録された間違いはない', 0) : sheet.mistakes.flatMap((mistake) => written(`・${mistake}`, 0))),
      heading('振り返り'),
      ...sheet.findings.map(({ text, owner, due }): Piece => ({ piece: 'row', table: findings, cells: [text, owner, due] })),
      ...Array.from({ length: blank }, (): Piece => ({ piece: 'row', table: findings, cells: ['', '', ''] })),
      heading('署名'), ...signatures(['訓練の責任者', '情報システム管理者']),
    ],
  }
}

function shownSeconds(seconds: number | null): string {
  if (seconds === null) return '未到達'
  return seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${String(seconds % 60).padStart(2, '0')}秒`
}

function outcome(seconds: number | null, target: number | null): Cell {
  if (seconds === null) return { text: '未到達', look: 'boxed' }
  if (target === null) return '—'
  return seconds <= target ? '達成' : { text: '超過', look: 'boxed' }
}
