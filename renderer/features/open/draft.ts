import { pinFault } from '#domain/access/pin.ts'
import { StaffNumber } from '#domain/ids.ts'
import type { Profession } from '#domain/log/person.ts'
import { checkText, mostLine, mostName, mostNote } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { emptyCode, groupsLeft } from '#renderer/ui/code-groups.ts'
import { pinDigits } from '#renderer/ui/pin-words.ts'
import type { ReasonCode } from '#renderer/ui/reason-words.ts'
import { clockOffset } from './clock-offset.ts'

/** The stops of break-glass, one question each. The PIN comes after the opening: care may begin if it is skipped by a crash. */
export const openSteps = ['reason', 'people', 'clock', 'code', 'pin'] as const
export type OpenStep = (typeof openSteps)[number]

/** A further envelope while the emergency runs: what happened, by whose decision and by which clock was said at the first. */
const joiningSteps = ['people', 'code', 'pin'] as const satisfies readonly OpenStep[]

export function stepsOf({ purpose }: Pick<OpenDraft, 'purpose'>): readonly OpenStep[] {
  return purpose === 'join' ? joiningSteps : openSteps
}

/** What people typed. Nothing typed into a failed attempt is kept on disk (design §5). */
export type OpenDraft = {
  readonly purpose: 'open' | 'join'
  readonly reason: ReasonCode | null
  readonly story: string
  readonly name: string
  readonly staffNumber: string
  readonly profession: Profession | null
  readonly decidedBy: string
  readonly clock: 'right' | 'wrong' | null
  readonly dateTyped: string
  readonly timeTyped: string
  readonly envelope: number | null
  readonly code: readonly string[]
  readonly pin: string
  readonly pinAgain: string
}

export const emptyOpenDraft: OpenDraft = {
  purpose: 'open', reason: null, story: '', name: '', staffNumber: '', profession: null, decidedBy: '', clock: null, dateTyped: '', timeTyped: '',
  envelope: null, code: emptyCode('sealed'), pin: '', pinAgain: '',
}

/** What became of the code that was tried. */
export type CodeAnswer =
  | { readonly kind: 'not-tried' }
  | { readonly kind: 'trying' }
  | { readonly kind: 'wrong'; readonly wrongInARow: number }
  | { readonly kind: 'file-damaged' }
  | { readonly kind: 'other-envelope'; readonly envelope: number }
  | { readonly kind: 'roster-differs'; readonly sealedEpoch: number; readonly epoch: number }
  | { readonly kind: 'not-in-roster' }
  | { readonly kind: 'already-retired' }
  | { readonly kind: 'not-saved' }

export type Missing =
  | { readonly what: 'reason' | 'name' | 'staff-number' | 'profession' | 'decider' | 'clock' | 'time' | 'date' | 'envelope' | 'trying' | 'pin' | 'pin-again' | 'too-long' | 'unreadable' | 'override' }
  | { readonly what: 'groups'; readonly left: number }
  | { readonly what: 'wait'; readonly seconds: number }

/** The first thing that keeps this step from being done; null when it is done. */
export function missingAt(step: OpenStep, draft: OpenDraft, device: Instant, answer: CodeAnswer, waitSeconds: number): Missing | null {
  switch (step) {
    case 'reason':
      if (draft.reason === null) return { what: 'reason' }
      return missingOfText([draft.story, mostNote])
    case 'people':
      return missingOfPeople(draft)
    case 'clock':
      return missingOfClock(draft, device)
    case 'code': {
      const left = groupsLeft('sealed', draft.code)
      if (answer.kind === 'trying') return { what: 'trying' }
      if (waitSeconds > 0) return { what: 'wait', seconds: waitSeconds }
      if (draft.envelope === null) return { what: 'envelope' }
      return left > 0 ? { what: 'groups', left } : null
    }
    case 'pin':
      if (pinFault(pinDigits(draft.pin)) !== null) return { what: 'pin' }
      return pinDigits(draft.pin) === pinDigits(draft.pinAgain) ? null : { what: 'pin-again' }
  }
}

function missingOfPeople({ purpose, name, staffNumber, profession, decidedBy }: OpenDraft): Missing | null {
  if (name.trim() === '') return { what: 'name' }
  if (readStaffNumber(staffNumber) === null) return { what: 'staff-number' }
  if (profession === null) return { what: 'profession' }
  if (purpose === 'open' && decidedBy.trim() === '') return { what: 'decider' }
  return missingOfText([name, mostName], [decidedBy, mostLine])
}

/** What cannot be kept as typed must be mended here: an opening whose words were refused later would stand without them. */
function missingOfText(...texts: readonly (readonly [text: string, most: number])[]): Missing | null {
  const faults = texts.flatMap(([text, most]) => {
    const checked = checkText(text, most)
    return checked.ok ? [] : [checked.error.code]
  })
  if (faults.length === 0) return null
  return { what: faults.includes('text-too-long') ? 'too-long' : 'unreadable' }
}

function missingOfClock(draft: OpenDraft, device: Instant): Missing | null {
  if (draft.clock === null) return { what: 'clock' }
  if (draft.clock === 'right') return null
  const offset = clockOffset(device, draft.dateTyped, draft.timeTyped)
  return offset.ok ? null : { what: offset.error.code === 'not-a-time' ? 'time' : 'date' }
}

/** The staff number as on the badge; full width and surrounding spaces are forgiven. Null when it is none. */
export function readStaffNumber(typed: string): StaffNumber | null {
  const read = StaffNumber.safeParse(typed.normalize('NFKC').trim())
  return read.success ? read.data : null
}

/** Milliseconds to add to the device clock, as confirmed; 0 when it was right. */
export function confirmedOffset(draft: OpenDraft, device: Instant): number {
  const offset = draft.clock === 'wrong' ? clockOffset(device, draft.dateTyped, draft.timeTyped) : null
  return offset?.ok === true ? offset.value : 0
}
