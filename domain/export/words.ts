import type { BodyOf } from '../log/kinds.ts'
import type { Person, Profession } from '../log/person.ts'
import type { Sex } from '../patient/birth.ts'
import type { Words } from '../patient/wareki.ts'
import type { AllergyStatement } from '../record/allergy.ts'
import { tokyoParts, type Instant } from '../time.ts'

/** Words of an export that is read without this program, in thirty years too: Japanese first, English beside it. */
export const sexWords = {
  male: { ja: '男', en: 'male' },
  female: { ja: '女', en: 'female' },
  other: { ja: 'その他', en: 'other' },
  unknown: { ja: '不明', en: 'unknown' },
} as const satisfies Record<Sex, Words>

export const professionWords = {
  doctor: { ja: '医師', en: 'doctor' },
  nurse: { ja: '看護師', en: 'nurse' },
  midwife: { ja: '助産師', en: 'midwife' },
  pharmacist: { ja: '薬剤師', en: 'pharmacist' },
  technician: { ja: '技師', en: 'technician' },
  clerk: { ja: '事務', en: 'clerk' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<Profession, Words>

export const reasonWords = {
  earthquake: { ja: '地震', en: 'earthquake' },
  'fire-or-flood': { ja: '火災・水害', en: 'fire or flood' },
  blackout: { ja: '停電', en: 'power failure' },
  'cyber-attack': { ja: 'サイバー攻撃', en: 'cyber-attack' },
  'system-failure': { ja: 'システム障害', en: 'system failure' },
  'mass-casualty': { ja: '多数傷病者', en: 'mass casualties' },
  other: { ja: 'その他の非常時', en: 'other emergency' },
} as const satisfies Record<BodyOf<'incident-told'>['reasonCode'], Words>

export const allergyWords = {
  unconfirmed: { ja: '未確認', en: 'not confirmed' },
  none: { ja: 'なし', en: 'none' },
  present: { ja: 'あり', en: 'PRESENT' },
} as const satisfies Record<AllergyStatement['state'], Words>

export function both(words: Words): string {
  return `${words.ja} ${words.en}`
}

/** 「2026-11-20 16:24」, in Japan. */
export function shownMoment(at: Instant): string {
  const { date, hhmm } = tokyoParts(at)
  return `${date} ${hhmm}`
}

/** 「試験 看護（看護師 N-1042）」 */
export function shownPerson({ name, profession, staffNumber }: Person): string {
  return `${name}（${professionWords[profession].ja} ${staffNumber}）`
}
