import type { Words } from '../patient/wareki.ts'

/** What one field says of whether two rows are one person. The order is that of the numbers in a scored pair. */
export const nameLevels = ['unknown', 'same', 'same-reading', 'same-spelling', 'exchanged', 'slip', 'much-alike', 'differs'] as const
export const birthLevels = ['unknown', 'same', 'slip', 'same-as-far-as-known', 'same-day-of-year', 'same-year', 'differs'] as const
export const plainLevels = ['unknown', 'same', 'slip', 'much-alike', 'differs'] as const

export const fields = ['identifier', 'family', 'given', 'birth', 'sex', 'phone', 'postcode', 'address'] as const
export type Field = (typeof fields)[number]
export type NameLevel = (typeof nameLevels)[number]
export type BirthLevel = (typeof birthLevels)[number]
export type PlainLevel = (typeof plainLevels)[number]
export type Level = NameLevel | BirthLevel | PlainLevel

/** One pair of rows, field by field; `bits` above 0 speaks for one person, below 0 for two. */
export type Scored = {
  readonly family: NameLevel
  readonly given: NameLevel
  readonly birth: BirthLevel
  readonly identifier: PlainLevel
  readonly sex: PlainLevel
  readonly phone: PlainLevel
  readonly postcode: PlainLevel
  readonly address: PlainLevel
  readonly bits: Readonly<Record<Field, number>>
  /** Base-2 logarithm of the odds that both rows are one person: 0 is as likely as not, 10 a thousand to one. */
  readonly total: number
}

const fieldWords: Readonly<Record<Field, Words>> = {
  identifier: { ja: '番号', en: 'Number' },
  family: { ja: '姓', en: 'Family name' },
  given: { ja: '名', en: 'Given name' },
  birth: { ja: '生年月日', en: 'Birth date' },
  sex: { ja: '性別', en: 'Sex' },
  phone: { ja: '電話', en: 'Telephone' },
  postcode: { ja: '郵便番号', en: 'Postcode' },
  address: { ja: '住所', en: 'Address' },
}

const levelWords: Readonly<Record<Level, Words>> = {
  unknown: { ja: '片方に記載なし', en: 'not said in one of them' },
  same: { ja: '一致', en: 'same' },
  'same-reading': { ja: '読みは一致、漢字が違う', en: 'same reading, other characters' },
  'same-spelling': { ja: '漢字は一致、読みが違う', en: 'same characters, other reading' },
  exchanged: { ja: '姓と名が入れ替わっている', en: 'family and given name exchanged' },
  slip: { ja: '一か所だけ違う', en: 'one slip apart' },
  'much-alike': { ja: '似ている', en: 'much alike' },
  'same-as-far-as-known': { ja: '分かる範囲で一致', en: 'same as far as known' },
  'same-day-of-year': { ja: '月日だけ一致', en: 'month and day only' },
  'same-year': { ja: '年だけ一致', en: 'year only' },
  differs: { ja: '違う', en: 'differs' },
}

export const saysField = (field: Field): Words => fieldWords[field]
export const saysLevel = (level: Level): Words => levelWords[level]
