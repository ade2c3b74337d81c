import { struckEntries } from '../export/strikes.ts'
import type { Persons } from '../identity/persons.ts'
import type { EntryId, PatientId, StaffNumber } from '../ids.ts'
import { correctedEntry, type ClockOffsets } from '../incident/clock.ts'
import type { Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import type { StationLetters } from '../number/ward-number.ts'
import { millisecondsOf } from '../time.ts'
import type { Origin } from '../transfer/imported.ts'
import { asWritten } from '../transfer/unwrap.ts'
import { priorities, priorityOf, type Priority } from './priority.ts'
import { statesOf, untouched, type RecordState, type RecordStatus } from './status.ts'

/** One record that is to be brought into the hospital's system, and how far it has come. */
export type RecordRow = {
  readonly id: EntryId
  /** Its source number: what stands beside it on every sheet. */
  readonly seq: number
  /** As it was written, its times corrected. */
  readonly entry: Entry
  /** The other station that wrote it; null: this one. */
  readonly origin: Origin | null
  readonly priority: Priority
  /** The registration it was written under, or of a sheet of paper the one it was listed for; null: of no patient. */
  readonly patient: PatientId | null
  readonly state: RecordState
}

export type Numbered = { readonly seq: number; readonly entry: Entry }

/** An entry as the reconciliation reads it: as it was written and where, its times corrected. Reading costs, so it is done once. */
export type ReadEntry = Numbered & { readonly origin: Origin | null }

export function readRecord({ seq, entry }: Numbered, clock: ClockOffsets): ReadEntry {
  const written = asWritten(correctedEntry(entry, seq, clock))
  return { seq, entry: written.entry, origin: written.origin }
}

/** A record without how far it has come: that changes with every step, and the rest does not. */
export type BareRecord = Omit<RecordRow, 'state'>

/** Every record to be transcribed, in the order of the journal; what is struck is none. Each is here once, however often it came. Rule REC-1. */
export function recordsOf(records: readonly Numbered[], clock: ClockOffsets = []): readonly RecordRow[] {
  const read = records.map((record) => readRecord(record, clock))
  return withStates(bareRecords(read), read)
}

/** The same with how far each has come. `records`: every entry with a step in it. */
export function withStates(bare: readonly BareRecord[], records: readonly ReadEntry[]): readonly RecordRow[] {
  const states = statesOf(records.map(({ entry }) => entry))
  return bare.map((record) => ({ ...record, state: states.get(record.id) ?? untouched }))
}

export function bareRecords(records: readonly ReadEntry[]): readonly BareRecord[] {
  const struck = struckEntries(records.map(({ entry }) => entry))
  const seen = new Set<EntryId>()
  return records.flatMap(({ seq, entry, origin }): readonly BareRecord[] => {
    const priority = priorityOf[entry.kind]
    if (priority === null || struck.has(entry.id) || seen.has(entry.id)) return []
    seen.add(entry.id)
    return [{ id: entry.id, seq, entry, origin, priority, patient: entry.kind === 'sheet-listed' ? entry.body.patient : entry.patient }]
  })
}

/** What a worklist shows; null: everything. `patient`: the whole person, under whichever of their numbers. */
export type WorkFilter = { readonly patient: PatientId | null; readonly kind: Kind | null; readonly author: StaffNumber | null; readonly priority: Priority | null; readonly status: RecordStatus | null; /** The station that wrote it. */ readonly letters: StationLetters | null }
export const everything: WorkFilter = { letters: null, patient: null, kind: null, author: null, priority: null, status: null }

export function matchesFilter(row: RecordRow, filter: WorkFilter, { mainOf }: Pick<Persons, 'mainOf'>): boolean {
  return (
    (filter.patient === null || (row.patient !== null && mainOf(row.patient) === mainOf(filter.patient))) &&
    (filter.kind === null || row.entry.kind === filter.kind) &&
    (filter.author === null || row.entry.by.staffNumber === filter.author) &&
    (filter.priority === null || row.priority === filter.priority) &&
    (filter.letters === null || row.origin?.letters === filter.letters) &&
    (filter.status === null || row.state.status === filter.status)
  )
}

/** The order of work: what harms if it is missing first, then person by person as they came, then as it happened. */
export function inWorkOrder<Row extends BareRecord>(rows: readonly Row[], { mainOf }: Pick<Persons, 'mainOf'>): readonly Row[] {
  const came = new Map<PatientId | null, number>()
  for (const { patient } of rows) {
    const main = patient === null ? null : mainOf(patient)
    if (!came.has(main)) came.set(main, came.size)
  }
  // Read once each: a desk has twenty thousand, and each is compared fifteen times.
  const keyed = rows.map((row) => ({ row, rank: priorities.indexOf(row.priority), person: came.get(row.patient === null ? null : mainOf(row.patient)) ?? 0, at: millisecondsOf(row.entry.at) }))
  return keyed.toSorted((a, b) => a.rank - b.rank || a.person - b.person || a.at - b.at || a.row.seq - b.row.seq).map(({ row }) => row)
}

/**
 * Where this person goes on: what they began and did not finish, else the next one nobody has begun. Computed, so that it is the
 * same after a restart. `after`: the record that was just done; the work goes on behind it and comes round again. Rule REC-7.
 */
export function nextToType(rows: readonly RecordRow[], me: StaffNumber, after: EntryId | null): RecordRow | null {
  const at = after === null ? -1 : rows.findIndex(({ id }) => id === after)
  const round = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  return round.find(({ state }) => isBegunBy(state, me)) ?? round.find(({ state }) => state.status === 'untouched') ?? null
}

/** Has this person it in hand? */
export function isBegunBy({ status, begun }: RecordState, me: StaffNumber): boolean {
  return status === 'begun' && begun?.by.staffNumber === me
}

/** The next one that this person may check: typed, and never by them. */
export function nextToCheck(rows: readonly RecordRow[], me: StaffNumber, after: EntryId | null): RecordRow | null {
  const at = after === null ? -1 : rows.findIndex(({ id }) => id === after)
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => mayCheck(row, me)) ?? null
}

export function mayCheck({ state }: RecordRow, me: StaffNumber): boolean {
  return state.status === 'transcribed' && !state.typed.some(({ by, onBehalfOf }) => by.staffNumber === me || onBehalfOf?.staffNumber === me)
}

/** So near together two stations may have written the same thing down. */
export const sameMomentMs = 15 * 60_000

/** Records of the same person and kind that another station wrote about the same time: both are kept, and a person decides which is typed. Rule REC-8. */
export function besides(row: RecordRow, rows: readonly RecordRow[], { mainOf }: Pick<Persons, 'mainOf'>): readonly RecordRow[] {
  const { patient } = row
  if (patient === null) return []
  const at = millisecondsOf(row.entry.at)
  return rows.filter((other) =>
    other.id !== row.id && other.patient !== null && mainOf(other.patient) === mainOf(patient) && other.entry.kind === row.entry.kind &&
    (other.origin?.station ?? null) !== (row.origin?.station ?? null) && Math.abs(millisecondsOf(other.entry.at) - at) <= sameMomentMs)
}
