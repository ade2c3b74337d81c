import { z } from 'zod'

/**
 * The four results of triage as on the national tag (厚生省 指第15号, 1996). `0` is a result of triage: neither a diagnosis of
 * death nor a record of one. Stored: never renamed.
 */
export const TriageCategory = z.enum(['I', 'II', 'III', '0'])
export type TriageCategory = z.infer<typeof TriageCategory>

/** What a category is called; the shape stands for the colour on a photocopy and for eyes that do not tell red from green. */
export const triageCategories = {
  I: { shape: '◆', colour: { ja: '赤', en: 'red' }, group: { ja: '最優先治療群', en: 'immediate' } },
  II: { shape: '▲', colour: { ja: '黄', en: 'yellow' }, group: { ja: '待機的治療群', en: 'delayed' } },
  III: { shape: '●', colour: { ja: '緑', en: 'green' }, group: { ja: '軽処置群', en: 'minor' } },
  '0': { shape: '■', colour: { ja: '黒', en: 'black' }, group: { ja: '死亡・不処置群（トリアージの結果。死亡確認ではない）', en: 'dead or expectant (a triage result, not a confirmation of death)' } },
} as const satisfies Record<TriageCategory, { readonly shape: string; readonly colour: Two; readonly group: Two }>

type Two = { readonly ja: string; readonly en: string }

/** 「◆ I 赤 最優先治療群」 */
export function shownCategory(category: TriageCategory): Two {
  const { shape, colour, group } = triageCategories[category]
  return { ja: `${shape} ${category} ${colour.ja} ${group.ja}`, en: `${shape} ${category} ${colour.en}, ${group.en}` }
}

/** Strips left on the tag, from the outer edge: green, yellow, red, black. */
const torn: Readonly<Record<TriageCategory, number>> = { III: 0, II: 1, I: 2, '0': 3 }

/** Better than before: strips torn off do not come back, so the patient needs a new tag with the same number. Rule TRI-12. */
export function isDowngrade(before: TriageCategory | null, decided: TriageCategory): boolean {
  return before !== null && torn[decided] < torn[before]
}

const need: readonly (TriageCategory | null)[] = ['I', null, 'II', 'III', '0']

/** Whom to look at first: red, then whoever nobody has judged yet, who may be anything. Negative: `one` comes first. */
export function byNeed(one: TriageCategory | null, other: TriageCategory | null): number {
  return need.indexOf(one) - need.indexOf(other)
}
