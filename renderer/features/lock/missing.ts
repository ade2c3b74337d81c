import { pinFault } from '#domain/access/pin.ts'
import { readStaffNumber, type StaffNumber } from '#domain/ids.ts'
import type { Profession } from '#domain/log/person.ts'
import { checkText, mostName } from '#domain/text.ts'
import { groupsLeft } from '#renderer/ui/code-groups.ts'
import { pinDigits } from '#renderer/ui/pin-words.ts'

/** Somebody of the staff list who has no PIN here yet. */
export type NotYetHere = { readonly staffNumber: StaffNumber; readonly name: string }

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

/** Who came in with a restart code: the code opens the ward, and says nothing of who holds it. `organisation`: of relief staff. */
export type ReturnedDraft = { readonly staffNumber: string; readonly name: string; readonly organisation: string; readonly profession: Profession | null; readonly pin: string; readonly pinAgain: string }

export const nobodyYet: ReturnedDraft = { staffNumber: '', name: '', organisation: '', profession: null, pin: '', pinAgain: '' }

export type MissingOfReturned = 'name' | 'too-long' | 'unreadable' | 'staffNumberMissing' | 'profession' | 'pin' | 'pin-again'

/** `mayLackNumber`: relief staff are given one. */
export function missingOfReturned({ staffNumber, name, organisation, profession, pin, pinAgain }: ReturnedDraft, mayLackNumber = false): MissingOfReturned | null {
  if (name.trim() === '') return 'name'
  if (name.length > mostName || organisation.length > mostName) return 'too-long'
  if (!checkText(name, mostName).ok || !checkText(organisation, mostName).ok) return 'unreadable'
  if (readStaffNumber(staffNumber) === null && !(mayLackNumber && staffNumber.trim() === '')) return 'staffNumberMissing'
  if (profession === null) return 'profession'
  return missingOfNewPin(pin, pinAgain)
}

function missingOfNewPin(pin: string, pinAgain: string): 'pin' | 'pin-again' | null {
  if (pinFault(pinDigits(pin)) !== null) return 'pin'
  return pinDigits(pin) === pinDigits(pinAgain) ? null : 'pin-again'
}

/** Two people who are known give their PINs so that a third may choose another one. */
export type ResetDraft = {
  readonly first: string
  readonly firstPin: string
  readonly second: string
  readonly secondPin: string
  readonly pin: string
  readonly pinAgain: string
}

export type MissingOfReset = 'first' | 'second' | 'same' | 'himself' | 'pin' | 'pin-again'

export function missingOfReset(draft: ResetDraft, people: readonly StaffOnDuty[], whose: StaffNumber): MissingOfReset | null {
  const [first, second] = [readStaffNumber(draft.first), readStaffNumber(draft.second)]
  const isKnown = (staffNumber: StaffNumber | null): boolean => people.some((one) => one.staffNumber === staffNumber && one.left > 0)
  if (first === whose || second === whose) return 'himself'
  if (!isKnown(first) || draft.firstPin === '') return 'first'
  if (second === first) return 'same'
  if (!isKnown(second) || draft.secondPin === '') return 'second'
  return missingOfNewPin(draft.pin, draft.pinAgain)
}
