import type { Profession } from '#domain/log/person.ts'
import type { Sex } from '#domain/patient/birth.ts'
import type { AllergyNow } from '#domain/view/ward.ts'

type Phrase = { readonly ja: string; readonly en: string }

/** Words about patients and people that more than one screen says; features do not import each other. */
export const patientWords = {
  sex: {
    male: { ja: '男', en: 'M' },
    female: { ja: '女', en: 'F' },
    other: { ja: 'その他', en: 'Other' },
    unknown: { ja: '性別不明', en: 'Sex unknown' },
  } satisfies Record<Sex, Phrase>,
  profession: {
    doctor: { ja: '医師', en: 'Dr' },
    nurse: { ja: '看護師', en: 'RN' },
    midwife: { ja: '助産師', en: 'Midwife' },
    pharmacist: { ja: '薬剤師', en: 'Pharmacist' },
    technician: { ja: '技師', en: 'Technician' },
    clerk: { ja: '事務', en: 'Clerk' },
    other: { ja: '職員', en: 'Staff' },
  } satisfies Record<Profession, Phrase>,
  allergy: {
    name: { ja: 'アレルギー', en: 'Allergy' },
    unconfirmed: { ja: '未確認', en: 'not confirmed' },
    none: { ja: 'なし', en: 'none' },
    present: { ja: 'あり', en: 'present' },
    presentBefore: { ja: '前に「あり」の記載', en: 'an earlier record says present' },
  } satisfies Record<AllergyNow['state'] | 'name' | 'presentBefore', Phrase>,
  alias: { ja: '仮名', en: 'alias' },
  number: { ja: '番号', en: 'No.' },
  bed: { ja: '床', en: 'Bed' },
  noBed: { ja: '床 未定', en: 'No bed yet' },
  alike: { ja: '似た名前', en: 'Similar name' },
  /** The registration itself has not been read yet (a recovery in progress). */
  notRegistered: { ja: '登録の記録を待っています', en: 'Waiting for the registration record' },
} as const
