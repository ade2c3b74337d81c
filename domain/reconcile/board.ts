import type { Medium } from '../erasure/archive.ts'
import { careCells, isCare, type CareCell } from '../export/care-cells.ts'
import { struckEntries } from '../export/strikes.ts'
import type { Persons } from '../identity/persons.ts'
import type { EntryId, PatientId, StationId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import type { StationLetters } from '../number/ward-number.ts'
import type { Realm } from '../realm.ts'
import { readWardNumber, wardNumber } from '../number/ward-number.ts'
import { approvalsIn } from '../record/proxy.ts'
import { balanceOf, drugsOf, emptyLedger, ledgerAfter, type ControlledLine } from '../view/controlled.ts'
import { openItemsOf, type OpenWhy } from '../view/open-items.ts'
import type { WardView } from '../view/ward.ts'
import { registeredPatients } from '../view/ward-lists.ts'
import type { Double } from './candidates.ts'
import { Check } from './checks.ts'
import type { ReadEntry, RecordRow } from './records.ts'
import { inTime } from './status.ts'
import { targetsOf } from './targets.ts'

/** One thing that stays open, and where it leads. `text`: what names it where neither a patient nor a record does. */
export type OpenThing = { readonly patient: PatientId | null; readonly entry: EntryId | null; readonly kind: Kind | null; readonly text: string }

export type Signed = Entry<'check-signed'>

export type CheckState = {
  readonly check: Check
  readonly open: readonly OpenThing[]
  /** Who answers for what stays open; null: nobody, or more is open than they signed for. */
  readonly signed: Signed | null
  readonly isClosed: boolean
}

export type Board = {
  readonly checks: readonly CheckState[]
  /** No check is open without somebody's name. */
  readonly mayClose: boolean
}

export type BoardInput = {
  readonly view: WardView
  readonly persons: Persons
  readonly records: readonly ReadEntry[]
  readonly rows: readonly RecordRow[]
  /** Null: the ward was not compared with itself yet; then nobody knows, and nothing is closed. */
  readonly doubles: readonly Double[] | null
  readonly drafts: readonly { readonly id: EntryId; readonly patient: PatientId | null; readonly form: string }[]
  /** On which no archive lies that holds everything (erasure/archive.ts). */
  readonly missingMedia: readonly Medium[]
  readonly realm: Realm
  /** Whose numbers, narcotics and open items are looked after here: this ward's, or at a desk those of every ward taken in. */
  readonly wards: readonly CountedWard[]
}

/** `station` null: this one. `name`: said beside what is found where there are several. */
export type CountedWard = { readonly station: StationId | null; readonly letters: StationLetters; readonly name: string }

/** The completeness board: every check with what it found, in the order of the checks. Rules REC-13 to REC-15. */
export function boardOf(input: BoardInput): Board {
  const entries = input.records.map(({ entry }) => entry)
  const struck = struckEntries(entries)
  const found = findings(input, entries.filter(({ id }) => !struck.has(id)), entries)
  const checks = Check.options.map((check): CheckState => {
    const open = found[check]
    const newest = entries.filter((entry): entry is Signed => entry.kind === 'check-signed' && entry.body.check === check && !struck.has(entry.id)).toSorted(inTime).at(-1) ?? null
    const signed = newest !== null && newest.body.count >= open.length ? newest : null
    return { check, open, signed, isClosed: open.length === 0 || signed !== null }
  })
  return { checks, mayClose: input.doubles !== null && checks.every(({ isClosed }) => isClosed) }
}

function findings(input: BoardInput, standing: readonly Entry[], entries: readonly Entry[]): Readonly<Record<Check, readonly OpenThing[]>> {
  const { view, persons, rows } = input
  const targets = targetsOf(view, persons)
  const numberOf = (patient: PatientId): string | null => targets.get(patient)?.hospitalId ?? null
  const ofRows = (isOpen: (row: RecordRow) => boolean): readonly OpenThing[] => rows.filter(isOpen).map(({ id, patient, entry }) => ({ patient, entry: id, kind: entry.kind, text: '' }))
  // What a patient brought along from another ward waits at that ward; at a desk every ward's does.
  const isAtWard = input.wards.some(({ station }) => station === null)
  const items = openItemsOf(input.records.filter(({ origin }) => !isAtWard || origin === null))
  const ofItems = (why: OpenWhy, isCounted: (entry: EntryId) => boolean = () => true): readonly OpenThing[] =>
    items.filter((item) => item.why === why && isCounted(item.entry)).map(({ entry, kind, patient }) => ({ patient, entry, kind, text: '' }))
  const verbal = verbalUnsigned(standing, entries)
  const verbalIds = new Set(verbal.map(({ entry }) => entry))
  return {
    unmatched: registeredPatients(view).filter(({ id }) => persons.mainOf(id) === id && numberOf(id) === null).map(({ id, registered }) => ({ patient: id, entry: null, kind: null, text: registered.number })),
    untranscribed: ofRows(({ state }) => state.status === 'untouched' || state.status === 'begun'),
    unchecked: ofRows(({ state }) => state.status === 'transcribed'),
    'other-number': ofRows(({ patient, state }) => patient !== null && state.typed.some(({ target }) => target !== numberOf(patient))),
    'typed-twice': ofRows(({ state }) => state.typed.length > 1),
    doubles: (input.doubles ?? []).filter(([one, two]) => persons.mainOf(one) !== persons.mainOf(two) && (numberOf(one) === null || numberOf(two) === null)).map(([one, two]) => ({ patient: one, entry: null, kind: null, text: view.patients.get(two)?.registered?.number ?? '' })),
    orphans: orphans(view, standing, entries),
    drafts: input.drafts.map(({ id, patient, form }) => ({ patient, entry: id, kind: null, text: form })),
    'verbal-orders': verbal,
    proxies: ofItems('proxy', (entry) => !verbalIds.has(entry)),
    alone: ofItems('alone'),
    'no-reason': ofItems('no-reason'),
    uncalled: ofItems('uncalled'),
    'number-gaps': input.wards.flatMap(({ letters }) => numberGaps(view, input.realm, letters)),
    transfusions: withoutEnd(standing),
    archives: input.missingMedia.map((medium) => ({ patient: null, entry: null, kind: 'archive-labelled', text: String(medium) })),
    narcotics: input.wards.flatMap((ward) => narcoticsOf(ward, input)),
  }
}

/** A verbal order is signed by the doctor it was written for. */
function verbalUnsigned(standing: readonly Entry[], entries: readonly Entry[]): readonly OpenThing[] {
  const approved = approvalsIn(entries)
  return standing.flatMap((entry): readonly OpenThing[] => {
    if (entry.kind !== 'order-given' || entry.body.verbal === null || approved.has(entry.id)) return []
    return entry.onBehalfOf === null && entry.by.profession === 'doctor' ? [] : [{ patient: entry.patient, entry: entry.id, kind: entry.kind, text: '' }]
  })
}

/** Records of a patient nobody registered, and records that go on with one that is not here. */
function orphans(view: WardView, standing: readonly Entry[], entries: readonly Entry[]): readonly OpenThing[] {
  const known = new Set(entries.map(({ id }) => id))
  return standing.flatMap((entry): readonly OpenThing[] => {
    const isOfNobody = entry.patient !== null && (view.patients.get(entry.patient)?.registered ?? null) === null
    const isPartOfNothing = isCare(entry.kind) && (careCells[entry.kind] as readonly CareCell<unknown>[]).some(({ of }) => isMissing(of?.(entry.body) ?? null, known)) // the row of this entry's own kind takes its own body
    return isOfNobody || isPartOfNothing ? [{ patient: entry.patient, entry: entry.id, kind: entry.kind, text: '' }] : []
  })
}

const isMissing = (id: EntryId | null, known: ReadonlySet<EntryId>): boolean => id !== null && !known.has(id)

/** Numbers up to the last one given that no patient of this station wears and nobody declared void: a band may still be on a wrist. */
function numberGaps(view: WardView, realm: Realm, letters: StationLetters): readonly OpenThing[] {
  const accounted = new Set<number>()
  let last = 0
  for (const { registered } of registeredPatients(view)) {
    const read = readWardNumber(registered.number)
    if (!read.ok || read.value.letters !== letters || read.value.realm !== realm) continue
    accounted.add(read.value.count)
    last = Math.max(last, read.value.count)
  }
  for (const one of view.setAside) if (one.letters === letters) last = Math.max(last, one.last)
  for (const one of view.voided) if (one.letters === letters) for (let count = one.first; count <= one.last; count += 1) accounted.add(count)
  const gaps: (readonly [number, number])[] = []
  for (let count = 1; count <= last; count += 1) {
    if (accounted.has(count)) continue
    const before = gaps.at(-1)
    if (before?.[1] === count - 1) gaps[gaps.length - 1] = [before[0], count]
    else gaps.push([count, count])
  }
  return gaps.map(([first, end]) => ({ patient: null, entry: null, kind: null, text: first === end ? wardNumber(realm, letters, first) : `${wardNumber(realm, letters, first)} – ${wardNumber(realm, letters, end)}` }))
}

/** Of the whole emergency: the board of the ward keeps only the last days. */
function withoutEnd(standing: readonly Entry[]): readonly OpenThing[] {
  const ended = new Set(standing.flatMap((entry) => (entry.kind === 'transfusion-ended' ? [entry.body.bag] : [])))
  return standing.filter((entry) => entry.kind === 'transfusion-started' && !ended.has(entry.id)).map(({ patient, id, kind }) => ({ patient, entry: id, kind, text: '' }))
}

/** Each ward has a safe and a book of its own: what two of them hold is never added up. */
function narcoticsOf({ station, name }: CountedWard, { view, records, wards }: BoardInput): readonly OpenThing[] {
  const lines = station === null ? view.controlled.lines : bookOf(records.filter(({ origin }) => origin?.station === station))
  return drugsOf(lines)
    .filter(({ drug, unit }) => balanceOf(lines, drug, unit) < 0 || lastMove(lines, drug, unit) !== 'counted')
    .map(({ drug, unit }) => ({ patient: null, entry: null, kind: 'controlled-moved', text: `${wards.length > 1 ? `${name} ` : ''}${drug} ${String(balanceOf(lines, drug, unit))}` }))
}

function bookOf(records: readonly ReadEntry[]): readonly ControlledLine[] {
  const struck = struckEntries(records.map(({ entry }) => entry))
  return records.reduce((ledger, { seq, entry }) => ledgerAfter(ledger, seq, entry, () => struck.has(entry.id)), emptyLedger).lines
}

function lastMove(lines: readonly ControlledLine[], drug: string, unit: string): string | null {
  return lines.findLast((line) => line.drug === drug && line.unit === unit)?.move ?? null
}

/** How many records of each kind there are, and how far they have come: the count that must close. */
export function countsByKind(rows: readonly RecordRow[]): readonly { readonly kind: Kind; readonly all: number; readonly open: number; readonly typed: number; readonly checked: number; readonly notNeeded: number }[] {
  const byKind = Map.groupBy(rows, ({ entry }) => entry.kind)
  return [...byKind].map(([kind, own]) => {
    const having = (...statuses: readonly RecordRow['state']['status'][]): number => own.filter(({ state }) => statuses.includes(state.status)).length
    return { kind, all: own.length, open: having('untouched', 'begun'), typed: having('transcribed'), checked: having('checked'), notNeeded: having('not-needed') }
  })
}
