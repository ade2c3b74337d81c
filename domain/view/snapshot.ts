import type { EntryId, PatientId, Sha256 } from '../ids.ts'
import type { Person } from '../log/person.ts'
import type { Naming } from '../patient/naming.ts'
import { vitalNames, type VitalName } from '../record/vital-fields.ts'
import { err, ok, type Result } from '../result.ts'
import type { Instant } from '../time.ts'
import type { CareFact } from './care.ts'
import type { Fact } from './facts.ts'
import type { ChartMark } from './chart-mark.ts'
import type { Floor, KeptSet, Vitals } from './latest-vitals.ts'
import { atLength, idLength, snapshotVersion, WardSnapshot } from './snapshot-form.ts'
import type { AllergySaid, Move, PatientRow, Registered, TriageSaid, WardView } from './ward.ts'

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
  const triages = lines((row) => row.triages)
  const sets = lines((row) => row.vitals.sets)
  const floors = lines(({ vitals }) => floorLines(vitals.floors))
  const facts = lines((row) => row.facts)
  const care = lines((row) => row.care)
  const struck = lines((row) => row.struck.map((entry) => ({ entry })))

  return {
    v: snapshotVersion,
    upToSeq: place.seq,
    head: place.head,
    entries: view.entries,
    lastN: view.lastN,
    ward: view.ward,
    clock: [...view.clock],
    people: people.list,
    staff: [...view.staff.values()],
    open: [...view.items.open],
    early: [...view.items.early],
    setAside: [...view.setAside],
    voided: [...view.voided],
    paper: [...view.paper],
    controlled: { lines: view.controlled.lines, early: [...view.controlled.early] },
    forms: [...view.forms],
    prints: [...view.prints].map(([patient, forms]) => ({ patient, forms: [...forms] })),
    patients: {
      id: rows.map((row) => row.id),
      entries: rows.map(({ mark }) => mark.entries),
      opened: rows.map(({ mark }) => mark.opened),
      lastSeq: rows.map(({ mark }) => mark.lastSeq),
      hash: rows.map(({ mark }) => mark.hash),
    },
    registered: {
      ...pluck(registered, ['row', 'number', 'sex', 'birth', 'bed', 'features', 'at', 'recordedAt', 'way', 'mother', 'arrival', 'from']),
      by: registered.map(({ by }) => people.placeOf(by)),
      family: known.map(({ family }) => family),
      given: known.map(({ given }) => given),
      familyKana: known.map(({ familyKana }) => familyKana),
      givenKana: known.map(({ givenKana }) => givenKana),
      alias: names.map((naming) => (naming.kind === 'unknown' ? naming.alias : null)),
    },
    moves: pluck(moves, ['row', 'entry', 'at', 'seq', 'bed']),
    allergies: { ...pluck(allergies, ['row', 'entry', 'at', 'seq', 'statement']), by: allergies.map(({ by }) => people.placeOf(by)) },
    triages: { ...pluck(triages, ['row', 'entry', 'at', 'seq', ...triageCells]), by: triages.map(({ by }) => people.placeOf(by)) },
    vitals: { ...pluck(sets, ['row', 'seq']), ...pluck(sets.map(({ values }) => values), vitalNames) },
    vitalsEntry: sets.map(({ entry }) => entry).join(''),
    vitalsAt: sets.map(({ at }) => at).join(''),
    floors: pluck(floors, ['row', 'names', 'at', 'seq']),
    facts: { ...pluck(facts, ['row', 'entry', 'at', 'seq', 'kind', 'body']), by: facts.map(({ by }) => people.placeOf(by)) },
    care: { ...pluck(care, ['row', 'entry', 'at', 'seq', 'kind', 'body']), by: care.map(({ by }) => people.placeOf(by)), behalf: care.map(({ onBehalfOf }) => (onBehalfOf === null ? -1 : people.placeOf(onBehalfOf))) },
    struck: pluck(struck, ['row', 'entry']),
  }
}

/** Unreadable, of another version, or not in agreement with itself: compute the board from the journal instead. */
export type SnapshotFault = { readonly code: 'snapshot-unreadable'; readonly where: string }

/** The board of a snapshot, ready to follow the journal from `place`. */
export function decodeSnapshot(value: unknown): Result<{ readonly view: WardView; readonly place: SnapshotPlace }, SnapshotFault> {
  const read = WardSnapshot.safeParse(value)
  if (!read.success) return err({ code: 'snapshot-unreadable', where: read.error.issues[0]?.path.map(String).join('.') ?? '' })
  const { patients, registered, moves, allergies, triages, vitals, floors, facts, care, struck, people, staff, open, early, setAside, voided, paper, controlled, forms, prints, upToSeq, head, entries, lastN, ward, clock } = read.data
  const [sets, grounds] = [startsOf(vitals.row, patients.id.length), startsOf(floors.row, patients.id.length)]
  const rows = patients.id.map((id, line) => {
    const mark = { entries: cell(patients.entries, line), opened: cell(patients.opened, line), lastSeq: cell(patients.lastSeq, line), hash: cell(patients.hash, line) }
    return newRow(id, mark, () => readVitals(read.data, linesFrom(sets, line), linesFrom(grounds, line)))
  })

  // Field by field, as with the marks: every start makes thousands of these, and a loop over names takes four times as long.
  for (const [line, row] of registered.row.entries()) {
    cell(rows, row).registered = {
      number: cell(registered.number, line), naming: namingAt(registered, line), sex: cell(registered.sex, line), birth: cell(registered.birth, line),
      bed: registered.bed[line] ?? null, features: cell(registered.features, line), at: cell(registered.at, line), recordedAt: cell(registered.recordedAt, line),
      by: cell(people, cell(registered.by, line)), way: cell(registered.way, line), mother: registered.mother[line] ?? null, arrival: registered.arrival[line] ?? null, from: registered.from[line] ?? null,
    }
  }
  for (const [line, row] of moves.row.entries()) cell(rows, row).moves.push(lineOf(moves, line, ['entry', 'at', 'seq', 'bed']))
  for (const [line, row] of allergies.row.entries()) {
    const said = lineOf(allergies, line, ['entry', 'at', 'seq', 'statement'])
    cell(rows, row).allergies.push({ ...said, by: cell(people, cell(allergies.by, line)) })
  }
  for (const [line, row] of facts.row.entries()) {
    const fact = lineOf(facts, line, ['entry', 'at', 'seq', 'kind', 'body'])
    cell(rows, row).facts.push({ ...fact, by: cell(people, cell(facts.by, line)) } as Fact) // kind and body stood in one fact
  }
  for (const [line, row] of care.row.entries()) {
    const fact = lineOf(care, line, ['entry', 'at', 'seq', 'kind', 'body'])
    const behalf = cell(care.behalf, line)
    cell(rows, row).care.push({ ...fact, by: cell(people, cell(care.by, line)), onBehalfOf: behalf === -1 ? null : cell(people, behalf) } as CareFact) // likewise
  }
  for (const [line, row] of triages.row.entries()) {
    const said = lineOf(triages, line, ['entry', 'at', 'seq', ...triageCells])
    cell(rows, row).triages.push({ ...said, by: cell(people, cell(triages.by, line)) })
  }
  for (const [line, row] of struck.row.entries()) cell(rows, row).struck.push(cell(struck.entry, line))

  const view: WardView = {
    upToSeq, entries, lastN, ward, clock, patients: new Map(rows.map((row) => [row.id, row])),
    staff: new Map(staff.map((one) => [one.person.staffNumber, one])), items: { open, early },
    setAside, voided, paper, controlled, forms, prints: new Map(prints.map(({ patient, forms }) => [patient, forms])),
  }
  return ok({ view, place: { seq: upToSeq, head } })
}

const triageCells = ['method', 'suggested', 'decided', 'tagNumber', 'place'] as const satisfies readonly (keyof TriageSaid)[]

const noName = { family: '', given: '', familyKana: '', givenKana: '' }

function namingAt(names: WardSnapshot['registered'], line: number): Naming {
  const alias = names.alias[line] ?? null
  if (alias !== null) return { kind: 'unknown', alias }
  return { kind: 'known', family: cell(names.family, line), given: cell(names.given, line), familyKana: cell(names.familyKana, line), givenKana: cell(names.givenKana, line) }
}

/** Each author once: a ward has a few dozen, its entries thousands. */
function peopleOf(rows: readonly PatientRow[]): { readonly list: Person[]; readonly placeOf: (person: Person) => number } {
  const places = new Map<string, number>()
  const list: Person[] = []
  const key = ({ staffNumber, name, profession }: Person): string => JSON.stringify([staffNumber, name, profession])
  for (const row of rows) {
    const authors = [...(row.registered === null ? [] : [row.registered]), ...row.allergies, ...row.triages, ...row.facts, ...row.care].map(({ by }) => by)
    for (const by of [...authors, ...row.care.flatMap(({ onBehalfOf }) => (onBehalfOf === null ? [] : [onBehalfOf]))]) {
      if (places.has(key(by))) continue
      places.set(key(by), list.length)
      list.push(by)
    }
  }
  return { list, placeOf: (person) => places.get(key(person)) ?? lost() }
}

/** A row while it is put together. */
type NewRow = Pick<PatientRow, 'id' | 'mark' | 'vitals'> & {
  registered: Registered | null
  readonly moves: Move[]
  readonly allergies: AllergySaid[]
  readonly facts: Fact[]
  readonly care: CareFact[]
  readonly triages: TriageSaid[]
  readonly struck: EntryId[]
}

/** Vital signs are two thirds of a snapshot, and few of them are looked at before the first entry is written: read when asked for. */
function newRow(id: PatientId, mark: ChartMark, read: () => Vitals): NewRow {
  let vitals: Vitals | null = null
  return {
    id, mark, registered: null, moves: [], allergies: [], triages: [], facts: [], care: [], struck: [],
    get vitals() {
      return (vitals ??= read())
    },
  }
}

function readVitals({ vitals, vitalsEntry, vitalsAt, floors }: WardSnapshot, sets: readonly number[], grounds: readonly number[]): Vitals {
  const lowest: Partial<Record<VitalName, Floor>> = {}
  for (const line of grounds) {
    const floor = lineOf(floors, line, ['at', 'seq'])
    for (const digit of cell(floors.names, line)) lowest[cell(vitalNames, Number(digit))] = floor
  }
  return {
    sets: sets.map((line): KeptSet => ({
      entry: vitalsEntry.slice(line * idLength, (line + 1) * idLength) as EntryId, // put there as one
      at: vitalsAt.slice(line * atLength, (line + 1) * atLength) as Instant, // likewise
      seq: cell(vitals.seq, line),
      values: lineOf(vitals, line, vitalNames),
    })),
    floors: lowest,
  }
}

/** Signs that have one floor in one line. */
function floorLines(floors: Vitals['floors']): readonly { readonly names: string; readonly at: Instant; readonly seq: number }[] {
  const lines = new Map<string, { names: string; readonly at: Instant; readonly seq: number }>()
  for (const [place, name] of vitalNames.entries()) {
    const floor = floors[name]
    if (floor === undefined) continue
    const line = lines.get(`${floor.at} ${floor.seq}`) ?? { names: '', ...floor }
    line.names += String(place)
    lines.set(`${floor.at} ${floor.seq}`, line)
  }
  return [...lines.values()]
}

/** For each patient the first of its lines, and one more place for the end; `rows` are in order. */
function startsOf(rows: readonly number[], patients: number): readonly number[] {
  const starts = Array.from({ length: patients + 1 }, () => 0)
  for (const row of rows) starts[row + 1] = cell(starts, row + 1) + 1
  for (let row = 1; row <= patients; row += 1) starts[row] = cell(starts, row) + cell(starts, row - 1)
  return starts
}

function linesFrom(starts: readonly number[], row: number): readonly number[] {
  const first = cell(starts, row)
  return Array.from({ length: cell(starts, row + 1) - first }, (_, line) => first + line)
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
