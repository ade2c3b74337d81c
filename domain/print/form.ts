import { z } from 'zod'

/** Every form this station prints, and the band that is written by hand where nothing can be printed. Stored in entries and public events: add, never rename. */
export const SheetForm = z.enum(['envelope', 'officer', 'poster', 'runner', 'hand-over', 'incident-report', 'conformance', 'inventory', 'audit-head', 'drill-log', 'wristband', 'band-by-hand', 'bed-card', 'specimen-labels', 'document-labels', 'blank-numbers', 'label-test', 'census', 'transfer', 'flowsheet', 'orders', 'medication', 'nursing-note', 'transfusion', 'exams', 'form-record', 'fluids', 'controlled', 'continuity-code', 'sign-off', 'number-list', 'worklist', 'erasure', 'statistics'])
export type SheetForm = z.infer<typeof SheetForm>

/** Number and version in the footer: what tells an old print of a form from a new one. A change of layout is a new version. */
export const sheetForms = {
  envelope: { code: 'F01', version: 2, label: { ja: '封緘口座票', en: 'Envelope sheet' } },
  officer: { code: 'F01-R', version: 2, label: { ja: '復旧責任者 秘密鍵票', en: 'Recovery officer’s key' } },
  poster: { code: 'F02', version: 1, label: { ja: '掲示', en: 'Poster' } },
  runner: { code: 'F02-R', version: 1, label: { ja: '伝令票', en: 'Runner slip' } },
  wristband: { code: 'F03', version: 1, label: { ja: 'リストバンド', en: 'Wristband' } },
  'band-by-hand': { code: 'F03-H', version: 1, label: { ja: '手書きのバンド', en: 'Band written by hand' } },
  'bed-card': { code: 'F03-B', version: 1, label: { ja: 'ベッドネーム', en: 'Bed card' } },
  'specimen-labels': { code: 'F03-S', version: 1, label: { ja: '検体ラベル', en: 'Specimen labels' } },
  'document-labels': { code: 'F03-D', version: 1, label: { ja: '書類ラベル', en: 'Document labels' } },
  'blank-numbers': { code: 'F03-N', version: 1, label: { ja: '番号だけのバンド・ラベル', en: 'Bands and labels with a number only' } },
  'label-test': { code: 'F03-T', version: 1, label: { ja: '試し刷り', en: 'Test page' } },
  'hand-over': { code: 'F12', version: 1, label: { ja: '終了時引継票', en: 'Hand-over sheet' } },
  'incident-report': { code: 'F13', version: 1, label: { ja: '事案報告票', en: 'Incident sheet' } },
  conformance: { code: 'F14', version: 1, label: { ja: '適合表', en: 'Conformance sheet' } },
  inventory: { code: 'F15', version: 1, label: { ja: '封筒在庫表', en: 'Envelope inventory' } },
  'audit-head': { code: 'F16', version: 1, label: { ja: '連鎖先頭票', en: 'Head of the record' } },
  transfer: { code: 'F11', version: 1, label: { ja: '転送票', en: 'Transfer sheet' } },
  flowsheet: { code: 'F04', version: 1, label: { ja: '経過表(体温表)', en: 'Flow sheet' } },
  orders: { code: 'F06', version: 1, label: { ja: '指示簿', en: 'Order sheet' } },
  medication: { code: 'F07', version: 1, label: { ja: '与薬・注射記録', en: 'Medication record' } },
  'nursing-note': { code: 'F08', version: 1, label: { ja: '看護記録', en: 'Nursing notes' } },
  transfusion: { code: 'F18', version: 1, label: { ja: '輸血実施記録', en: 'Transfusion record' } },
  exams: { code: 'F19', version: 1, label: { ja: '検査', en: 'Tests' } },
  'form-record': { code: 'F20', version: 1, label: { ja: '様式の記録', en: 'Form record' } },
  fluids: { code: 'F21', version: 1, label: { ja: '水分出納', en: 'Fluid balance' } },
  controlled: { code: 'F22', version: 1, label: { ja: '麻薬・向精神薬 帳簿', en: 'Controlled medicines ledger' } },
  'continuity-code': { code: 'F23', version: 1, label: { ja: '継続用の控えの開け方', en: 'How to open the continuity copy' } },
  census: { code: 'F09', version: 1, label: { ja: '病棟管理日誌', en: 'Ward census' } },
  'sign-off': { code: 'F24', version: 1, label: { ja: '終了の署名票', en: 'Sign-off sheet' } },
  'number-list': { code: 'F25', version: 1, label: { ja: '番号の対応表', en: 'Numbers, old and new' } },
  worklist: { code: 'F26', version: 1, label: { ja: '転記の一覧', en: 'Worklist' } },
  erasure: { code: 'F27', version: 1, label: { ja: '消去証明書', en: 'Certificate of erasure' } },
  statistics: { code: 'F28', version: 1, label: { ja: '非常時の統計', en: 'Statistics' } },
  'drill-log': { code: 'F17', version: 1, label: { ja: '訓練記録', en: 'Drill log' } },
} as const satisfies Record<SheetForm, { readonly code: string; readonly version: number; readonly label: { readonly ja: string; readonly en: string } }>

/** 「F02 v1」 */
export function shownForm(form: SheetForm): string {
  const { code, version } = sheetForms[form]
  return `${code} v${version}`
}
