import type { Unpacked } from '#domain/export/check-export.ts'
import { byteOrderMark, csvRow } from '#domain/export/csv.ts'
import { tables } from '#domain/export/csv-columns.ts'
import { eventLine } from '#domain/export/events.ts'
import { photoOfName } from '#domain/export/photos.ts'
import { struckEntries } from '#domain/export/strikes.ts'
import { tableLine, wardNumbers, type TableContext } from '#domain/export/tables.ts'
import { shownMoment } from '#domain/export/words.ts'
import type { EntryId } from '#domain/ids.ts'
import { kinds } from '#domain/log/kinds.ts'
import type { Merged, MergedEntry } from '#domain/merge/merge.ts'
import type { Statistics } from '#domain/merge/statistics.ts'
import type { Realm } from '#domain/realm.ts'
import { approvalsIn } from '#domain/record/proxy.ts'
import { dutyReasons } from '#domain/view/duty-rows.ts'

/** The files of a merged folder, by name. `from` in a line of a table: the letters of the station. `exports`: the opened ones, for their photographs. */
export function mergedFiles(merged: Merged, statistics: Statistics, realm: Realm, exports: readonly Unpacked[]): Unpacked {
  const all = merged.entries.map(({ entry }) => entry)
  const context: TableContext = { realm, numbers: wardNumbers(all), struck: struckEntries(all), approved: approvalsIn(all), dutyReasons: dutyReasons(all) }
  const texts = new Map<string, string>([
    ['README.txt', readme],
    ['stations.json', `${JSON.stringify(merged.stations, null, 2)}\n`],
    ['statistics.json', `${JSON.stringify(statistics, null, 2)}\n`],
    ['log/events.ndjson', merged.entries.map((one) => eventLine(one)).join('')],
    ['conflicts.csv', conflicts(merged, context)],
  ])
  const byKind = Map.groupBy(merged.entries, ({ entry }) => entry.kind)
  for (const { kind } of tables) {
    const own = byKind.get(kind) ?? []
    texts.set(`tables/${kinds[kind].table}.ndjson`, own.map((one) => `{"from":${JSON.stringify(one.from)},${tableLine(one, context).slice(1)}`).join(''))
  }
  const photos = photosIn(exports)
  return {
    names: [...texts.keys(), ...photos.keys()],
    read: (name, most) => photos.get(name)?.read(name, most) ?? Promise.resolve(new TextEncoder().encode(texts.get(name) ?? '')),
  }
}

/** Each photograph once, by its record: one that went on with a patient lies in the exports of both stations. By name, with the export it is read from. */
function photosIn(exports: readonly Unpacked[]): ReadonlyMap<string, Unpacked> {
  const seen = new Set<EntryId>()
  const photos = new Map<string, Unpacked>()
  for (const one of exports) {
    for (const name of one.names) {
      const id = photoOfName(name)
      if (id === null || seen.has(id)) continue
      seen.add(id)
      photos.set(name, one)
    }
  }
  return photos
}

/** What contradicts itself, both sides in one line; decided by a person with the two records before them. */
function conflicts(merged: Merged, context: TableContext): string {
  const head = ['何が What', '番号 Number', '種類 Kind', '端末1 Station 1', '日時1 When 1', '記入者1 By 1', '記録ID1 Entry 1', '端末2 Station 2', '日時2 When 2', '記入者2 By 2', '記録ID2 Entry 2']
  const side = ({ from, entry }: MergedEntry): readonly string[] => [from, shownMoment(entry.at), `${entry.by.name} ${entry.by.staffNumber}`, entry.id]
  const line = (what: string, one: MergedEntry, other: MergedEntry): string => {
    const { patient, kind } = one.entry
    return csvRow([what, patient === null ? null : (context.numbers.get(patient) ?? null), kinds[kind].label.ja, ...side(one), ...side(other)])
  }
  return [
    byteOrderMark, csvRow(head),
    ...merged.differing.map(({ one, other }) => line('同じIDで内容が違う same id, other content', one, other)),
    ...merged.together.map(({ one, other }) => line('10分以内に両方の端末で記録 written at both within ten minutes', one, other)),
  ].join('')
}

const readme = [
  'Records of several stations, laid together. Nothing here was decided: every entry stands once, and what contradicts itself is in conflicts.csv.',
  '複数の端末の記録をまとめたもの。判断は入っていません。記録は1件ずつ、食い違いは conflicts.csv にあります。',
  '',
  'log/events.ndjson   every entry, by the time it happened',
  'tables/*.ndjson     the same by kind, one JSON object a line; "from": the letters of the station',
  'photos/NUMBER/*.jpg the photographs, named by the id of their record',
  'stations.json       the stations and their newest export',
  'statistics.json     counts for the report; no name and no number of a patient',
  '',
].join('\n')
