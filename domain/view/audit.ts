import type { PatientId, StationId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { BodyOf } from '../log/kinds.ts'
import type { Person } from '../log/person.ts'
import type { Instant } from '../time.ts'

/**
 * Who opened whose chart (guideline: which patient's information was operated, and by whom). One row an
 * opening, in journal order: the clock may have jumped, the journal has not.
 */
export type AuditRow = {
  readonly seq: number
  readonly at: Instant
  readonly by: Person
  readonly onBehalfOf: Person | null
  /** The envelope whose account was open. */
  readonly account: number
  readonly station: StationId
  readonly patient: PatientId
  readonly via: BodyOf<'chart-opened'>['via']
}

export function auditRows(records: Iterable<{ readonly seq: number; readonly entry: Entry }>): readonly AuditRow[] {
  return [...records]
    .flatMap(({ seq, entry }): readonly AuditRow[] => {
      if (entry.kind !== 'chart-opened' || entry.patient === null) return []
      const { recordedAt, by, onBehalfOf, account, station, patient, body } = entry
      return [{ seq, at: recordedAt, by, onBehalfOf, account, station, patient, via: body.via }]
    })
    .toSorted((a, b) => a.seq - b.seq)
}

export type AuditCount = {
  readonly person: Person
  readonly openings: number
  readonly patients: number
  readonly first: AuditRow
  readonly last: AuditRow
}

/** How many charts each person opened, most first: what a look at the audit begins with. A person is a staff number. */
export function countByPerson(rows: readonly AuditRow[]): readonly AuditCount[] {
  return [...Map.groupBy(rows, (row) => row.by.staffNumber).values()]
    .flatMap((own): readonly AuditCount[] => {
      const [first, last] = [own[0], own.at(-1)]
      if (first === undefined || last === undefined) return []
      return [{ person: last.by, openings: own.length, patients: new Set(own.map((row) => row.patient)).size, first, last }]
    })
    .toSorted((a, b) => b.openings - a.openings)
}
