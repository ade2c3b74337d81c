import { readStaffNumber } from '#domain/ids.ts'
import { nothingKnown, suggestStage, type LadderAnswers, type LadderTold, type Stage } from '#domain/incident/ladder.ts'
import type { IncidentEffect } from '#domain/incident/reason.ts'
import { clockOffset, emptyWatch, watchOffset, type WatchForm } from '#domain/incident/watch.ts'
import type { BodyOf } from '#domain/log/kinds.ts'
import type { Profession } from '#domain/log/person.ts'
import { checkText, mostLine, mostName, mostNote } from '#domain/text.ts'
import type { Instant } from '#domain/time.ts'
import { emptyCode, groupsLeft } from '#renderer/ui/code-groups.ts'
import type { ReasonCode } from '#renderer/ui/reason-words.ts'

/** The stops of break-glass, one question each; at the last one the ward is open and everybody is told. */
export const openSteps = ['ladder', 'reason', 'people', 'clock', 'code', 'opened'] as const
/** `instead`: a stage was chosen at which no envelope is opened. */
export type OpenStep = (typeof openSteps)[number] | 'instead'

/** A further envelope while the emergency runs: what happened, by whose decision and by which clock was said at the first. */
const joiningSteps = ['people', 'code', 'opened'] as const satisfies readonly OpenStep[]

export function stepsOf({ purpose }: Pick<OpenDraft, 'purpose'>): readonly OpenStep[] {
  return purpose === 'join' ? joiningSteps : openSteps
}

/** Somebody as typed: number and name. `isListed`: the name came from the hospital's list, and goes when the number changes. */
export type Typed = { readonly staffNumber: string; readonly name: string; readonly isListed: boolean }

/** What people typed. Nothing typed into a failed attempt is kept on disk (design §5). */
export type OpenDraft = WatchForm & {
  readonly purpose: 'open' | 'join'
  readonly ladder: LadderAnswers
  /** Null: the suggested one. */
  readonly stage: Stage | null
  readonly reason: ReasonCode | null
  readonly effects: readonly IncidentEffect[]
  readonly story: string
  readonly opener: Typed
  readonly profession: Profession | null
  readonly decidedBy: string
  /** As on the hospital's list; null when the name was typed. */
  readonly decider: BodyOf<'incident-told'>['decider']
  /** Empty: alone. */
  readonly witness: Typed
  readonly envelope: number | null
  readonly code: readonly string[]
}

const nobody: Typed = { staffNumber: '', name: '', isListed: false }

export const emptyOpenDraft: OpenDraft = {
  ...emptyWatch, purpose: 'open', ladder: nothingKnown, stage: null, reason: null, effects: [], story: '', opener: nobody, profession: null, decidedBy: '', decider: null, witness: nobody,
  envelope: null, code: emptyCode('sealed'),
}

export function stageOf({ ladder, stage }: Pick<OpenDraft, 'ladder' | 'stage'>): Stage {
  return stage ?? suggestStage(ladder)
}

export function ladderTold(draft: OpenDraft): LadderTold {
  return { answers: draft.ladder, suggested: suggestStage(draft.ladder), chosen: stageOf(draft) }
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
  | {
      readonly what:
        | 'reason' | 'name' | 'staff-number' | 'profession' | 'decider' | 'witness-number' | 'witness-name' | 'witness-same' | 'clock' | 'time' | 'date' | 'envelope' | 'retired' | 'trying'
        | 'too-long' | 'unreadable' | 'override'
    }
  | { readonly what: 'groups'; readonly left: number }
  | { readonly what: 'wait'; readonly seconds: number }

/** What the station says while the draft is filled. */
export type OpenFacts = {
  /** The device's own time, uncorrected. */
  readonly device: Instant
  readonly notBefore: Instant
  readonly answer: CodeAnswer
  readonly waitSeconds: number
  /** Envelopes that were retired at a stand-down: theirs is a paper that opens nothing any more. */
  readonly retired: readonly number[]
}

/** The first thing that keeps this step from being done; null when it is done. */
export function missingAt(step: OpenStep, draft: OpenDraft, { device, notBefore, answer, waitSeconds, retired }: OpenFacts): Missing | null {
  switch (step) {
    case 'ladder':
    case 'instead':
    case 'opened':
      return null
    case 'reason':
      if (draft.reason === null) return { what: 'reason' }
      return missingOfText([draft.story, mostNote])
    case 'people':
      return missingOfPeople(draft)
    case 'clock':
      return missingOfClock(draft, device, notBefore)
    case 'code': {
      const left = groupsLeft('sealed', draft.code)
      if (answer.kind === 'trying') return { what: 'trying' }
      if (waitSeconds > 0) return { what: 'wait', seconds: waitSeconds }
      if (draft.envelope === null) return { what: 'envelope' }
      if (retired.includes(draft.envelope)) return { what: 'retired' }
      return left > 0 ? { what: 'groups', left } : null
    }
  }
}

function missingOfPeople({ purpose, opener, profession, decidedBy, witness }: OpenDraft): Missing | null {
  const number = readStaffNumber(opener.staffNumber)
  if (number === null) return { what: 'staff-number' }
  if (opener.name.trim() === '') return { what: 'name' }
  if (profession === null) return { what: 'profession' }
  if (purpose === 'open' && decidedBy.trim() === '') return { what: 'decider' }
  const other = readStaffNumber(witness.staffNumber)
  const isWitnessed = witness.staffNumber.trim() !== '' || witness.name.trim() !== ''
  if (isWitnessed && other === null) return { what: 'witness-number' }
  if (isWitnessed && witness.name.trim() === '') return { what: 'witness-name' }
  if (other !== null && other.toUpperCase() === number.toUpperCase()) return { what: 'witness-same' }
  return missingOfText([opener.name, mostName], [decidedBy, mostLine], [witness.name, mostName])
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

function missingOfClock(draft: OpenDraft, device: Instant, notBefore: Instant): Missing | null {
  if (draft.clock === null) return { what: 'clock' }
  if (draft.clock !== 'wrong') return null
  const offset = clockOffset(device, draft.dateTyped, draft.timeTyped, notBefore)
  return offset.ok ? null : { what: offset.error.code === 'not-a-time' ? 'time' : 'date' }
}

/** Milliseconds to add to the device clock, as confirmed; 0 when it was right. */
export function confirmedOffset(draft: OpenDraft, device: Instant, notBefore: Instant): number {
  return watchOffset(draft, device, notBefore) ?? 0
}

/** The witness as the first entry keeps them; null when the opener was alone. */
export function witnessOf({ witness }: OpenDraft): BodyOf<'incident-told'>['witness'] {
  const staffNumber = readStaffNumber(witness.staffNumber)
  return staffNumber === null ? null : { staffNumber, name: witness.name }
}
