import type { ScanFault, ScannedKind } from '#domain/scan/scanned.ts'

/** What a scan can be, as it is named in sentences. */
export const scanKindWords = {
  'ward-number': { ja: '番号', en: 'number' },
  'envelope-code': { ja: '封筒のコード', en: 'envelope code' },
  badge: { ja: '名札', en: 'badge' },
  'hospital-patient': { ja: '病院の患者ID', en: 'hospital’s patient ID' },
  'triage-tag': { ja: 'トリアージタグ', en: 'triage tag' },
  product: { ja: '薬剤・物品', en: 'drug or item' },
  gs1: { ja: 'GS1バーコード', en: 'GS1 barcode' },
} as const satisfies Record<ScannedKind | Extract<ScanFault, { code: 'check-symbol' }>['of'], { ja: string; en: string }>
