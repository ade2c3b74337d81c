import { describe, expect, it } from 'vitest'
import { StaffNumber } from '#domain/ids.ts'
import { matching, staffNumberOf } from '#domain/plan/known-people.ts'
import { aDoctor, aNurse } from '#tests/builders.ts'

const staff = [{ ...aNurse(), badge: 'A0012345' }, { ...aDoctor(), badge: null }]
const relief = StaffNumber.parse('R-001')

describe('whom a badge names', () => {
  it('[PEOPLE-2] is found by the badge’s own code, else by the staff number, of the list or of the incident', () => {
    expect(staffNumberOf('A0012345', staff, [])).toBe(aNurse().staffNumber)
    expect(staffNumberOf('d-0077', staff, [])).toBe(aDoctor().staffNumber)
    expect(staffNumberOf('r-001', staff, [relief])).toBe(relief)
  })

  it('[PEOPLE-2] is nobody where the station does not know the text', () => {
    for (const text of ['', ' ', 'A001234', 'A00123456', 'R-001', '204613']) expect(staffNumberOf(text, staff, [])).toBeNull()
  })

  it('[PEOPLE-2] a number typed in full means that person alone, a part of it everybody it fits', () => {
    const people = [aNurse(), aNurse({ staffNumber: StaffNumber.parse('N-10425') }), aDoctor({ name: '田 中' })]
    expect(matching(people, 'n-1042')).toEqual([people[0]])
    expect(matching(people, 'N-10')).toEqual(people.slice(0, 2))
    expect(matching(people, '田中')).toEqual([people[2]])
    expect(matching(people, '')).toEqual(people)
  })
})
