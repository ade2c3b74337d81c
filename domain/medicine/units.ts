import { z } from 'zod'
import type { Words } from '../patient/wareki.ts'

/**
 * Units a dose is written in: a closed list, so that nobody writes a bare ミリ. Micrograms are written out (µg, mcg), units as a
 * word: U has been read as 0. Stored: add, never rename. Shown with a space before them and no trailing zero.
 */
export const DoseUnit = z.enum(['mg', 'g', 'mcg', 'mL', 'units', 'mEq', 'mmol', 'tablet', 'capsule', 'packet', 'suppository', 'patch', 'drop', 'puff', 'application', 'bag', 'ampoule', 'vial'])
export type DoseUnit = z.infer<typeof DoseUnit>

export const doseUnitWords = {
  mg: { ja: 'mg', en: 'mg' },
  g: { ja: 'g', en: 'g' },
  mcg: { ja: 'µg', en: 'mcg' },
  mL: { ja: 'mL', en: 'mL' },
  units: { ja: '単位', en: 'units' },
  mEq: { ja: 'mEq', en: 'mEq' },
  mmol: { ja: 'mmol', en: 'mmol' },
  tablet: { ja: '錠', en: 'tablet' },
  capsule: { ja: 'カプセル', en: 'capsule' },
  packet: { ja: '包', en: 'packet' },
  suppository: { ja: '個（坐剤）', en: 'suppository' },
  patch: { ja: '枚', en: 'patch' },
  drop: { ja: '滴', en: 'drop' },
  puff: { ja: '吸入', en: 'puff' },
  application: { ja: '回塗布', en: 'application' },
  bag: { ja: '袋', en: 'bag' },
  ampoule: { ja: 'アンプル', en: 'ampoule' },
  vial: { ja: 'バイアル', en: 'vial' },
} as const satisfies Record<DoseUnit, Words>

export const RateUnit = z.enum(['mL/h', 'drops/min', 'mg/h', 'mcg/min', 'mcg/kg/min', 'units/h'])
export type RateUnit = z.infer<typeof RateUnit>

export const rateUnitWords = {
  'mL/h': { ja: 'mL/時', en: 'mL/h' },
  'drops/min': { ja: '滴/分', en: 'drops/min' },
  'mg/h': { ja: 'mg/時', en: 'mg/h' },
  'mcg/min': { ja: 'µg/分', en: 'mcg/min' },
  'mcg/kg/min': { ja: 'µg/kg/分', en: 'mcg/kg/min' },
  'units/h': { ja: '単位/時', en: 'units/h' },
} as const satisfies Record<RateUnit, Words>

export const Route = z.enum(['oral', 'sublingual', 'tube', 'peripheral', 'central', 'intravenous', 'subcutaneous', 'intramuscular', 'inhaled', 'rectal', 'topical', 'eye', 'ear', 'nasal', 'epidural', 'other'])
export type Route = z.infer<typeof Route>

export const routeWords = {
  oral: { ja: '内服', en: 'oral' },
  sublingual: { ja: '舌下', en: 'sublingual' },
  tube: { ja: '経管', en: 'by tube' },
  peripheral: { ja: '点滴（末梢）', en: 'infusion, peripheral' },
  central: { ja: '点滴（中心静脈）', en: 'infusion, central' },
  intravenous: { ja: '静注', en: 'intravenous' },
  subcutaneous: { ja: '皮下注', en: 'subcutaneous' },
  intramuscular: { ja: '筋注', en: 'intramuscular' },
  inhaled: { ja: '吸入', en: 'inhaled' },
  rectal: { ja: '直腸', en: 'rectal' },
  topical: { ja: '外用', en: 'topical' },
  eye: { ja: '点眼', en: 'eye' },
  ear: { ja: '点耳', en: 'ear' },
  nasal: { ja: '点鼻', en: 'nasal' },
  epidural: { ja: '硬膜外', en: 'epidural' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<Route, Words>

/** What is injected or infused: two people look at it before it goes in. */
export const injected: ReadonlySet<Route> = new Set<Route>(['peripheral', 'central', 'intravenous', 'subcutaneous', 'intramuscular', 'epidural'])

/** What runs for a while: it has a start, a rate and an end. */
export const running: ReadonlySet<Route> = new Set<Route>(['peripheral', 'central', 'epidural'])

export const Rate = z.object({ value: z.number().positive().max(10_000), unit: RateUnit })
export type Rate = z.infer<typeof Rate>

/** 「500 mg」 */
export function shownDose(amount: number, unit: DoseUnit): Words {
  return { ja: `${String(amount)} ${doseUnitWords[unit].ja}`, en: `${String(amount)} ${doseUnitWords[unit].en}` }
}

/** 「80 mL/時」 */
export function shownRate({ value, unit }: Rate): Words {
  return { ja: `${String(value)} ${rateUnitWords[unit].ja}`, en: `${String(value)} ${rateUnitWords[unit].en}` }
}
