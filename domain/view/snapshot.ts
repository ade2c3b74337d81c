import type { EntryId, PatientId, Sha256 } from '../ids.ts'
import type { Person } from '../log/person.ts'
import type { Naming } from '../patient/naming.ts'
import { vitalNames, type VitalName } from '../record/vital-fields.ts'
import { err, ok, type Result } from '../result.ts'
import type { ChartMark } from './chart-mark.ts'
import type { Floor, KeptSet } from './latest-vitals.ts'
import { snapshotVersion, WardSnapshot } from './snapshot-form.ts'
import type { AllergySaid, Move, PatientRow, Registered, WardView } from './ward.ts'

/** Where a snapshot stands in the journal. Public frames have places too, so it may lie behind the last entry. */
export type SnapshotPlace = { readonly seq: number; readonly head: Sha256 }

/** The columns of a board at a place in the journal; plain JSON. Throws when the place is before what the board has seen. */
export function encodeSnapshot(view: WardView, place: SnapshotPlace): WardSnapshot {
  if (place.seq < view.upToSeq) throw new Error('A snapshot stands where its board has come to, or after it')
  const rows = [...view.patients.values()]
  const people = peopleOf(rows)
  const lines = <Line>(of: (row: PatientRow) => readonly Line[]): readonly (Line & { readonly row: number })[] =>
    rows.flatMap((row, index) => of(row).map((line) => ({ ...line, row: index })))

  const registered = lines((row) => (row.registered === null ? [] : [row.registered]))
  const names = registered.map(({ naming }) => naming)
  const known = names.map((naming) => (naming.kind === 'known' ? naming : noName))
  const moves = lines((row) => row.moves)
  const allergies = lines((row) => row.allergies)
  const sets = lines((row) => row.vitals.sets)
  const floors = lines(({ vitals }) => vitalNames.flatMap((name) => (vitals.floors[name] === undefined ? [] : [{ ...vitals.floors[name], name }])))
  const struck = lines((row) => row.struck.map((entry) => ({ entry })))

  return {
    v: snapshotVersion,
    upToSeq: place.seq,
    head: place.head,
    entries: view.entries,
    lastN: view.lastN,
    ward: view.ward,
    people: people.list,
    patients: {
      id: rows.map((row) => row.id),
      entries: rows.map(({ mark }) => mark.entries),
      opened: rows.map(({ mark }) => mark.opened),
      lastSeq: rows.map(({ mark }) => mark.lastSeq),
      hash: rows.map(({ mark }) => mark.hash),
    },
    registered: {
      ...pluck(registered, ['row', 'number', 'sex', 'birth', 'bed', 'features', 'at', 'recordedAt']),
      by: registered.map(({ by }) => people.placeOf(by)),
      family: known.map(({ family }) => family),
      given: known.map(({ given }) => given),
      familyKana: known.map(({ familyKana }) => familyKana),
      givenKana: known.map(({ givenKana }) => givenKana),
      alias: names.map((naming) => (naming.kind === 'unknown' ? naming.alias : null)),
    },
    moves: pluck(moves, ['row', 'entry', 'at', 'seq', 'bed']),
    allergies: { ...pluck(allergies, ['row', 'entry', 'at', 'seq', 'statement']), by: allergies.map(({ by }) => people.placeOf(by)) },
    vitals: { ...pluck(sets, ['row', 'entry', 'at', 'seq']), ...pluck(sets.map(({ values }) => values), vitalNames) },
    floors: pluck(floors, ['row', 'name', 'at', 'seq']),
    struck: pluck(struck, ['row', 'entry']),
  }
}

/** Unreadable, of another version, or not in agreement with itself: compute the board from the journal instead. */
export type SnapshotFault = { readonly code: 'snapshot-unreadable'; readonly where: string }

/** The board of a snapshot, ready to follow the journal from `place`. */
export function decodeSnapshot(value: unknown): Result<{ readonly view: WardView; readonly place: SnapshotPlace }, SnapshotFault> {
  const read = WardSnapshot.safeParse(value)
  if (!read.success) return err({ code: 'snapshot-unreadable', where: read.error.issues[0]?.path.map(String).join('.') ?? '' })
  const { patients, registered, moves, allergies, vitals, floors, struck, people, upToSeq, head, entries, lastN, ward } = read.data
  const rows = patients.id.map((id, line) => newRow(id, lineOf(patients, line, ['entries', 'opened', 'lastSeq', 'hash'])))

  for (const [line, row] of registered.row.entries()) {
    const said = lineOf(registered, line, ['number', 'sex', 'birth', 'bed', 'features', 'at', 'recordedAt'])
    cell(rows, row).registered = { ...said, naming: namingAt(registered, line), by: cell(people, cell(registered.by, line)) }
  }
  for (const [line, row] of moves.row.entries()) cell(rows, row).moves.push(lineOf(moves, line, ['entry', 'at', 'seq', 'bed']))
  for (const [line, row] of allergies.row.entries()) {
    const said = lineOf(allergies, line, ['entry', 'at', 'seq', 'statement'])
    cell(rows, row).allergies.push({ ...said, by: cell(people, cell(allergies.by, line)) })
  }
  for (const [line, row] of vitals.row.entries()) {
    cell(rows, row).vitals.sets.push({ ...lineOf(vitals, line, ['entry', 'at', 'seq']), values: lineOf(vitals, line, vitalNames) })
  }
  for (const [line, row] of floors.row.entries()) cell(rows, row).vitals.floors[cell(floors.name, line)] = lineOf(floors, line, ['at', 'seq'])
  for (const [line, row] of struck.row.entries()) cell(rows, row).struck.push(cell(struck.entry, line))

  const view: WardView = { upToSeq, entries, lastN, ward, patients: new Map(rows.map((row) => [row.id, row])) }
  return ok({ view, place: { seq: upToSeq, head } })
}

const noName = { family: '', given: '', familyKana: '', givenKana: '' }

function namingAt(names: WardSnapshot['registered'], line: number): Naming {
  const alias = names.alias[line] ?? null
  return alias === null ? { kind: 'known', ...lineOf(names, line, ['family', 'given', 'familyKana', 'givenKana']) } : { kind: 'unknown', alias }
}

/** Each author once: a ward has a few dozen, its entries thousands. */
function peopleOf(rows: readonly PatientRow[]): { readonly list: Person[]; readonly placeOf: (person: Person) => number } {
  const places = new Map<string, number>()
  const list: Person[] = []
  const key = ({ staffNumber, name, profession }: Person): string => JSON.stringify([staffNumber, name, profession])
  for (const row of rows) {
    for (const { by } of row.registered === null ? row.allergies : [row.registered, ...row.allergies]) {
      if (places.has(key(by))) continue
      places.set(key(by), list.length)
      list.push(by)
    }
  }
  return { list, placeOf: (person) => places.get(key(person)) ?? lost() }
}

/** A row while it is put together. */
type NewRow = Pick<PatientRow, 'id' | 'mark'> & {
  registered: Registered | null
  readonly moves: Move[]
  readonly allergies: AllergySaid[]
  readonly vitals: { readonly sets: KeptSet[]; readonly floors: Partial<Record<VitalName, Floor>> }
  readonly struck: EntryId[]
}

function newRow(id: PatientId, mark: ChartMark): NewRow {
  return { id, mark, registered: null, moves: [], allergies: [], vitals: { sets: [], floors: {} }, struck: [] }
}

/** Some fields of many lines as columns. */
function pluck<Line, Name extends keyof Line>(lines: readonly Line[], names: readonly Name[]): { readonly [N in Name]: readonly Line[N][] } {
  const columns: Partial<Record<Name, readonly unknown[]>> = {}
  for (const name of names) columns[name] = lines.map((line) => line[name])
  return columns as { readonly [N in Name]: readonly Line[N][] } // every name was just filled
}

/** One line of some columns. */
function lineOf<Table extends Readonly<Record<string, readonly unknown[]>>, Name extends keyof Table>(
  table: Table,
  line: number,
  names: readonly Name[],
): { readonly [N in Name]: Table[N][number] } {
  const cells: Partial<Record<Name, unknown>> = {}
  for (const name of names) cells[name] = table[name]?.[line]
  return cells as { readonly [N in Name]: Table[N][number] } // the columns are equally long: the form was checked
}

function cell<Cell>(cells: readonly Cell[], place: number): Cell {
  return cells[place] ?? lost()
}

/** Only for what the checked form rules out. */
function lost(): never {
  throw new Error('A snapshot points outside itself')
}
