import type { EntryId, PatientId } from '../ids.ts'
import type { Entry } from '../log/entry.ts'
import type { Kind } from '../log/kinds.ts'
import type { WardNumber } from '../number/ward-number.ts'
import type { Words } from '../patient/wareki.ts'
import { realmLabel, type Realm } from '../realm.ts'
import type { Approved } from '../record/proxy.ts'
import { isOutsideUsual, type DutySaid } from '../record/usual-duty.ts'
import type { Instant } from '../time.ts'
import { isLate, type Struck } from '../view/chart.ts'
import { byteOrderMark, csvRow, type Cell } from './csv.ts'
import { columnsOf, tables, type Column } from './csv-columns.ts'
import type { ExportedEntry } from './input.ts'
import { realmMark } from './realm-gate.ts'
import { stableJson } from './stable-json.ts'
import { shownMoment } from './words.ts'

/** What a table's line knows beside the entry itself. */
export type TableContext = {
  readonly realm: Realm
  readonly numbers: ReadonlyMap<PatientId, WardNumber>
  readonly struck: ReadonlyMap<EntryId, Struck>
  /** Approvals of proxy entries that hold. */
  readonly approved: ReadonlyMap<EntryId, Approved>
  /** What was said about records outside their author's usual duties. */
  readonly dutyReasons: ReadonlyMap<EntryId, DutySaid>
}

/** One line of tables/<table>.ndjson: the entry laid flat, with its ward number and the line through it, if any. */
export function tableLine({ seq, entry }: ExportedEntry, context: TableContext): string {
  const { id, kind, patient, at, recordedAt, by, onBehalfOf, account, realm, station } = entry
  const line = context.struck.get(id) ?? null
  const approval = context.approved.get(id) ?? null
  const outside = outsideOf(entry, context)
  const members = {
    seq, id, kind, realm, station, patient, number: numberOf(entry, context), at, recordedAt, late: isLate(entry),
    byNumber: by.staffNumber, byName: by.name, byProfession: by.profession,
    onBehalfOfNumber: onBehalfOf?.staffNumber ?? null, onBehalfOfName: onBehalfOf?.name ?? null, account,
    struckAt: line?.at ?? null, struckReason: line?.reason ?? null, struckByNumber: line?.by.staffNumber ?? null, struckByName: line?.by.name ?? null,
    approvedAt: approval?.at ?? null, approvedByNumber: approval?.by.staffNumber ?? null, outsideUsual: outside?.reason ?? null, outsideUsualWords: outside?.words ?? null,
  }
  return `${JSON.stringify(members).slice(0, -1)},"body":${stableJson(entry.body)}}\n`
}

type Lead = { readonly name: string; readonly words: Words; readonly cell: (row: ExportedEntry, context: TableContext) => Cell }

function lead(name: string, ja: string, en: string, cell: Lead['cell']): Lead {
  return { name, words: { ja, en }, cell }
}

/** Columns every table begins with. The first one says the realm in every line, so that no line torn out of its file passes for another. */
function leads(realm: Realm): readonly Lead[] {
  const mark = realmMark[realm]
  return [
    lead('realm', mark === null ? '区分' : `【${mark}】`, 'realm', () => mark ?? realmLabel.real.ja),
    lead('seq', '№', 'journal number', ({ seq }) => seq),
    lead('number', '番号', 'ward number', ({ entry }, context) => numberOf(entry, context)),
    lead('atJst', '日時（日本時間）', 'when, Japan time', ({ entry }) => shownMoment(entry.at)),
    lead('recordedAtJst', '記載（日本時間）', 'written, Japan time', ({ entry }) => shownMoment(entry.recordedAt)),
    lead('byNumber', '記入者の職員番号', 'staff number', ({ entry }) => entry.by.staffNumber),
    lead('byName', '記入者', 'written by', ({ entry }) => entry.by.name),
    lead('byProfession', '職種', 'profession', ({ entry }) => entry.by.profession),
    lead('onBehalfOfNumber', '代行元の職員番号', 'on behalf of, number', ({ entry }) => entry.onBehalfOf?.staffNumber ?? null),
    lead('onBehalfOfName', '代行元', 'on behalf of', ({ entry }) => entry.onBehalfOf?.name ?? null),
    lead('account', '封筒', 'envelope', ({ entry }) => entry.account),
    lead('struck', '取消', 'struck', ({ entry }, { struck }) => (struck.has(entry.id) ? '取消' : null)),
    lead('struckReason', '取消の理由', 'reason of the strike', ({ entry }, { struck }) => struck.get(entry.id)?.reason ?? null),
    lead('struckByName', '取消した人', 'struck by', ({ entry }, { struck }) => struck.get(entry.id)?.by.name ?? null),
    lead('at', '日時（UTC）', 'when, UTC', ({ entry }) => entry.at),
    lead('recordedAt', '記載（UTC）', 'written, UTC', ({ entry }) => entry.recordedAt),
    lead('id', '記録ID', 'entry id', ({ entry }) => entry.id),
    lead('patient', '患者ID', 'patient id', ({ entry }) => entry.patient),
    lead('approval', '代行の承認', 'approval of a proxy entry', ({ entry }, { approved }) => (entry.onBehalfOf === null ? null : approved.has(entry.id) ? '承認済' : '未承認')),
    lead('approvedAtJst', '承認の日時（日本時間）', 'approved, Japan time', ({ entry }, { approved }) => momentOf(approved.get(entry.id)?.at)),
    lead('approvedByName', '承認した人', 'approved by', ({ entry }, { approved }) => approved.get(entry.id)?.by.name ?? null),
    lead('outsideUsual', '通常の業務の外', 'outside usual duties', ({ entry }, context) => outsideOf(entry, context)?.reason ?? null),
    lead('outsideUsualWords', '業務の外の理由', 'reason in words', ({ entry }, context) => outsideOf(entry, context)?.words ?? null),
  ]
}

function momentOf(at: Instant | undefined): string | null {
  return at === undefined ? null : shownMoment(at)
}

function outsideOf(entry: Entry, { dutyReasons }: TableContext): DutySaid | null {
  if (entry.patient === null || !isOutsideUsual(entry)) return null
  return dutyReasons.get(entry.id) ?? { reason: 'later', words: '' }
}

/** First line of csv/<table>.csv: what the columns are called in Japanese. */
export function csvHead(kind: Kind, realm: Realm): string {
  return byteOrderMark + csvRow(headCells(kind, realm))
}

/** What the columns of a kind are called in Japanese, in their order. */
export function headCells(kind: Kind, realm: Realm): readonly string[] {
  return [...leads(realm), ...columnsOf(kind)].map(({ words }) => words.ja)
}

/** Writes the lines of csv/<table>.csv. */
export function csvLines(kind: Kind, context: TableContext): (row: ExportedEntry) => string {
  const cells = rowCells(kind, context)
  return (row) => csvRow(cells(row))
}

/** The cells of an entry of this kind, as many as headings. */
export function rowCells(kind: Kind, context: TableContext): (row: ExportedEntry) => readonly Cell[] {
  const first = leads(context.realm)
  const own: readonly Column<never>[] = columnsOf(kind)
  return (row) => {
    const body = row.entry.body as never // an entry of this kind, whose columns take its body
    return [...first.map(({ cell }) => cell(row, context)), ...own.map(({ cell }) => cell(body))]
  }
}

/** csv/columns.csv: what each column of each file is called by programs and in English. */
export function columnsCsv(realm: Realm): { readonly text: string; readonly records: number } {
  const rows = tables.flatMap(({ kind, table }) =>
    [...leads(realm), ...columnsOf(kind)].map(({ name, words }, index): readonly Cell[] => [realmMark[realm] ?? realmLabel.real.ja, `${table}.csv`, index + 1, words.ja, words.en, name]),
  )
  const head = csvRow([leads(realm)[0]?.words.ja ?? '', 'ファイル file', '列 column', '日本語 Japanese', '英語 English', '機械名 machine name'])
  return { text: byteOrderMark + head + rows.map(csvRow).join(''), records: rows.length }
}

function numberOf(entry: Entry, { numbers }: TableContext): WardNumber | null {
  return entry.patient === null ? null : (numbers.get(entry.patient) ?? null)
}

/** Each patient's ward number, as registered. */
export function wardNumbers(entries: Iterable<Entry>): ReadonlyMap<PatientId, WardNumber> {
  const numbers = new Map<PatientId, WardNumber>()
  for (const entry of entries) {
    if (entry.kind === 'patient-registered' && entry.patient !== null && !numbers.has(entry.patient)) numbers.set(entry.patient, entry.body.number)
  }
  return numbers
}
