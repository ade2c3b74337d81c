import type { Profession } from '#domain/log/person.ts'

export const professionWords = {
  doctor: { ja: '医師', en: 'Doctor' },
  nurse: { ja: '看護師', en: 'Nurse' },
  midwife: { ja: '助産師', en: 'Midwife' },
  pharmacist: { ja: '薬剤師', en: 'Pharmacist' },
  technician: { ja: '技師', en: 'Technician' },
  clerk: { ja: '事務', en: 'Clerk' },
  other: { ja: 'その他', en: 'Other' },
} as const satisfies Record<Profession, { ja: string; en: string }>
