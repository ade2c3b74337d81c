import type { StaffNumber } from '../ids.ts'
import type { Person } from '../log/person.ts'
import { findStaff } from './find-staff.ts'
import type { StaffMember } from './hospital-plan.ts'

/** Width, case and spaces around make no difference. */
function plainly(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase()
}

/** Whom a badge names: by the staff list, else by the number somebody has in the incident. Null: nobody the station knows. */
export function staffNumberOf(badge: string, staff: readonly StaffMember[], identified: Iterable<StaffNumber>): StaffNumber | null {
  return findStaff(staff, badge)?.staffNumber ?? [...identified].find((number) => plainly(number) === plainly(badge)) ?? null
}

/** People whose number begins with, or whose name contains, what was typed; a number typed in full means that one alone. */
export function matching<Someone extends Pick<Person, 'staffNumber' | 'name'>>(people: readonly Someone[], typed: string): readonly Someone[] {
  const sought = plainly(typed).replaceAll(/\s/g, '')
  const exactly = people.filter(({ staffNumber }) => plainly(staffNumber) === sought)
  if (exactly.length === 1) return exactly
  return people.filter(({ staffNumber, name }) => plainly(staffNumber).startsWith(sought) || plainly(name).replaceAll(/\s/g, '').includes(sought))
}
