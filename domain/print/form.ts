import { z } from 'zod'

/** Every form this station prints. Stored in entries and public events: add, never rename. */
export const SheetForm = z.enum(['envelope', 'officer', 'poster', 'runner', 'hand-over', 'incident-report', 'conformance', 'inventory', 'audit-head', 'drill-log'])
export type SheetForm = z.infer<typeof SheetForm>

/** Number and version in the footer: what tells an old print of a form from a new one. A change of layout is a new version. */
export const sheetForms = {
  envelope: { code: 'F01', version: 2, label: { ja: '封緘口座票', en: 'Envelope sheet' } },
  officer: { code: 'F01-R', version: 2, label: { ja: '復旧責任者 秘密鍵票', en: 'Recovery officer’s key' } },
  poster: { code: 'F02', version: 1, label: { ja: '掲示', en: 'Poster' } },
  runner: { code: 'F02-R', version: 1, label: { ja: '伝令票', en: 'Runner slip' } },
  'hand-over': { code: 'F12', version: 1, label: { ja: '終了時引継票', en: 'Hand-over sheet' } },
  'incident-report': { code: 'F13', version: 1, label: { ja: '事案報告票', en: 'Incident sheet' } },
  conformance: { code: 'F14', version: 1, label: { ja: '適合表', en: 'Conformance sheet' } },
  inventory: { code: 'F15', version: 1, label: { ja: '封筒在庫表', en: 'Envelope inventory' } },
  'audit-head': { code: 'F16', version: 1, label: { ja: '連鎖先頭票', en: 'Head of the record' } },
  'drill-log': { code: 'F17', version: 1, label: { ja: '訓練記録', en: 'Drill log' } },
} as const satisfies Record<SheetForm, { readonly code: string; readonly version: number; readonly label: { readonly ja: string; readonly en: string } }>

/** 「F02 v1」 */
export function shownForm(form: SheetForm): string {
  const { code, version } = sheetForms[form]
  return `${code} v${version}`
}
