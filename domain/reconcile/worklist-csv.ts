import { byteOrderMark, csvRow, type Cell } from '../export/csv.ts'
import { realmMark } from '../export/realm-gate.ts'
import { shownMoment } from '../export/words.ts'
import { identityOf } from '../identity/identity.ts'
import { personsOf } from '../identity/persons.ts'
import { kinds } from '../log/kinds.ts'
import { shownKana, shownName } from '../patient/naming.ts'
import { realmLabel, type Realm } from '../realm.ts'
import type { WardView } from '../view/ward.ts'
import { isRegistered, registeredPatients } from '../view/ward-lists.ts'
import { matchDecisionWords } from './match.ts'
import { priorityWords } from './priority.ts'
import { inWorkOrder, recordsOf, type Numbered } from './records.ts'
import { statusWords } from './status.ts'
import { targetsOf } from './targets.ts'

/** A list of the reconciliation as a table: how many lines without the heading, and the lines. */
export type ListCsv = { readonly records: number; readonly pieces: () => Iterable<string> }

function table<Row>(realm: Realm, head: readonly string[], rows: readonly Row[], cells: (row: Row) => readonly Cell[]): ListCsv {
  const mark = realmMark[realm] ?? realmLabel.real.ja
  const first = realmMark[realm] === null ? '区分' : `【${realmMark[realm]}】`
  return {
    records: rows.length,
    pieces: function* pieces() {
      yield byteOrderMark + csvRow([first, ...head])
      for (const row of rows) yield csvRow([mark, ...cells(row)])
    },
  }
}

/** Every record to be transcribed, with its number in the hospital's system and how far it has come. Rule REC-18. */
export function worklistCsv(realm: Realm, view: WardView, records: readonly Numbered[]): ListCsv {
  const persons = personsOf(view)
  const targets = targetsOf(view, persons)
  const rows = inWorkOrder(recordsOf(records, view.clock), persons)
  return table(realm, ['№', '優先', '状態', '種類', '番号', '氏名', '正のID', '日時', '記入者', '元の端末', '元の№', '転記先の番号', '転記した人', '転記の日時', '照合した人', '照合の日時', '備考・対象外の理由', '記録ID'], rows, (row) => {
    const patient = row.patient === null ? null : (view.patients.get(row.patient) ?? null)
    const typed = row.state.typed.at(-1) ?? null
    const { checked } = row.state
    return [
      row.seq, priorityWords[row.priority].ja, statusWords[row.state.status].ja, row.entry.kind === 'sheet-listed' ? `紙 ${row.entry.body.title}` : kinds[row.entry.kind].label.ja,
      patient?.registered?.number ?? null, patient !== null && isRegistered(patient) ? shownName(identityOf(patient).naming) : null, row.patient === null ? null : (targets.get(row.patient)?.hospitalId ?? null),
      shownMoment(row.entry.at), row.entry.by.name, row.origin?.letters ?? null, row.origin?.seq ?? null,
      typed?.target ?? null, typed?.by.name ?? null, typed === null ? null : shownMoment(typed.at), checked?.by.name ?? null, checked === null ? null : shownMoment(checked.at),
      row.state.status === 'not-needed' ? (row.state.notNeeded?.note ?? null) : (typed?.note ?? null), row.id,
    ]
  })
}

/** Which number of the emergency became which of the hospital: kept for ever, aliases too. Rule REC-19. */
export function mappingCsv(realm: Realm, view: WardView): ListCsv {
  const persons = personsOf(view)
  const targets = targetsOf(view, persons)
  return table(realm, ['番号', '仮名', '氏名', 'かな', '正のID', '決定', '決定の日時', '決めた人', '2人目', '1人で行った理由', '理由', '同じ人の番号', '患者ID'], registeredPatients(view), (row) => {
    const { alias, naming } = identityOf(row)
    const { decision, hospitalId } = targets.get(row.id) ?? { decision: null, hospitalId: null }
    const main = view.patients.get(persons.mainOf(row.id))
    const two = decision?.body.byTwo ?? null
    return [
      row.registered.number, alias === null ? null : alias.join(' '), shownName(naming), shownKana(naming), hospitalId,
      decision === null ? '未決定' : matchDecisionWords[decision.body.decision].ja, decision === null ? null : shownMoment(decision.at), decision?.by.name ?? null,
      two !== null && 'second' in two ? two.second.name : null, two !== null && 'aloneBecause' in two ? two.aloneBecause : null, decision?.body.reason ?? null,
      main === undefined || main.id === row.id ? null : (main.registered?.number ?? null), row.id,
    ]
  })
}
