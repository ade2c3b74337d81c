import { pinFault } from '#domain/access/pin.ts'
import { StaffNumber } from '#domain/ids.ts'
import type { Profession } from '#domain/log/person.ts'
import { checkText, mostName } from '#domain/text.ts'
import { groupsLeft } from '#renderer/ui/code-groups.ts'
import { pinDigits } from '#renderer/ui/pin-words.ts'

/** Somebody identified in this incident, and how many tries of their PIN are left. */
export type StaffOnDuty = { readonly staffNumber: StaffNumber; readonly name: string; readonly left: number }

/** What became of the last try. */
export type LockAnswer =
  | { readonly kind: 'not-tried' }
  | { readonly kind: 'trying' }
  | { readonly kind: 'wrong-pin'; readonly staffNumber: StaffNumber; readonly left: number }
  | { readonly kind: 'no-tries-left'; readonly staffNumber: StaffNumber }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'file-damaged' }
  | { readonly kind: 'failed' }

export type Missing =
  | { readonly what: 'choosePerson' | 'wiped' | 'typePin' | 'staffNumberMissing' }
  | { readonly what: 'groups'; readonly left: number }
  | { readonly what: 'wait'; readonly seconds: number }

export function missingOfPin(people: readonly StaffOnDuty[], chosen: StaffNumber | null, pin: string): Missing | null {
  const person = people.find(({ staffNumber }) => staffNumber === chosen)
  if (person === undefined) return { what: 'choosePerson' }
  if (person.left === 0) return { what: 'wiped' }
  const fault = pinFault(pinDigits(pin))
  return fault === null || fault.code === 'pin-all-same' || fault.code === 'pin-straight' ? null : { what: 'typePin' }
}

export function missingOfRestart(staffNumber: string, code: readonly string[], waitSeconds: number): Missing | null {
  if (waitSeconds > 0) return { what: 'wait', seconds: waitSeconds }
  if (readStaffNumber(staffNumber) === null) return { what: 'staffNumberMissing' }
  const left = groupsLeft('restart', code)
  return left > 0 ? { what: 'groups', left } : null
}

/** Who came in with a restart code: the code opens the ward, and says nothing of who holds it. */
export type ReturnedDraft = { readonly staffNumber: string; readonly name: string; readonly profession: Profession | null; readonly pin: string; readonly pinAgain: string }

export type MissingOfReturned = 'name' | 'too-long' | 'unreadable' | 'staffNumberMissing' | 'profession' | 'pin' | 'pin-again'

export function missingOfReturned({ staffNumber, name, profession, pin, pinAgain }: ReturnedDraft): MissingOfReturned | null {
  if (name.trim() === '') return 'name'
  if (name.length > mostName) return 'too-long'
  if (!checkText(name, mostName).ok) return 'unreadable'
  if (readStaffNumber(staffNumber) === null) return 'staffNumberMissing'
  if (profession === null) return 'profession'
  if (pinFault(pinDigits(pin)) !== null) return 'pin'
  return pinDigits(pin) === pinDigits(pinAgain) ? null : 'pin-again'
}

/** As on the badge; full width and surrounding spaces are forgiven. Null when it is none. */
export function readStaffNumber(typed: string): StaffNumber | null {
  const read = StaffNumber.safeParse(typed.normalize('NFKC').trim())
  return read.success ? read.data : null
}

/** People whose number begins with, or whose name contains, what was typed; everybody when nothing was. */
export function matching(people: readonly StaffOnDuty[], typed: string): readonly StaffOnDuty[] {
  const sought = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  return people.filter(({ staffNumber, name }) => staffNumber.toUpperCase().startsWith(sought) || name.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase().includes(sought))
}
