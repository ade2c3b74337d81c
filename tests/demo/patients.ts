import { chanceFrom } from '../faults/simulation/chance.ts'
import type { NewPatient } from './steps.ts'

/** What the demo writes: everybody and everything invented. The same seed gives the same patients and the same counts. */
export type DemoPatient = { readonly patient: NewPatient; readonly vitals: readonly (readonly string[])[]; readonly notes: readonly string[] }

const families = [['架空', 'カクウ'], ['見本', 'ミホン'], ['髙﨑', 'タカサキ'], ['濵口', 'ハマグチ'], ['仮谷', 'カリヤ'], ['試野', 'タメシノ']] as const
const givens = [['花子', 'ハナコ'], ['一郎', 'イチロウ'], ['さくら', 'サクラ'], ['健', 'ケン'], ['和子', 'カズコ'], ['翔', 'ショウ']] as const
const features = ['50代くらい、紺の作業着、右前腕に擦過傷', '70代くらい、白髪、杖', '20代くらい、赤い上着、会話できる'] as const
const observations = ['意識清明。呼吸は楽。', '右前腕の擦過傷を洗浄し被覆した。', '悪心あり。嘔吐なし。経過をみる。', '家族に連絡がついた。', '疼痛 NRS 4。体位を変えて 2 になった。', '点滴の刺入部に発赤なし。'] as const

export function demoPatients(seed: number): readonly DemoPatient[] {
  const chance = chanceFrom(seed)
  const pick = <Thing>(list: readonly Thing[]): Thing => list[Math.floor(chance() * list.length)] as Thing // the lists are not empty
  const between = (least: number, most: number): number => least + Math.floor(chance() * (most - least + 1))
  return Array.from({ length: 6 }, (_, index): DemoPatient => {
    const bed = String(501 + index * 2)
    const [family, familyKana] = pick(families)
    const [given, givenKana] = pick(givens)
    const patient: NewPatient = index === 1 || index === 4 ? { features: pick(features), bed } : { family, given, familyKana, givenKana, birth: `s${between(5, 63)}.${between(1, 12)}.${between(1, 28)}`, bed }
    const vitals = Array.from({ length: between(1, 2) }, () => [`${between(36, 38)}.${between(0, 9)}`, String(between(60, 110)), String(between(100, 150)), String(between(60, 90)), String(between(12, 24)), String(between(93, 99)), '', '0'])
    return { patient, vitals, notes: Array.from({ length: between(1, 2) }, () => pick(observations)) }
  })
}
