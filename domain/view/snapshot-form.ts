import { z } from 'zod'
import { EntryId, PatientId, Sha256, StaffNumber } from '../ids.ts'
import { kindNames, type RegisteredBy } from '../log/kinds.ts'
import { Person } from '../log/person.ts'
import type { StationLetters, WardNumber } from '../number/ward-number.ts'
import type { Birth, Sex } from '../patient/birth.ts'
import type { Alias } from '../patient/naming.ts'
import type { AllergyStatement } from '../record/allergy.ts'
import { vitalNames } from '../record/vital-fields.ts'
import { jcsGrades } from '../record/vital-signs.ts'
import { Instant } from '../time.ts'
import { SheetForm } from '../print/form.ts'
import { NumbersSetAside, NumbersVoided } from '../number/blank.ts'
import { FormExtended } from '../form/hospital-field.ts'
import { careFactKinds, type CareFact, type CareFactKind } from './care.ts'
import type { ControlledLine } from './controlled.ts'
import { PaperOut } from './paper-out.ts'
import { factKinds, type Fact, type FactKind } from './facts.ts'
import type { Arrival } from '../record/arrival.ts'
import { TriageCategory } from '../triage/category.ts'
import type { TriageMethod } from '../triage/decision.ts'

/**
 * The board as it lies beside the journal, so that a start reads one file instead of every entry.
 * Columns, not rows: one array a field, all arrays of one table equally long. `row` is a place in the table
 * of patients, `by` a place among the people.
 *
 * Derived data: whatever cannot be read is thrown away and computed from the journal again. So a change of
 * form needs a new version number and nothing else.
 */
export const snapshotVersion = 9

/**
 * A column. Cells are checked for their plain type only, not against their brand: checking 10,000 patients
 * cell by cell took 0.2–0.4 s of a start that has one second. The file is sealed and we alone write it; its
 * cells were checked when they were entries.
 */
function column<Cell>(isCell: (cell: unknown) => boolean): z.ZodType<readonly Cell[]> {
  return z.custom<readonly Cell[]>((value) => Array.isArray(value) && value.every(isCell))
}

/** A table whose columns are equally long. */
function table<Shape extends Readonly<Record<string, z.ZodType<readonly unknown[]>>>>(shape: Shape): z.ZodType<{ readonly [Column in keyof Shape]: z.infer<Shape[Column]> }> {
  const sameLength = (read: object): boolean => new Set(Object.values(read).map((cells: readonly unknown[]) => cells.length)).size === 1
  // z.object gives the same fields; it only cannot say so for a shape that is still a type variable.
  return z.object(shape).refine(sameLength) as unknown as z.ZodType<{ readonly [Column in keyof Shape]: z.infer<Shape[Column]> }>
}

const isText = (cell: unknown): boolean => typeof cell === 'string'
const isTextOrNull = (cell: unknown): boolean => cell === null || typeof cell === 'string'
const isNumberOrNull = (cell: unknown): boolean => cell === null || typeof cell === 'number'
const isThing = (cell: unknown): boolean => typeof cell === 'object' && cell !== null
const isThingOrNull = (cell: unknown): boolean => typeof cell === 'object'
const isNames = (cell: unknown): boolean => typeof cell === 'string' && [...cell].every((digit) => digit >= '0' && digit < String(vitalNames.length))
const isAmong = (values: readonly unknown[]) => (cell: unknown): boolean => values.includes(cell)

const text = column<string>(isText)
const textOrNull = column<string | null>(isTextOrNull)
const count = column<number>(Number.isSafeInteger)
const measured = column<number | null>(isNumberOrNull)
const entry = column<EntryId>(isText)
const at = column<Instant>(isText)
const aCount = z.number().int().min(0)
const aHash = z.string().length(32)

const OpenWhy = z.enum(['proxy', 'no-reason', 'alone', 'uncalled'])

const Columns = z.object({
  v: z.literal(snapshotVersion),
  /** The journal sequence this board has come to, and the chain head there. */
  upToSeq: aCount,
  head: Sha256,
  entries: aCount,
  lastN: aCount,
  ward: z.object({ entries: aCount, opened: aCount, lastSeq: aCount, hash: aHash }),
  clock: z.array(z.object({ seq: aCount, offsetMs: z.number().int() })),
  people: z.array(Person),
  staff: z.array(z.object({ person: Person, organisation: z.string() })),
  open: z.array(z.object({ why: OpenWhy, entry: EntryId, seq: aCount, kind: z.enum(kindNames), patient: PatientId.nullable(), at: Instant, by: Person, onBehalfOf: Person.nullable() })),
  early: z.array(z.object({ why: OpenWhy, entry: EntryId, by: StaffNumber })),
  setAside: z.array(NumbersSetAside),
  voided: z.array(NumbersVoided),
  paper: z.array(PaperOut),
  controlled: z.object({ lines: column<ControlledLine>(isThing), early: z.array(EntryId) }),
  forms: z.array(FormExtended),
  prints: z.array(z.object({ patient: PatientId, forms: z.array(SheetForm) })),
  patients: table({ id: column<PatientId>(isText), entries: count, opened: count, lastSeq: count, hash: text }),
  registered: table({
    row: count, number: column<WardNumber>(isText), family: text, given: text, familyKana: text, givenKana: text,
    alias: column<Alias | null>((cell) => cell === null || (Array.isArray(cell) && cell.length === 2 && cell.every(isText))),
    sex: column<Sex>(isText), birth: column<Birth>(isThing), bed: textOrNull, features: text, at, recordedAt: at, by: count,
    way: column<RegisteredBy>(isText), mother: column<PatientId | null>(isTextOrNull), arrival: column<Arrival | null>(isThingOrNull), from: column<StationLetters | null>(isTextOrNull),
  }),
  moves: table({ row: count, entry, at, seq: count, bed: textOrNull }),
  allergies: table({ row: count, entry, at, seq: count, by: count, statement: column<AllergyStatement>(isThing) }),
  triages: table({
    row: count, entry, at, seq: count, by: count, method: column<TriageMethod>(isText), tagNumber: text, place: text,
    suggested: column<TriageCategory | null>(isAmong([null, ...TriageCategory.options])), decided: column<TriageCategory>(isAmong(TriageCategory.options)),
  }),
  vitals: table({
    row: count, seq: count,
    temperatureC: measured, pulsePerMin: measured, systolicMmHg: measured, diastolicMmHg: measured,
    respirationsPerMin: measured, spo2Percent: measured, oxygenLPerMin: measured,
    jcs: column<(typeof jcsGrades)[number] | null>(isAmong([null, ...jcsGrades])),
  }),
  /** `entry` and `at` of the vitals, each column one text: forty thousand short ones are what a start spent its time on. */
  vitalsEntry: z.string(),
  vitalsAt: z.string(),
  /** `names`: places in vitalNames, one digit each. All signs of one set fall together as a rule, so a line holds several. */
  floors: table({ row: count, names: column<string>(isNames), at, seq: count }),
  /** `body` is of the kind beside it. */
  facts: table({ row: count, entry, at, seq: count, by: count, kind: column<FactKind>(isAmong(factKinds)), body: column<Fact['body']>(isThing) }),
  /** `behalf`: a place among the people, or -1. */
  care: table({ row: count, entry, at, seq: count, by: count, behalf: count, kind: column<CareFactKind>(isAmong(careFactKinds)), body: column<CareFact['body']>(isThing) }),
  struck: table({ row: count, entry }),
})

/** Letters of an id and of an instant, wherever they are written. */
export const idLength = 36
export const atLength = 24

/** The columns, every `row` and `by` points at something, and the lines of a table stand in the order of their patients. */
export const WardSnapshot = Columns.refine(({ patients, people, registered, moves, allergies, triages, vitals, vitalsEntry, vitalsAt, floors, facts, care, struck }) => {
  const isRow = (row: number, line: number, rows: readonly number[]): boolean => row >= (rows[line - 1] ?? 0) && row < patients.id.length
  const isPerson = (by: number): boolean => by >= 0 && by < people.length
  return (
    [registered, moves, allergies, triages, vitals, floors, facts, care, struck].every((one) => one.row.every(isRow)) &&
    [registered, allergies, triages, facts, care].every((one) => one.by.every(isPerson)) &&
    care.behalf.every((by) => by === -1 || isPerson(by)) &&
    vitalsEntry.length === vitals.row.length * idLength && vitalsAt.length === vitals.row.length * atLength
  )
})
export type WardSnapshot = z.infer<typeof WardSnapshot>
