import type { StaffMember } from './hospital-plan.ts'

/**
 * Whom a typed staff number or a scanned badge means, by the hospital's list; null when nobody, or more than one. Width,
 * case and surrounding spaces of a number are forgiven; a badge reads as exactly what its scanner types.
 */
export function findStaff(staff: readonly StaffMember[], typed: string): StaffMember | null {
  const number = plain(typed)
  if (number === '') return null
  const found = staff.filter((one) => plain(one.staffNumber) === number || one.badge === typed.trim())
  return found.length === 1 ? (found[0] ?? null) : null
}

function plain(number: string): string {
  return number.normalize('NFKC').trim().toUpperCase()
}
