import type { FormExtended } from '../form/hospital-field.ts'
import type { EntryId, PatientId } from '../ids.ts'
import { correctedEntry, type ClockOffsets } from '../incident/clock.ts'
import type { Entry } from '../log/entry.ts'
import type { Person } from '../log/person.ts'
import { approvalsIn, type Approved } from '../record/proxy.ts'
import { takesHold } from '../record/strike.ts'
import { isOutsideUsual, type DutySaid } from '../record/usual-duty.ts'
import type { Origin } from '../transfer/imported.ts'
import { asWritten } from '../transfer/unwrap.ts'
import { millisecondsOf, type Instant } from '../time.ts'
import { markOf, type ChartMark } from './chart-mark.ts'
import { dutyReasons } from './duty-rows.ts'

/** One patient's records in the order things happened; nothing is left out because it was struck. */
export type Chart = {
  readonly patient: PatientId
  /** Oldest first, by when it happened, then by place in the journal. Views are not among them. */
  readonly rows: readonly ChartRow[]
  /** How often the chart was opened. */
  readonly opened: number
  readonly mark: ChartMark
}

export type ChartRow = {
  readonly seq: number
  readonly entry: Entry
  /** The other station that wrote it; null: this one. */
  readonly origin: Origin | null
  /** Of a form of another station, what its hospital calls its own fields in it. */
  readonly form: FormExtended | null
  /** 遅延記載: written down a quarter of an hour or more after it happened. */
  readonly late: boolean
  readonly struck: Struck | null
  /** 訂正: which version of the same record this is, from 1, and the version it took the place of. */
  readonly version: number
  readonly corrects: EntryId | null
  /** Of a proxy entry: that the person it was typed for says it is theirs. Null: not yet (未承認), or nobody's proxy. */
  readonly approved: Approved | null
  /** Null for what the author usually does, and for what another station wrote: its reasons stay there. Else why they did it, `later` until somebody has said. */
  readonly outside: DutySaid | null
}

/** The line through a record. `at` is when the line was drawn. */
export type Struck = {
  readonly strike: EntryId
  readonly reason: string
  readonly by: Person
  readonly onBehalfOf: Person | null
  readonly at: Instant
  /** The record of this chart that says it right; null: none does. */
  readonly replacement: EntryId | null
}

export const lateAfterMs = 15 * 60_000

export function isLate(entry: Pick<Entry, 'at' | 'recordedAt'>): boolean {
  // Nearly all of ten thousand are written at once: two moments need not be read to know that.
  return entry.recordedAt !== entry.at && millisecondsOf(entry.recordedAt) - millisecondsOf(entry.at) >= lateAfterMs
}

/**
 * The chart of a patient; records of others are passed over. The order in which records come makes no difference. Times
 * are corrected by what was confirmed of the clock when each record was written.
 */
export function chartOf(patient: PatientId, records: Iterable<{ readonly seq: number; readonly entry: Entry }>, clock: ClockOffsets = []): Chart {
  const recorded = [...records].filter((record) => record.entry.patient === patient).toSorted((a, b) => a.seq - b.seq)
  const own = recorded.map(({ seq, entry }) => ({ seq, ...asWritten(correctedEntry(entry, seq, clock)) }))
  const strikes = new Map<EntryId, Entry<'entry-struck'>[]>()
  for (const { entry } of own) {
    if (entry.kind === 'entry-struck') strikes.set(entry.body.struck, [...(strikes.get(entry.body.struck) ?? []), entry])
  }
  const entries = own.map(({ entry }) => entry)
  const [approvals, reasons] = [approvalsIn(entries), dutyReasons(entries)]
  const outside = (entry: Entry): DutySaid | null => (isOutsideUsual(entry) ? (reasons.get(entry.id) ?? { reason: 'later', words: '' }) : null)
  const lines = new Map(own.map(({ entry }) => [entry.id, struckBy(entry, strikes.get(entry.id) ?? [])]))
  const corrects = correctionsIn(entries, lines)
  const rows = own
    .filter(({ entry }) => entry.kind !== 'chart-opened')
    .map(({ seq, entry, origin, form }): ChartRow => ({ seq, entry, origin, form, late: isLate(entry), struck: lines.get(entry.id) ?? null, ...versionOf(entry.id, corrects), approved: approvals.get(entry.id) ?? null, outside: origin === null ? outside(entry) : null }))
  return { patient, rows: asItHappened(rows), opened: own.length - rows.length, mark: markOf(recorded) }
}

/** The order of a chart: by when it happened, then by place in the journal. */
export function asItHappened(rows: readonly ChartRow[]): readonly ChartRow[] {
  return rows.toSorted((a, b) => (a.entry.at === b.entry.at ? a.seq - b.seq : a.entry.at < b.entry.at ? -1 : 1))
}

/** The first line drawn counts; a second one changes nothing that was already said. */
function struckBy(entry: Entry, strikes: readonly Entry<'entry-struck'>[]): Struck | null {
  const strike = strikes.find((one) => takesHold(one, entry))
  return strike === undefined ? null : struckWith(strike)
}

export function struckWith({ id, body, by, onBehalfOf, at }: Entry<'entry-struck' | 'ward-line-struck'>): Struck {
  return { strike: id, reason: body.reason, by, onBehalfOf, at, replacement: 'replacement' in body ? (body.replacement ?? null) : null }
}

/** Of each version the one before it. A strike that names a record of another kind, or of another chart, corrects nothing. */
function correctionsIn(entries: readonly Entry[], lines: ReadonlyMap<EntryId, Struck | null>): ReadonlyMap<EntryId, EntryId> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const corrects = new Map<EntryId, EntryId>()
  for (const entry of entries) {
    const next = lines.get(entry.id)?.replacement ?? null
    if (next !== null && next !== entry.id && byId.get(next)?.kind === entry.kind && !corrects.has(next)) corrects.set(next, entry.id)
  }
  return corrects
}

const first = { version: 1, corrects: null } as const

function versionOf(id: EntryId, corrects: ReadonlyMap<EntryId, EntryId>): { readonly version: number; readonly corrects: EntryId | null } {
  if (!corrects.has(id)) return first // nearly all of ten thousand
  const seen = new Set([id])
  for (let before = corrects.get(id); before !== undefined && !seen.has(before); before = corrects.get(before)) seen.add(before)
  return { version: seen.size, corrects: corrects.get(id) ?? null }
}
