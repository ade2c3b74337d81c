import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canRead, CsvMapping, csvMeanings, guessMapping, mappingFor } from '#domain/reference/csv-mapping.ts'
import { rowReader } from '#domain/reference/csv-row.ts'
import { ReferencePatient } from '#domain/reference/reference-patient.ts'
import { CalendarDate } from '#domain/time.ts'

const today = CalendarDate.parse('2026-11-26')
const head = ['患者ID', '氏名', 'カナ氏名', '性別', '生年月日', '電話番号', '病棟', '病床', '入院日', 'アレルギー']
const read = (...cells: readonly string[]) => rowReader(guessMapping(head), head.length, today)(cells)
/** Rows end early only after who they are about. */
const padded = (cells: readonly string[]): readonly string[] => [...cells, ...Array<string>(Math.max(0, 5 - cells.length)).fill('')]
const patient = (...cells: readonly string[]): ReferencePatient => {
  const found = read(...padded(cells))
  if (!found.ok) throw new Error(found.error)
  return found.value
}
const code = (...cells: readonly string[]): string => {
  const found = read(...cells)
  return found.ok ? 'taken' : found.error
}

describe('what the columns of a patient list mean', () => {
  it('[REF-8] is guessed from Japanese and English heads', () => {
    expect(csvMeanings.filter((meaning) => guessMapping(head).columns[meaning] === null)).toEqual(['family', 'given', 'familyKana', 'givenKana'])
    expect(guessMapping(['患者番号', '姓', '名', 'セイ', 'メイ', '性別', '生年月日']).columns).toMatchObject({ hospitalId: 0, family: 1, given: 2, familyKana: 3, givenKana: 4, sex: 5, birth: 6 })
    expect(guessMapping(['Patient ID', 'Family name', 'Given name', 'Sex', 'Date of birth', 'Ward', 'Bed', 'Admission date', 'Allergies', 'Phone']).columns).toMatchObject({ hospitalId: 0, family: 1, given: 2, sex: 3, birth: 4, ward: 5, bed: 6, admittedOn: 7, allergies: 8, phone: 9 })
    expect(guessMapping(['ＩＤ', '患者氏名（カナ）', '患者氏名']).columns).toMatchObject({ hospitalId: 0, kana: 1, name: 2 })
    expect(canRead(guessMapping(['列1', '列2']))).toBe(false)
  })

  it('[REF-8] a kept mapping is plain JSON, is known again by the same head, and keeps nothing of a file without one', () => {
    const corrected = { ...guessMapping(['列1', '列2']), columns: { ...guessMapping(['列1', '列2']).columns, hospitalId: 0, name: 1 } }
    expect(CsvMapping.parse(JSON.parse(JSON.stringify(corrected)))).toEqual(corrected)
    expect(mappingFor(['列1', '列2'], [corrected])).toEqual(corrected)
    expect(mappingFor(['列1', '列3'], [corrected])).toBeNull()
    const headless = guessMapping(['00012345', '架空 花子', '19500304'])
    expect(headless).toMatchObject({ hasHead: false, head: [] })
    expect(mappingFor(['00012346', '仮谷', ''], [headless])).toBeNull()
  })
})

describe('a row of a patient list', () => {
  it('[REF-9] names stay byte for byte, divided at one space, and whole in Latin letters', () => {
    expect(patient('0001', ' 神\uFA19﨑　花子 ', 'ｶｸｳ ﾊﾅｺ')).toMatchObject({ hospitalId: '0001', family: '神\uFA19﨑', given: '花子', familyKana: 'ｶｸｳ', givenKana: 'ﾊﾅｺ' })
    expect(patient('1', 'MARIA SILVA', 'マリア シルバ')).toMatchObject({ family: 'MARIA SILVA', given: '' })
    expect(patient('1', '架空 花子 ローザ')).toMatchObject({ family: '架空 花子 ローザ', given: '' })
    expect(patient('1', '架空花子')).toMatchObject({ family: '架空花子', given: '' })
  })

  it('[REF-10] sex as systems write it; a word nobody knows is named', () => {
    expect(['男', '女性', 'M', 'ｆ', '1', '2', '', '不明', 'その他', '9'].map((word) => patient('1', '架空', '', word).sex)).toEqual(['male', 'female', 'male', 'female', 'male', 'female', 'unknown', 'unknown', 'other', 'unknown'])
    expect(code(...padded(['1', '架空', '', '3']))).toBe('sex-not-understood')
  })

  it('[REF-10] births in every era and form; two readings are none', () => {
    for (const text of ['19500304', '1950/3/4', '1950-03-04', 'S25.3.4', '昭和25年3月4日', 'Ｓ２５．０３．０４', '1950/03/04 0:00:00', '1950-03-04T00:00:00']) expect(patient('1', '架空', '', '', text).birth).toEqual({ kind: 'day', on: '1950-03-04' })
    expect(patient('1', '架空', '', '', '昭和25年').birth).toEqual({ kind: 'year', year: 1950 })
    expect(['', '不明', '00000000', '0000/00/00'].map((text) => patient('1', '架空', '', '', text).birth.kind)).toEqual(Array(4).fill('unknown'))
    expect(['500304', '25.3.4', '3250304', '19500230', '20261127', '03/04/1950', '昨日'].map((text) => code('1', '架空', '', '', text))).toEqual(Array(7).fill('birth-not-understood'))
  })

  it('[REF-11] a ward or a bed is a stay, a day of admission alone is none', () => {
    expect(patient('1', '架空', '', '', '', '', '3東', '301-2', '2026/11/20').stay).toEqual({ ward: '3東', bed: '301-2', admittedOn: '2026-11-20' })
    expect(patient('1', '架空', '', '', '', '', '3東', '-', '').stay).toEqual({ ward: '3東', bed: '', admittedOn: null })
    expect(patient('1', '架空', '', '', '', '', '', '', '2026/11/20').stay).toBeNull()
    expect(code('1', '架空', '', '', '', '', '3東', '', '11月')).toBe('date-not-understood')
    expect(code('1', '架空', '', '', '', '', '3東', '', '2026/11')).toBe('date-not-understood')
  })

  it('[REF-12] nothing, none and some allergies are three things', () => {
    const allergies = (text: string) => patient('1', '架空', '', '', '', '', '', '', '', text).allergies
    expect([allergies(''), allergies('未確認'), allergies('なし'), allergies('特になし。'), allergies('無')]).toEqual([null, null, [], [], []])
    expect(allergies('ペニシリン、卵')).toEqual([{ substance: 'ペニシリン、卵', note: '' }])
    expect(allergies('ペニシリン\n 卵 \n')).toEqual([{ substance: 'ペニシリン', note: '' }, { substance: '卵', note: '' }])
    expect(allergies('なしの木')).toEqual([{ substance: 'なしの木', note: '' }])
  })

  it('[REF-13] what cannot be taken is told by a code', () => {
    expect([['', '架空'], ['1', '', ''], ['1', '=HYPERLINK("x")'], ['@1', '架空'], ['1', '架\u0000空'], ['1', 'あ'.repeat(101)], ['1', '架\ud800'], ['1', '架\n空'], ['1', '架空', '', '', '', '', '', '', '', '=1+1'], ['1'], [...Array<string>(10).fill('1'), 'x']].map((cells) => code(...(cells.length === 1 ? cells : padded(cells))))).toEqual([
      'id-missing', 'name-missing', 'formula', 'formula', 'text-has-control-characters', 'text-too-long', 'text-is-broken', 'text-has-control-characters', 'formula', 'too-few-cells', 'too-many-cells',
    ])
  })

  it('[REF-13] a text kept from a spreadsheet, a telephone number with a plus and missing empty cells are no fault', () => {
    expect(patient('="00012"', '架空', '', '', '', '+81-3-0000-0000')).toMatchObject({ hospitalId: '00012', phone: '+81-3-0000-0000' })
    expect(patient('1', '架空', '', '', '', '', '', '', '', '', '', '')).toMatchObject({ hospitalId: '1' })
  })

  it('[REF-6] whatever stands in the cells, a row is a valid patient or a code', () => {
    const cell = fc.oneof(fc.constantFrom('', '0001', '架空 花子', 'S25.3.4', '男', '=1', '\uFFFD', 'なし'), fc.string({ unit: 'binary', maxLength: 120 }))
    fc.assert(fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
      const found = read(...cells)
      if (found.ok) expect(ReferencePatient.safeParse(found.value).success).toBe(true)
      else expect(found.error).toMatch(/^[a-z-]+$/)
    }))
  })
})
