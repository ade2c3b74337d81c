import type { MinisignKey } from '../access/keys.ts'
import { kinds, type Kind } from '../log/kinds.ts'
import { eventLine as auditEventLine, traceLine } from './fhir/audit.ts'
import { bundlePieces, patientEntries, sharedEntries } from './fhir/bundle.ts'
import { replacedLine } from './fhir/prepare-fhir.ts'
import type { Charsets } from './charset/charset.ts'
import { cp932Files, cp932Losses } from './charset/cp932-tables.ts'
import { mappingCsv, worklistCsv } from '../reconcile/worklist-csv.ts'
import { statisticsCsv } from './statistics-csv.ts'
import { auditLine, eventLine, frameLine } from './events.ts'
import { indexPage } from './index-page.ts'
import type { ExportedEntry } from './input.ts'
import { keepUntilFile } from './keep-until.ts'
import { lossFile } from './charset/loss-report.ts'
import { patientPage } from './patient-page.ts'
import { photoName } from './photos.ts'
import { readmeEn, readmeJa } from './readme.ts'
import type { PatientGroup, PreparedExport } from './prepare.ts'
import { ssmixStorage } from './ssmix2/files.ts'
import { columnsCsv, csvHead, csvLines, tableLine, type TableContext } from './tables.ts'

/** One file of an export in pieces, of text (UTF-8) or of bytes: small enough that whoever writes them can stop in between; an empty one where nothing is to be written for a while. */
export type ExportFile = {
  readonly name: string
  /** Lines that are records, asked when the pieces were written; null for a page or a text. */
  readonly records: () => number | null
  /** How many entries pass through it: for a progress bar. */
  readonly weight: number
  readonly pieces: () => Iterable<string | Uint8Array>
}

export const eventsName = 'log/events.ndjson'
export const chainName = 'log/chain.ndjson'
export const auditName = 'log/audit.ndjson'

export const sharedBundleName = 'fhir/shared.bundle.json'
export const bundleEnding = '.bundle.json'

/** Everything in an export but the three files that speak about all others. The same input gives the same bytes. */
export function exportFiles(prepared: PreparedExport, key: MinisignKey, charsets: Charsets): readonly ExportFile[] {
  const { input, groups, byKind, context, view } = prepared
  const columns = columnsCsv(input.realm)
  const ssmix = ssmixStorage(prepared, charsets.jis)
  const statistics = statisticsCsv(prepared)
  const [worklist, mapping] = [worklistCsv(input.realm, view, input.entries), mappingCsv(input.realm, view)]
  return [
    text('README-ja.txt', () => [readmeJa(input, key)]),
    text('README-en.txt', () => [readmeEn(input, key)]),
    { name: 'index.html', records: () => null, weight: groups.length, pieces: () => indexPage(prepared) },
    lines(eventsName, input.entries, eventLine),
    lines(chainName, input.frames, frameLine),
    lines(auditName, input.audit, auditLine),
    ...[...byKind].flatMap(([kind, own]): readonly ExportFile[] => [
      lines(`tables/${kinds[kind].table}.ndjson`, own, (one) => tableLine(one, context)),
      { name: `csv/${kinds[kind].table}.csv`, records: () => own.length, weight: own.length, pieces: () => csvPieces(kind, own, context) },
    ]),
    ...cp932Files(prepared, charsets.cp932),
    ...ssmix.files,
    lossFile(prepared, () => [cp932Losses(prepared, charsets.cp932), ssmix.losses]),
    keepUntilFile(prepared),
    { name: 'csv/columns.csv', records: () => columns.records, weight: 1, pieces: () => [columns.text] },
    { name: 'csv/statistics.csv', records: () => statistics.records, weight: 1, pieces: () => statistics.pieces() },
    { name: 'csv/reconciliation-worklist.csv', records: () => worklist.records, weight: worklist.records, pieces: () => worklist.pieces() },
    { name: 'csv/reconciliation-numbers.csv', records: () => mapping.records, weight: mapping.records, pieces: () => mapping.pieces() },
    ...groups.map((group): ExportFile => ({ name: `patients/${group.folder}/index.html`, records: () => null, weight: group.own.length, pieces: () => patientPage(group, input) })),
    ...groups.flatMap((group) => photoFiles(group, input)),
    ...fhirFiles(prepared),
  ]
}

function photoFiles({ folder, own }: PatientGroup, { photos }: PreparedExport['input']): readonly ExportFile[] {
  return own.flatMap(({ entry: { id } }): readonly ExportFile[] => {
    const photo = photos.get(id)
    return photo instanceof Uint8Array ? [{ name: photoName(folder, id), records: () => null, weight: 1, pieces: () => [photo] }] : []
  })
}

/** One bundle a patient, what they share in one more, and the traces apart. */
function fhirFiles({ input, groups, context, fhir }: PreparedExport): readonly ExportFile[] {
  const { world, shared, bundles, traces, replaced } = fhir
  return [
    { name: sharedBundleName, records: () => shared.records, weight: world.shared.resources.length, pieces: () => bundlePieces(sharedEntries(world), shared) },
    ...groups.flatMap((group, place): readonly ExportFile[] => {
      const count = bundles[place]
      return count === undefined ? [] : [{ name: `fhir/${group.folder}${bundleEnding}`, records: () => count.records, weight: group.own.length, pieces: () => bundlePieces(patientEntries(group, world), count) }]
    }),
    {
      name: 'fhir/AuditEvent.ndjson', records: () => traces.length + input.audit.length, weight: traces.length,
      pieces: () => both(mapped(traces, (one) => traceLine(one, world, context.numbers)), mapped(input.audit, (one) => auditEventLine(one, world))),
    },
    lines('fhir/replaced-characters.ndjson', replaced, replacedLine),
  ]
}

function* both<Piece>(first: Iterable<Piece>, second: Iterable<Piece>): Generator<Piece> {
  yield* first
  yield* second
}

function text(name: string, pieces: () => Iterable<string>): ExportFile {
  return { name, records: () => null, weight: 1, pieces }
}

function lines<Row>(name: string, rows: readonly Row[], line: (row: Row) => string): ExportFile {
  return { name, records: () => rows.length, weight: rows.length, pieces: () => mapped(rows, line) }
}

function* csvPieces(kind: Kind, own: readonly ExportedEntry[], context: TableContext): Generator<string> {
  yield csvHead(kind, context.realm)
  yield* mapped(own, csvLines(kind, context))
}

function* mapped<Row>(rows: readonly Row[], line: (row: Row) => string): Generator<string> {
  for (const row of rows) yield line(row)
}
