import type { Entry } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import type { PublicEvent } from '../log/public-event.ts'
import { StaffNumber } from '../ids.ts'
import { millisecondsOf } from '../time.ts'
import type { DrillLog, DrillMistake, DrillTask } from './drill-log.ts'

/** Who "wrote" the sample ward: nobody's act, and in no score. */
export const sampleAuthor: Person = { staffNumber: StaffNumber.parse('SAMPLE'), name: '見本', profession: 'other' }

export type DrillTrace = {
  readonly startedMs: number
  readonly entries: readonly Entry[]
  /** Public events of the drill's own station and incident journals, in any order. */
  readonly events: readonly { readonly wallMs: number; readonly event: PublicEvent }[]
}

export type DrillScore = Pick<DrillLog, 'participants' | 'tasks' | 'mistakes'>

/** What people did in the drill, from its own records: seconds until each task was first done, and what went wrong. Rule DRILL-5. */
export function scoreOf({ startedMs, entries, events }: DrillTrace): DrillScore {
  const theirs = entries.filter(({ by }) => by.staffNumber !== sampleAuthor.staffNumber)
  const first = (isIt: (entry: Entry) => boolean): number | null => earliest(theirs.filter(isIt).map(({ recordedAt }) => millisecondsOf(recordedAt)))
  const told = (isIt: (event: PublicEvent) => boolean): readonly number[] => events.filter(({ event }) => isIt(event)).map(({ wallMs }) => wallMs)
  const lockedAt = earliest(told(({ event }) => event === 'locked').filter((at) => at > startedMs))
  const done: Record<DrillTask, number | null> = {
    opened: earliest(told(({ event }) => event === 'envelope-opened')),
    'first-patient': first(({ kind }) => kind === 'patient-registered'),
    'unknown-patient': first((entry) => entry.kind === 'patient-registered' && entry.body.naming.kind === 'unknown'),
    'first-vitals': first(({ kind }) => kind === 'vital-signs'),
    'first-allergy': first((entry) => entry.kind === 'allergy-stated' && entry.body.state !== 'unconfirmed'),
    'first-note': first(({ kind }) => kind === 'note'),
    'locked-and-back': lockedAt === null ? null : earliest(told((event) => event.event === 'unlocked' && event.by === 'pin').filter((at) => at > lockedAt)),
  }
  const registered = theirs.flatMap((entry) => (entry.kind === 'patient-registered' && entry.patient !== null ? [entry.patient] : []))
  const without = (kind: Entry['kind']): number => registered.filter((patient) => !theirs.some((entry) => entry.kind === kind && entry.patient === patient)).length
  const pins = told(({ event }) => event === 'unlock-tried').length - told((event) => event.event === 'unlocked' && event.by === 'pin').length
  const wrong: Record<DrillMistake, number> = {
    'wrong-code': told(({ event }) => event === 'code-refused').length,
    'wrong-pin': Math.max(0, pins),
    struck: theirs.filter(({ kind }) => kind === 'entry-struck').length,
    'allergy-not-asked': without('allergy-stated'),
    'vitals-not-taken': without('vital-signs'),
    'idle-lock': told((event) => event.event === 'locked' && event.why === 'idle').length,
  }
  return {
    participants: [...new Map(theirs.map(({ by }) => [by.staffNumber, by])).values()],
    tasks: (Object.keys(done) as DrillTask[]).map((task) => ({ task, seconds: done[task] === null ? null : Math.max(0, Math.round((done[task] - startedMs) / 1000)) })), // the keys of the record itself
    mistakes: (Object.keys(wrong) as DrillMistake[]).map((mistake) => ({ mistake, times: wrong[mistake] })), // the keys of the record itself
  }
}

function earliest(moments: readonly number[]): number | null {
  return moments.length === 0 ? null : Math.min(...moments)
}
