import type { EntryId, StaffNumber } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import type { Words } from '../patient/wareki.ts'
import { takesHold } from '../record/strike.ts'
import type { Instant } from '../time.ts'

/** 未着手 → 転記中 → 転記済 → 照合済, or 対象外. A record is in exactly one of them, because this is computed from all its steps and never stored. */
export type RecordStatus = 'untouched' | 'begun' | 'transcribed' | 'checked' | 'not-needed'
export const recordStatuses: readonly RecordStatus[] = ['untouched', 'begun', 'transcribed', 'checked', 'not-needed']

export const statusWords = {
  untouched: { ja: '未着手', en: 'Not begun' },
  begun: { ja: '転記中', en: 'Being typed' },
  transcribed: { ja: '転記済', en: 'Typed' },
  checked: { ja: '照合済', en: 'Checked' },
  'not-needed': { ja: '対象外', en: 'Not needed' },
} as const satisfies Record<RecordStatus, Words>

/** One step about a record, without the others it may have been made with. */
export type StepSaid = { readonly entry: EntryId; readonly at: Instant; readonly by: Person; readonly onBehalfOf: Person | null; readonly target: string | null; readonly note: string }

export type RecordState = {
  readonly status: RecordStatus
  /** Who has it in hand: of `begun`, whoever began last. */
  readonly begun: StepSaid | null
  /** Every time it was typed and not taken back, in order. More than one: two people may have typed it. */
  readonly typed: readonly StepSaid[]
  readonly checked: StepSaid | null
  readonly notNeeded: StepSaid | null
}

export const untouched: RecordState = { status: 'untouched', begun: null, typed: [], checked: null, notNeeded: null }

type Step = Entry<'record-transcribed'>

/**
 * The state of every record that any step speaks of. The entries may come in any order, as after files of several desks were put
 * together: steps count in the order of (at, id), which is the same everywhere. Rules REC-1 to REC-3.
 */
export function statesOf(entries: readonly Entry[]): ReadonlyMap<EntryId, RecordState> {
  const steps = stepsIn(entries)
  const byRecord = new Map<EntryId, Step[]>()
  for (const step of steps) {
    for (const record of new Set(step.body.of)) {
      const known = byRecord.get(record)
      if (known === undefined) byRecord.set(record, [step])
      else known.push(step)
    }
  }
  return new Map([...byRecord].map(([record, own]) => [record, stateOf(own)]))
}

/** Steps without a line through them, each once, in the order of (at, id). */
function stepsIn(entries: readonly Entry[]): readonly Step[] {
  const steps = new Map(entries.flatMap((entry): readonly (readonly [EntryId, Step])[] => (entry.kind === 'record-transcribed' ? [[entry.id, entry]] : [])))
  for (const entry of entries) {
    if (entry.kind !== 'ward-line-struck') continue
    const target = steps.get(entry.body.struck)
    if (target !== undefined && takesHold(entry, target)) steps.delete(target.id)
  }
  return [...steps.values()].toSorted(inTime)
}

/** By when, then by id: an order that no journal and no file changes. */
export function inTime(one: Pick<Entry, 'at' | 'id'>, two: Pick<Entry, 'at' | 'id'>): number {
  return one.at < two.at ? -1 : one.at > two.at ? 1 : one.id < two.id ? -1 : one.id > two.id ? 1 : 0
}

/**
 * What is typed is typed: a later "begun" or "not needed" of somebody who did not know takes nothing back, only a line through the
 * step does. A check counts when it comes after a typing and is by nobody who ever typed the record: found out later, it counts no more.
 */
function stateOf(steps: readonly Step[]): RecordState {
  const of = (step: Step['body']['step']): readonly Step[] => steps.filter(({ body }) => body.step === step)
  const typed = of('transcribed')
  const [first] = typed
  const begun = of('begun').at(-1) ?? null
  const notNeeded = of('not-needed').at(-1) ?? null
  const said = { begun: saidOf(begun), typed: typed.map(stepSaid), notNeeded: saidOf(notNeeded) }
  if (first === undefined) {
    const isSetAside = notNeeded !== null && (begun === null || inTime(begun, notNeeded) < 0)
    return { ...said, status: isSetAside ? 'not-needed' : begun === null ? 'untouched' : 'begun', checked: null }
  }
  const typists = new Set(typed.flatMap(handsOf))
  const check = of('checked').find((step) => inTime(first, step) < 0 && !handsOf(step).some((hand) => typists.has(hand))) ?? null
  return { ...said, status: check === null ? 'transcribed' : 'checked', checked: saidOf(check) }
}

function saidOf(step: Step | null): StepSaid | null {
  return step === null ? null : stepSaid(step)
}

function stepSaid({ id, at, by, onBehalfOf, body }: Step): StepSaid {
  return { entry: id, at, by, onBehalfOf, target: body.target, note: body.note }
}

/** Whoever typed, and whoever it was typed for: one pair of eyes twice is one. */
export function handsOf({ by, onBehalfOf }: Pick<StepSaid, 'by' | 'onBehalfOf'>): readonly StaffNumber[] {
  return onBehalfOf === null ? [by.staffNumber] : [by.staffNumber, onBehalfOf.staffNumber]
}
