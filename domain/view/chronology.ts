import type { EntryId, StaffNumber } from '../ids.ts'
import { corrected, correctedEntry, offsetAt, withClock, type ClockOffsets } from '../incident/clock.ts'
import type { Entry } from '../log/entry.ts'
import type { BodyOf, Kind } from '../log/kinds.ts'
import type { Person } from '../log/person.ts'
import type { PublicEvent } from '../log/public-event.ts'
import type { WardNumber } from '../number/ward-number.ts'
import type { Naming } from '../patient/naming.ts'
import type { ChronologyLine } from '../record/chronology-line.ts'
import { takesHold } from '../record/strike.ts'
import { instantOf, type Instant } from '../time.ts'
import { isLate, struckWith, type Struck } from './chart.ts'

/**
 * The ward's chronology (クロノロジー, domain facts §5.1): what people wrote, and beside it what the station itself knows
 * happened, marked 自動. Lines stand in the order of the journal, which no clock can change; the times are corrected.
 */
export type ChronologyRow = {
  readonly seq: number
  /** Null where the machine told it and not an entry. */
  readonly entry: EntryId | null
  readonly at: Instant
  readonly recordedAt: Instant
  readonly late: boolean
  readonly content: ChronologyContent
  /** Who recorded it; a staff number where only the machine told it; null: the machine itself. */
  readonly recorder: Person | StaffNumber | null
  readonly isAuto: boolean
  readonly struck: Struck | null
}

export type ChronologyContent =
  | { readonly what: 'written'; readonly line: ChronologyLine }
  | { readonly what: 'opened'; readonly told: BodyOf<'incident-told'>; readonly envelope: number }
  | { readonly what: 'joined'; readonly envelope: number }
  | { readonly what: 'identified'; readonly person: Person; readonly vouchedBy: StaffNumber | null }
  | { readonly what: 'registered'; readonly number: WardNumber; readonly naming: Naming; readonly bed: string | null }
  | { readonly what: 'moved'; readonly number: WardNumber | null; readonly bed: string | null }
  | { readonly what: 'stay'; readonly number: WardNumber | null; readonly change: BodyOf<'stay-changed'>['change']; readonly to: string }
  | { readonly what: 'died'; readonly number: WardNumber | null }
  | { readonly what: 'stood-down'; readonly decidedBy: string }
  | { readonly what: 'printed'; readonly form: BodyOf<'sheet-printed'>['form']; readonly sheets: number }
  | { readonly what: 'exported'; readonly entries: number }
  | { readonly what: 'clock-confirmed'; readonly confirmed: BodyOf<'clock-confirmed'> }
  | { readonly what: 'clock-doubted'; readonly byMs: number }
  | { readonly what: 'restart-code'; readonly holder: StaffNumber }
  | { readonly what: 'countersigned' }

type Numbered = { readonly seq: number; readonly entry: Entry }
export type Told = { readonly seq: number; readonly wallMs: number; readonly event: PublicEvent }

/** The lines of an incident, from its entries and from what the machine told in the same journal; both in any order. */
export function chronologyOf(entries: Iterable<Numbered>, told: Iterable<Told> = []): readonly ChronologyRow[] {
  const own = [...entries].toSorted((one, other) => one.seq - other.seq)
  let clock: ClockOffsets = []
  for (const { seq, entry } of own) clock = withClock(clock, seq, entry)
  const strikes = new Map(own.flatMap(({ seq, entry }) => (entry.kind === 'ward-line-struck' || entry.kind === 'entry-struck' ? [[entry.body.struck, correctedEntry(entry, seq, clock)] as const] : [])).toReversed())
  const seen: Seen = { accounts: new Set(), numbers: new Map() }
  const lines = own.flatMap(({ seq, entry }): readonly ChronologyRow[] => {
    const shown = correctedEntry(entry, seq, clock)
    return contentsOf(entry, seen).map((content) => ({
      seq, entry: entry.id, at: shown.at, recordedAt: shown.recordedAt, late: isLate(shown), content, recorder: entry.by, isAuto: entry.kind !== 'chronology-line', struck: struckBy(entry, strikes.get(entry.id)),
    }))
  })
  return [...lines, ...[...told].flatMap((one) => lineOfEvent(one, clock))].toSorted((one, other) => one.seq - other.seq)
}

/** What lines before this one have said: an envelope joins once, and what happens to a patient names the number. */
type Seen = { readonly accounts: Set<number>; readonly numbers: Map<Entry['patient'], WardNumber> }

function contentsOf(entry: Entry, { accounts, numbers }: Seen): readonly ChronologyContent[] {
  const isFirst = accounts.size === 0
  const isNew = entry.account > 0 && !accounts.has(entry.account)
  if (isNew) accounts.add(entry.account)
  const joined: readonly ChronologyContent[] = isNew && !isFirst ? [{ what: 'joined', envelope: entry.account }] : []
  const content = contentOf(entry, numbers)
  return content === null ? joined : [...joined, content]
}

function contentOf(entry: Entry, numbers: Seen['numbers']): ChronologyContent | null {
  const say = tellings[entry.kind] as ((entry: Entry, numbers: Seen['numbers']) => ChronologyContent) | undefined // the row of this entry's own kind takes this entry
  return say?.(entry, numbers) ?? null
}

/** Kinds without a line here are care itself, or traces of it: they stand in the charts and in the audit. */
const tellings: { readonly [K in Kind]?: (entry: Entry<K>, numbers: Seen['numbers']) => ChronologyContent } = {
  'incident-told': ({ body, account }) => ({ what: 'opened', told: body, envelope: account }),
  'chronology-line': ({ body }) => ({ what: 'written', line: body }),
  'person-identified': ({ body }) => ({ what: 'identified', person: body.person, vouchedBy: body.vouchedBy }),
  'patient-registered': ({ patient, body }, numbers) => {
    numbers.set(patient, body.number)
    return { what: 'registered', number: body.number, naming: body.naming, bed: body.bed }
  },
  'patient-moved': ({ patient, body }, numbers) => ({ what: 'moved', number: numbers.get(patient) ?? null, bed: body.bed }),
  'stay-changed': ({ patient, body }, numbers) => ({ what: 'stay', number: numbers.get(patient) ?? null, change: body.change, to: body.to }),
  'death-confirmed': ({ patient }, numbers) => ({ what: 'died', number: numbers.get(patient) ?? null }),
  'stood-down': ({ body }) => ({ what: 'stood-down', decidedBy: body.decidedBy }),
  'sheet-printed': ({ body }) => ({ what: 'printed', form: body.form, sheets: body.sheets }),
  'export-made': ({ body }) => ({ what: 'exported', entries: body.entries }),
  'clock-confirmed': ({ body }) => ({ what: 'clock-confirmed', confirmed: body }),
  countersigned: () => ({ what: 'countersigned' }),
}

function lineOfEvent({ seq, wallMs, event }: Told, clock: ClockOffsets): readonly ChronologyRow[] {
  const content: ChronologyContent | null =
    event.event === 'restart-code-made' ? { what: 'restart-code', holder: event.staffNumber }
    : event.event === 'clock-jumped' ? { what: 'clock-doubted', byMs: event.byMs }
    : event.event === 'clock-behind' ? { what: 'clock-doubted', byMs: -event.byMs }
    : null
  if (content === null) return []
  const at = corrected(instantOf(wallMs), offsetAt(clock, seq))
  return [{ seq, entry: null, at, recordedAt: at, late: false, content, recorder: content.what === 'restart-code' ? content.holder : null, isAuto: true, struck: null }]
}

function struckBy(entry: Entry, strike: Entry<'entry-struck' | 'ward-line-struck'> | undefined): Struck | null {
  return strike === undefined || !takesHold(strike, entry) ? null : struckWith(strike)
}

