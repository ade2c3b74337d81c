import { statisticsOf, statisticsSections } from '../merge/statistics.ts'
import { byteOrderMark, csvRow } from './csv.ts'
import type { PreparedExport } from './prepare.ts'
import { realmMark } from './realm-gate.ts'
import { realmLabel } from '../realm.ts'

/** csv/statistics.csv: what the report after the emergency asks, of this station alone. Rule EXP-21. */
export function statisticsCsv({ input: { realm, profile, entries } }: PreparedExport): { readonly records: number; readonly pieces: () => Iterable<string> } {
  const inOrder = entries.map(({ entry }) => ({ entry, from: profile.letters })).toSorted((one, other) => (one.entry.at < other.entry.at ? -1 : one.entry.at > other.entry.at ? 1 : 0))
  const sections = statisticsSections(statisticsOf({ entries: inOrder, stations: [profile] }))
  const mark = realmMark[realm]
  return {
    records: sections.reduce((sum, { lines }) => sum + lines.length, 0),
    pieces: function* pieces() {
      yield byteOrderMark + csvRow([mark === null ? '区分' : `【${mark}】`, 'まとまり section', '項目 item', '値 value'])
      for (const { ja, en, lines } of sections) for (const line of lines) yield csvRow([mark ?? realmLabel.real.ja, `${ja} ${en}`, `${line.ja} ${line.en}`, line.value])
    },
  }
}
