import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessColumns, professionOf, readStaffRows, type StaffColumns, type TableRow } from '#domain/plan/staff-rows.ts'
import { StaffMember } from '#domain/plan/hospital-plan.ts'

const columns: StaffColumns = { staffNumber: 0, name: 1, profession: 2, badge: 3 }
const rows = (...cells: readonly (readonly string[])[]): readonly TableRow[] => cells.map((row, index) => ({ number: index + 2, cells: row, isCut: false }))
const read = (...cells: readonly (readonly string[])[]) => readStaffRows(rows(...cells), columns)

describe('a staff list from a table', () => {
  it('[PLAN-4] the head is understood in Japanese and in English, and a column that is not there is none', () => {
    expect(guessColumns(['氏名', '職種', '職員番号'])).toEqual({ staffNumber: 2, name: 0, profession: 1, badge: null })
    expect(guessColumns(['Staff number', 'Name', 'Profession', 'Badge'])).toEqual({ staffNumber: 0, name: 1, profession: 2, badge: 3 })
    expect(guessColumns(['所属', '職員ＩＤ', '姓名', '職種名', 'カード番号'])).toEqual({ staffNumber: 1, name: 2, profession: 3, badge: 4 })
    expect(guessColumns(['a', 'b'])).toEqual({ staffNumber: null, name: null, profession: null, badge: null })
  })

  it('[PLAN-4] professions are read from Japanese words, and every other word is "other"', () => {
    expect(['医師', '看護師', '准看護師', '助産師', '薬剤師', '診療放射線技師', '医療事務', '理学療法士', '', 'Nurse'].map(professionOf)).toEqual(['doctor', 'nurse', 'nurse', 'midwife', 'pharmacist', 'technician', 'clerk', 'other', 'other', 'nurse'])
  })

  it('[PLAN-4] good rows are kept in their order, with full width and spaces around forgiven', () => {
    expect(read(['　Ｎ-0207 ', '仮谷 和子', '看護師', ''], ['D-0001', '架空 太郎', '医師', '4900000000017'])).toEqual({
      staff: [
        { staffNumber: 'N-0207', name: '仮谷 和子', profession: 'nurse', badge: null },
        { staffNumber: 'D-0001', name: '架空 太郎', profession: 'doctor', badge: '4900000000017' },
      ],
      faults: [],
    })
  })

  it('[PLAN-5] every row that cannot be read is told by its number and a reason, and the others stay', () => {
    const { staff, faults } = read(
      ['', '架空 一', '', ''], ['N 1', '架空 二', '', ''], ['N-3', ' ', '', ''], ['N-4', '=HYPERLINK("x")', '', ''],
      ['N-5', '架\u0000空', '', ''], ['N-6', 'あ'.repeat(101), '', ''], ['N-7', '架\ud800', '', ''], ['N-8', '架空 八', '', ''], ['="009"', '架空 九', '', ''], [],
    )
    expect(staff.map(({ staffNumber }) => staffNumber)).toEqual(['N-8'])
    expect(faults.map(({ code, rows: [row] }) => `${row} ${code}`)).toEqual([
      '2 staff-number-missing', '3 staff-number-form', '4 name-missing', '5 formula', '6 text-has-control-characters', '7 text-too-long', '8 text-is-broken', '10 formula', '11 staff-number-missing',
    ])
    expect(readStaffRows([{ number: 9, cells: ['N-1', '架空'], isCut: true }], columns).faults).toEqual([{ code: 'cut-off', rows: [9] }])
  })

  it('[PLAN-5] a staff number or a badge that two people have is refused for both, with both row numbers', () => {
    const { staff, faults } = read(['N-1', '架空 一', '', ''], ['N-2', '架空 二', '', 'B7'], ['Ｎ-1', '架空 三', '', ''], ['N-4', '架空 四', '', 'B7'], ['N-5', '架空 五', '', 'N-6'], ['N-6', '架空 六', '', ''], ['N-7', '架空 七', '', 'N-7'])
    expect(faults).toEqual([{ code: 'staff-number-twice', rows: [2, 4] }, { code: 'badge-twice', rows: [3, 5] }, { code: 'badge-twice', rows: [6, 7] }])
    expect(staff.map(({ staffNumber }) => staffNumber)).toEqual(['N-7'])
  })

  it('[PLAN-5] whatever stands in a table, each row is a person or a fault, numbers are unique, and no fault holds what was typed', () => {
    const cell = fc.oneof(fc.constantFrom('', 'N-1', 'N-2', 'B1', '=1', '架空 花子', '看護師', '\u0000'), fc.string({ unit: 'binary', maxLength: 120 }))
    fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }), (table) => {
      const found = readStaffRows(table.map((cells, index) => ({ number: index + 2, cells, isCut: false })), columns)
      const told = new Set(found.faults.flatMap(({ rows: numbers }) => [...numbers]))
      expect(found.staff.length + told.size).toBe(table.length)
      expect(new Set(found.staff.map(({ staffNumber }) => staffNumber)).size).toBe(found.staff.length)
      for (const member of found.staff) expect(StaffMember.safeParse(member).success).toBe(true)
      for (const fault of found.faults) expect(Object.keys(fault).toSorted()).toEqual(['code', 'rows'])
    }))
  })

  // Comparing each row with each other would take minutes here, and end at the runner's limit: no stopwatch is needed.
  it('[PLAN-5] two hundred thousand rows end, as many as they are', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => ({ number: index + 2, cells: [`N-${index}`, `架空 ${index}`, '看護師', `B${index}`], isCut: false }))
    expect(readStaffRows(many, columns).staff).toHaveLength(200_000)
  })
})
