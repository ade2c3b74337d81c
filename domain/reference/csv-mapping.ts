import { z } from 'zod'

/**
 * What each column of a hospital's patient list means. Guessed from a Japanese or English head, corrected by a person, kept as
 * plain JSON and recognised again for a file with the same head.
 */
export const csvMeanings = [
  'hospitalId', 'name', 'family', 'given', 'kana', 'familyKana', 'givenKana', 'sex', 'birth', 'phone', 'ward', 'bed', 'admittedOn', 'allergies',
] as const
export type CsvMeaning = (typeof csvMeanings)[number]

export const mostColumns = 500

const place = z.number().int().min(0).max(mostColumns - 1).nullable()

/** A kept format: a change makes hospitals map their columns again. Places count from 0; null: there is no such column. */
export const CsvMapping = z.strictObject({
  /** The cells of the head, to know the file again; empty where the first row is already a patient (nothing of a patient is kept). */
  head: z.array(z.string().max(200)).max(mostColumns),
  hasHead: z.boolean(),
  columns: z.strictObject(Object.fromEntries(csvMeanings.map((meaning) => [meaning, place])) as Record<CsvMeaning, typeof place>), // one per meaning
})
export type CsvMapping = z.infer<typeof CsvMapping>
export type CsvColumns = Readonly<CsvMapping['columns']>

const heads: Readonly<Record<CsvMeaning, RegExp>> = {
  hospitalId: /^(患者|カルテ|診察券|登録)(番号|ID|コード|NO\.?)$|^ID$|^(patient|hospital|medical record|chart) ?(id|number|no\.?|code)$|^mrn$/i,
  name: /^(患者)?(氏名|名前|姓名)(\(?漢字\)?)?$|^(患者名|漢字(氏名|姓名))$|^((full|patient) ?)?name$/i,
  family: /^(患者)?(姓|氏|苗字|名字)(\(?漢字\)?)?$|^漢字姓$|^(family|last) ?name$|^surname$/i,
  given: /^(患者)?名(\(?漢字\)?)?$|^漢字名$|^(given|first) ?name$/i,
  kana: /^(患者)?(カナ|かな|フリガナ|ふりがな)(氏名|姓名|名前)?$|^(患者)?(氏名|名前|姓名)\(?(カナ|かな|フリガナ|ふりがな)\)?$|^(患者名)\(?(カナ|フリガナ)\)?$|^((full|patient) ?)?(name )?kana( ?name)?$/i,
  familyKana: /^(カナ|フリガナ)姓$|^(姓|氏|セイ)\(?(カナ|かな|フリガナ|ふりがな)\)?$|^セイ$|^(family|last) ?(name )?kana$/i,
  givenKana: /^(カナ|フリガナ)名$|^(名|メイ)\(?(カナ|かな|フリガナ|ふりがな)\)?$|^メイ$|^(given|first) ?(name )?kana$/i,
  sex: /^(患者)?性別(区分|コード)?$|^(sex|gender)$/i,
  birth: /^(患者)?(生年月日|誕生日)(\(?(西暦|和暦)\)?)?$|^(birth ?(date|day)|date of birth|dob)$/i,
  phone: /^(患者|自宅|連絡先)?(電話番号|電話|TEL)1?$|^連絡先$|^(phone|telephone)( ?(number|no\.?))?$/i,
  ward: /^(入院)?病棟(名|名称|コード)?$|^ward( ?(name|code))?$/i,
  bed: /^(病床|ベッド|ベット|病室)(番号|NO\.?|名)?$|^床番号?$|^(bed|room)( ?(number|no\.?))?$/i,
  admittedOn: /^入院(年月)?日(時)?$|^(admission|admitted)( ?(date|on))?$/i,
  allergies: /^アレルギー(情報|歴|名|等)?$|^禁忌・?アレルギー$|^allerg(y|ies)$/i,
}

/** What each column is, by its head; each column is one thing at most. Rule REF-8. */
export function guessMapping(head: readonly string[]): CsvMapping {
  const plain = head.map((cell) => cell.normalize('NFKC').replaceAll(/[\s_]+/g, ' ').trim())
  const found = (meaning: CsvMeaning): number | null => {
    const at = plain.findIndex((cell) => heads[meaning].test(cell))
    return at === -1 || at >= mostColumns ? null : at
  }
  const columns = Object.fromEntries(csvMeanings.map((meaning) => [meaning, found(meaning)])) as CsvMapping['columns'] // one per meaning
  // Without a single known word, and with figures in it, the first row is most likely a patient.
  const hasHead = csvMeanings.some((meaning) => columns[meaning] !== null) || !plain.some((cell) => /\d{4}/.test(cell))
  return { head: hasHead ? head.slice(0, mostColumns).map((cell) => cell.slice(0, 200)) : [], hasHead, columns }
}

/** The kept mapping made for a file with exactly this head; null: there is none. */
export function mappingFor(head: readonly string[], kept: readonly CsvMapping[]): CsvMapping | null {
  const { head: shown } = guessMapping(head)
  return kept.find((mapping) => mapping.hasHead && mapping.head.length === shown.length && mapping.head.every((cell, at) => cell === shown[at])) ?? null
}

/** Without an id and a name nothing can be found again. */
export function canRead({ columns }: CsvMapping): boolean {
  return columns.hospitalId !== null && (columns.name !== null || columns.family !== null || columns.kana !== null || columns.familyKana !== null)
}
