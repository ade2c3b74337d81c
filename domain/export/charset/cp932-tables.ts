import { kinds, type Kind } from '../../log/kinds.ts'
import type { ExportFile } from '../contents.ts'
import { csvRow, type Cell } from '../csv.ts'
import type { ExportedEntry } from '../input.ts'
import type { PreparedExport } from '../prepare.ts'
import { headCells, rowCells } from '../tables.ts'
import type { Charset } from './charset.ts'
import { downMapped } from './down-map.ts'
import type { LossLine } from './loss-report.ts'

/** The tables once more for systems that load CP932 and nothing else: the same cells, no byte order mark. Rules CHARSET-5, EXP-6. */
export function cp932Files(prepared: PreparedExport, charset: Charset): readonly ExportFile[] {
  return [...prepared.byKind].map(([kind, own]): ExportFile => ({ name: nameOf(kind), records: () => null, weight: own.length, pieces: () => encoded(lines(prepared, kind, own, charset), charset) }))
}

/** Rows looked through before others get their turn. */
const restAfter = 100

/** What these tables could not say as it was typed. */
export function* cp932Losses(prepared: PreparedExport, charset: Charset): Generator<LossLine> {
  const folders = new Map(prepared.groups.map(({ patient, folder }) => [patient, folder]))
  for (const [kind, own] of prepared.byKind) {
    const head = headCells(kind, prepared.input.realm)
    const cells = rowCells(kind, prepared.context)
    for (const [count, row] of own.entries()) {
      if (count % restAfter === 0) yield { file: nameOf(kind), folder: null, seq: null, field: '', replaced: [] }
      for (const [place, cell] of cells(row).entries()) {
        const replaced = typeof cell === 'string' ? downMapped(cell, charset).replaced : []
        if (replaced.length > 0) yield { file: nameOf(kind), folder: row.entry.patient === null ? null : (folders.get(row.entry.patient) ?? null), seq: row.seq, field: head[place] ?? '', replaced }
      }
    }
  }
}

function nameOf(kind: Kind): string {
  return `csv-cp932/${kinds[kind].table}.csv`
}

/** Mapped first and guarded then: a letter may turn into one that a spreadsheet would run. */
function* lines(prepared: PreparedExport, kind: Kind, own: readonly ExportedEntry[], charset: Charset): Generator<string> {
  const mapped = (cell: Cell): Cell => (typeof cell === 'string' ? downMapped(cell, charset).text : cell)
  const cells = rowCells(kind, prepared.context)
  yield csvRow(headCells(kind, prepared.input.realm).map(mapped))
  for (const row of own) yield csvRow(cells(row).map(mapped))
}

/** Letters that are encoded in one go. */
const slice = 32 * 1024

function* encoded(texts: Iterable<string>, charset: Charset): Generator<Uint8Array> {
  let gathered = ''
  for (const text of texts) {
    gathered += text
    if (gathered.length < slice) continue
    yield charset.encode(gathered)
    gathered = ''
  }
  if (gathered !== '') yield charset.encode(gathered)
}
