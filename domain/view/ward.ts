import type { EntryId, PatientId, StaffNumber } from '../ids.ts'
import { correctedEntry, withClock, type ClockOffsets } from '../incident/clock.ts'
import type { Entry } from '../log/entry.ts'
import type { BodyOf } from '../log/kinds.ts'
import type { Person } from '../log/person.ts'
import type { NumbersSetAside, NumbersVoided } from '../number/blank.ts'
import type { StationLetters } from '../number/ward-number.ts'
import type { SheetForm } from '../print/form.ts'
import type { AllergyStatement } from '../record/allergy.ts'
import { unreachable } from '../result.ts'
import type { Instant } from '../time.ts'
import { asWritten } from '../transfer/unwrap.ts'
import type { FormExtended } from '../form/hospital-field.ts'
import { withCare, withoutCare, type CareFact } from './care.ts'
import { paperAfter, type PaperOut } from './paper-out.ts'
import { emptyLedger, ledgerAfter, type Ledger } from './controlled.ts'
import { withFact, withoutFact, type Fact } from './facts.ts'
import type { TriageCategory } from '../triage/category.ts'
import { emptyMark, markAfter, type ChartMark } from './chart-mark.ts'
import { inOrder, noVitals, withVitals, withoutVitals, type Stamp, type Vitals } from './latest-vitals.ts'
import { itemsAfter, nothingOpen, type OpenItems } from './open-items.ts'

/**
 * The ward at a glance, computed from entries and nothing else: what the board, the search and the next
 * registration need. It holds what is current; a patient's history is in the chart.
 *
 * Entries come in journal order, but an entry may stand behind one that speaks of it (records re-appended
 * after a recovery): a strike may come before what it strikes, a value before the registration.
 */
export type WardView = {
  /** The journal sequence this view has come to. */
  readonly upToSeq: number
  readonly entries: number
  /** The counter of the window that wrote last (entry.after.n); a new window begins at 1. */
  readonly lastN: number
  /** In the order they came. */
  readonly patients: ReadonlyMap<PatientId, PatientRow>
  /** Entries about the ward, not about one patient. */
  readonly ward: ChartMark
  /** What was said of the device's clock. The times in the rows are corrected by it. */
  readonly clock: ClockOffsets
  /** Who was identified in this incident, by staff number; whoever was introduced again stands as said last. */
  readonly staff: ReadonlyMap<StaffNumber, Identified>
  /** What still wants a word of somebody. */
  readonly items: OpenItems
  /** Forms printed of a patient, one a print, in the order they were recorded: what counts a band's reprints. */
  readonly prints: ReadonlyMap<PatientId, readonly SheetForm[]>
  /** The newest print of each sheet of a chart, by patient: paper grows old. */
  readonly paper: readonly PaperOut[]
  /** Numbers printed on bands and labels before anybody wears them. */
  readonly setAside: readonly NumbersSetAside[]
  /** Of them those that nobody may get any more. */
  readonly voided: readonly NumbersVoided[]
  /** The ledger of narcotics. */
  readonly controlled: Ledger
  /** What the hospital added to forms, version by version. */
  readonly forms: readonly FormExtended[]
}

export type Identified = { readonly person: Person; readonly organisation: string }

export type PatientRow = {
  readonly id: PatientId
  /** Null while the registration itself has not been seen. */
  readonly registered: Registered | null
  /** Moves that count, newest first. */
  readonly moves: readonly Move[]
  /** Allergy statements that count, newest first. */
  readonly allergies: readonly AllergySaid[]
  /** Triages that count, newest first: the first is the category now. */
  readonly triages: readonly TriageSaid[]
  readonly vitals: Vitals
  /** Identity, stay, photos and the like that count, newest first. */
  readonly facts: readonly Fact[]
  /** Orders in force, their answers, what runs; and what ended a short while ago. Newest first. */
  readonly care: readonly CareFact[]
  /** Entries of this patient that were struck. */
  readonly struck: readonly EntryId[]
  readonly mark: ChartMark
}

export type Registered = BodyOf<'patient-registered'> & {
  readonly at: Instant
  readonly recordedAt: Instant
  readonly by: Person
  /** Letters of the other station that registered the patient; null: registered here. Its bed is a bed there, and not kept. */
  readonly from: StationLetters | null
}
export type Move = Stamp & { readonly bed: string | null }
export type AllergySaid = Stamp & { readonly statement: AllergyStatement; readonly by: Person }

/** As much of a triage as a list shows; its answers are in the chart. */
export type TriageSaid = Stamp & Pick<BodyOf<'triage-decided'>, 'method' | 'suggested' | 'decided' | 'tagNumber' | 'place'> & { readonly by: Person }

export const emptyWard: WardView = { upToSeq: 0, entries: 0, lastN: 0, patients: new Map(), ward: emptyMark, clock: [], staff: new Map(), items: nothingOpen, prints: new Map(), paper: [], setAside: [], voided: [], controlled: emptyLedger, forms: [] }

export type WardBoard = {
  /** Takes the next entry. False when its place was passed already: told twice, it counts once. */
  readonly apply: (seq: number, entry: Entry) => boolean
  /** The ward now. A later `apply` changes no view handed out before; rows that did not change stay the same objects. */
  readonly view: () => WardView
}

/** A board that begins at a view (of a snapshot) and follows the journal from there. */
export function wardBoard(from: WardView = emptyWard): WardBoard {
  const patients = new Map(from.patients)
  let { upToSeq, entries, lastN, ward, clock, staff, items, prints, paper, setAside, voided, controlled, forms } = from
  let handedOut: WardView | null = null

  return {
    apply: (seq, entry) => {
      if (seq <= upToSeq) return false
      upToSeq = seq
      entries += 1
      lastN = entry.after.n === 1 ? 1 : Math.max(lastN, entry.after.n)
      handedOut = null
      clock = withClock(clock, seq, entry)
      const isStruck = (): boolean => (entry.patient === null ? controlled.early.includes(entry.id) : (patients.get(entry.patient)?.struck.includes(entry.id) ?? false))
      items = itemsAfter(items, seq, entry, isStruck)
      if (entry.kind === 'person-identified') staff = new Map(staff).set(entry.body.person.staffNumber, { person: entry.body.person, organisation: entry.body.organisation })
      if (entry.kind === 'sheet-printed' && entry.body.patient !== null) prints = new Map(prints).set(entry.body.patient, [...(prints.get(entry.body.patient) ?? []), entry.body.form])
      if (entry.kind === 'sheet-printed') paper = paperAfter(paper, correctedEntry(entry, seq, clock))
      // At a desk the numbers of other stations count, too: their letters stand in them.
      const said = entry.patient === null ? asWritten(entry).entry : entry
      if (said.kind === 'numbers-set-aside') setAside = [...setAside, said.body]
      if (said.kind === 'numbers-voided') voided = [...voided, said.body]
      if (entry.kind === 'form-extended') forms = [...forms, entry.body]
      controlled = ledgerAfter(controlled, seq, entry, isStruck)
      if (entry.patient === null) ward = markAfter(ward, seq, entry)
      else patients.set(entry.patient, rowAfter(patients.get(entry.patient) ?? emptyRow(entry.patient), seq, correctedEntry(entry, seq, clock)))
      return true
    },
    view: () => (handedOut ??= { upToSeq, entries, lastN, patients: new Map(patients), ward, clock, staff, items, prints, paper, setAside, voided, controlled, forms }),
  }
}

/** The ward after all of these records. */
export function wardOf(records: Iterable<{ readonly seq: number; readonly entry: Entry }>, from: WardView = emptyWard): WardView {
  const board = wardBoard(from)
  for (const { seq, entry } of records) board.apply(seq, entry)
  return board.view()
}

export type AllergyNow =
  /** Nobody asked yet, or somebody put it back to "not confirmed": then `said` tells who and when. */
  | { readonly state: 'unconfirmed'; readonly said: AllergySaid | null; readonly presentBefore: boolean }
  | { readonly state: 'none' | 'present'; readonly said: AllergySaid; readonly presentBefore: boolean }

/**
 * The allergy state with who, when and source. `presentBefore`: an earlier statement that was not struck names
 * an allergy; a later "none" must not hide it.
 */
export function allergyOf(row: PatientRow): AllergyNow {
  const said = row.allergies[0] ?? null
  const presentBefore = row.allergies.slice(1).some((earlier) => earlier.statement.state === 'present')
  if (said === null || said.statement.state === 'unconfirmed') return { state: 'unconfirmed', said, presentBefore }
  return { state: said.statement.state, said, presentBefore }
}

/** The bed as last said: by the newest move that counts, else at registration; null when none is known. */
export function bedOf(row: PatientRow): string | null {
  const move = row.moves[0]
  return move === undefined ? (row.registered?.bed ?? null) : move.bed
}

/** The triage category now; null: not triaged yet. */
export function triageOf(row: PatientRow): TriageCategory | null {
  return row.triages[0]?.decided ?? null
}

/** The number on the patient's tag, as last said, with the post that gave it; null: none is known. */
export function tagOf(row: PatientRow): Pick<TriageSaid, 'tagNumber' | 'place'> | null {
  return row.triages.find(({ tagNumber }) => tagNumber.trim() !== '') ?? null
}

export function emptyRow(id: PatientId): PatientRow {
  return { id, registered: null, moves: [], allergies: [], triages: [], vitals: noVitals, facts: [], care: [], struck: [], mark: emptyMark }
}

function rowAfter(row: PatientRow, seq: number, recorded: Entry): PatientRow {
  const next = { ...row, mark: markAfter(row.mark, seq, recorded) }
  const { entry, origin } = asWritten(recorded)
  const counts = !row.struck.includes(entry.id)
  const stamp: Stamp = { at: entry.at, seq, entry: entry.id }
  switch (entry.kind) {
    case 'patient-registered':
      // A second registration under one id cannot be made by a form; if it were, the first stays.
      return row.registered === null ? { ...next, registered: { ...entry.body, bed: origin === null ? entry.body.bed : null, at: entry.at, recordedAt: entry.recordedAt, by: entry.by, from: origin?.letters ?? null } } : next
    case 'patient-moved':
      // In which bed of another ward somebody lay says nothing about this one: it stands in the chart (STAY-7).
      return counts && origin === null ? { ...next, moves: inOrder(row.moves, { ...stamp, bed: entry.body.bed }) } : next
    case 'allergy-stated':
      return counts ? { ...next, allergies: inOrder(row.allergies, { ...stamp, statement: entry.body, by: entry.by }) } : next
    case 'triage-decided':
      return counts ? { ...next, triages: inOrder(row.triages, { ...stamp, ...triageSaid(entry.body), by: entry.by }) } : next
    case 'vital-signs':
      return counts ? { ...next, vitals: withVitals(row.vitals, stamp, entry.body) } : next
    case 'entry-struck':
      return withoutStruck(next, entry.body.struck)
    case 'patient-described':
    case 'identity-claimed':
    case 'identity-verified':
    case 'patient-linked':
    case 'photo-taken':
    case 'insurance-stated':
    case 'care-needs-stated':
    case 'death-confirmed':
    case 'patient-sent':
    case 'last-dose-confirmed':
    case 'blood-type-stated':
    case 'match-decided':
      return counts ? { ...next, facts: withFact(row.facts, stamp, entry) } : next
    case 'order-given':
    case 'order-received':
    case 'order-done':
    case 'order-stopped':
    case 'medicine-given':
    case 'medicine-withheld':
    case 'infusion-changed':
    case 'transfusion-started':
    case 'transfusion-watched':
    case 'transfusion-ended':
      return counts ? { ...next, care: withCare(row.care, stamp, entry) } : next
    case 'stay-changed':
      return counts && origin === null ? { ...next, facts: withFact(row.facts, stamp, entry) } : next
    case 'entry-imported': // one that this program cannot read
    case 'note':
    case 'chart-opened':
    case 'proxy-approved':
    case 'outside-usual':
    case 'hand-over-signed':
    case 'form':
    case 'effect-seen':
    case 'specimen-taken':
    case 'exam-reported':
    case 'critical-called':
    case 'fluid-measured':
      return next
    case 'incident-told':
    case 'person-identified':
    case 'countersigned':
    case 'draft-taken-over':
    case 'export-made':
    case 'continuity-made':
    case 'clock-confirmed':
    case 'chronology-line':
    case 'ward-line-struck':
    case 'stood-down':
    case 'incident-reported':
    case 'sheet-printed':
    case 'numbers-set-aside':
    case 'numbers-voided':
    case 'controlled-moved':
    case 'form-extended':
    case 'record-transcribed':
    case 'sheet-listed':
    case 'records-taken-in':
    case 'check-signed':
    case 'archive-labelled':
      return next // about the ward: readEntry lets none of them name a patient
    default:
      return unreachable(entry)
  }
}

function withoutStruck(row: PatientRow, struck: EntryId): PatientRow {
  if (row.struck.includes(struck)) return row
  return {
    ...row,
    struck: [...row.struck, struck],
    moves: row.moves.filter((move) => move.entry !== struck),
    allergies: row.allergies.filter((said) => said.entry !== struck),
    triages: row.triages.filter((said) => said.entry !== struck),
    vitals: withoutVitals(row.vitals, struck),
    facts: withoutFact(row.facts, struck),
    care: withoutCare(row.care, struck),
  }
}

function triageSaid({ method, suggested, decided, tagNumber, place }: BodyOf<'triage-decided'>): Pick<BodyOf<'triage-decided'>, 'method' | 'suggested' | 'decided' | 'tagNumber' | 'place'> {
  return { method, suggested, decided, tagNumber, place }
}
