import { identityOf } from '#domain/identity/identity.ts'
import type { Persons } from '#domain/identity/persons.ts'
import type { PatientId } from '#domain/ids.ts'
import { kinds } from '#domain/log/kinds.ts'
import { statisticsOf, statisticsSections, type StatisticsSection } from '#domain/merge/statistics.ts'
import { shownName } from '#domain/patient/naming.ts'
import type { Board, countsByKind } from '#domain/reconcile/board.ts'
import { checkWords } from '#domain/reconcile/checks.ts'
import { matchDecisionWords } from '#domain/reconcile/match.ts'
import type { Numbered, RecordRow } from '#domain/reconcile/records.ts'
import { statusWords } from '#domain/reconcile/status.ts'
import type { Target } from '#domain/reconcile/targets.ts'
import type { WardView } from '#domain/view/ward.ts'
import { isRegistered, registeredPatients } from '#domain/view/ward-lists.ts'
import type { NumberListSheet, SignOffSheet, WorklistSheet } from '../print/reconcile-sheets.ts'

type Place = { readonly hospital: string; readonly ward: string }

export function signOffSheet(place: Place, records: readonly Numbered[], board: Board, counts: ReturnType<typeof countsByKind>): Omit<SignOffSheet, 'printed'> {
  const stood = records.findLast(({ entry }) => entry.kind === 'stood-down')
  return {
    kind: 'sign-off', ...place, standDownAt: stood?.entry.at ?? null,
    counts: counts.map(({ kind, all, checked, notNeeded }) => ({ label: kinds[kind].label.ja, all, checked, notNeeded, open: all - checked - notNeeded })),
    left: board.checks.filter(({ open }) => open.length > 0).map(({ check, open, signed }) => ({ label: checkWords[check].ja, open: open.length, signed: signed === null ? '' : `${signed.by.name}（${signed.by.staffNumber}） ${signed.body.reason}` })),
  }
}

export function numberListSheet(place: Place, view: WardView, targets: ReadonlyMap<PatientId, Target>): Omit<NumberListSheet, 'printed'> {
  return {
    kind: 'number-list', ...place,
    lines: registeredPatients(view).map((row) => {
      const { alias, naming } = identityOf(row)
      const { decision, hospitalId } = targets.get(row.id) ?? { decision: null, hospitalId: null }
      const second = decision !== null && 'second' in decision.body.byTwo ? `・${decision.body.byTwo.second.name}` : ''
      return { number: row.registered.number, alias: alias?.join(' ') ?? '', name: shownName(naming), hospitalId: hospitalId ?? '', decision: decision === null ? '' : matchDecisionWords[decision.body.decision].ja, by: decision === null ? '' : `${decision.by.name}${second}`, at: decision?.at ?? null }
    }),
  }
}

export function worklistSheet(place: Place, rows: readonly RecordRow[], view: WardView, persons: Persons, targets: ReadonlyMap<PatientId, Target>): Omit<WorklistSheet, 'printed'> {
  return {
    kind: 'worklist', ...place,
    lines: rows.map((row) => {
      const patient = row.patient === null ? null : (view.patients.get(persons.mainOf(row.patient)) ?? null)
      return {
        seq: row.origin === null ? String(row.seq) : `${row.origin.letters} ${row.origin.seq}`, priority: row.priority, status: statusWords[row.state.status].ja,
        what: row.entry.kind === 'sheet-listed' ? `紙 ${row.entry.body.title}` : kinds[row.entry.kind].label.ja,
        who: patient !== null && isRegistered(patient) ? `${patient.registered.number}\n${shownName(identityOf(patient).naming)}` : '病棟',
        hospitalId: row.patient === null ? '' : (targets.get(row.patient)?.hospitalId ?? ''), at: row.entry.at, author: row.entry.by.name, typist: row.state.typed.at(-1)?.by.name ?? '',
      }
    }),
  }
}

/** The figures of this station's whole record, as the command line counts them. */
export function stationStatistics({ letters, ward }: { readonly letters: string; readonly ward: string }, records: readonly Numbered[]): readonly StatisticsSection[] {
  const entries = records.map(({ entry }) => ({ entry, from: letters })).toSorted((one, other) => (one.entry.at < other.entry.at ? -1 : one.entry.at > other.entry.at ? 1 : 0))
  return statisticsSections(statisticsOf({ entries, stations: [{ letters, ward }] }))
}
