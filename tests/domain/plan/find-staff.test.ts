import { describe, expect, it } from 'vitest'
import { StaffNumber } from '#domain/ids.ts'
import { findStaff } from '#domain/plan/find-staff.ts'
import type { StaffMember } from '#domain/plan/hospital-plan.ts'

const member = (staffNumber: string, name: string, badge: string | null = null): StaffMember => ({ staffNumber: StaffNumber.parse(staffNumber), name, profession: 'nurse', badge })
const staff = [member('N-104', '架空 花子', 'A00104B'), member('N-105', '架空 一郎'), member('20481', '見本 次郎'), member('204817', '見本 三郎', '4912345678904')]
const named = (typed: string): string | null => findStaff(staff, typed)?.name ?? null

describe('whom a number means', () => {
  it.each([['N-104', '架空 花子'], ['n-104', '架空 花子'], [' Ｎ－１０４ ', '架空 花子'], ['A00104B', '架空 花子'], ['4912345678904', '見本 三郎'], ['20481', '見本 次郎'], ['204817', '見本 三郎']])(
    '[GLASS-10] %j brings its name',
    (typed, name) => expect(named(typed)).toBe(name),
  )

  it.each(['', ' ', 'N-10', 'N-106', 'a00104b', '2048'])('[GLASS-10] %j brings nobody', (typed) => expect(named(typed)).toBeNull())

  it('[GLASS-10] a number that means two people brings neither', () => {
    expect(findStaff([...staff, member('A00104B', '架空 四郎')], 'A00104B')).toBeNull()
  })
})
