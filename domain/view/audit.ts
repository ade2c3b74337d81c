import type { PatientId, StationId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { BodyOf } from '../log/kinds.ts'
import type { Person } from '../log/person.ts'
import type { Instant } from '../time.ts'

/**
 * Acts of people that are entries: who opened whose chart (guideline: which patient's information was operated, and
 * by whom), what was printed and exported, which record was struck, who joined. One row an act, in journal order:
 * the clock may have jumped, the journal has not.
 */
export const auditedKinds = ['chart-opened', 'sheet-printed', 'export-made', 'continuity-made', 'entry-struck', 'person-identified'] as const
export type AuditedKind = (typeof auditedKinds)[number]

export type AuditRow = {
  readonly seq: number
  readonly at: Instant
  readonly act: AuditedKind
  readonly by: Person
  readonly onBehalfOf: Person | null
  /** The envelope whose account was open. */
  readonly account: number
  readonly station: StationId
  readonly patient: PatientId | null
  /** How a chart was opened; null for any other act. */
  readonly via: BodyOf<'chart-opened'>['via'] | null
}

export function auditRows(records: Iterable<{ readonly seq: number; readonly entry: Entry }>): readonly AuditRow[] {
  return [...records]
    .flatMap(({ seq, entry }): readonly AuditRow[] => {
      const act = auditedKinds.find((kind) => kind === entry.kind)
      if (act === undefined) return []
      const { recordedAt, by, onBehalfOf, account, station } = entry
      const patient = entry.kind === 'sheet-printed' ? entry.body.patient : entry.patient
      return [{ seq, at: recordedAt, act, by, onBehalfOf, account, station, patient, via: entry.kind === 'chart-opened' ? entry.body.via : null }]
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
  return [...Map.groupBy(rows.filter(({ act }) => act === 'chart-opened'), (row) => row.by.staffNumber).values()]
    .flatMap((own): readonly AuditCount[] => {
      const [first, last] = [own[0], own.at(-1)]
      if (first === undefined || last === undefined) return []
      return [{ person: last.by, openings: own.length, patients: new Set(own.map((row) => row.patient)).size, first, last }]
    })
    .toSorted((a, b) => b.openings - a.openings)
}
