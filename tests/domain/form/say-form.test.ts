import { describe, expect, test } from 'vitest'
import { sayEntry } from '#domain/export/say-entry.ts'
import type { FormExtended } from '#domain/form/hospital-field.ts'
import { sayForm } from '#domain/form/say-form.ts'
import type { FormValues } from '#domain/form/value.ts'
import { anEntry, anImported } from '#tests/builders.ts'

const girth = { name: 'own1', label: '下腿周囲', type: 'number', unit: 'cm', least: 5, most: 80, options: [] } as const
const stiff = { name: 'own2', label: '項部硬直', type: 'yes-no', unit: '', least: null, most: null, options: [] } as const
const versions: readonly FormExtended[] = [
  { definition: 'observations', version: 2, fields: [{ ...girth, options: [] }] },
  { definition: 'observations', version: 3, fields: [{ ...stiff, options: [] }] },
]
const said = (values: FormValues, version = 1, own = versions, definition = 'observations') => sayForm({ definition, version, values }, own).lines.map(({ label, text }) => `${label.ja} ${text.ja} | ${label.en} ${text.en}`)

describe('what a form says', () => {
  test('[FORM-5] values with their units, by the label of their codes, in the order of the paper', () => {
    expect(said({ vomitTimes: 2, gcsEye: '3', painNrs: 8, weightKg: 52.5, stoolBlood: false, remark: '二\n行' })).toEqual([
      '痛み NRS 8/10 | Pain NRS 8/10',
      'GCS 開眼 E 3 呼びかけ | GCS eye E 3 to speech',
      '体重 52.5 kg | Weight 52.5 kg',
      '血便・黒色便 いいえ | Blood or black stool no',
      '嘔吐 2 回 | Vomiting 2 times',
      '備考 二\n行 | Remark 二\n行',
    ])
  })

  test('[FORM-6] a record is said by the fields of the version it was written with', () => {
    expect(said({ own1: 32, weightKg: 50 }, 2)).toEqual(['体重 50 kg | Weight 50 kg', '下腿周囲 32 cm | 下腿周囲 32 cm'])
    expect(said({ own2: true }, 3)).toEqual(['項部硬直 はい | 項部硬直 yes'])
  })

  test('[FORM-6] what a version does not know is said by what it was called, or by its name and as it is stored', () => {
    expect(said({ own1: 32 }, 9)).toEqual(['下腿周囲 32 cm | 下腿周囲 32 cm'])
    expect(said({ novel: ['a', 'b'], gcsEye: '9', weightKg: '重い', other: null })).toEqual(['GCS 開眼 E 9 | GCS eye E 9', '体重 重い | Weight 重い', 'novel a・b | novel a, b', 'other — | other —'])
    expect(said({ done: true }, 4, versions, 'oral-care')).toEqual(['done はい | done yes'])
    expect(sayForm({ definition: 'oral-care', version: 4, values: {} }, versions).title.ja).toBe('oral-care v4')
  })

  test('[FORM-7] fields of another station are not said by what this hospital calls its own', () => {
    const form = anEntry('form', { body: { definition: 'observations', version: 2, values: { own1: 3 } } })
    const line = (entry: Parameters<typeof sayEntry>[0]['entry']) => sayEntry({ entry, placeOf: () => null, forms: versions }).map(({ label, text }) => `${label?.ja ?? ''} ${text}`).at(-1)
    expect(line(form)).toBe('下腿周囲 3 cm')
    expect(line(anImported(form))).toBe('own1 3')
  })
})
